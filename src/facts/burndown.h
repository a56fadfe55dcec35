/*
 * burndown - the error budget as it is used up: the charts `budget-period-ID`
 * of the period and `budget-year-ID` of the fiscal year so far.
 */
#ifndef GEPPO_BURNDOWN_H
#define GEPPO_BURNDOWN_H

#include "facts/outcome.h"

/* Is there a budget: a least share of time up? */
bool burndown_applies(const struct indicator *indicator);

/* The down seconds that the indicator's target allows (sla.md, Judging). */
int64_t burndown_allowed(const struct indicator *indicator,
    const struct availability *a);

/* outcomes: one per figure. */
void burndown_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes);

#endif
