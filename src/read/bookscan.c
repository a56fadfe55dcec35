/*
 * bookscan - the XML of one sheet as rows of cells.
 *
 * A row that is open lies in memory of its own; when it ends it joins those of
 * the same piece of the XML in a queue, whose memory is used again for the
 * next piece.
 */
#include "read/bookscan.h"

#include "base/arena.h"
#include "base/limits.h"
#include "read/booktext.h"

enum { ROW_MOST = 1 << 20, COLUMN_MOST = 1 << 14 };

/* What a cell says of its value. */
enum kind { KIND_NUMBER, KIND_SHARED, KIND_BOOL, KIND_TEXT };

/* A cell of the row that is open. */
struct cell {
	size_t column;
	struct str shared;	/* its text, or ... */
	size_t begin, n;	/* ... where it is in those of the row */
};

struct bookscan {
	struct bookfile *book;
	struct bookscan_survey *survey;	/* NULL: rows are wanted */
	struct arena *arena;		/* of the queue */
	struct bookscan_row *row;	/* the queue */
	size_t rows, taken;

	bool inside;			/* of sheetData */
	bool in_cell;
	int64_t line;			/* of the row that is open, or last */
	size_t column;			/* of the cell, from 1 */
	enum kind kind;
	int64_t style;
	bool formula;
	struct booktext text;
	struct cell cell[COLUMN_MOST];	/* of the row */
	size_t cells;
	struct buf own;			/* its texts that are not shared */
	size_t bytes;			/* of all its texts */

	int64_t all;			/* cells of the sheet */
	uint64_t all_bytes;		/* of its texts */
	bool full;			/* too many areas */
	bool contradicts;
};

/* The row and column (from 1) of `BC12`; either may be left out. */
static bool read_reference(struct str text, int64_t *line, size_t *column) {
	size_t letters = 0;
	*column = 0;
	while (letters < text.n && text.p[letters] >= 'A'
	    && text.p[letters] <= 'Z' && letters < 4)
		*column = *column * 26 + (size_t)(text.p[letters++] - 'A' + 1);
	struct str digits = { text.p + letters, text.n - letters };
	*line = 0;
	return digits.n == 0 || (str_int(digits, line) && *line > 0);
}

static void begin_row(struct bookscan *scan,
    const struct xmlstream_tag *tag) {
	struct str text = xmlstream_attr(tag, "r");
	int64_t line = scan->line + 1;
	scan->contradicts |= text.n != 0 && !str_int(text, &line);
	scan->contradicts |= line <= scan->line || line > ROW_MOST;
	scan->line = line > ROW_MOST ? ROW_MOST : line;
	scan->column = 0;
	scan->cells = 0;
	scan->bytes = 0;
	buf_reset(&scan->own);
}

static enum kind kind_of(struct str type) {
	return str_is(type, "s") ? KIND_SHARED : str_is(type, "b") ? KIND_BOOL
	    : type.n == 0 || str_is(type, "n") ? KIND_NUMBER : KIND_TEXT;
}

static void begin_cell(struct bookscan *scan,
    const struct xmlstream_tag *tag) {
	struct str reference = xmlstream_attr(tag, "r");
	int64_t line;
	size_t column = scan->column + 1;
	if (reference.n != 0)
		scan->contradicts |= !read_reference(reference, &line, &column);
	scan->contradicts |= column <= scan->column || column > COLUMN_MOST;
	scan->column = column;
	scan->kind = kind_of(xmlstream_attr(tag, "t"));
	scan->style = -1;
	str_int(xmlstream_attr(tag, "s"), &scan->style);
	scan->in_cell = true;
	scan->formula = false;
	scan->all++;
	booktext_reset(&scan->text);
}

