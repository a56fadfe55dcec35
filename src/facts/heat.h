/*
 * heat - when tickets and alerts come: the charts `tickets-by-hour` and
 * `alerts-by-hour`, of weekdays by hours of the period.
 */
#ifndef GEPPO_HEAT_H
#define GEPPO_HEAT_H

#include "facts/facts.h"

struct arena;

void heat_add(struct arena *arena, struct facts *facts);

#endif
