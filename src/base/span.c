/*
 * span - sets of seconds as sorted half-open intervals, and their algebra.
 *
 * Results grow by span_append, so every set, built or computed, may be
 * appended to.  Two runs of a computed set never touch, because what parts
 * them is a run of at least one second that the operation left out; union and
 * span_at_least join what touches.  Instants lie within the years 1 to 9999,
 * so differences and sums do not overflow.
 */
#include "base/span.h"

#include "base/arena.h"
#include "base/diag.h"

static int64_t least(int64_t a, int64_t b) {
	return a < b ? a : b;
}

static int64_t greatest(int64_t a, int64_t b) {
	return a > b ? a : b;
}

void span_append(struct arena *arena, struct spans *set, int64_t start,
    int64_t end) {
	if (end <= start)
		return;
	set->at = arena_room(arena, set->at, set->count, sizeof *set->at);
	set->at[set->count++] = (struct span){ start, end };
}

/* Append a span that begins at or after the last one; join it where they
 * touch. */
static void append_joined(struct arena *arena, struct spans *set,
    struct span span) {
	struct span *last = set->count == 0 ? NULL : &set->at[set->count - 1];
	if (last != NULL && span.start <= last->end)
		last->end = greatest(last->end, span.end);
	else
		span_append(arena, set, span.start, span.end);
}

static int by_start(const void *a, const void *b) {
	const struct span *left = a, *right = b;
	return (left->start > right->start) - (left->start < right->start);
}

void span_normalize(struct spans *set) {
	if (set->count == 0)
		return;
	qsort(set->at, set->count, sizeof *set->at, by_start);
	size_t last = 0;
	for (size_t i = 1; i < set->count; i++) {
		struct span span = set->at[i];
		if (span.start <= set->at[last].end)
			set->at[last].end = greatest(set->at[last].end, span.end);
		else
			set->at[++last] = span;
	}
	set->count = last + 1;
}

struct spans span_single(struct arena *arena, int64_t start, int64_t end) {
	struct spans set = { NULL, 0 };
	span_append(arena, &set, start, end);
	return set;
}

struct spans span_union(struct arena *arena, struct spans a, struct spans b) {
	struct spans set = { NULL, 0 };
	size_t i = 0, j = 0;
	while (i < a.count || j < b.count) {
		bool left = j == b.count || (i < a.count
		    && a.at[i].start <= b.at[j].start);
		append_joined(arena, &set, left ? a.at[i++] : b.at[j++]);
	}
	return set;
}

struct spans span_intersect(struct arena *arena, struct spans a,
    struct spans b) {
	struct spans set = { NULL, 0 };
	for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
		struct span left = a.at[i], right = b.at[j];
		span_append(arena, &set, greatest(left.start, right.start),
		    least(left.end, right.end));
		if (left.end <= right.end)
			i++;
		else
			j++;
	}
	return set;
}

struct spans span_subtract(struct arena *arena, struct spans a,
    struct spans b) {
	struct spans set = { NULL, 0 };
	size_t first = 0;
	for (size_t i = 0; i < a.count; i++) {
		int64_t start = a.at[i].start, end = a.at[i].end;
		while (first < b.count && b.at[first].end <= start)
			first++;
		for (size_t j = first; j < b.count && b.at[j].start < end; j++) {
			span_append(arena, &set, start, b.at[j].start);
			start = b.at[j].end;
		}
		span_append(arena, &set, start, end);
	}
	return set;
}

/* Index of the first span that ends after the instant. */
static size_t first_after(struct spans set, int64_t instant) {
	size_t low = 0, high = set.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (set.at[middle].end <= instant)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct spans span_clip(struct arena *arena, struct spans set, int64_t start,
    int64_t end) {
	struct spans part = { NULL, 0 };
	for (size_t i = first_after(set, start);
	    i < set.count && set.at[i].start < end; i++)
		span_append(arena, &part, greatest(set.at[i].start, start),
		    least(set.at[i].end, end));
	return part;
}

/* An instant at which one set more, or one less, holds. */
struct step {
	int64_t at;
	int64_t change;
};

static int by_instant(const void *a, const void *b) {
	const struct step *left = a, *right = b;
	return (left->at > right->at) - (left->at < right->at);
}

static struct step *steps_of(struct arena *arena, const struct spans *sets,
    size_t n, size_t *count) {
	size_t total = 0;
	for (size_t i = 0; i < n; i++)
		total += sets[i].count;
	struct step *step = arena_array(arena, total * 2, sizeof *step);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < sets[i].count; j++) {
			step[(*count)++] = (struct step){ sets[i].at[j].start, 1 };
			step[(*count)++] = (struct step){ sets[i].at[j].end, -1 };
		}
	qsort(step, *count, sizeof *step, by_instant);
	return step;
}

struct spans span_at_least(struct arena *arena, const struct spans *sets,
    size_t n, size_t k) {
	if (k == 0)
		die("span: at least 0 of %zu sets is every second there is", n);
	size_t count;
	struct step *step = steps_of(arena, sets, n, &count);
	struct spans set = { NULL, 0 };
	int64_t depth = 0;
	for (size_t i = 0; i + 1 < count; i++) {
		depth += step[i].change;
		struct span span = { step[i].at, step[i + 1].at };
		if (depth >= (int64_t)k && span.start < span.end)
			append_joined(arena, &set, span);
	}
	return set;
}

int64_t span_length(struct spans set) {
	int64_t seconds = 0;
	for (size_t i = 0; i < set.count; i++)
		seconds += set.at[i].end - set.at[i].start;
	return seconds;
}

int64_t span_length_in(struct spans set, int64_t start, int64_t end) {
	int64_t seconds = 0;
	for (size_t i = first_after(set, start);
	    i < set.count && set.at[i].start < end; i++) {
		struct span span = set.at[i];
		seconds += greatest(0, least(span.end, end)
		    - greatest(span.start, start));
	}
	return seconds;
}

bool span_contains(struct spans set, int64_t instant) {
	size_t i = first_after(set, instant);
	return i < set.count && set.at[i].start <= instant;
}
