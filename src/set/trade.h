/*
 * trade - width that one column of a table gives to another, where that makes
 * the rows lower.
 */
#ifndef GEPPO_TRADE_H
#define GEPPO_TRADE_H

#include "set/grid.h"

/* What cells ask for on one line, row by row; 0 where none stands. */
struct trade_cells {
	const int *ask;
	size_t rows, columns;
	int pad;			/* white at both sides of a cell */
	int letter;
};

/* Change the widths that grid_fit gave, not their sum.  Rows get as low as
 * giving columns' width to others makes them; prose keeps what it needs to be
 * read, and dates of one width stay alike. */
void trade_widths(struct grid_column *column, const struct trade_cells *cells);

#endif
