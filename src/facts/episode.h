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

struct episodes {
	struct clock_entry *at;	/* unjudged ones are marked, with `when` */
	size_t count;
	bool has_due;		/* judged by a date, not by a duration */
	int64_t due;
};

struct episodes episode_read(const struct scope *scope,
    const struct rows_member *member);

/* The level that the record had just before the instant, -1 for none. */
int episode_level(const struct rows_member *member, int64_t at);

/* The duration that the level allows; false where the contract says none. */
bool episode_limit(const struct indicator *indicator, int level,
    struct duration *limit);

/* Was the ticket reopened so soon, before the cut-off, that its first
 * completion no longer counts as a first-contact resolution? */
bool episode_taken_back(const struct scope *scope, struct str ticket);

#endif
