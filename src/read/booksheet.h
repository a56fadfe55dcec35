/*
 * booksheet - the rows of one sheet of a workbook, as csv gives those of a file.
 *
 * All rows are as wide as the sheet.  A merged cell stands in its first
 * column of each of its rows that holds anything else; what spans columns is
 * spread over heads alone.  The sheet is surveyed before its first row is
 * given, so that a file that is damaged at its end, or whose merged cells give
 * its rows more than LIMIT_INPUT_BYTES, gives no row at all.
 */
#ifndef GEPPO_BOOKSHEET_H
#define GEPPO_BOOKSHEET_H

#include "read/csv.h"

struct arena;
struct bookfile;

/* The cursor. */
struct booksheet;

/* Rows up to the one of number skip are passed over.  NULL after a diag when
 * the sheet cannot be read. */
struct booksheet *booksheet_open(struct arena *arena, struct bookfile *book,
    int64_t skip);

void booksheet_close(struct booksheet *sheet);

/* The next row, which lives until the next call: its line is its number in
 * the sheet, raw is a line of CSV with all that it holds. */
bool booksheet_next(struct booksheet *sheet, struct csv_row *row);

/* Give all columns of merged cells that end before the line their text: heads
 * that stand over the heads of single columns. */
void booksheet_spread(const struct booksheet *sheet, struct csv_row *row,
    int64_t line);

#endif
