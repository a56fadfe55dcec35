/* fetchmembers - the population of every indicator. */
#ifndef GEPPO_FETCHMEMBERS_H
#define GEPPO_FETCHMEMBERS_H

struct fetch;

/* By `where`, `when` and levels as the contract writes them, over the views of
 * the record types; an expression that is not usable is a diag with its line
 * and leaves the population empty. */
void fetchmembers_fill(struct fetch *fetch);

#endif
