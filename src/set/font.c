/*
 * font - the faces of a document, from a list in fonts/ and from nowhere else.
 *
 * Pango draws at 72 dpi here, so a size in Pango units is a size on the page;
 * hinting and rounding are off, so pages do not depend on a device
 * (design pages.md 3.3, 3.5).  A file's digest is taken when its first face is
 * asked for: the face of rare characters has 46 MB and is seldom needed.
 */
#include "set/font.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"

/* Declared here: pango/pangofc-fontmap.h opens FreeType's headers, whose macros
 * name functions that base/ban.h forbids. */
struct _PangoFcFontMap;
void pango_fc_font_map_set_config(struct _PangoFcFontMap *map,
    struct _FcConfig *config);

struct font_file {
	const char *path;
	struct str family;
	struct str digest;
	bool checked;
};

/* A variation sequence, or a character with selector 0. */
struct sequence {
	uint32_t code, selector;
};

struct fonts {
	struct arena *arena;
	const struct theme *theme;
	struct font_file file[FONT_ROLES];
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
	struct face **face;
	size_t faces;
	struct sequence *missing;
	size_t missings;
	struct text_cache *cache;
	const struct doc *doc;
};

static const char *const role_name[FONT_ROLES] = {
	[FONT_GOTHIC] = "gothic",
	[FONT_GOTHIC_BOLD] = "gothic-bold",
	[FONT_MINCHO] = "mincho",
	[FONT_RARE] = "rare",
};

/* Debian puts a family into a folder of its own below truetype/. */
static const char *file_find(struct arena *arena, const char *name) {
	static const char *const depth[] = { "*/*/", "*/", "", "*/*/*/" };
	for (size_t i = 0; i < sizeof depth / sizeof *depth; i++) {
		struct str *found = NULL;
		const char *pattern = arena_printf(arena, "%s%s", depth[i],
		    name);
		if (file_glob(arena, "/usr/share/fonts", pattern, &found) > 0)
			return file_path(arena, "/usr/share/fonts",
			    str_z(arena, found[0]));
	}
	return NULL;
}

static enum font_role role_find(struct str name) {
	int role = 0;
	while (role < FONT_ROLES && !str_is(name, role_name[role]))
		role++;
	return role;
}

/* One line of the list; false after a diag. */
static bool list_line(struct fonts *fonts, struct str line, int64_t number) {
	struct str word[4], rest = line;
	size_t words = 0;
	while (words < 4 && str_word(&rest, &word[words]))
		words++;
	if (words == 0 || word[0].p[0] == '#')
		return true;
	enum font_role role = role_find(word[0]);
	if (words < 4 || role == FONT_ROLES) {
		diag(DIAG_FONT_LIST, NULL, diag_number(number), diag_str(line),
		    NULL);
		return false;
	}
	const char *name = str_z(fonts->arena, word[1]);
	const char *path = file_find(fonts->arena, name);
	if (path == NULL) {
		diag(DIAG_FONT_MISSING, NULL, name, diag_str(word[3]), NULL);
		return false;
	}
	fonts->file[role].path = path;
	fonts->file[role].digest = word[2];
	return true;
}

static bool list_read(struct fonts *fonts, const char *workspace,
    struct str language) {
	struct str rest, line;
	bool good = true;
	const char *path = file_share(fonts->arena, workspace, arena_printf(
	    fonts->arena, "fonts/list.%s", str_z(fonts->arena, language)));
	if (path == NULL)
		path = file_share(fonts->arena, workspace, "fonts/list");
	if (path == NULL || !file_read(fonts->arena, path,
	    LIMIT_TEMPLATE_BYTES, &rest)) {
		diag(DIAG_SHARE_MISSING, NULL, "fonts/list", NULL);
		return false;
	}
	for (int64_t number = 1; str_cut(&rest, '\n', &line); number++)
		good = list_line(fonts, line, number) && good;
	for (int role = 0; good && role < FONT_ROLES; role++) {
		if (fonts->file[role].path != NULL)
			continue;
		diag(DIAG_FONT_ROLE, NULL, role_name[role], NULL);
		good = false;
	}
	return good;
}

/* Take the family that each file says it has. */
static void families_read(struct fonts *fonts) {
	FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
	for (int i = 0; set != NULL && i < set->nfont; i++) {
		FcChar8 *path, *family;
		if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path)
		    != FcResultMatch
		    || FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &family)
		    != FcResultMatch)
			continue;
		for (int role = 0; role < FONT_ROLES; role++)
			if (str_is(str_of((char *)path), fonts->file[role].path))
				fonts->file[role].family =
				    str_copy(fonts->arena, str_of((char *)family));
	}
}

static bool config_open(struct fonts *fonts) {
	fonts->config = FcConfigCreate();
	for (int role = 0; role < FONT_ROLES; role++)
		if (!FcConfigAppFontAddFile(fonts->config,
		    (const FcChar8 *)fonts->file[role].path))
			return false;
	families_read(fonts);
	fonts->map = pango_cairo_font_map_new();
	pango_fc_font_map_set_config((struct _PangoFcFontMap *)fonts->map,
	    fonts->config);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts->map),
	    72);
	fonts->context = pango_font_map_create_context(fonts->map);
	pango_context_set_round_glyph_positions(fonts->context, FALSE);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(fonts->context, options);
	cairo_font_options_destroy(options);
	return true;
}

