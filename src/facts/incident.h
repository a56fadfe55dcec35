/*
 * incident - what 障害報告書 tells of each incident: the tables
 * `incident-reports`, `incident-duties` and `incident-timeline`.
 */
#ifndef GEPPO_INCIDENT_H
#define GEPPO_INCIDENT_H

#include "facts/facts.h"

struct arena;

/* An incident is reported where a duty of the contract with a stage is about
 * it, in each period that it or the duty falls in.  The duties of the facts
 * are there before. */
void incident_add(struct arena *arena, struct facts *facts);

#endif
