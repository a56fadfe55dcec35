/*
 * survey - all that a document shows beside the indicators: tables, charts,
 * the organization, carry-overs, checks.
 */
#ifndef GEPPO_SURVEY_H
#define GEPPO_SURVEY_H

#include "facts/outcome.h"

/* outcomes: one per figure. */
void survey_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes);

/* Append to the lists of facts. */
void survey_table(struct arena *arena, struct facts *facts,
    struct fact_table table);
void survey_chart(struct arena *arena, struct facts *facts,
    struct fact_chart chart);
void survey_graph(struct arena *arena, struct facts *facts,
    struct fact_graph graph);

#endif
