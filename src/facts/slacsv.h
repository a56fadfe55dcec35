/* slacsv - the indicators as CSV (contract.md, `geppo sla --format csv`). */
#ifndef GEPPO_SLACSV_H
#define GEPPO_SLACSV_H

#include "base/buf.h"

struct arena;
struct facts;
struct figure;

#define SLACSV_COLUMNS 17

/* The name of the n-th column. */
const char *slacsv_column(size_t n);

/* What the columns hold for the figure: SLACSV_COLUMNS cells. */
void slacsv_cells(struct arena *arena, const struct figure *figure,
    struct str *cell);

/* Append header and one line per figure: UTF-8, CRLF. */
void slacsv_write(const struct facts *facts, struct buf *buf);

#endif
