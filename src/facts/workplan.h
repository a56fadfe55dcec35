/*
 * workplan - what a plan says of the work beside its dates: `participants`
 * (who takes part in what), `tasks-ID`, `busy-times` and `quarters` of the
 * fiscal year that holds the period's last day.
 */
#ifndef GEPPO_WORKPLAN_H
#define GEPPO_WORKPLAN_H

#include "facts/facts.h"

struct arena;

void workplan_add(struct arena *arena, struct facts *facts);

/* The days [start, end), as instants, of a busy time in the fiscal year that
 * begins on the day; two where it runs over the year's end. */
struct spans workplan_busy(struct arena *arena, const struct facts *facts,
    const struct busy *busy, int64_t year);

#endif
