/*
 * page - the shape of a page, and how many strips it takes.
 */
#ifndef GEPPO_PAGE_H
#define GEPPO_PAGE_H

#include "set/galley.h"

/* White between two columns. */
#define PAGE_GUTTER (20 * FRAME_POINT)

/* A page and the area between its margins. */
struct page_shape {
	int w, h;
	int left, top;
	int width, height;
	int column;			/* width of each of two columns */
	bool slide;
};

struct page_shape page_shape(enum page_style style);

/* Where a strip of the page stands. */
struct page_place {
	const struct strip *strip;
	int x, y;			/* from the top left of the area */
};

/* Strips of footnotes, in the order of their marks. */
struct page_notes {
	const struct strip **strip;
	size_t strips;
};

struct page {
	struct page_place *place;
	size_t places;
	size_t next;			/* the strip that the next page begins with */
	struct page_notes due;		/* footnotes that the next page begins with */
	int foot;			/* of what stands above the footnotes */
	bool rules;			/* there are footnotes: below a rule ... */
	int rule_y;			/* ... at this height */
	int over;			/* by how much it runs out at the foot */
};

/*
 * Fill a page of the height with strips from `from` on, and with footnotes that
 * the page before it could not take.  Takes at least one strip or one line of
 * those footnotes, whatever its height and keep rules, so that paging always
 * ends (style.md rule 31).  Footnotes stand on the page of their mark; only
 * those that fit on no page with what is kept together around it go on on the
 * next one.
 */
struct page page_fill(struct arena *arena, const struct galley *galley,
    size_t from, int height, struct page_notes due);

#endif
