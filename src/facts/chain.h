/*
 * chain - the improvement chain: a miss opens an item that returns each month
 * until the indicator is met; the months that follow judge the plan.
 */
#ifndef GEPPO_CHAIN_H
#define GEPPO_CHAIN_H

#include "facts/facts.h"

struct arena;

/* Fill the chain of each figure and add the tables `improvement-chain` and
 * `improvement-months`; the trends are there before. */
void chain_add(struct arena *arena, struct facts *facts);

#endif
