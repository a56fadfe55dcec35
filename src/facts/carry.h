/*
 * carry - 期首 + 新規 - 完了 = 期末 of every ledger that has open entries.
 *
 * The opening is what the previous period's report ended with: both count
 * what is open at the same instant; where that period was published it is the
 * closing that was published, whatever the ledger says since.
 */
#ifndef GEPPO_CARRY_H
#define GEPPO_CARRY_H

#include "facts/facts.h"

struct arena;

/* The field of a ledger's closing in an edition; no column of the indicators
 * has this name. */
#define CARRY_CLOSING "closing"

/* Fill the carry-overs and their table. */
void carry_add(struct arena *arena, struct facts *facts);

/* Does the ticket count at all: neither cancelled nor a duplicate? */
bool carry_counts(const struct row *ticket);

/* Was the ticket received before the instant and not yet finished then?  By
 * its stamps, as the store's view ticket_state has it. */
bool carry_is_open(const struct row *ticket, int64_t at);

#endif
