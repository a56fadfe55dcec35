/*
 * dutysheet - the deadline register: the tables `duties`, `duties-next` and
 * `duty-summary`.
 */
#ifndef GEPPO_DUTYSHEET_H
#define GEPPO_DUTYSHEET_H

#include "facts/facts.h"

struct arena;

/* The duties of the facts are there before. */
void dutysheet_add(struct arena *arena, struct facts *facts);

#endif
