/*
 * capacity - resources by host and metric: the table `capacity` and one chart
 * of daily 95th percentiles per metric.
 */
#ifndef GEPPO_CAPACITY_H
#define GEPPO_CAPACITY_H

#include "facts/facts.h"

struct arena;

void capacity_add(struct arena *arena, struct facts *facts);

#endif
