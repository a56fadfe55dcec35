/*
 * tablecsv - a fact table as CSV: UTF-8 with BOM, CRLF, one header row.
 *
 * Numbers, dates and instants as data, everything else as shown; the last two
 * columns are the file and line that a row comes from.
 */
#ifndef GEPPO_TABLECSV_H
#define GEPPO_TABLECSV_H

#include "facts/facts.h"

/* The head of a column, with its unit. */
struct str tablecsv_label(struct arena *arena,
    const struct fact_column *column);

struct str tablecsv_text(struct arena *arena, const struct facts *facts,
    const struct fact_table *table);

/* Write the text into the file; false after a diag. */
bool tablecsv_write(struct str text, const char *path);

#endif
