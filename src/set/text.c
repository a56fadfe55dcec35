/*
 * text - one paragraph, shaped once.
 *
 * Faces are chosen here, cluster by cluster, because Pango does not look at
 * variation selectors when it chooses (pages.md 3.4).  Widths are in Pango
 * units and never rounded.
 */
#include "set/text.h"

#include <pango/pangocairo.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "set/origin.h"

#define GETA 0x3013
#define LINE_SEPARATOR 0x2028

/* A gap of 0.1 em reads as a space when text is taken from the PDF; wa-ou
 * spacing and justification together stay below 0.08 (pages.md 3.2). */
#define WAOU_PARTS 24

/* 16384 points, far wider than paper: sums of such widths are no overflow. */
#define WIDEST (16384 * PANGO_SCALE)

/* One character while it is shaped. */
struct letter {
	uint32_t code;
	size_t at;			/* byte */
	struct face *face;
	size_t span;
	bool missing;			/* stands first in a cluster to replace */
};

/* Texts of one span by their raw characters: a table with open addressing,
 * less than half full. */
struct text_key {
	struct str raw;
	enum font_role role;
	int size;
	const struct text *text;
};

struct text_cache {
	struct text_key *key;
	size_t room;			/* a power of two */
	size_t used;
};

struct shaping {
	struct fonts *fonts;
	struct arena *arena, *scratch;
	struct text *text;
	struct letter *letter;
	size_t letters;
	PangoLogAttr *attr;
	PangoGlyphString *string;
};

static bool is_selector(uint32_t code) {
	return (code >= 0xFE00 && code <= 0xFE0F)
	    || (code >= 0xE0100 && code <= 0xE01EF);
}

/* White space, the spaces of Western typography too, which Japanese faces
 * lack; not U+3000, which is a letter of text here. */
static bool is_blank(uint32_t code) {
	return code == ' ' || code == '\t' || code == '\n' || code == '\r'
	    || (code >= 0x2000 && code <= 0x200A) || code == 0x2029
	    || code == 0x202F || code == 0x205F;
}

