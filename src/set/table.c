/*
 * table - tables as strips, a row each.
 *
 * Cells are shaped once, columns fitted to what they hold, then each row is
 * cut into lines and drawn.  A small table stands on one page.  Rules are
 * horizontal only (pages.md 8); a rule stops at a cell that runs on into the
 * next row.
 */
#include "set/table.h"

#include "base/arena.h"
#include "set/chart.h"
#include "set/grid.h"
#include "set/inline.h"
#include "set/para.h"
#include "set/tabledraw.h"
#include "set/trade.h"

#define POINT FRAME_POINT
/* Percent of its size that the letters of a table have at least. */
#define LEAST_SHARE 80
/* Letters on a line of prose: at least, and to be read well. */
#define PROSE_LETTERS 5
#define EASE_LETTERS 12
/* Percent of the text's width that a table of short cells takes. */
#define SHORT_SHARE 62
/* A table no taller than this part of a page is not divided. */
#define WHOLE_PART 4
/* Letters on a line that runs downwards. */
#define DOWN_LETTERS 8
/* White between a table and what follows. */
#define AFTER (12 * POINT)

static enum align cell_align(const struct table *table,
    const struct node *cell, size_t column, bool head) {
	if (head)
		return ALIGN_CENTER;
	if (cell->u.cell.align != ALIGN_START)
		return cell->u.cell.align;
	return table->col[column]->u.col.align;
}

/* The width from the decimal point to the end; 0 without a point, and of what
 * may take several lines. */
static int fraction_width(const struct text *text) {
	for (size_t i = 0; i < text->clusters && text->min == text->max; i++)
		if (text->cluster[i].code == '.')
			return text_width(text, i, text->clusters);
	return 0;
}

static bool is_strong(const struct row *row, const struct node *cell) {
	return row->head || row->node->u.row.kind != DOC_ROW_BODY
	    || (cell->u.cell.header && cell->u.cell.colspan > 1);
}

/* A short state stays on one line with its mark. */
static bool is_state(const struct table *table, const struct cell *cell) {
	return (cell->node->tone != DOC_TONE_NONE
	    || inline_status(cell->node) != NULL)
	    && cell->text->max <= EASE_LETTERS * table->size;
}

/* The widths that the cell can have and would have, with its white. */
static void cell_asks(const struct table *table, const struct cell *cell,
    int *min, int *max) {
	int prose = PROSE_LETTERS * table->size;
	*min = cell->text->min;
	*max = cell->text->max;
	if (cell->spark != NULL)
		*min = *max = cell->spark->w;
	else if (cell->down)
		*min = *max = (int)cell->lines.count * table->leading;
	else if (*min < prose && cell->colspan == 1)
		*min = *max < prose ? *max : prose;
	if (is_state(table, cell))
		*min = *max;
	*min += 2 * TABLE_PAD_X;
	*max += 2 * TABLE_PAD_X;
}

static void measure_cell(struct table *table, const struct row *row,
    struct cell *cell) {
	struct flow *flow = table->flow;
	enum font_role role = is_strong(row, cell->node) ? FONT_GOTHIC_BOLD
	    : FONT_GOTHIC;
	cell->text = inline_text(flow->fonts, flow->arena, cell->node, role,
	    table->size);
	const struct node *spark = doc_child(cell->node, ELEMENT_SPARK);
	if (spark != NULL)
		cell->spark = chart_fragment(flow->arena, flow->fonts, spark,
		    0);
	else if (cell->text->clusters == 0 && !cell->node->u.cell.blank
	    && !row->head) {
		cell->empty = true;
		cell->text = text_plain(flow->fonts, text_nothing(flow->fonts), role,
		    table->size);
	}
	if (cell->empty)
		cell->align = ALIGN_CENTER;
	if (cell->align == ALIGN_DECIMAL)
		cell->fraction = fraction_width(cell->text);
	if (cell->fraction > table->fraction[cell->column])
		table->fraction[cell->column] = cell->fraction;
	if (cell->down)
		cell->lines = line_balanced(table->arena, cell->text,
		    DOWN_LETTERS * table->size);
	if (cell->colspan > 1)
		return;
	struct grid_column *grid = &table->grid[cell->column];
	int min, max;
	cell_asks(table, cell, &min, &max);
	if (max > grid->max)
		grid->max = max;
	if (min > grid->min)
		grid->min = min;
	int ease = EASE_LETTERS * table->size + 2 * TABLE_PAD_X;
	grid->ease = ease < grid->max ? ease : grid->max;
}

