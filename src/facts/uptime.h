/*
 * uptime - when what was down: `availability-by-day` (of a longer period
 * `-by-month`) of each target by its own samples, and the time lines
 * `outages-1` ... of what the indicators judge.
 */
#ifndef GEPPO_UPTIME_H
#define GEPPO_UPTIME_H

#include "facts/outcome.h"

/* outcomes: one per figure. */
void uptime_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes);

#endif