static void add_area(struct bookscan *scan, struct str range) {
	struct bookscan_survey *survey = scan->survey;
	struct bookscan_area area;
	struct str from;
	size_t left;
	if (!str_cut(&range, ':', &from) || range.n == 0
	    || !read_reference(from, &area.first, &left) || left == 0
	    || !read_reference(range, &area.last, &area.right)
	    || area.first == 0 || area.last < area.first || area.right < left)
		return;
	area.left = left - 1;
	area.right--;
	scan->full |= survey->areas == LIMIT_BOOK_ENTRIES;
	if (scan->full)
		return;
	survey->area = arena_room(scan->book->arena, survey->area,
	    survey->areas, sizeof area);
	survey->area[survey->areas++] = area;
}

static void on_begin(void *self, struct str name,
    const struct xmlstream_tag *tag) {
	struct bookscan *scan = self;
	if (scan->in_cell) {
		booktext_begin(&scan->text, name);
		scan->formula |= str_is(name, "f");
	} else if (scan->inside && str_is(name, "c")) {
		begin_cell(scan, tag);
	} else if (scan->inside && str_is(name, "row")) {
		begin_row(scan, tag);
	} else if (str_is(name, "sheetData")) {
		scan->inside = true;
	} else if (scan->survey != NULL && str_is(name, "mergeCell")) {
		add_area(scan, xmlstream_attr(tag, "ref"));
	}
}

static void on_text(void *self, struct str text) {
	struct bookscan *scan = self;
	if (scan->in_cell)
		booktext_add(&scan->text, text);
}

/* The shared text; empty when there is none. */
static struct str shared(struct bookscan *scan, struct str text) {
	int64_t n = -1;
	if (!str_int(str_trim(text), &n) || n < 0
	    || n >= (int64_t)scan->book->texts) {
		scan->contradicts = true;
		return str_of("");
	}
	return scan->book->text[n];
}

/* Append the text of the cell that ends to those of the row. */
static void add_own(struct bookscan *scan, struct str text) {
	const struct bookfile *book = scan->book;
	if (scan->kind == KIND_NUMBER)
		bookcell_write(&scan->own, str_trim(text), scan->style >= 0
		    && scan->style < (int64_t)book->styles
		    ? book->style[scan->style] : bookcell_builtin(0),
		    book->from_1904);
	else if (scan->kind == KIND_BOOL)
		buf_text(&scan->own, str_is(str_trim(text), "0") ? "FALSE"
		    : "TRUE");
	else
		buf_add(&scan->own, text);
}

/* Note what the survey asks of a cell that ends. */
static void survey_cell(struct bookscan *scan, struct str text) {
	struct bookscan_survey *survey = scan->survey;
	survey->bare += scan->formula && text.n == 0;
	if (text.n == 0)
		return;
	scan->all_bytes += scan->kind == KIND_SHARED ? shared(scan, text).n
	    : text.n;
	if (survey->width < scan->column && scan->column <= LIMIT_COLUMNS)
		survey->width = scan->column;
}

static void end_cell(struct bookscan *scan) {
	struct str text = booktext_whole(&scan->text);
	scan->in_cell = false;
	if (scan->survey != NULL) {
		survey_cell(scan, text);
		return;
	}
	if (text.n == 0 || scan->contradicts || scan->bytes > LIMIT_ROW_BYTES)
		return;
	struct cell *cell = &scan->cell[scan->cells++];
	*cell = (struct cell){ .column = scan->column - 1,
	    .begin = scan->own.n };
	if (scan->kind == KIND_SHARED)
		cell->shared = shared(scan, text);
	else
		add_own(scan, text);
	cell->n = scan->own.n - cell->begin;
	scan->bytes += cell->n + cell->shared.n;
}