/* The row's cells in their columns; then one row less is taken of each. */
static void read_cells(struct table *table, struct row *row) {
	size_t count = 0, column = 0;
	for (const struct node *at = row->node->first; at != NULL;
	    at = at->next)
		count++;
	row->cell = arena_array(table->arena, count, sizeof *row->cell);
	for (const struct node *at = row->node->first; at != NULL;
	    at = at->next) {
		while (column < table->columns && table->taken[column] > 0)
			column++;
		if (column >= table->columns)
			break;
		struct cell *cell = &row->cell[row->cells++];
		size_t left = table->columns - column;
		*cell = (struct cell){ .node = at, .column = column,
		    .colspan = (size_t)at->u.cell.colspan < left
		    ? (size_t)at->u.cell.colspan : left,
		    .rowspan = (size_t)at->u.cell.rowspan };
		cell->head = row->head || at->u.cell.header;
		cell->down = row->head && at->u.cell.vertical;
		cell->align = cell_align(table, at, column, row->head);
		for (size_t i = 0; i < cell->colspan; i++)
			table->taken[column++] = at->u.cell.rowspan;
		measure_cell(table, row, cell);
	}
}

static void read_row(struct table *table, const struct node *node, bool head) {
	struct row *row = &table->row[table->rows++];
	*row = (struct row){ .node = node, .head = head };
	row->open = arena_array(table->arena, table->columns,
	    sizeof *row->open);
	read_cells(table, row);
	for (size_t i = 0; i < table->columns; i++) {
		if (table->taken[i] > 0)
			table->taken[i]--;
		row->open[i] = table->taken[i] > 0;
		if (table->taken[i] > 0 && (size_t)table->taken[i] > row->runs)
			row->runs = (size_t)table->taken[i];
	}
	table->heads += head;
}

static bool is_group(const struct node *node) {
	return node->type == ELEMENT_HEAD || node->type == ELEMENT_BODY
	    || node->type == ELEMENT_FOOT;
}

static void read_rows(struct table *table) {
	size_t rows = 0, column = 0;
	for (const struct node *at = table->node->first; at != NULL;
	    at = at->next) {
		if (at->type == ELEMENT_COL && column < table->columns)
			table->col[column++] = at;
		for (const struct node *row = at->first;
		    is_group(at) && row != NULL; row = row->next)
			rows++;
	}
	table->row = arena_array(table->arena, rows, sizeof *table->row);
	for (const struct node *at = table->node->first; at != NULL;
	    at = at->next) {
		if (!is_group(at))
			continue;
		memset(table->taken, 0, table->columns * sizeof *table->taken);
		for (const struct node *row = at->first; row != NULL;
		    row = row->next)
			read_row(table, row, at->type == ELEMENT_HEAD);
	}
}

/* What each column asks for. */
static void ask_columns(struct table *table) {
	for (size_t i = 0; i < table->columns; i++) {
		const struct node *col = table->col[i];
		table->grid[i].weight = col->u.col.weight;
		table->grid[i].nowrap = col->u.col.nowrap
		    || col->u.col.align == ALIGN_END
		    || col->u.col.align == ALIGN_DECIMAL;
	}
	for (size_t r = 0; r < table->rows; r++)
		for (size_t c = 0; c < table->row[r].cells; c++) {
			const struct cell *cell = &table->row[r].cell[c];
			int min, max;
			cell_asks(table, cell, &min, &max);
			if (cell->colspan > 1)
				grid_span(&table->grid[cell->column],
				    cell->colspan, min, max);
		}
}

/* The column's width, or a share of it where few and short cells would stand
 * too far apart to be read as one row; no width between, for a calm page. */
static int table_width(const struct table *table) {
	int64_t natural = 0, width = table->flow->width;
	int64_t share = width * SHORT_SHARE / 100;
	for (size_t i = 0; i < table->columns; i++) {
		if (table->grid[i].weight > 0)
			return (int)width;
		natural += table->grid[i].max;
	}
	return (int)(natural * 2 < share * 3 / 2 ? share : width);
}

