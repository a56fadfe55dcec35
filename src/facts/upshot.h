/*
 * upshot - headlines that no single table tells: which indicator missed by how
 * much, which became worst, how tickets and months went on, what is asked of
 * the meeting.
 *
 * Sentences of the facts: `headline.sla`, `headline.trend`,
 * `headline.tickets`, `headline.CHART` of charts by month, `headline.asks`.
 */
#ifndef GEPPO_UPSHOT_H
#define GEPPO_UPSHOT_H

#include "facts/facts.h"

struct arena;

/* After all tables and charts. */
void upshot_add(struct arena *arena, struct facts *facts);

#endif
