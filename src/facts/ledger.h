/*
 * ledger - the tables that the store's queries select, labelled from
 * record.def and the catalogue (rows.h, struct rows_result).
 */
#ifndef GEPPO_LEDGER_H
#define GEPPO_LEDGER_H

#include "facts/facts.h"

struct arena;
struct sheet;

/* Add one table per result; `monthly-` ones feed charts only. */
void ledger_add(struct arena *arena, struct facts *facts);

/* A column with the label and kind of the field, and a cell of it. */
void ledger_column(struct sheet *sheet, const struct record_field *field);
void ledger_cell(struct sheet *sheet, const struct facts *facts,
    const struct record_field *field, const struct value *value);

#endif
