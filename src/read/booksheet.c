/* booksheet - the rows of one sheet of a workbook. */
#include "read/booksheet.h"

#include "base/arena.h"
#include "base/csvtext.h"
#include "base/diag.h"
#include "base/limits.h"
#include "read/bookscan.h"

/* The merged cell whose first column it is, the last one that began. */
struct merged {
	struct bookscan_area area;
	struct buf text;
};

struct booksheet {
	struct bookscan_survey survey;
	struct bookscan *scan;
	int64_t skip;
	struct str *field;
	struct merged *merged;		/* per column */
	size_t begun;			/* areas that did so far */
	uint64_t given;			/* bytes of merged cells, to later rows */
	struct buf raw;
};

/* Let the areas begin that do so up to the line. */
static void begin_areas(struct booksheet *sheet, int64_t line) {
	const struct bookscan_survey *survey = &sheet->survey;
	for (; sheet->begun < survey->areas
	    && survey->area[sheet->begun].first <= line; sheet->begun++) {
		struct bookscan_area area = survey->area[sheet->begun];
		if (area.left >= survey->width)
			continue;
		struct merged *merged = &sheet->merged[area.left];
		merged->area = area;
		buf_reset(&merged->text);
	}
}

/* Keep the text of areas that begin in the row; give it to their columns in
 * later rows that hold anything.  False when that is too much for a row. */
static bool fill_down(struct booksheet *sheet, int64_t line, bool filled) {
	size_t given = 0;
	for (size_t i = 0; i < sheet->survey.width; i++) {
		struct merged *merged = &sheet->merged[i];
		if (merged->area.first == line)
			buf_add(&merged->text, sheet->field[i]);
		else if (filled && merged->area.last >= line
		    && sheet->field[i].n == 0
		    && (given += merged->text.n) <= LIMIT_ROW_BYTES)
			sheet->field[i] = buf_str(&merged->text);
	}
	sheet->given += given;
	return given <= LIMIT_ROW_BYTES;
}

/* The cells as fields.  *filled tells whether any holds more than blanks;
 * CSV_WIDE or CSV_LONG is what speaks against the row. */
static enum csv_fault place_cells(struct booksheet *sheet,
    const struct bookscan_row *from, bool *filled) {
	enum csv_fault fault = from->cut ? CSV_LONG : CSV_GOOD;
	memset(sheet->field, 0, sheet->survey.width * sizeof *sheet->field);
	*filled = false;
	for (size_t i = 0; i < from->cells; i++) {
		const struct bookscan_cell *cell = &from->cell[i];
		if (str_trim(cell->text).n == 0)
			continue;
		*filled = true;
		if (cell->column >= sheet->survey.width)
			fault = CSV_WIDE;
		else if (cell->text.n > LIMIT_FIELD_BYTES)
			fault = CSV_LONG;
		else
			sheet->field[cell->column] = cell->text;
	}
	return fault;
}

/* The next row of the scan as fields, what is merged filled in; false at the
 * end. */
static bool next_fields(struct booksheet *sheet, struct bookscan_row *from,
    enum csv_fault *fault) {
	bool filled;
	if (!bookscan_next(sheet->scan, from))
		return false;
	*fault = place_cells(sheet, from, &filled);
	begin_areas(sheet, from->line);
	if (sheet->begun != 0 && !fill_down(sheet, from->line, filled))
		*fault = CSV_LONG;
	return true;
}

/* Do merged cells give the rows no more than a file may have? */
static bool is_bounded(struct booksheet *sheet, struct bookfile *book) {
	struct bookscan_row from;
	enum csv_fault fault;
	sheet->scan = bookscan_new(book);
	while (sheet->given <= LIMIT_INPUT_BYTES
	    && next_fields(sheet, &from, &fault))
		;
	bookscan_free(sheet->scan);
	for (size_t i = 0; i < sheet->survey.width; i++)
		sheet->merged[i].area = (struct bookscan_area){ .first = 0 };
	sheet->begun = 0;
	return sheet->given <= LIMIT_INPUT_BYTES;
}

struct booksheet *booksheet_open(struct arena *arena, struct bookfile *book,
    int64_t skip) {
	struct booksheet *sheet = arena_alloc(arena, sizeof *sheet);
	if (!bookscan_survey(book, &sheet->survey))
		return NULL;
	size_t width = sheet->survey.width;
	sheet->skip = skip;
	sheet->field = arena_array(arena, width, sizeof *sheet->field);
	sheet->merged = arena_array(arena, width, sizeof *sheet->merged);
	for (size_t i = 0; i < width; i++)
		sheet->merged[i].text = buf_in(arena);
	sheet->raw = buf_in(arena);
	if (sheet->survey.areas != 0 && !is_bounded(sheet, book)) {
		diag(DIAG_WORKBOOK_BYTES, &book->place, diag_str(book->sheet),
		    diag_number(LIMIT_INPUT_BYTES >> 20), NULL);
		return NULL;
	}
	sheet->scan = bookscan_new(book);
	return sheet;
}

void booksheet_close(struct booksheet *sheet) {
	bookscan_free(sheet->scan);
}

static struct str write_raw(struct booksheet *sheet) {
	buf_reset(&sheet->raw);
	for (size_t i = 0; i < sheet->survey.width; i++)
		csvtext_cell(&sheet->raw, sheet->field[i], i == 0);
	return buf_str(&sheet->raw);
}

bool booksheet_next(struct booksheet *sheet, struct csv_row *row) {
	struct bookscan_row from;
	enum csv_fault fault;
	while (next_fields(sheet, &from, &fault)) {
		if (from.line <= sheet->skip)
			continue;
		*row = (struct csv_row){ .field = sheet->field,
		    .fields = fault == CSV_GOOD ? sheet->survey.width : 0,
		    .line = from.line, .raw = write_raw(sheet), .fault = fault };
		return true;
	}
	return false;
}

void booksheet_spread(const struct booksheet *sheet, struct csv_row *row,
    int64_t line) {
	for (size_t i = 0; i < row->fields; i++) {
		const struct merged *merged = &sheet->merged[i];
		if (merged->area.first > row->line
		    || merged->area.last < row->line
		    || merged->area.last >= line)
			continue;
		for (size_t k = i + 1; k < row->fields
		    && k <= merged->area.right; k++)
			if (row->field[k].n == 0)
				row->field[k] = buf_str(&merged->text);
	}
}