/* What each cell of one column and row asks for. */
static struct trade_cells cell_wishes(const struct table *table) {
	int *ask = arena_array(table->arena,
	    table->rows * table->columns, sizeof *ask);
	for (size_t r = 0; r < table->rows; r++)
		for (size_t c = 0; c < table->row[r].cells; c++) {
			const struct cell *cell = &table->row[r].cell[c];
			int min, max;
			cell_asks(table, cell, &min, &max);
			if (cell->colspan == 1 && cell->rowspan == 1
			    && !cell->down)
				ask[r * table->columns + cell->column] = max;
		}
	return (struct trade_cells){ ask, table->rows, table->columns,
	    2 * TABLE_PAD_X, table->size };
}

static void fit_columns(struct table *table) {
	grid_fit(table->grid, table->columns, table_width(table));
	struct trade_cells cells = cell_wishes(table);
	trade_widths(table->grid, &cells);
	table->edge[0] = table->flow->x;
	for (size_t i = 0; i < table->columns; i++)
		table->edge[i + 1] = table->edge[i] + table->grid[i].width;
}

static int cell_height(const struct table *table, const struct cell *cell) {
	if (cell->down)
		return tabledraw_down(cell) + 2 * TABLE_PAD_Y;
	/* room for a hand: at least two lines */
	int lines = (int)cell->lines.count;
	if (cell->node->u.cell.blank && lines < 2)
		lines = 2;
	return lines * table->leading + 2 * TABLE_PAD_Y;
}

static void cut_row(struct table *table, struct row *row) {
	row->height = table->leading + 2 * TABLE_PAD_Y;
	for (size_t i = 0; i < row->cells; i++) {
		struct cell *cell = &row->cell[i];
		int width = tabledraw_width(table, cell) - 2 * TABLE_PAD_X;
		/* a column that got less than it asked for */
		if ((int)cell->lines.count * table->leading > width)
			cell->down = false;
		if (!cell->down)
			cell->lines = (row->head ? line_balanced : line_ragged)(
			    table->arena, cell->text, width);
		int height = cell_height(table, cell);
		if (cell->rowspan == 1 && height > row->height)
			row->height = height;
	}
}

/* A cell over several rows makes the last of them as high as it needs. */
static void stretch_spans(struct table *table) {
	for (size_t r = 0; r < table->rows; r++)
		for (size_t c = 0; c < table->row[r].cells; c++) {
			const struct cell *cell = &table->row[r].cell[c];
			size_t end = r + cell->rowspan;
			if (cell->rowspan < 2 || end > table->rows)
				continue;
			int has = 0;
			for (size_t i = r; i < end; i++)
				has += table->row[i].height;
			int lacks = cell_height(table, cell) - has;
			if (lacks > 0)
				table->row[end - 1].height += lacks;
		}
}

/* A cell over rows that are taller together than a page can keep shows in each
 * row the lines that fit; the last row has room for all that are left. */
static void let_flow(struct table *table, size_t r, struct cell *cell) {
	size_t left = cell->lines.count;
	cell->flows = true;
	cell->end = r + cell->rowspan < table->rows ? r + cell->rowspan
	    : table->rows;
	for (size_t i = r; i + 1 < cell->end; i++) {
		size_t fit = tabledraw_lines(table, table->row[i].height);
		left -= fit < left ? fit : left;
	}
	int needs = (int)left * table->leading + 2 * TABLE_PAD_Y;
	if (table->row[cell->end - 1].height < needs)
		table->row[cell->end - 1].height = needs;
}

/* Rows that cells tie together, if they are too tall to be kept so. */
static void flow_tied(struct table *table, size_t from, size_t end) {
	for (size_t r = from; r < end; r++) {
		table->row[r].runs = 0;
		for (size_t c = 0; c < table->row[r].cells; c++)
			if (table->row[r].cell[c].rowspan > 1)
				let_flow(table, r, &table->row[r].cell[c]);
	}
}

static void flow_spans(struct table *table, int most) {
	for (size_t r = table->heads, end; r < table->rows; r = end) {
		int height = table->row[r].height;
		for (end = r + 1; end < table->rows
		    && table->row[end - 1].runs > 0; end++)
			height += table->row[end].height;
		if (end - r > 1 && height > most)
			flow_tied(table, r, end);
	}
}

