/*
 * bookscan - the XML of one sheet as rows of cells (ECMA-376 part 1, 18.3.1).
 *
 * A row has only the cells that hold something, in the order of their
 * columns.  Formulas are passed over; their values are what was stored with
 * them.
 */
#ifndef GEPPO_BOOKSCAN_H
#define GEPPO_BOOKSCAN_H

#include "read/bookfile.h"
#include "xml/xmlstream.h"

struct bookscan_cell {
	size_t column;		/* from 0 */
	struct str text;
};

struct bookscan_row {
	int64_t line;		/* of the sheet, from 1 */
	const struct bookscan_cell *cell;
	size_t cells;
	bool cut;		/* its texts exceed LIMIT_ROW_BYTES */
};

/* A merged range; columns from 0. */
struct bookscan_area {
	int64_t first, last;
	size_t left, right;
};

/* What a whole sheet is like. */
struct bookscan_survey {
	struct bookscan_area *area;	/* by their first rows */
	size_t areas;
	size_t width;		/* columns that hold anything, at most
				 * LIMIT_COLUMNS */
	int64_t bare;		/* formulas without a value */
};

/* Read all of the sheet once; false after a diag when it cannot be read to its
 * end. */
bool bookscan_survey(struct bookfile *book, struct bookscan_survey *survey);

/* The rows of a sheet that was surveyed. */
struct bookscan;

/* One at a time for each workbook; the caller ends it with bookscan_free. */
struct bookscan *bookscan_new(struct bookfile *book);

void bookscan_free(struct bookscan *scan);

/* The next row, which lives until the next call; false at the end. */
bool bookscan_next(struct bookscan *scan, struct bookscan_row *row);

#endif