/* The row joins the queue. */
static void end_row(struct bookscan *scan) {
	if (scan->cells == 0)
		return;
	struct bookscan_cell *cell = arena_array(scan->arena, scan->cells,
	    sizeof *cell);
	struct str own = str_copy(scan->arena, buf_str(&scan->own));
	for (size_t i = 0; i < scan->cells; i++) {
		const struct cell *from = &scan->cell[i];
		cell[i].column = from->column;
		cell[i].text = from->shared.n != 0 ? from->shared
		    : (struct str){ own.p + from->begin, from->n };
	}
	scan->row = arena_room(scan->arena, scan->row, scan->rows,
	    sizeof *scan->row);
	scan->row[scan->rows++] = (struct bookscan_row){ scan->line, cell,
	    scan->cells, scan->bytes > LIMIT_ROW_BYTES };
}

static void on_end(void *self, struct str name) {
	struct bookscan *scan = self;
	if (scan->in_cell && str_is(name, "c"))
		end_cell(scan);
	else if (scan->in_cell)
		booktext_end(&scan->text, name);
	else if (scan->inside && str_is(name, "row"))
		end_row(scan);
	else if (str_is(name, "sheetData"))
		scan->inside = false;
}

static struct bookscan *open_scan(struct bookfile *book,
    struct bookscan_survey *survey) {
	struct bookscan *scan = arena_alloc(book->arena, sizeof *scan);
	scan->book = book;
	scan->survey = survey;
	scan->arena = arena_new();
	scan->text.buf = buf_in(book->arena);
	scan->own = buf_in(book->arena);
	package_begin(book->package, book->sheet, LIMIT_INPUT_BYTES,
	    &(struct xmlstream_sink){ scan, on_begin, on_text, on_end });
	return scan;
}

/* Is it a sheet as people have them, so far?  False after a diag. */
static bool is_sane(const struct bookscan *scan) {
	const struct bookfile *book = scan->book;
	if (scan->contradicts)
		diag(DIAG_WORKBOOK_CELLS, &book->place, diag_str(book->sheet),
		    diag_number(scan->line), NULL);
	else if (scan->full || scan->all > LIMIT_SHEET_CELLS)
		diag(DIAG_WORKBOOK_ENTRIES, &book->place,
		    diag_str(book->sheet), diag_number(scan->full
		    ? LIMIT_BOOK_ENTRIES : LIMIT_SHEET_CELLS), NULL);
	else if (scan->all_bytes > LIMIT_INPUT_BYTES)
		diag(DIAG_WORKBOOK_BYTES, &book->place, diag_str(book->sheet),
		    diag_number(LIMIT_INPUT_BYTES >> 20), NULL);
	else
		return true;
	return false;
}

static int by_first(const void *a, const void *b) {
	const struct bookscan_area *x = a, *y = b;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->left < y->left ? -1 : x->left > y->left;
}

bool bookscan_survey(struct bookfile *book, struct bookscan_survey *survey) {
	*survey = (struct bookscan_survey){ .width = 0 };
	struct bookscan *scan = open_scan(book, survey);
	bool more, sane;
	do {
		more = package_next(book->package);
		sane = is_sane(scan);
	} while (more && sane);
	bool whole = package_end(book->package);
	arena_free(scan->arena);
	if (survey->areas != 0)
		qsort(survey->area, survey->areas, sizeof *survey->area,
		    by_first);
	if (survey->bare != 0 && sane && whole)
		diag(DIAG_WORKBOOK_FORMULA, &book->place,
		    diag_number(survey->bare), NULL);
	return sane && whole;
}

struct bookscan *bookscan_new(struct bookfile *book) {
	return open_scan(book, NULL);
}

void bookscan_free(struct bookscan *scan) {
	package_end(scan->book->package);
	arena_free(scan->arena);
}

bool bookscan_next(struct bookscan *scan, struct bookscan_row *row) {
	while (scan->taken == scan->rows) {
		scan->row = NULL;
		scan->rows = scan->taken = 0;
		arena_reset(scan->arena);
		if (!package_next(scan->book->package) && scan->rows == 0)
			return false;
	}
	*row = scan->row[scan->taken++];
	return true;
}
