/*
 * fleet - what is watched, by kinds and by probes: `availability-classes`,
 * `probes`, and the levels of `external-services`.
 */
#ifndef GEPPO_FLEET_H
#define GEPPO_FLEET_H

#include "facts/outcome.h"

void fleet_add(struct arena *arena, struct facts *facts);

#endif
