/*
 * grid - widths of columns from what stands in them.
 *
 * Deterministic, in integers: columns of numbers keep what they need, columns
 * of prose share what is left.
 */
#ifndef GEPPO_GRID_H
#define GEPPO_GRID_H

#include <stdbool.h>
#include <stddef.h>

struct grid_column {
	int min;		/* the widest piece that cannot break */
	int ease;		/* from min to max: what reads well */
	int max;		/* all on one line */
	int weight;		/* share of the width; 0: by content */
	bool nowrap;		/* never narrower than max, if there is room */
	int width;		/* the result; all add up to the table's */
};

/* A cell over several columns asks for at least these. */
void grid_span(struct grid_column *column, size_t columns, int min, int max);

/* Does the width hold the columns so that prose reads well and no word breaks? */
bool grid_suits(const struct grid_column *column, size_t columns, int width);

void grid_fit(struct grid_column *column, size_t columns, int width);

#endif
