/*
 * samples - polled states as spans of time (sla.md, Where "up" and "down"
 * come from).
 *
 * A sample holds until the next one of the same target, at most `hold`; of
 * samples of one instant the worst state wins.  What no sample holds, and what
 * a sample of unknown holds, is unmeasured: neither up nor down.
 */
#ifndef GEPPO_SAMPLES_H
#define GEPPO_SAMPLES_H

#include "base/span.h"
#include "store/rows.h"

struct arena;

struct samples_rule {
	int64_t hold_factor;		/* times the source's interval; 0: */
	int64_t hold_seconds;		/* ... then these seconds */
	int64_t confirm;		/* failing samples that make a spell */
	enum down_from down_from;
	int64_t as_of;			/* later samples do not exist */
};

struct samples_spans {
	struct spans up, down;		/* disjoint */
};

struct samples_spans samples_read(struct arena *arena,
    const struct rows_samples *samples, const struct samples_rule *rule);

/* How many samples of each state have an instant in [start, end), each instant
 * once. */
void samples_states(struct arena *arena, const struct rows_samples *samples,
    int64_t start, int64_t end, int64_t n[ROWS_STATES]);

/* All of them. */
int64_t samples_count(struct arena *arena, const struct rows_samples *samples,
    int64_t start, int64_t end);

#endif
