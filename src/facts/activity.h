/*
 * activity - charts of what was done: `tickets-by-month`, `work-by-month`,
 * `backlog`, `incident-by-cause`.
 */
#ifndef GEPPO_ACTIVITY_H
#define GEPPO_ACTIVITY_H

#include "facts/facts.h"

struct arena;

/* When the work was done; false when it is not. */
bool activity_ended(const struct row *work, int64_t *at);

void activity_add(struct arena *arena, struct facts *facts);

#endif
