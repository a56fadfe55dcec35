/*
 * page - the shape of a page, and how many strips it takes.
 */
#ifndef GEPPO_PAGE_H
#define GEPPO_PAGE_H

#include "set/galley.h"

/* A page and the area between its margins. */
struct page_shape {
	int w, h;
	int left, top;
	int width, height;
	bool slide;
};

struct page_shape page_shape(enum page_style style);

/* Where a strip of the page stands. */
struct page_place {
	const struct strip *strip;
	int y;				/* below the top of the area */
};

struct page {
	struct page_place *place;
	size_t places;
	size_t next;			/* the strip that the next page begins with */
	int over;			/* by how much it runs out at the foot */
};

/*
 * Fill a page of the height with strips from `from` on.  Takes at least one
 * strip, whatever its height and keep rules, so that paging always ends
 * (style.md rule 31).
 */
struct page page_fill(struct arena *arena, const struct galley *galley,
    size_t from, int height);

#endif
