/*
 * demand - what the required levels ask for and what came: tables
 * `demand-times`, `demand-hours` and `demand-alerts`.
 */
#ifndef GEPPO_DEMAND_H
#define GEPPO_DEMAND_H

#include "facts/outcome.h"

struct arena;

/* Outcomes are those of the indicators, in their order. */
void demand_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes);

#endif
