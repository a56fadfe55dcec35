/*
 * riskmap - the chart `risk-matrix`: the open risks by likelihood and impact.
 */
#ifndef GEPPO_RISKMAP_H
#define GEPPO_RISKMAP_H

#include "facts/facts.h"

struct arena;

void riskmap_add(struct arena *arena, struct facts *facts);

#endif
