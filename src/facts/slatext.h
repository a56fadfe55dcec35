/*
 * slatext - the indicators for people at a terminal, and as JSON.
 */
#ifndef GEPPO_SLATEXT_H
#define GEPPO_SLATEXT_H

#include "base/buf.h"

struct facts;
struct fact_table;

/* An aligned table; with explain the definition and the traces follow. */
void slatext_write(const struct facts *facts, struct buf *buf);

/* One JSON object: period, as_of, figures with the fields of the CSV. */
void slatext_json(const struct facts *facts, struct buf *buf);

/* A table with aligned columns. */
void slatext_table(const struct fact_table *table, struct buf *buf);

#endif
