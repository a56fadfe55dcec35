/*
 * jsonrows - the rows of a JSON text as rows of a table.
 *
 * The header is every name that any row has; what a list repeats is joined by
 * `, `.  With <unpivot> each value that no column of the source takes is a row
 * of its own: its name, the keys of the objects that hold it, the value.
 */
#ifndef GEPPO_JSONROWS_H
#define GEPPO_JSONROWS_H

#include "read/csv.h"

struct arena;
struct source;

/* The cursor. */
struct jsonrows;

/* Over UTF-8 text, which the caller keeps; jsonrows_free ends it.  Fields live
 * until the next row. */
struct jsonrows *jsonrows_new(struct arena *arena,
    const struct source *source, struct str bytes);

void jsonrows_free(struct jsonrows *rows);

/* The header, for which the whole text is read; faulty where no row could be
 * read, false where there is none. */
bool jsonrows_header(struct jsonrows *rows, struct csv_row *row);

/* The next row; false at the end. */
bool jsonrows_next(struct jsonrows *rows, struct csv_row *row);

/* Is there a list to hold the rows? */
bool jsonrows_met(const struct jsonrows *rows);

#endif
