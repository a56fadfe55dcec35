/*
 * text - one paragraph, shaped once.
 *
 * A text is a row of clusters with their natural widths and the places where a
 * line may begin; set/line cuts it to any width without shaping again.  Texts
 * of one style are kept by their characters, since the cells of a ledger
 * repeat.  A character or variation sequence that no face has is reported and
 * shown as 〓 (U+3013).
 */
#ifndef GEPPO_TEXT_H
#define GEPPO_TEXT_H

#include "set/font.h"
#include "set/kinsoku.h"

struct buf;

/* A stretch of one look. */
struct text_span {
	size_t from, to;
	enum font_role role;
	bool coloured;			/* else in the colour of the whole */
	struct colour colour;
	struct str target;		/* of a link, or empty */
	const struct node *node;	/* NULL: the node of the whole */
	const struct text *ruby;	/* the reading above it, or NULL */
	struct str mark;		/* id of a footnote's mark, small and
					   high, or empty */
};

/* Size of a footnote's mark in hundredths of the em. */
#define TEXT_RAISED 65

/* The least piece of text that has a width. */
struct cluster {
	size_t from, to;		/* bytes */
	size_t glyph, glyphs;
	struct face *face;
	size_t span;
	uint32_t code;			/* its first character */
	enum kinsoku class;
	int advance;
	int cut;			/* white that goes when the next follows */
	int gap;			/* white that comes when the next follows */
	bool breaks;			/* a line may begin here */
	bool must;			/* a line must begin here */
};

struct text {
	struct str text;
	int size;			/* em */
	struct text_span *span;
	size_t spans;
	struct cluster *cluster;
	size_t clusters;
	struct frame_glyph *glyph;
	size_t glyphs;
	int min;			/* the widest piece without a break */
	int max;			/* all on one line */
};

/* Append text as it is set: white space folded, what has no width left out. */
void text_add(struct buf *buf, struct str text);

/* Shape text that text_add made; the spans cover it in order. */
const struct text *text_shape(struct fonts *fonts, struct arena *arena,
    struct str text, struct text_span *span, size_t spans, int size);

/* What stands for a value that there is none of, in the document that is
 * shaped. */
struct str text_nothing(const struct fonts *fonts);

/* One span of the role, from raw characters, kept for the next time. */
const struct text *text_plain(struct fonts *fonts, struct str text,
    enum font_role role, int size);

/* Width of clusters [from, to) on one line. */
int text_width(const struct text *text, size_t from, size_t to);

#endif
