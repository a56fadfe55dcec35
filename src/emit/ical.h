/*
 * ical - the deadlines to come as a calendar file (RFC 5545).
 */
#ifndef GEPPO_ICAL_H
#define GEPPO_ICAL_H

#include "facts/facts.h"

struct arena;

/* Write the events to the path; a period without any gives a calendar without
 * events.  False after a diag. */
bool ical_write(struct arena *arena, const struct facts *facts,
    const char *path);

#endif
