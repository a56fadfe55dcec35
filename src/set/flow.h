/*
 * flow - the blocks of a document, one below the other, into galleys.
 *
 * The first two steps of typesetting: collect and measure.  A block appends
 * strips to the open galley; a change of the page's shape opens a new one.
 */
#ifndef GEPPO_FLOW_H
#define GEPPO_FLOW_H

#include "set/galley.h"
#include "set/text.h"

struct flow {
	struct arena *arena;
	struct fonts *fonts;
	const struct theme *theme;	/* of the open galley */
	const struct theme *slide;	/* the same in large type */
	const struct doc *doc;
	struct galley *galley;		/* the open one: the last of all */
	struct galley **all;
	size_t galleys;
	size_t strips;			/* of all galleys together */
	int x, width;			/* of the column, from the left margin */
	int space;			/* white owed above the next strip */
	size_t runs;			/* in two columns so far */
	size_t run;			/* the open one of them, or 0 */
	bool opens;			/* the next strip begins a page */
};

struct flow flow_new(struct arena *arena, struct fonts *fonts,
    const struct doc *doc);

/* Open a galley for pages of the shape; an empty one gives way, and one of the
 * shape that was left for nothing goes on. */
void flow_open(struct flow *flow, enum page_style page);

/* Append a strip below the white that is owed, at least `before`. */
struct strip *flow_strip(struct flow *flow, const struct sketch *art,
    int height, int before);

/* Owe at least this white above the next strip. */
void flow_space(struct flow *flow, int space);

/* The height that a strip can have on the open galley's pages. */
int flow_page_height(const struct flow *flow);

/* Is the open galley one of slides? */
bool flow_slides(const struct flow *flow);

/* The document's blocks, from its root. */
void flow_document(struct flow *flow);

/* The block children of a node. */
void flow_blocks(struct flow *flow, const struct node *node);

#endif