struct fonts *font_open(struct arena *arena, const char *workspace,
    struct str language) {
	struct fonts *fonts = arena_alloc(arena, sizeof *fonts);
	fonts->arena = arena;
	fonts->theme = theme_read(arena, workspace);
	if (fonts->theme == NULL || !list_read(fonts, workspace, language))
		return NULL;
	if (!config_open(fonts))
		die("fontconfig cannot load the files of fonts/list");
	return fonts;
}

void font_close(struct fonts *fonts) {
	if (fonts == NULL)
		return;
	for (size_t i = 0; i < fonts->faces; i++)
		g_object_unref(fonts->face[i]->pango_font);
	g_object_unref(fonts->context);
	g_object_unref(fonts->map);
	FcConfigDestroy(fonts->config);
}

static void file_check(struct font_file *file) {
	struct arena *scratch = arena_new();
	struct str bytes;
	file->checked = true;
	if (!file_read(scratch, file->path, LIMIT_FONT_BYTES, &bytes)
	    || !str_equal(digest_hex(scratch, bytes), file->digest))
		diag(DIAG_FONT_DIGEST, NULL, file->path, NULL);
	arena_free(scratch);
}

static struct face *face_load(struct fonts *fonts, enum font_role role,
    int size) {
	struct font_file *file = &fonts->file[role];
	if (!file->checked)
		file_check(file);
	PangoFontDescription *want = pango_font_description_new();
	pango_font_description_set_family(want,
	    str_z(fonts->arena, file->family));
	pango_font_description_set_absolute_size(want, size);
	pango_font_description_set_weight(want, role == FONT_GOTHIC_BOLD
	    ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	struct face *face = arena_alloc(fonts->arena, sizeof *face);
	face->pango_font = pango_font_map_load_font(fonts->map, fonts->context,
	    want);
	pango_font_description_free(want);
	if (face->pango_font == NULL)
		die("pango cannot load %s", file->path);
	/* asked for here: Pango makes it once, and not for two threads */
	face->scaled_font = pango_cairo_font_get_scaled_font(
	    (PangoCairoFont *)face->pango_font);
	face->family = file->family;
	face->bold = role == FONT_GOTHIC_BOLD;
	face->role = role;
	face->size = size;
	return face;
}

struct face *font_face(struct fonts *fonts, enum font_role role, int size) {
	for (size_t i = 0; i < fonts->faces; i++)
		if (fonts->face[i]->role == (int)role
		    && fonts->face[i]->size == size)
			return fonts->face[i];
	fonts->face = arena_room(fonts->arena, fonts->face, fonts->faces,
	    sizeof *fonts->face);
	fonts->face[fonts->faces] = face_load(fonts, role, size);
	return fonts->face[fonts->faces++];
}

uint32_t font_glyph(const struct face *face, uint32_t code,
    uint32_t selector) {
	hb_codepoint_t glyph = 0;
	hb_font_t *hb = pango_font_get_hb_font(face->pango_font);
	hb_bool_t found = selector == 0
	    ? hb_font_get_nominal_glyph(hb, code, &glyph)
	    : hb_font_get_variation_glyph(hb, code, selector, &glyph);
	return found ? glyph : 0;
}

uint32_t font_glyph_down(const struct face *face, struct str character) {
	const hb_feature_t vertical = { HB_TAG('v', 'e', 'r', 't'), 1,
	    HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
	hb_buffer_t *buffer = hb_buffer_create();
	unsigned glyphs;
	hb_buffer_add_utf8(buffer, character.p, (int)character.n, 0,
	    (int)character.n);
	hb_buffer_guess_segment_properties(buffer);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_shape(pango_font_get_hb_font(face->pango_font), buffer, &vertical,
	    1);
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer,
	    &glyphs);
	uint32_t glyph = glyphs > 0 ? info[0].codepoint : 0;
	hb_buffer_destroy(buffer);
	return glyph;
}

int font_digit_height(const struct face *face) {
	hb_glyph_extents_t box;
	uint32_t glyph = font_glyph(face, '0', 0);
	hb_font_t *hb = pango_font_get_hb_font(face->pango_font);
	if (glyph == 0 || !hb_font_get_glyph_extents(hb, glyph, &box))
		return face->size * 3 / 4;
	return abs(box.y_bearing);
}

const struct theme *font_theme(const struct fonts *fonts) {
	return fonts->theme;
}

struct arena *font_arena(const struct fonts *fonts) {
	return fonts->arena;
}

struct text_cache **font_cache(struct fonts *fonts) {
	return &fonts->cache;
}

void font_document(struct fonts *fonts, const struct doc *doc) {
	fonts->doc = doc;
}

const struct doc *font_shaped(const struct fonts *fonts) {
	return fonts->doc;
}

bool font_missing(struct fonts *fonts, uint32_t code, uint32_t selector) {
	for (size_t i = 0; i < fonts->missings; i++)
		if (fonts->missing[i].code == code
		    && fonts->missing[i].selector == selector)
			return false;
	fonts->missing = arena_room(fonts->arena, fonts->missing,
	    fonts->missings, sizeof *fonts->missing);
	fonts->missing[fonts->missings++] = (struct sequence){ code, selector };
	return true;
}
