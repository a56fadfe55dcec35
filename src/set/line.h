/*
 * line - a shaped text cut into lines, and lines into runs of glyphs.
 *
 * First fit: a line takes what the next line cannot take better, since short
 * Japanese lines gain little from looking ahead; but the last line of a
 * paragraph is not left with a letter or two.  Lines are justified by white
 * that stays below 0.08 em a gap, so that text taken from the PDF has no
 * spaces that nobody wrote (pages.md 3.2); a line that would need more stays
 * ragged.
 */
#ifndef GEPPO_LINE_H
#define GEPPO_LINE_H

#include "set/sketch.h"
#include "set/text.h"

struct line_rule {
	int width;
	int indent;		/* of the first line; may be negative */
	bool justify;
	bool hang;		/* 、 and 。 may stand in the right margin */
};

struct line {
	size_t from, to;	/* clusters that are drawn */
	int indent;		/* where it begins; below 0 for 「 at its start */
	int width;		/* natural, of what is drawn */
	int slack;		/* white to spread, never negative */
};

struct lines {
	struct line *at;
	size_t count;
};

/* At least one line, even of an empty text. */
struct lines line_fill(struct arena *arena, const struct text *text,
    struct line_rule rule);

/* The lines of a text that is not justified. */
struct lines line_ragged(struct arena *arena, const struct text *text,
    int width);

/* As few lines as the width allows, all of about one length, two of them parted
 * at a space: for names, whose last letter must not stand alone. */
struct lines line_balanced(struct arena *arena, const struct text *text,
    int width);

/* Draw with the baseline at y; colour and node where the spans say none. */
void line_draw(struct sketch *sketch, const struct text *text,
    const struct line *line, int x, int y, struct colour colour,
    const struct node *node);

/* The area of the run that begins with cluster `from`, with its node and part,
 * where that leads somewhere; and the place where the mark of a footnote
 * begins, for the way back. */
void line_lead(struct sketch *sketch, const struct text *text, size_t from,
    struct item area);

#endif