/* A row that is too tall for one strip, a line of all cells at a time. */
static void divide_row(struct table *table, size_t r) {
	struct row *row = &table->row[r];
	size_t count = tabledraw_lines(table, row->height);
	for (size_t k = 0; k < count; k++) {
		struct sketch art = sketch_in(table->flow->arena);
		int top = k == 0 ? TABLE_PAD_Y : 0;
		int height = top + table->leading
		    + (k + 1 == count ? TABLE_PAD_Y : 0);
		tabledraw_fills(table, &art, r, height);
		size_t fills = art.items;
		tabledraw_line(table, &art, r, k, k + 1 == count ? height : 0);
		struct strip *strip = flow_strip(table->flow, &art, height, 0);
		strip->fills = fills;
		strip->keep = k + 1 < count && (k == 0 || k + 2 == count);
	}
}

/* Rows stay together where a cell runs through them; the head stays with two
 * rows, the last row is not alone on its page. */
static bool keeps(const struct table *table, size_t r, int most) {
	const struct row *row = &table->row[r];
	if (r + 1 == table->rows)
		return table->node->u.table.note.n > 0;
	if (row->head || r == table->heads || r + 2 == table->rows)
		return true;
	int height = 0;
	for (size_t i = 0; i < row->runs && r + i < table->rows; i++)
		height += table->row[r + i].height;
	return row->runs > 0 && height < most;
}

static size_t lines_of(const struct row *row) {
	size_t lines = 0;
	for (size_t i = 0; i < row->cells; i++)
		lines += row->cell[i].lines.count;
	return lines;
}

static void set_whole(struct table *table, size_t r, int most) {
	struct flow *flow = table->flow;
	struct sketch art = sketch_in(flow->arena);
	tabledraw_fills(table, &art, r, table->row[r].height);
	size_t fills = art.items;
	sketch_room(&art, lines_of(&table->row[r]) + 2);
	tabledraw_row(table, &art, r);
	struct strip *strip = flow_strip(flow, &art, table->row[r].height, 0);
	strip->fills = fills;
	strip->keep = keeps(table, r, most);
}

/* What flows from the row on, or no more from the next. */
static void note_flowing(struct table *table, size_t r, bool begins) {
	struct row *row = &table->row[r];
	for (size_t i = 0; begins && i < row->cells; i++)
		if (row->cell[i].flows)
			table->flowing[row->cell[i].column] = &row->cell[i];
	for (size_t i = 0; !begins && i < table->columns; i++)
		if (table->flowing[i] != NULL
		    && table->flowing[i]->end == r + 1)
			table->flowing[i] = NULL;
}

static void set_row(struct table *table, size_t r) {
	int most = flow_page_height(table->flow) / 2;
	note_flowing(table, r, true);
	if (table->row[r].height > most && !table->row[r].head)
		divide_row(table, r);
	else
		set_whole(table, r, most);
	note_flowing(table, r, false);
}

static struct para_style caption_style(const struct flow *flow) {
	struct para_style style = para_small(flow);
	style.role = FONT_GOTHIC_BOLD;
	style.size += POINT / 2;
	style.colour = flow->theme->text;
	return style;
}

static void set_caption(struct flow *flow, const struct node *table,
    struct str more) {
	if (table->number.n == 0 && doc_child(table, ELEMENT_CAPTION) == NULL)
		return;
	struct para_style style = caption_style(flow);
	para_block(flow, para_caption(flow, table, more), &style,
	    doc_child(table, ELEMENT_CAPTION))->keep = true;
	flow_space(flow, 3 * POINT);
}

/* Each place is there once. */
static void drop_anchors(struct fragment *art) {
	size_t kept = 0;
	for (size_t i = 0; i < art->items; i++)
		if (art->item[i].kind != ITEM_ANCHOR)
			art->item[kept++] = art->item[i];
	art->items = kept;
}

/* What stands above the rows on later pages: drawn in a galley of its own. */
static const struct galley_head *continued_head(struct table *table) {
	struct flow aside = *table->flow;
	struct galley_head *head = arena_alloc(aside.arena, sizeof *head);
	aside.galley = galley_new(aside.arena, table->flow->galley->page);
	aside.space = 0;
	aside.opens = false;
	struct table copy = *table;
	copy.flow = &aside;
	set_caption(&aside, table->node, aside.doc->continued);
	for (size_t r = 0; r < table->heads; r++)
		set_row(&copy, r);
	head->strip = aside.galley->strip;
	head->strips = aside.galley->strips;
	for (size_t i = 0; i < head->strips; i++) {
		drop_anchors(&head->strip[i].art);
		head->height += head->strip[i].art.h + head->strip[i].before;
	}
	return head->strips == 0 ? NULL : head;
}

