/*
 * episode - the entries of a clock that one record gives, and when each stops
 * (sla.md, Clocks; sla-details 59-79).
 *
 * Reopened within reopen-days, a record resumes its clock; later, the
 * reopening begins another entry.  Records that are not scored give none.
 */
#ifndef GEPPO_EPISODE_H
#define GEPPO_EPISODE_H

#include "facts/clock.h"
#include "facts/history.h"

/* What an entry is judged by: a due date, or a duration. */
struct episode_limit {
	bool has_due;
	int64_t due;
	struct duration duration;
};

struct episodes {
	struct clock_entry *at;	/* unjudged ones are marked, with `when` */
	size_t count;
	struct episode_limit limit;
};

struct episodes episode_read(const struct scope *scope,
    const struct rows_member *member);

/* Was the ticket reopened so soon, before the cut-off, that its first
 * completion no longer counts as a first-contact resolution? */
bool episode_taken_back(const struct scope *scope, struct str ticket);

#endif
