/*
 * ledger - the tables that the store's queries select, labelled from
 * record.def and the catalogue (rows.h, struct rows_result).
 */
#ifndef GEPPO_LEDGER_H
#define GEPPO_LEDGER_H

#include "facts/facts.h"

struct arena;

/* Add one table per result; `monthly-` ones feed charts only. */
void ledger_add(struct arena *arena, struct facts *facts);

#endif
