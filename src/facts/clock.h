/*
 * clock - time taken by records, against a target (sla.md, Clocks).
 *
 * Each record gives one entry, or several when it was reopened too late to
 * resume.  An entry counts the open time of its calendar without pauses and
 * without the time that it was closed, and is scored in one period only.
 */
#ifndef GEPPO_CLOCK_H
#define GEPPO_CLOCK_H

#include "base/span.h"
#include "facts/scope.h"

enum clock_score {
	CLOCK_MET, CLOCK_MISSED, CLOCK_OPEN, CLOCK_UNJUDGED, CLOCK_SCORES
};

struct clock_entry {
	struct str id;
	struct origin origin;
	bool again;			/* a reopening that is a new record */
	int level;			/* at its stop or the cut-off, -1 none */
	bool has_start, has_stop, has_deadline;
	int64_t start, stop, deadline;
	int64_t counted;		/* open seconds without pauses */
	int64_t paused;			/* open seconds inside pauses */
	struct spans pauses;
	struct spans closed;		/* between completion and reopening */
	enum clock_score score;
	int64_t when;			/* the instant that tells its period */
};

struct clock {
	struct clock_entry *entry;	/* of the period, by when, then id */
	size_t entries;
	int64_t n[CLOCK_SCORES];
};

const struct clock *clock_measure(const struct scope *scope);

/* What stopped in the period, by stop, then id; nothing is scored, and what
 * cannot be judged is left out. */
const struct clock *clock_times(const struct scope *scope);

/*
 * The last instant at which the clock has not passed the limit; for days and
 * months the instant at which they are over, moved on by what the set takes
 * (sla-details 52-56).
 */
int64_t clock_deadline(const struct calendar *calendar, int64_t start,
    struct duration limit, struct spans less, int same_day);

#endif
