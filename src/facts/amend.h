/*
 * amend - what rows of ledgers said before: the tables `history-TYPE`.
 */
#ifndef GEPPO_AMEND_H
#define GEPPO_AMEND_H

#include "facts/facts.h"

struct arena;

/* One table for each record type of which some row was changed by another
 * file; by the row's key, then as it was changed. */
void amend_add(struct arena *arena, struct facts *facts);

#endif
