/*
 * capacity - resources by host and metric: the table `capacity` and one chart
 * of daily 95th percentiles per metric.
 */
#ifndef GEPPO_CAPACITY_H
#define GEPPO_CAPACITY_H

#include "facts/facts.h"

struct arena;

/* The threshold of the host, else of the metric, or NULL. */
const struct threshold *capacity_threshold(const struct facts *facts,
    const struct rows_series *series);

/* `metric.NAME` of the catalogue, else the name as monitoring has it. */
struct str capacity_name(struct arena *arena, const struct facts *facts,
    struct str metric);

void capacity_add(struct arena *arena, struct facts *facts);

#endif
