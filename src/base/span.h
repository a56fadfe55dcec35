/*
 * span - sets of seconds as sorted half-open intervals, and their algebra.
 *
 * A struct spans is normal: sorted, disjoint, not touching, none empty.  All
 * operations take and return normal sets, are linear in the number of spans
 * and allocate in the arena given.  Every figure about time is built from
 * these, so that no second is counted twice (sla.md, Availability).
 */
#ifndef GEPPO_SPAN_H
#define GEPPO_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct span {
	int64_t start;
	int64_t end;
};

struct spans {
	struct span *at;
	size_t count;
};

/* Append while building: any order, any overlap; empty and reversed spans are
 * left out.  The set is not normal until span_normalize. */
void span_append(struct arena *arena, struct spans *set, int64_t start,
    int64_t end);
void span_normalize(struct spans *set);

/* One span, or the empty set when end <= start. */
struct spans span_single(struct arena *arena, int64_t start, int64_t end);

struct spans span_union(struct arena *arena, struct spans a, struct spans b);
struct spans span_intersect(struct arena *arena, struct spans a,
    struct spans b);
struct spans span_subtract(struct arena *arena, struct spans a,
    struct spans b);

/* The parts of set inside [start, end). */
struct spans span_clip(struct arena *arena, struct spans set, int64_t start,
    int64_t end);

/* The seconds that lie in at least k of the n sets, by one sweep. */
struct spans span_at_least(struct arena *arena, const struct spans *sets,
    size_t n, size_t k);

/* Sum of lengths in seconds. */
int64_t span_length(struct spans set);

/* Length of the part inside [start, end), by binary search. */
int64_t span_length_in(struct spans set, int64_t start, int64_t end);

bool span_contains(struct spans set, int64_t instant);

#endif
