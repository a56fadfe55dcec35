/*
 * overview - tables over all indicators and targets: `summary`,
 * `availability-detail`, `targets`, `outages`.
 */
#ifndef GEPPO_OVERVIEW_H
#define GEPPO_OVERVIEW_H

#include "facts/outcome.h"

void overview_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes);

#endif
