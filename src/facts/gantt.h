/*
 * gantt - plan against actual: `plan-year-1` ... of the fiscal year's plan,
 * `plan-period-1` ... of the plan and the planned work of the period.
 */
#ifndef GEPPO_GANTT_H
#define GEPPO_GANTT_H

#include "facts/facts.h"

struct arena;

void gantt_add(struct arena *arena, struct facts *facts);

#endif
