/*
 * history - what the events of a ticket say about its past.
 *
 * Events are ordered by instant, those of one instant by file order
 * (sla-details 61).  Only events before the cut-off have happened (67).
 */
#ifndef GEPPO_HISTORY_H
#define GEPPO_HISTORY_H

#include "base/span.h"
#include "store/rows.h"

struct arena;
struct histories;

struct history_event {
	struct str ticket;
	int64_t at;
	struct str field, old, new;
};

/* The events of one ticket. */
struct history {
	const struct history_event *event;
	size_t count;
};

/* A stay in {done, closed}: from is the completion, INT64_MIN when no event
 * tells it; to the reopening, INT64_MAX when there was none (sla-details 74). */
struct history_closure {
	int64_t from, to;
};

struct history_closures {
	struct history_closure *at;
	size_t count;
};

/* Sort the events of all tickets once. */
const struct histories *history_index(struct arena *arena,
    const struct rows *rows);

struct history history_find(const struct histories *histories,
    struct str ticket);

/* The value of the field at the cut-off: the last event's new, or the first
 * event's old when all are later; false when there is no event of the field. */
bool history_state(struct history history, const char *field, int64_t as_of,
    struct str *state);

/* The time before the cut-off in which the field has one of the
 * blank-separated words (sla-details 59); a first event that leaves such a
 * word means: since ever. */
struct spans history_within(struct arena *arena, struct history history,
    struct str field, struct str words, int64_t as_of);

/* Stays in {done, closed} as known at the cut-off, in order. */
struct history_closures history_closures(struct arena *arena,
    struct history history, int64_t as_of);

/* Was it reopened so soon after its completion, days calendar days, the day
 * of the completion not counted (sla-details 75)? */
bool history_resumes(struct history_closure closure, int64_t days,
    int64_t offset);

#endif
