/*
 * tabledraw - the rows of a table that set/table has read and measured, drawn
 * with their tops at 0.
 */
#ifndef GEPPO_TABLEDRAW_H
#define GEPPO_TABLEDRAW_H

#include "set/flow.h"
#include "set/grid.h"
#include "set/line.h"

#define TABLE_PAD_X (4 * FRAME_POINT)
#define TABLE_PAD_Y (3 * FRAME_POINT)

struct cell {
	const struct node *node;
	const struct text *text;
	const struct fragment *spark;	/* in place of the text, or NULL */
	size_t column;
	size_t colspan, rowspan;
	enum align align;
	bool head;
	bool down;			/* lines run downwards, from right to left */
	bool empty;			/* shown as － */
	int fraction;			/* width from the decimal point on */
	struct lines lines;
	bool flows;			/* over rows too tall to be one piece */
	size_t end, shown;		/* ... the row after them, lines drawn */
};

struct row {
	const struct node *node;
	struct cell *cell;
	size_t cells;
	bool head;			/* of the table's head */
	size_t runs;			/* rows after it that its cells run into */
	bool *open;			/* columns whose cell runs on below it */
	int height;
};

struct table {
	struct flow *flow;
	struct arena *arena;		/* for what goes with the table */
	const struct node *node;
	size_t columns;
	const struct node **col;
	struct grid_column *grid;
	int *edge;			/* columns + 1 */
	int *fraction;			/* widest of each column */
	int *taken;			/* rows that an earlier cell still takes */
	struct cell **flowing;		/* by column, while rows are drawn */
	struct row *row;
	size_t rows, heads;
	int size, leading;
};

/* The width of the cell with its white. */
int tabledraw_width(const struct table *table, const struct cell *cell);

/* The length of the longest line of a cell whose lines run downwards. */
int tabledraw_down(const struct cell *cell);

/* Lines of text that stand in a row of the height. */
size_t tabledraw_lines(const struct table *table, int height);

/* Behind a strip of the height: of the row's cells and those that flow. */
void tabledraw_fills(const struct table *table, struct sketch *art, size_t r,
    int height);

/* The whole row but its fills. */
void tabledraw_row(const struct table *table, struct sketch *art, size_t r);

/* Line k of all cells of the row; the rules at the foot, unless that is 0. */
void tabledraw_line(const struct table *table, struct sketch *art, size_t r,
    size_t k, int foot);

#endif
