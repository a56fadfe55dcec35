/*
 * swimgrid - a flow on a grid: a column or more for each lane, a row for each
 * rank, and the ways of its lines through the white between them.
 *
 * Row r stands between the gaps r and r + 1, column c between the channels c
 * and c + 1.  Ways that would cover each other run on tracks of their own.
 */
#ifndef GEPPO_SWIMGRID_H
#define GEPPO_SWIMGRID_H

#include "set/dot.h"

struct arena;

struct swim_cell {
	size_t column, row;
};

enum swim_kind {
	SWIM_STRAIGHT,			/* down the column */
	SWIM_BENT,			/* across in one gap */
	SWIM_AROUND			/* by a channel from gap to gap */
};

struct swim_way {
	enum swim_kind kind;
	int out, in;			/* -1 left of the box's middle, 1 right */
	size_t gap;			/* below the first box, or above the last */
	size_t last;			/* SWIM_AROUND: above the last box */
	size_t channel, track;		/* SWIM_AROUND */
};

struct swim_grid {
	struct swim_cell *cell;		/* of each box of the dot */
	size_t *lane;			/* of each column */
	size_t columns, rows;
	size_t *tracks;			/* of each channel */
	struct swim_way *way;		/* of each edge of the dot */
};

/* Every box of the dot has a lane; its ranks are asked for here.  False when
 * graphviz cannot. */
bool swimgrid_make(struct arena *arena, struct dot *dot, size_t lanes,
    struct swim_grid *grid);

#endif
