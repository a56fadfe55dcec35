/*
 * dutysheet - the deadline register: the tables `duties`, `duties-next`,
 * `duty-summary`, `duty-rules` and `meeting-duties`.
 */
#ifndef GEPPO_DUTYSHEET_H
#define GEPPO_DUTYSHEET_H

#include "facts/facts.h"

struct arena;
struct sheet;

/* The duties of the facts are there before. */
void dutysheet_add(struct arena *arena, struct facts *facts);

/* In any sheet the columns of a duty behind that of its record's number, and
 * the row of facts.duty[duty]. */
void dutysheet_columns(struct sheet *sheet, enum record_id records);
void dutysheet_row(struct sheet *sheet, const struct facts *facts,
    struct str record, size_t duty);

#endif
