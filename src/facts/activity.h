/*
 * activity - charts of what was done: `tickets-by-month`, `work-by-month`,
 * `backlog`, `incident-by-cause`.
 */
#ifndef GEPPO_ACTIVITY_H
#define GEPPO_ACTIVITY_H

#include "facts/facts.h"
#include "facts/history.h"

void activity_add(struct arena *arena, struct facts *facts,
    const struct histories *histories);

#endif
