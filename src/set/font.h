/*
 * font - the faces of a document, from a list in fonts/ and from nowhere else.
 *
 * A private font configuration holds the listed files, so pages do not depend
 * on what else is installed, on caches, HOME or the locale.  A struct fonts
 * serves many documents, one after another, and owns every face it lends.
 */
#ifndef GEPPO_FONT_H
#define GEPPO_FONT_H

#include "set/frame.h"
#include "set/theme.h"

struct fonts;
struct text_cache;
struct doc;

enum font_role {
	FONT_GOTHIC, FONT_GOTHIC_BOLD, FONT_MINCHO,
	FONT_RARE,	/* characters and sequences that the others lack */
	FONT_ROLES
};

/* Find and load the files of fonts/list.LANGUAGE, else of fonts/list; NULL
 * after a diag when one is missing.  The arena must outlive the fonts. */
struct fonts *font_open(struct arena *arena, const char *workspace,
    struct str language);

/* Give the faces back to Pango.  NULL is allowed. */
void font_close(struct fonts *fonts);

/* The face of a role at a size. */
struct face *font_face(struct fonts *fonts, enum font_role role, int size);

/* The glyph of the character, or of the variation sequence when selector is
 * not 0; 0 when the face lacks it. */
uint32_t font_glyph(const struct face *face, uint32_t code,
    uint32_t selector);

/* The glyph of the character for a line that runs downwards. */
uint32_t font_glyph_down(const struct face *face, struct str character);

/* The height of a digit above the baseline, for centring beside rules. */
int font_digit_height(const struct face *face);

const struct theme *font_theme(const struct fonts *fonts);
struct arena *font_arena(const struct fonts *fonts);

/* What set/text keeps beside the faces. */
struct text_cache **font_cache(struct fonts *fonts);

/* The document whose texts are shaped next: a missing character is reported
 * with its place in it.  NULL: none. */
void font_document(struct fonts *fonts, const struct doc *doc);
const struct doc *font_shaped(const struct fonts *fonts);

/* True the first time that the sequence is asked about: a missing character
 * is reported once, however often it stands in a document. */
bool font_missing(struct fonts *fonts, uint32_t code, uint32_t selector);

#endif
