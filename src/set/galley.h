/*
 * galley - a document before it is cut into pages: strips, one below the other.
 *
 * A strip is drawn already and never divided.  All that a page needs to know
 * about breaking stands in the strip; what it shows stands in its art, whose
 * origin is the strip's top at the left margin.
 */
#ifndef GEPPO_GALLEY_H
#define GEPPO_GALLEY_H

#include "doc/doc.h"
#include "set/sketch.h"

struct galley_head;

struct strip {
	struct fragment art;		/* w unused */
	size_t fills;			/* its first items: painted before all
					   else on the page, so that no fill
					   covers the rule above it */
	int before;			/* white above, not at a page's top */
	bool keep;			/* on one page with the next strip */
	bool opens;			/* stands at a page's top */
	size_t run;			/* of strips in two columns; 0: it spans them */
	size_t figure;			/* strips of the figure that begins here and may
					   stand on the next page; 0: none */
	struct fragment low;		/* the figure drawn lower, for less room;
					   of height 0: there is none */
	const struct galley *notes;	/* footnotes that it refers to, or NULL */
	const struct galley_head *head;	/* repeated above it at a page's top */
	const struct node *section;	/* whose heading this is */
	const struct node *entry;	/* section whose page is printed here */
	int entry_y;			/* its baseline */
};

/* What a page that begins inside a table shows first. */
struct galley_head {
	struct strip *strip;
	size_t strips;
	int height;
};

/* Strips for pages of one shape. */
struct galley {
	enum page_style page;
	bool cover;			/* without running head and foot */
	struct strip *strip;
	size_t strips;
};

struct galley *galley_new(struct arena *arena, enum page_style page);

/* Append a strip; the pointer is good until the next one. */
struct strip *galley_add(struct arena *arena, struct galley *galley,
    const struct sketch *art, int height, int before);

/* Draw something behind strips [from, end): their white becomes part of them,
 * and each gets one filled box of the width and a bar at its left. */
void galley_tint(struct arena *arena, struct galley *galley, size_t from,
    int x, int width, int bar, struct colour fill, struct colour edge);

/* Hold strips [from, end) on one page, if a page can. */
void galley_keep(struct galley *galley, size_t from);

#endif
