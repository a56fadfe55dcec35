/*
 * tablecsv - a fact table as CSV: UTF-8 with BOM, CRLF, one header row.
 *
 * Numbers, dates and instants as data, everything else as shown; the last two
 * columns are the file and line that a row comes from.
 */
#ifndef GEPPO_TABLECSV_H
#define GEPPO_TABLECSV_H

#include "facts/facts.h"

/* Write the table into the file; false after a diag. */
bool tablecsv_write(struct arena *arena, const struct facts *facts,
    const struct fact_table *table, const char *path);

#endif
