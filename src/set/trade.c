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
/* Wider tables stay as they are. */
#define MOST_COLUMNS 64

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

/* What a column of prose can do without. */
static int spare(const struct grid_column *column) {
	int least = column->ease * 2 / 3;
	if (least < column->min)
		least = column->min;
	return column->nowrap || column->width < least ? 0
	    : column->width - least;
}

/* From a column, or from all of prose when that is the number of columns. */
struct step {
	size_t from, to;
	int amount;
};

static int spare_of_all(const struct market *market, size_t to) {
	int all = 0;
	for (size_t i = 0; i < market->cells->columns; i++)
		all += i == to ? 0 : spare(&market->column[i]);
	return all;
}

/* What there is for one who asks for the amount: prose may be cut anywhere, a
 * date at its blank or not at all. */
static int gives(const struct market *market, size_t from, size_t to,
    int amount) {
	if (from == market->cells->columns)
		return spare_of_all(market, to) < amount ? 0 : amount;
	const struct grid_column *column = &market->column[from];
	if (column->nowrap)
		return (column->width - column->min) * fellows(market, from);
	return spare(column) < amount ? 0 : amount;
}

/* The column and its fellows get the amount together. */
static void widen(struct market *market, size_t column, int amount) {
	struct grid_column before = market->column[column];
	struct grid_column *at = market->column;
	int count = fellows(market, column);
	for (size_t i = 0; i < market->cells->columns; i++)
		if (i == column || are_fellows(&at[i], &before))
			at[i].width += amount / count;
}

/* Each column of prose gives by what it can do without. */
static void take_from_all(struct market *market, size_t to, int amount) {
	int64_t all = spare_of_all(market, to), seen = 0, taken = 0;
	for (size_t i = 0; i < market->cells->columns; i++) {
		if (i == to)
			continue;
		seen += spare(&market->column[i]);
		int upto = (int)(amount * seen / all);
		market->column[i].width -= upto - (int)taken;
		taken = upto;
	}
}

static void take(struct market *market, struct step step) {
	if (step.from == market->cells->columns)
		take_from_all(market, step.to, step.amount);
	else
		widen(market, step.from, -step.amount);
	widen(market, step.to, step.amount);
}

/* What it costs after the step, which is not taken. */
static int64_t cost_after(struct market *market, struct step step) {
	int width[MOST_COLUMNS];
	size_t columns = market->cells->columns;
	for (size_t i = 0; i < columns; i++)
		width[i] = market->column[i].width;
	take(market, step);
	int64_t after = cost(market);
	for (size_t i = 0; i < columns; i++)
		market->column[i].width = width[i];
	return after;
}

/* The best step from one column to another among those that pay more than
 * `best` does. */
static struct step better(struct market *market, size_t from, size_t to,
    struct step best, int64_t *least) {
	const struct grid_column *taker = &market->column[to];
	int wish = (taker->max - taker->width) * fellows(market, to);
	if (from == to || (taker->nowrap && from < market->cells->columns
	    && market->column[from].nowrap))
		return best;
	for (size_t i = 0; i < STEPS && wish > 0; i++) {
		int amount = steps[i] * market->cells->letter;
		if (amount == 0 || amount > wish || taker->nowrap)
			amount = wish;
		struct step step = { from, to, gives(market, from, to,
		    amount) };
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
		for (size_t from = 0; from <= columns; from++)
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
	if (cells->columns > MOST_COLUMNS)
		return;
	for (size_t i = 0; i < cells->columns; i++)
		use_white(&market, i);
	for (int round = 0; round < ROUNDS && improve(&market); round++)
		;
}