static void set_note(struct flow *flow, const struct node *table) {
	struct str note = table->u.table.note;
	if (note.n == 0)
		return;
	struct para_style style = para_small(flow);
	style.part = PART_NOTE;
	flow_space(flow, 3 * POINT);
	para_set(flow, text_plain(flow->fonts, note, style.role, style.size),
	    &style, table);
}

static struct table table_of(struct flow *flow, struct arena *arena,
    const struct node *node, int size) {
	struct table table = { .flow = flow, .arena = arena, .node = node,
	    .columns = node->u.table.columns, .size = size,
	    .leading = size * 3 / 2 };
	size_t n = table.columns;
	table.col = arena_array(arena, n, sizeof *table.col);
	table.grid = arena_array(arena, n, sizeof *table.grid);
	table.edge = arena_array(arena, n + 1, sizeof *table.edge);
	table.fraction = arena_array(arena, n, sizeof *table.fraction);
	table.taken = arena_array(arena, n, sizeof *table.taken);
	table.flowing = arena_array(arena, n, sizeof *table.flowing);
	read_rows(&table);
	ask_columns(&table);
	return table;
}

static bool words_fit(const struct table *table, int width) {
	for (size_t i = 0; i < table->columns; i++)
		width -= table->grid[i].min;
	return width >= 0;
}

/* In smaller letters where words would have to be broken. */
static struct table table_fitted(struct flow *flow, struct arena *arena,
    const struct node *node) {
	int size = flow->theme->table, least = size * LEAST_SHARE / 100;
	struct table table = table_of(flow, arena, node, size);
	while (!words_fit(&table, flow->width) && size > least) {
		size -= FRAME_POINT / 2;
		arena_reset(arena);
		table = table_of(flow, arena, node, size > least ? size
		    : least);
	}
	return table;
}

static int rows_height(const struct table *table) {
	int height = 0;
	for (size_t r = 0; r < table->rows; r++)
		height += table->row[r].height;
	return height;
}

/* Widths, lines and heights of all rows. */
static void measure(struct table *table) {
	fit_columns(table);
	for (size_t r = 0; r < table->rows; r++)
		cut_row(table, &table->row[r]);
	stretch_spans(table);
}

/* A table of few rows may stand in narrow columns. */
static bool is_low(struct table *table, int width, int height) {
	struct flow upright = *table->flow;
	upright.width = width;
	table->flow = &upright;
	if (!words_fit(table, width))
		return false;
	measure(table);
	return rows_height(table) <= height;
}

bool table_suits(struct flow *flow, const struct node *node, int width,
    int height) {
	struct arena *arena = arena_new();
	struct table table = table_of(flow, arena, node, flow->theme->table);
	bool suits = grid_suits(table.grid, table.columns, width)
	    || is_low(&table, width, height);
	arena_free(arena);
	return suits;
}

void table_set(struct flow *flow, const struct node *node) {
	if (node->u.table.columns == 0)
		return;
	struct arena *arena = arena_new();
	struct table table = table_fitted(flow, arena, node);
	measure(&table);
	flow_spans(&table, flow_page_height(flow) / 2);
	flow_space(flow, AFTER);
	size_t first = flow->galley->strips;
	set_caption(flow, node, (struct str){ NULL, 0 });
	for (size_t r = 0; r < table.heads; r++)
		set_row(&table, r);
	const struct galley_head *head = continued_head(&table);
	for (size_t r = table.heads; r < table.rows; r++) {
		size_t from = flow->galley->strips;
		set_row(&table, r);
		for (size_t i = from; i < flow->galley->strips; i++)
			flow->galley->strip[i].head = head;
	}
	if (rows_height(&table) <= flow_page_height(flow) / WHOLE_PART)
		galley_keep(flow->galley, first);
	set_note(flow, node);
	flow_space(flow, AFTER);
	arena_free(arena);
}
