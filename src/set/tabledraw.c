/* tabledraw - the rows of a table as they are drawn. */
#include "set/tabledraw.h"

#include "set/down.h"
#include "set/inline.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define RULE_THIN (POINT / 4)
#define RULE_MEDIUM (POINT / 2)
#define RULE_THICK (POINT * 4 / 5)

int tabledraw_width(const struct table *table, const struct cell *cell) {
	return table->edge[cell->column + cell->colspan]
	    - table->edge[cell->column];
}

static int cell_left(const struct table *table, const struct cell *cell) {
	return table->edge[cell->column];
}

static int span_height(const struct table *table, size_t r,
    const struct cell *cell) {
	int height = 0;
	for (size_t i = r; i < r + cell->rowspan && i < table->rows; i++)
		height += table->row[i].height;
	return height;
}

size_t tabledraw_lines(const struct table *table, int height) {
	return (size_t)((height - 2 * TABLE_PAD_Y) / table->leading);
}

static bool is_sum(const struct row *row) {
	return row->node->u.row.kind == DOC_ROW_TOTAL
	    || row->node->u.row.kind == DOC_ROW_SUBTOTAL;
}

/* The fill behind a cell: of the head, of sums, of a status. */
static bool cell_fill(const struct table *table, const struct row *row,
    const struct cell *cell, struct colour *fill) {
	const struct theme *theme = table->flow->theme;
	const struct node *status = inline_status(cell->node);
	enum doc_tone tone = status != NULL ? status->tone : cell->node->tone;
	*fill = theme->tint_head;
	if (row->head)
		return true;
	*fill = theme->tint[tone];
	if (tone != DOC_TONE_NONE)
		return true;
	*fill = theme->tint_accent;
	return is_sum(row) || row->node->u.row.kind == DOC_ROW_HEAD
	    || cell->node->u.cell.header;
}

static struct colour cell_colour(const struct table *table,
    const struct cell *cell) {
	const struct theme *theme = table->flow->theme;
	if (cell->empty)
		return theme->muted;
	return theme->tone[cell->node->tone];
}

static int line_left(const struct table *table, const struct cell *cell,
    const struct line *line) {
	int left = cell_left(table, cell) + TABLE_PAD_X;
	int room = tabledraw_width(table, cell) - 2 * TABLE_PAD_X - line->width;
	int shift = table->fraction[cell->column] - cell->fraction;
	switch (cell->align) {
	case ALIGN_CENTER:
		return left + room / 2;
	case ALIGN_END:
		return left + room;
	case ALIGN_DECIMAL:
		return left + (room > shift ? room - shift : 0);
	default:
		return left;
	}
}

static void draw_spark(const struct table *table, struct sketch *art,
    const struct cell *cell, int y) {
	struct sketch part = sketch_of(NULL, cell->spark->item, cell->spark->items);
	sketch_add(art, &part, cell_left(table, cell) + TABLE_PAD_X,
	    y + (table->leading - cell->spark->h) / 2);
}

/* The lines [from, to) of a cell, the first with its top at y. */
static void draw_lines(const struct table *table, struct sketch *art,
    const struct cell *cell, size_t from, size_t to, int y) {
	if (cell->spark != NULL && from == 0)
		draw_spark(table, art, cell, y);
	for (size_t i = from; i < to && i < cell->lines.count; i++) {
		line_draw(art, cell->text, &cell->lines.at[i],
		    line_left(table, cell, &cell->lines.at[i]),
		    y + para_baseline(table->size, table->leading),
		    cell_colour(table, cell), cell->node);
		y += table->leading;
	}
}

int tabledraw_down(const struct cell *cell) {
	int length = 0;
	for (size_t i = 0; i < cell->lines.count; i++)
		if (cell->lines.at[i].width > length)
			length = cell->lines.at[i].width;
	return length;
}

/* Lines that run downwards, in the middle of their cell. */
static void draw_down(const struct table *table, struct sketch *art,
    const struct cell *cell, int y) {
	int x = cell_left(table, cell) + (tabledraw_width(table, cell)
	    + ((int)cell->lines.count - 1) * table->leading) / 2;
	for (size_t i = 0; i < cell->lines.count; i++) {
		down_draw(art, cell->text, &cell->lines.at[i], x, y,
		    cell_colour(table, cell), cell->node);
		x -= table->leading;
	}
}

