/*
 * theme - colours and sizes of a document, from templates/theme.txt.
 *
 * Sizes are points in the file and Pango units here.
 */
#include "set/theme.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/ratio.h"
#include "base/words.h"
#include "doc/doc.h"

#define SMALLEST_POINT 4
#define LARGEST_POINT 72

/* The value of a hexadecimal digit, or -1. */
static int hex_digit(char c) {
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool read_colour(struct str text, struct colour *colour) {
	unsigned char part[3];
	if (text.n != 7 || text.p[0] != '#')
		return false;
	for (size_t i = 0; i < 3; i++) {
		int high = hex_digit(text.p[1 + 2 * i]);
		int low = hex_digit(text.p[2 + 2 * i]);
		if (high < 0 || low < 0)
			return false;
		part[i] = (unsigned char)(high * 16 + low);
	}
	*colour = (struct colour){ part[0], part[1], part[2] };
	return true;
}

static struct colour theme_colour(const struct words *words, const char *key,
    unsigned usual) {
	struct colour colour = { (unsigned char)(usual >> 16),
	    (unsigned char)(usual >> 8), (unsigned char)usual };
	struct str text = words_maybe(words, key);
	if (!read_colour(text, &colour))
		diag(DIAG_THEME_VALUE, NULL, key, diag_str(text), "#rrggbb",
		    NULL);
	return colour;
}

static int theme_size(const struct words *words, const char *key, int usual) {
	struct str text = words_maybe(words, key);
	struct decimal points;
	if (!ratio_read_decimal(text, &points)) {
		diag(DIAG_THEME_VALUE, NULL, key, diag_str(text), "4 .. 72",
		    NULL);
		return usual;
	}
	int64_t unit = 1;
	for (int i = 0; i < points.scale; i++)
		unit *= 10;
	if (points.n < SMALLEST_POINT * unit || points.n > LARGEST_POINT * unit) {
		diag(DIAG_THEME_VALUE, NULL, key, diag_str(text), "4 .. 72",
		    NULL);
		return usual;
	}
	/* 72 * 10^9 * 1024 fits 64 bits */
	return (int)(points.n * FRAME_POINT / unit);
}

static void read_tones(const struct words *words, struct theme *theme) {
	theme->tone[DOC_TONE_NONE] = theme->text;
	theme->tone[DOC_TONE_GOOD] = theme_colour(words, "colour.good", 0x1b5e35);
	theme->tone[DOC_TONE_BAD] = theme_colour(words, "colour.bad", 0xa3191f);
	theme->tone[DOC_TONE_WARN] = theme_colour(words, "colour.warn", 0x7a4a00);
	theme->tone[DOC_TONE_MUTED] = theme->muted;
	theme->tint[DOC_TONE_NONE] = theme->paper;
	theme->tint[DOC_TONE_GOOD] =
	    theme_colour(words, "colour.tint.good", 0xe6f2ea);
	theme->tint[DOC_TONE_BAD] =
	    theme_colour(words, "colour.tint.bad", 0xfae8e8);
	theme->tint[DOC_TONE_WARN] =
	    theme_colour(words, "colour.tint.warn", 0xfdf3dc);
	theme->tint[DOC_TONE_MUTED] =
	    theme_colour(words, "colour.tint.muted", 0xeff1f3);
}

const struct theme *theme_read(struct arena *arena, const char *workspace) {
	static const char *const chart[THEME_CHARTS] = { "chart.1", "chart.2",
	    "chart.3", "chart.4", "chart.5", "chart.6" };
	static const unsigned usual[THEME_CHARTS] = { 0x1f4e79, 0xc55a11,
	    0x3f8f5b, 0x8a6bb0, 0xb58900, 0x6b7680 };
	const struct words *words = words_read_file(arena, workspace,
	    "templates/theme.txt");
	if (words == NULL)
		return NULL;
	struct theme *theme = arena_alloc(arena, sizeof *theme);
	theme->text = theme_colour(words, "colour.text", 0x1a1a1a);
	theme->paper = theme_colour(words, "colour.paper", 0xffffff);
	theme->accent = theme_colour(words, "colour.accent", 0x1f4e79);
	theme->rule = theme_colour(words, "colour.rule", 0x8a949e);
	theme->muted = theme_colour(words, "colour.muted", 0x5a6470);
	theme->tint_head = theme_colour(words, "colour.tint.head", 0xe8eef4);
	theme->tint_accent =
	    theme_colour(words, "colour.tint.accent", 0xf3f6fa);
	read_tones(words, theme);
	for (size_t i = 0; i < THEME_CHARTS; i++)
		theme->chart[i] = theme_colour(words, chart[i], usual[i]);
	theme->body = theme_size(words, "size.body", 10547);
	theme->leading = theme_size(words, "size.leading", 17 * FRAME_POINT);
	theme->table = theme_size(words, "size.table", 8704);
	theme->mincho = str_is(words_maybe(words, "font.body"),
	    "BIZ UDMincho");
	return theme;
}