/* Characters without width or meaning on paper. */
static bool is_void(uint32_t code) {
	return code < ' ' || (code >= 0x7F && code < 0xA0) || code == 0xAD
	    || (code >= 0x200B && code <= 0x200F)
	    || (code >= 0x202A && code <= 0x202E)
	    || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

/* The last character of the buffer, or 0. */
static uint32_t last_code(const struct buf *buf) {
	uint32_t code = 0;
	size_t from = buf->n;
	while (from > 0 && ((unsigned char)buf->p[from - 1] & 0xC0) == 0x80)
		from--;
	if (from > 0)
		str_utf8((struct str){ buf->p + from - 1, buf->n - from + 1 },
		    &code);
	return code;
}

void text_add(struct buf *buf, struct str text) {
	uint32_t code;
	for (size_t n; (n = str_utf8(text, &code)) > 0; ) {
		uint32_t last = last_code(buf);
		if (is_blank(code) && last != ' ' && last != 0)
			buf_char(buf, ' ');
		else if (!is_blank(code) && !is_void(code))
			buf_add(buf, (struct str){ text.p, n });
		text.p += n;
		text.n -= n;
	}
}

static void say_missing(struct shaping *shaping, uint32_t code,
    uint32_t selector) {
	struct fonts *fonts = shaping->fonts;
	if (!font_missing(fonts, code, selector))
		return;
	const char *sample = diag_str(shaping->text->text);
	const struct doc *doc = font_shaped(fonts);
	struct place place = { .line = 0 };
	if (doc != NULL)
		origin_find(doc, code, selector, &place);
	if (selector == 0)
		diag(DIAG_GLYPH_MISSING, &place, arena_printf(shaping->scratch,
		    "U+%04X", (unsigned)code), sample, NULL);
	else
		diag(DIAG_GLYPH_SEQUENCE, &place, arena_printf(shaping->scratch,
		    "U+%04X U+%04X", (unsigned)code, (unsigned)selector),
		    sample, NULL);
}

static int size_of(const struct text *text, const struct text_span *span) {
	return span->mark.n > 0 ? text->size * TEXT_RAISED / 100 : text->size;
}

/* The first face of the chain that has the character or sequence. */
static struct face *choose_face(struct shaping *shaping,
    const struct text_span *span, uint32_t code, uint32_t selector) {
	const enum font_role chain[] = { span->role, FONT_GOTHIC, FONT_MINCHO,
	    FONT_RARE };
	for (size_t i = 0; i < sizeof chain / sizeof *chain; i++) {
		struct face *face = font_face(shaping->fonts, chain[i],
		    size_of(shaping->text, span));
		if (font_glyph(face, code, selector) != 0)
			return face;
	}
	return NULL;
}

/* Give the cluster of letters that begins at i its face; returns its end. */
static size_t face_cluster(struct shaping *shaping, size_t i) {
	struct letter *first = &shaping->letter[i];
	size_t end = i + 1;
	while (end < shaping->letters
	    && !shaping->attr[end].is_cursor_position)
		end++;
	uint32_t selector = end > i + 1 && is_selector(first[1].code)
	    ? first[1].code : 0;
	const struct text_span *span = &shaping->text->span[first->span];
	struct face *face = choose_face(shaping, span, first->code, selector);
	if (face == NULL && first->code != LINE_SEPARATOR) {
		say_missing(shaping, first->code, selector);
		first->missing = true;
	}
	if (face == NULL)
		face = font_face(shaping->fonts, span->role,
		    size_of(shaping->text, span));
	for (size_t k = i; k < end; k++)
		shaping->letter[k].face = face;
	return end;
}

static void read_letters(struct shaping *shaping) {
	struct str rest = shaping->text->text;
	size_t span = 0;
	shaping->letter = arena_array(shaping->scratch, rest.n + 1,
	    sizeof *shaping->letter);
	while (rest.n > 0) {
		struct letter *letter = &shaping->letter[shaping->letters++];
		letter->at = (size_t)(rest.p - shaping->text->text.p);
		size_t n = str_utf8(rest, &letter->code);
		while (span + 1 < shaping->text->spans
		    && letter->at >= shaping->text->span[span].to)
			span++;
		letter->span = span;
		rest.p += n;
		rest.n -= n;
	}
	shaping->letter[shaping->letters].at = shaping->text->text.n;
	shaping->attr = arena_array(shaping->scratch, shaping->letters + 1,
	    sizeof *shaping->attr);
	pango_get_log_attrs(shaping->text->text.p, (int)shaping->text->text.n,
	    0, pango_language_from_string("ja"), shaping->attr,
	    (int)shaping->letters + 1);
	for (size_t i = 0; i < shaping->letters; )
		i = face_cluster(shaping, i);
}

/* The letter that begins at or holds the byte, looking from letter i on. */
static size_t letter_at(const struct shaping *shaping, size_t i, size_t byte) {
	while (i + 1 < shaping->letters && shaping->letter[i + 1].at <= byte)
		i++;
	return i;
}

static struct frame_glyph *add_glyph(struct shaping *shaping) {
	struct text *text = shaping->text;
	text->glyph = arena_room(shaping->arena, text->glyph, text->glyphs,
	    sizeof *text->glyph);
	return &text->glyph[text->glyphs++];
}

static void replace_geta(struct shaping *shaping, struct cluster *cluster) {
	struct text *text = shaping->text;
	text->glyphs = cluster->glyph;
	const struct text_span *span = &text->span[cluster->span];
	cluster->face = font_face(shaping->fonts, span->role,
	    size_of(text, span));
	*add_glyph(shaping) = (struct frame_glyph){
		.glyph = font_glyph(cluster->face, GETA, 0),
		.advance = cluster->face->size, .cluster = (int)cluster->from };
	cluster->glyphs = 1;
	cluster->advance = cluster->face->size;
}

/* The cluster that the letter's glyphs belong to: a new one, or the one before
 * where the letter is a mark or selector of it. */
static struct cluster *open_cluster(struct shaping *shaping, size_t i) {
	struct text *text = shaping->text;
	const struct letter *letter = &shaping->letter[i];
	if (!shaping->attr[i].is_cursor_position && text->clusters > 0)
		return &text->cluster[text->clusters - 1];
	uint32_t before = i > 0 ? letter[-1].code : 0;
	uint32_t earlier = i > 1 ? letter[-2].code : 0;
	struct cluster *cluster = &text->cluster[text->clusters++];
	*cluster = (struct cluster){ .from = letter->at, .glyph = text->glyphs,
	    .face = letter->face, .span = letter->span, .code = letter->code,
	    .class = kinsoku_class(letter->code),
	    .must = before == LINE_SEPARATOR,
	    .breaks = shaping->attr[i].is_line_break
	    && text->span[letter->span].mark.n == 0
	    && !kinsoku_binds(earlier, before, letter->code) };
	return cluster;
}

/* The glyphs that share a place in the text, from g on, into the cluster;
 * returns the first one behind them.  *unknown: the face lacks one. */
static int take_cluster(struct shaping *shaping, struct cluster *cluster,
    int g, bool *unknown) {
	const PangoGlyphString *string = shaping->string;
	int log = string->log_clusters[g];
	*unknown = false;
	for (; g < string->num_glyphs && string->log_clusters[g] == log; g++) {
		const PangoGlyphInfo *info = &string->glyphs[g];
		cluster->advance += info->geometry.width;
		if (info->glyph == PANGO_GLYPH_EMPTY)
			continue;
		*unknown |= (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
		*add_glyph(shaping) = (struct frame_glyph){ info->glyph,
		    info->geometry.x_offset, info->geometry.y_offset,
		    info->geometry.width, (int)cluster->from };
		cluster->glyphs++;
	}
	return g;
}

/* Glyphs of letters [from, to), which have one face, into clusters. */
static void take_glyphs(struct shaping *shaping, size_t from, size_t to) {
	const PangoGlyphString *string = shaping->string;
	size_t start = shaping->letter[from].at;
	size_t i = from;
	for (int g = 0; g < string->num_glyphs; ) {
		bool unknown;
		i = letter_at(shaping, i,
		    start + (size_t)string->log_clusters[g]);
		const struct letter *letter = &shaping->letter[i];
		struct cluster *cluster = open_cluster(shaping, i);
		g = take_cluster(shaping, cluster, g, &unknown);
		cluster->to = g < string->num_glyphs
		    ? start + (size_t)string->log_clusters[g]
		    : shaping->letter[to].at;
		if (letter->code == LINE_SEPARATOR) {
			cluster->advance = 0;
			cluster->glyphs = 0;
		} else if (unknown || letter->missing) {
			if (!letter->missing)
				say_missing(shaping, letter->code, 0);
			replace_geta(shaping, cluster);
		}
	}
}

/* Shape letters [from, to), which have one face and one kind of script. */
static void shape_run(struct shaping *shaping, size_t from, size_t to) {
	const struct letter *letter = &shaping->letter[from];
	struct str all = shaping->text->text;
	PangoAnalysis analysis = { 0 };
	analysis.font = letter->face->pango_font;
	analysis.language = pango_language_from_string("ja");
	analysis.gravity = PANGO_GRAVITY_SOUTH;
	analysis.script = letter->code < 0x250 ? PANGO_SCRIPT_LATIN
	    : PANGO_SCRIPT_HAN;
	pango_shape_full(all.p + letter->at,
	    (int)(shaping->letter[to].at - letter->at), all.p, (int)all.n,
	    &analysis, shaping->string);
	take_glyphs(shaping, from, to);
}

static void shape_runs(struct shaping *shaping) {
	shaping->string = pango_glyph_string_new();
	for (size_t from = 0, to; from < shaping->letters; from = to) {
		const struct letter *first = &shaping->letter[from];
		bool latin = first->code < 0x250;
		for (to = from + 1; to < shaping->letters; to++) {
			const struct letter *at = &shaping->letter[to];
			if (at->face != first->face || at->span != first->span)
				break;
			if ((at->code < 0x250) != latin
			    && shaping->attr[to].is_cursor_position)
				break;
		}
		shape_run(shaping, from, to);
	}
	pango_glyph_string_free(shaping->string);
}

/* White between neighbours: half an em goes where punctuation meets, a little
 * comes where Western letters meet Japanese ones. */
static void space_clusters(struct text *text) {
	for (size_t i = 0; i + 1 < text->clusters; i++) {
		struct cluster *cluster = &text->cluster[i];
		enum kinsoku next = cluster[1].class;
		if (cluster->advance * 10 >= text->size * 9
		    && kinsoku_compress(cluster->class, next))
			cluster->cut = text->size / 2;
		if ((cluster->class == KINSOKU_LATIN && next == KINSOKU_WIDE)
		    || (cluster->class == KINSOKU_WIDE && next == KINSOKU_LATIN))
			cluster->gap = text->size / WAOU_PARTS;
	}
}

/* A base is never parted, and as wide as its reading at least: the white goes
 * around its letters, half a share at both ends (JIS X 4051, 4.12). */
static void make_room(struct text *text, size_t from, size_t to,
    const struct text *ruby) {
	int parts = (int)(to - from), used = 0;
	int white = ruby->max - text_width(text, from, to);
	for (size_t i = from; i < to; i++) {
		struct cluster *cluster = &text->cluster[i];
		cluster->breaks = cluster->breaks && i == from;
		int upto = (int)(i - from + 1) * white / parts;
		if (white <= 0)
			continue;
		for (size_t g = 0; g < cluster->glyphs; g++)
			text->glyph[cluster->glyph + g].x += (upto - used) / 2;
		cluster->advance += upto - used;
		used = upto;
	}
}

static void make_rooms(struct text *text) {
	for (size_t from = 0, to; from < text->clusters; from = to) {
		size_t span = text->cluster[from].span;
		for (to = from + 1; to < text->clusters
		    && text->cluster[to].span == span; )
			to++;
		if (text->span[span].ruby != NULL)
			make_room(text, from, to, text->span[span].ruby);
	}
}

int text_width(const struct text *text, size_t from, size_t to) {
	int width = 0;
	for (size_t i = from; i < to && width < WIDEST; i++) {
		const struct cluster *cluster = &text->cluster[i];
		width += cluster->advance;
		if (i + 1 < to)
			width += cluster->gap - cluster->cut;
	}
	return width;
}

static void measure(struct text *text) {
	size_t from = 0;
	for (size_t i = 1; i <= text->clusters; i++) {
		if (i < text->clusters && !text->cluster[i].breaks)
			continue;
		size_t to = i;
		while (to > from && text->cluster[to - 1].class == KINSOKU_SPACE)
			to--;
		int width = text_width(text, from, to);
		if (width > text->min)
			text->min = width;
		from = i;
	}
	text->max = text_width(text, 0, text->clusters);
}

const struct text *text_shape(struct fonts *fonts, struct arena *arena,
    struct str raw, struct text_span *span, size_t spans, int size) {
	struct arena *scratch = arena_new();
	struct text *text = arena_alloc(arena, sizeof *text);
	struct shaping shaping = { .fonts = fonts, .arena = arena,
	    .scratch = scratch, .text = text };
	text->text = raw;
	text->size = size;
	text->span = span;
	text->spans = spans;
	read_letters(&shaping);
	text->cluster = arena_array(arena, shaping.letters + 1,
	    sizeof *text->cluster);
	shape_runs(&shaping);
	space_clusters(text);
	make_rooms(text);
	measure(text);
	arena_free(scratch);
	return text;
}

/* The place of the key, or the empty place where it belongs (FNV-1a). */
static struct text_key *cache_place(const struct text_cache *cache,
    const struct text_key *key) {
	uint64_t hash = 14695981039346656037u ^ (uint64_t)key->role
	    ^ (uint64_t)key->size << 8;
	for (size_t i = 0; i < key->raw.n; i++)
		hash = (hash ^ (unsigned char)key->raw.p[i]) * 1099511628211u;
	size_t at = (size_t)(hash ^ hash >> 32) & (cache->room - 1);
	while (cache->key[at].text != NULL && (cache->key[at].role != key->role
	    || cache->key[at].size != key->size
	    || !str_equal(cache->key[at].raw, key->raw)))
		at = (at + 1) & (cache->room - 1);
	return &cache->key[at];
}

static struct text_cache *cache_grown(struct arena *arena,
    const struct text_cache *old) {
	struct text_cache *cache = arena_alloc(arena, sizeof *cache);
	cache->room = old == NULL ? 256 : old->room * 4;
	cache->key = arena_array(arena, cache->room, sizeof *cache->key);
	for (size_t i = 0; old != NULL && i < old->room; i++) {
		if (old->key[i].text == NULL)
			continue;
		*cache_place(cache, &old->key[i]) = old->key[i];
		cache->used++;
	}
	return cache;
}

struct str text_nothing(const struct fonts *fonts) {
	const struct doc *doc = font_shaped(fonts);
	return doc == NULL ? (struct str){ NULL, 0 } : doc->empty;
}

const struct text *text_plain(struct fonts *fonts, struct str raw,
    enum font_role role, int size) {
	struct arena *arena = font_arena(fonts);
	struct text_cache **cache = font_cache(fonts);
	if (*cache == NULL || (*cache)->used * 2 >= (*cache)->room)
		*cache = cache_grown(arena, *cache);
	struct text_key key = { raw, role, size, NULL };
	struct text_key *place = cache_place(*cache, &key);
	if (place->text != NULL)
		return place->text;
	struct buf buf = buf_in(arena);
	text_add(&buf, raw);
	struct text_span *span = arena_alloc(arena, sizeof *span);
	*span = (struct text_span){ .to = buf.n, .role = role };
	key.raw = str_copy(arena, raw);
	key.text = text_shape(fonts, arena, buf_str(&buf), span, 1, size);
	*place = key;
	(*cache)->used++;
	return key.text;
}
