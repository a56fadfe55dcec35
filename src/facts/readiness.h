/*
 * readiness - how complete a checklist is (C-41, K 表7-1-1 and 表1-3-1).
 *
 * A checklist is the table of a query with a column `state`.  Its entries are
 * counted by group, and those that something is wanting of are listed.
 */
#ifndef GEPPO_READINESS_H
#define GEPPO_READINESS_H

#include "facts/facts.h"

struct arena;

/* Colour the states of the checklists; add their summaries and lists. */
void readiness_add(struct arena *arena, struct facts *facts);

#endif
