/*
 * grid - widths of columns from what stands in them.
 *
 * White that is left when every column has its line goes to prose; when prose
 * must wrap, short columns are served first and each long one gets a share by
 * the square root of its length, which keeps rows about as low as they can be.
 */
#include "set/grid.h"

#include <stdint.h>

#include "set/frame.h"

/* The whole part of the square root. */
static int root(int64_t n) {
	int64_t low = 0, high = 3037000499;
	while (low < high) {
		int64_t middle = (low + high + 1) / 2;
		if (middle * middle <= n)
			low = middle;
		else
			high = middle - 1;
	}
	return (int)low;
}

/* Add amount to the columns in the ratio of their shares; sums exactly. */
static void spread(struct grid_column *column, size_t columns, int amount,
    int (*share)(const struct grid_column *)) {
	int64_t all = 0, seen = 0;
	for (size_t i = 0; i < columns; i++)
		all += share(&column[i]);
	int used = 0;
	for (size_t i = 0; i < columns && all > 0; i++) {
		seen += share(&column[i]);
		int upto = (int)(amount * seen / all);
		column[i].width += upto - used;
		used = upto;
	}
}

static int share_max(const struct grid_column *column) {
	return column->max + FRAME_POINT;
}

static int share_prose(const struct grid_column *column) {
	return column->nowrap ? 0 : column->max;
}

static int share_weight(const struct grid_column *column) {
	return column->weight;
}

static int share_min(const struct grid_column *column) {
	return column->min + FRAME_POINT;
}

/* Of a column that still wants more. */
static int share_wish(const struct grid_column *column) {
	return column->width >= column->max || column->weight > 0 ? 0
	    : root((int64_t)(column->max - column->width) * FRAME_POINT) + 1;
}

/* A date that does not get its whole line has no use for a part of it. */
static int share_flow(const struct grid_column *column) {
	return column->nowrap ? 0 : share_wish(column);
}

static int64_t sum(const struct grid_column *column, size_t columns,
    int (*of)(const struct grid_column *)) {
	int64_t all = 0;
	for (size_t i = 0; i < columns; i++)
		all += of(&column[i]);
	return all;
}

static int of_width(const struct grid_column *column) {
	return column->width;
}

/* What the columns got beyond their wish, taken back. */
static int take_back(struct grid_column *column, size_t columns) {
	int back = 0;
	for (size_t i = 0; i < columns; i++) {
		if (column[i].weight > 0 || column[i].width <= column[i].max)
			continue;
		back += column[i].width - column[i].max;
		column[i].width = column[i].max;
	}
	return back;
}

static size_t wanting(const struct grid_column *column, size_t columns) {
	size_t count = 0;
	for (size_t i = 0; i < columns; i++)
		count += share_wish(&column[i]) > 0;
	return count;
}

/* Columns that want less than an equal share of the amount get all of it, so
 * that one long column never wraps the short ones; returns what is left. */
static int fill_small(struct grid_column *column, size_t columns,
    int amount) {
	size_t count;
	bool again = true;
	while (again && (count = wanting(column, columns)) > 0) {
		int fair = amount / (int)count;
		again = false;
		for (size_t i = 0; i < columns; i++) {
			int want = column[i].max - column[i].width;
			if (share_wish(&column[i]) == 0 || want > fair)
				continue;
			column[i].width += want;
			amount -= want;
			again = true;
		}
	}
	return amount;
}

/* Fill towards the natural widths until nothing is left or nothing wants. */
static void fill_wishes(struct grid_column *column, size_t columns,
    int amount) {
	amount = fill_small(column, columns, amount);
	for (size_t round = 0; amount > 0 && round <= columns
	    && sum(column, columns, share_flow) > 0; round++) {
		spread(column, columns, amount, share_flow);
		amount = take_back(column, columns);
	}
	if (amount > 0)
		spread(column, columns, amount,
		    sum(column, columns, share_weight) > 0 ? share_weight
		    : sum(column, columns, share_prose) > 0 ? share_prose
		    : share_max);
}

/* What a column begins with: first all that reads well, then numbers and dates
 * cut at their blanks, then only what cannot break. */
static int base(const struct grid_column *column, int pass) {
	if (column->nowrap)
		return pass == 0 ? column->max : column->min;
	return pass < 2 && column->ease > column->min ? column->ease
	    : column->min;
}

static int share_well(const struct grid_column *column) {
	return base(column, 1);
}

bool grid_suits(const struct grid_column *column, size_t columns, int width) {
	return sum(column, columns, share_well) <= width;
}

/* False when even what cannot break is too much. */
static bool fit_base(struct grid_column *column, size_t columns, int width) {
	for (int pass = 0; pass < 3; pass++) {
		for (size_t i = 0; i < columns; i++)
			column[i].width = base(&column[i], pass);
		if (sum(column, columns, of_width) <= width)
			return true;
	}
	return false;
}

void grid_fit(struct grid_column *column, size_t columns, int width) {
	if (!fit_base(column, columns, width)) {
		for (size_t i = 0; i < columns; i++)
			column[i].width = 0;
		spread(column, columns, width, share_min);
		return;
	}
	int left = width - (int)sum(column, columns, of_width);
	int64_t weights = sum(column, columns, share_weight);
	/* half of what is left first goes where a weight says so */
	int weighted = weights == 0 ? 0 : left / 2;
	spread(column, columns, weighted, share_weight);
	fill_wishes(column, columns, left - weighted);
}

void grid_span(struct grid_column *column, size_t columns, int min, int max) {
	int has_min = 0, has_max = 0;
	for (size_t i = 0; i < columns; i++) {
		has_min += column[i].min;
		has_max += column[i].max;
	}
	for (size_t i = 0; i < columns; i++) {
		if (min > has_min)
			column[i].min += (min - has_min) / (int)columns;
		if (max > has_max)
			column[i].max += (max - has_max) / (int)columns;
		if (column[i].max < column[i].min)
			column[i].max = column[i].min;
	}
}
