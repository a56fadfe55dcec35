/*
 * mark - the pieces of pages that a reading aid tells apart.
 *
 * A mark is a stretch of items of one page that say one part of one node, or
 * an artifact: what only the page needs, and heads of tables that are
 * repeated.  The n-th mark of a page has the marked-content id n (pages.md
 * 2.3).  Every page begins with an artifact without items, its paper.
 */
#ifndef GEPPO_MARK_H
#define GEPPO_MARK_H

#include "doc/doc.h"
#include "set/frame.h"

struct arena;

/* A rectangle of a page, y downwards. */
struct mark_box {
	int left, top, right, foot;
};

struct mark {
	const struct node *block;	/* NULL: an artifact */
	const struct node *link;	/* the link that it stands in, or NULL */
	const struct node *ruby;	/* whose base or reading it is, or NULL */
	enum item_part part;
	bool reading;
	uint32_t page;
	uint32_t from, to;		/* items of the page */
	struct mark_box box;
};

/* A place that the document names. */
struct mark_spot {
	struct str id;
	size_t page;
	int x, y;
};

/* An area that leads somewhere: to a spot, else to an address. */
struct mark_area {
	const struct node *link;
	enum item_part part;		/* of a footnote: its mark, its label */
	size_t page;
	struct mark_box box;
	const struct mark_spot *spot;
	struct str address;
};

struct marks {
	const struct frame *frame;
	struct mark *at;
	size_t count;
	size_t *first;			/* of each page, and the end */
	struct mark_area *area;		/* by page */
	size_t areas;
	struct mark_spot *spot;		/* by id */
	size_t spots;
};

struct marks mark_frame(struct arena *arena, const struct frame *frame);

#endif