/* Rules at the foot of the row, one for each stretch of columns that end in
 * it. */
static void draw_rules(const struct table *table, struct sketch *art,
    size_t r, int y) {
	const struct row *row = &table->row[r];
	const struct theme *theme = table->flow->theme;
	bool last = r + 1 == table->rows || r + 1 == table->heads;
	int width = last ? RULE_MEDIUM : RULE_THIN;
	for (size_t i = 0, end; i < table->columns; i = end) {
		for (end = i + 1; end < table->columns
		    && row->open[end] == row->open[i]; )
			end++;
		if (!row->open[i] || last)
			sketch_line(art, table->edge[i], y,
			    table->edge[end] - table->edge[i], 0,
			    width, last ? theme->accent : theme->rule);
	}
}

/* What is written in by hand stands in a box. */
static void draw_boxes(const struct table *table, struct sketch *art,
    const struct row *row) {
	for (size_t i = 0; i < row->cells; i++) {
		const struct cell *cell = &row->cell[i];
		if (!cell->node->u.cell.blank)
			continue;
		int left = cell_left(table, cell);
		sketch_line(art, left, 0, 0, row->height, RULE_THIN,
		    table->flow->theme->rule);
		sketch_line(art, left + tabledraw_width(table, cell), 0, 0,
		    row->height, RULE_THIN, table->flow->theme->rule);
	}
}

static void draw_top(const struct table *table, struct sketch *art) {
	sketch_line(art, table->edge[0], 0,
	    table->edge[table->columns] - table->edge[0], 0, RULE_THICK,
	    table->flow->theme->accent);
}

static void draw_fill(const struct table *table, struct sketch *art, size_t r,
    const struct cell *cell, int height) {
	struct colour fill;
	if (cell_fill(table, &table->row[r], cell, &fill))
		sketch_fill(art, cell_left(table, cell), 0,
		    tabledraw_width(table, cell), height, fill);
}

void tabledraw_fills(const struct table *table, struct sketch *art,
    size_t r, int height) {
	const struct row *row = &table->row[r];
	for (size_t i = 0; i < row->cells; i++) {
		const struct cell *cell = &row->cell[i];
		if (!cell->flows)
			draw_fill(table, art, r, cell, cell->rowspan > 1
			    ? span_height(table, r, cell) : height);
	}
	for (size_t i = 0; i < table->columns; i++)
		if (table->flowing[i] != NULL)
			draw_fill(table, art, r, table->flowing[i], height);
}

/* The next lines of the cells that flow, at most so many. */
static void draw_flowing(const struct table *table, struct sketch *art,
    size_t lines, int y) {
	for (size_t i = 0; i < table->columns; i++) {
		struct cell *cell = table->flowing[i];
		if (cell == NULL)
			continue;
		draw_lines(table, art, cell, cell->shown, cell->shown + lines,
		    y);
		cell->shown += lines;
	}
}

void tabledraw_row(const struct table *table, struct sketch *art,
    size_t r) {
	const struct row *row = &table->row[r];
	for (size_t i = 0; i < row->cells; i++) {
		const struct cell *cell = &row->cell[i];
		if (cell->flows)
			continue;
		int height = span_height(table, r, cell);
		if (cell->down) {
			draw_down(table, art, cell, (height
			    - tabledraw_down(cell)) / 2);
			continue;
		}
		int free = height - (int)cell->lines.count * table->leading;
		draw_lines(table, art, cell, 0, cell->lines.count,
		    row->head || cell->rowspan > 1 ? free / 2 : TABLE_PAD_Y);
	}
	draw_flowing(table, art, tabledraw_lines(table, row->height),
	    TABLE_PAD_Y);
	if (r == 0)
		draw_top(table, art);
	draw_rules(table, art, r, row->height);
	draw_boxes(table, art, row);
}

void tabledraw_line(const struct table *table, struct sketch *art, size_t r,
    size_t k, int foot) {
	const struct row *row = &table->row[r];
	int top = k == 0 ? TABLE_PAD_Y : 0;
	for (size_t i = 0; i < row->cells; i++)
		if (!row->cell[i].flows)
			draw_lines(table, art, &row->cell[i], k, k + 1, top);
	draw_flowing(table, art, 1, top);
	if (k == 0 && r == 0)
		draw_top(table, art);
	if (foot != 0)
		draw_rules(table, art, r, foot);
}
