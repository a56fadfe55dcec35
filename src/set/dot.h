/*
 * dot - where the boxes of a diagram stand: the only caller of graphviz.
 */
#ifndef GEPPO_DOT_H
#define GEPPO_DOT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct node;

/* The smallest type of a diagram that is read with ease (pages.md 8). */
#define DOT_READABLE (8 * FRAME_POINT)

/* A box of a given size; its top left corner and its rank, from 0, are the
 * answer. */
struct dot_box {
	int x, y, w, h;
	int rank;
	size_t lane;		/* index, or DOT_NO_LANE */
};

#define DOT_NO_LANE ((size_t)-1)

struct dot_edge {
	size_t from, to;
};

struct dot {
	struct dot_box *box;
	size_t boxes;
	const struct dot_edge *edge;
	size_t edges;
	struct dot_box *lane;	/* place and size are answers */
	size_t lanes;
	bool across;		/* ranks run from left to right */
	int beside, below;	/* white between boxes, between ranks */
	int margin;		/* of a lane around its boxes */
	int w, h;		/* answers */
};

/* The boxes and edges of a diagram, still without sizes and lanes. */
struct dot dot_of(struct arena *arena, const struct node *diagram);

/* Lay out the diagram; false when graphviz cannot. */
bool dot_layout(struct dot *dot);

#endif
