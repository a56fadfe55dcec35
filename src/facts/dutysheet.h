/*
 * dutysheet - the deadline register: the tables `duties`, `duties-next` and
 * `duty-summary`.
 */
#ifndef GEPPO_DUTYSHEET_H
#define GEPPO_DUTYSHEET_H

#include "facts/facts.h"

struct arena;
struct sheet;

/* The duties of the facts are there before. */
void dutysheet_add(struct arena *arena, struct facts *facts);

/* The columns of a duty, and its cells, in any sheet. */
void dutysheet_columns(struct sheet *sheet);
void dutysheet_cells(struct sheet *sheet, const struct facts *facts,
    const struct fact_duty *entry);

#endif
