/*
 * trade - width that one column of a table gives to another, where that makes
 * the rows lower.
 *
 * Takes the step that lowers the cost most until none does.  The cost counts
 * lines, not what cuts them: a cell of a length needs so many of a width.
 */
#include "set/trade.h"

/* More rows than these are judged by so many of them, evenly. */
#define ROWS 32
/* What a line of a row costs, against a line of a cell. */
#define ROW_COST 8
/* Steps that are tried, in letters; the last is all that the taker wants. */
static const int steps[] = { 1, 4, 0 };
#define STEPS (sizeof steps / sizeof *steps)
#define ROUNDS 100

struct market {
	struct grid_column *column;
	const struct trade_cells *cells;
	size_t every;			/* row that is looked at */
};

/* Lines of a cell that asks for so much; a date that is cut counts more. */
static int lines_of(const struct market *market, size_t column, int ask) {
	const struct grid_column *grid = &market->column[column];
	if (ask <= grid->width)
		return ask > 0;
	if (grid->nowrap)
		return 3;
	/* a line that ends early loses half a letter */
	int room = grid->width - market->cells->pad - market->cells->letter / 2;
	ask -= market->cells->pad;
	return room <= 0 ? ask : (ask + room - 1) / room;
}

static int64_t cost(const struct market *market) {
	const struct trade_cells *cells = market->cells;
	int64_t all = 0;
	for (size_t r = 0; r < cells->rows; r += market->every) {
		int most = 0;
		for (size_t c = 0; c < cells->columns; c++) {
			int lines = lines_of(market, c,
			    cells->ask[r * cells->columns + c]);
			all += lines;
			if (lines > most)
				most = lines;
		}
		all += (int64_t)most * ROW_COST;
	}
	return all;
}

/* Do both hold dates, or the like, of one width?  They stay alike. */
static bool are_fellows(const struct grid_column *a,
    const struct grid_column *b) {
	return a == b || (a->nowrap && b->nowrap && a->max == b->max
	    && a->min == b->min && a->width == b->width);
}

static int fellows(const struct market *market, size_t column) {
	int count = 0;
	for (size_t i = 0; i < market->cells->columns; i++)
		count += are_fellows(&market->column[i],
		    &market->column[column]);
	return count;
}

/* What the column can do without, for one who asks for the amount: prose may
 * be cut anywhere, a date at its blank or not at all. */
static int gives(const struct market *market, size_t from, int amount) {
	const struct grid_column *column = &market->column[from];
	int least = column->ease * 2 / 3;
	if (column->nowrap)
		return (column->width - column->min) * fellows(market, from);
	if (least < column->min)
		least = column->min;
	return column->width - least < amount ? 0 : amount;
}

struct step {
	size_t from, to;
	int amount;
};

/* The column and its fellows get the amount together. */
static void widen(struct market *market, size_t column, int amount) {
	struct grid_column before = market->column[column];
	struct grid_column *at = market->column;
	int count = fellows(market, column);
	for (size_t i = 0; i < market->cells->columns; i++)
		if (i == column || are_fellows(&at[i], &before))
			at[i].width += amount / count;
}

static void take(struct market *market, struct step step) {
	widen(market, step.from, -step.amount);
	widen(market, step.to, step.amount);
}

static void undo(struct market *market, struct step step) {
	widen(market, step.to, -step.amount);
	widen(market, step.from, step.amount);
}

/* What it costs after the step, which is not taken. */
static int64_t cost_after(struct market *market, struct step step) {
	take(market, step);
	int64_t after = cost(market);
	undo(market, step);
	return after;
}

/* The best step from one column to another among those that pay more than
 * `best` does. */
static struct step better(struct market *market, size_t from, size_t to,
    struct step best, int64_t *least) {
	const struct grid_column *taker = &market->column[to];
	int wish = (taker->max - taker->width) * fellows(market, to);
	if (from == to || (taker->nowrap && market->column[from].nowrap))
		return best;
	for (size_t i = 0; i < STEPS && wish > 0; i++) {
		int amount = steps[i] * market->cells->letter;
		if (amount == 0 || amount > wish || taker->nowrap)
			amount = wish;
		struct step step = { from, to, gives(market, from, amount) };
		if (step.amount <= 0)
			continue;
		int64_t after = cost_after(market, step);
		if (after >= *least)
			continue;
		*least = after;
		best = step;
	}
	return best;
}

static bool improve(struct market *market) {
	size_t columns = market->cells->columns;
	int64_t least = cost(market);
	struct step best = { 0, 0, 0 };
	for (size_t to = 0; to < columns; to++)
		for (size_t from = 0; from < columns; from++)
			best = better(market, from, to, best, &least);
	if (best.amount > 0)
		take(market, best);
	return best.amount > 0;
}

/* White beyond a column's longest line. */
static int white(const struct grid_column *column) {
	return column->width > column->max ? column->width - column->max : 0;
}

/* Dates that are cut get their line where the white of all columns does. */
static void use_white(struct market *market, size_t to) {
	struct grid_column *column = market->column;
	int all = 0, wish = (column[to].max - column[to].width)
	    * fellows(market, to);
	for (size_t i = 0; i < market->cells->columns; i++)
		all += white(&column[i]);
	if (!column[to].nowrap || wish <= 0 || all < wish)
		return;
	widen(market, to, wish);
	for (size_t i = 0; i < market->cells->columns; i++) {
		int part = white(&column[i]) < wish ? white(&column[i]) : wish;
		column[i].width -= part;
		wish -= part;
	}
}

void trade_widths(struct grid_column *column,
    const struct trade_cells *cells) {
	struct market market = { column, cells, cells->rows / ROWS + 1 };
	for (size_t i = 0; i < cells->columns; i++)
		use_white(&market, i);
	for (int round = 0; round < ROUNDS && improve(&market); round++)
		;
}
