/*
 * samples - polled states as spans of time.
 *
 * Runs of one source come one after another and are taken as they are; where
 * runs of several sources interleave, they are taken apart into single
 * samples, so that each ends the hold of the one before.
 */
#include "facts/samples.h"

#include "base/arena.h"

struct pieces {
	struct rows_run *at;	/* in order of time, not interleaved */
	size_t count;
};

static int64_t run_last(const struct rows_run *run) {
	return run->first + (run->count - 1) * run->step;
}

/* By instant; of one instant the worst state first, then the longest hold. */
static int run_order(const void *a, const void *b) {
	const struct rows_run *x = a, *y = b;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->state != y->state)
		return x->state > y->state ? -1 : 1;
	return x->interval > y->interval ? -1 : x->interval < y->interval;
}

static void add_piece(struct arena *arena, struct pieces *pieces,
    struct rows_run run) {
	pieces->at = arena_room(arena, pieces->at, pieces->count,
	    sizeof *pieces->at);
	pieces->at[pieces->count++] = run;
}

/* The samples of interleaved runs one by one, each instant once. */
static void add_apart(struct arena *arena, struct pieces *pieces,
    const struct rows_run *run, size_t count) {
	struct pieces single = { NULL, 0 };
	for (size_t i = 0; i < count; i++)
		for (int64_t k = 0; k < run[i].count; k++) {
			struct rows_run one = run[i];
			one.first += k * one.step;
			one.count = 1;
			add_piece(arena, &single, one);
		}
	qsort(single.at, single.count, sizeof *single.at, run_order);
	for (size_t i = 0; i < single.count; i++)
		if (i == 0 || single.at[i].first != single.at[i - 1].first)
			add_piece(arena, pieces, single.at[i]);
}

/* The runs that begin before the end, cut there, in order of time. */
static struct pieces clipped(struct arena *arena,
    const struct rows_samples *samples, int64_t end) {
	struct pieces runs = { NULL, 0 };
	for (size_t i = 0; i < samples->count; i++) {
		struct rows_run run = samples->run[i];
		if (run.first >= end || run.count <= 0)
			continue;
		if (run_last(&run) >= end)
			run.count = (end - 1 - run.first) / run.step + 1;
		add_piece(arena, &runs, run);
	}
	if (runs.count != 0)
		qsort(runs.at, runs.count, sizeof *runs.at, run_order);
	return runs;
}

static struct pieces pieces_of(struct arena *arena,
    const struct rows_samples *samples, int64_t end) {
	struct pieces runs = clipped(arena, samples, end);
	struct pieces pieces = { NULL, 0 };
	for (size_t i = 0, next; i < runs.count; i = next) {
		int64_t last = run_last(&runs.at[i]);
		for (next = i + 1; next < runs.count
		    && runs.at[next].first <= last; next++)
			if (run_last(&runs.at[next]) > last)
				last = run_last(&runs.at[next]);
		if (next == i + 1)
			add_piece(arena, &pieces, runs.at[i]);
		else
			add_apart(arena, &pieces, runs.at + i, next - i);
	}
	return pieces;
}

void samples_states(struct arena *arena, const struct rows_samples *samples,
    int64_t start, int64_t end, int64_t n[ROWS_STATES]) {
	struct pieces pieces = pieces_of(arena, samples, end);
	memset(n, 0, ROWS_STATES * sizeof *n);
	for (size_t i = 0; i < pieces.count; i++) {
		const struct rows_run *run = &pieces.at[i];
		int64_t before = run->first >= start ? 0
		    : run_last(run) < start ? run->count
		    : (start - run->first + run->step - 1) / run->step;
		n[run->state] += run->count - before;
	}
}

int64_t samples_count(struct arena *arena, const struct rows_samples *samples,
    int64_t start, int64_t end) {
	int64_t n[ROWS_STATES];
	samples_states(arena, samples, start, end, n);
	return n[STATE_UP] + n[STATE_UNKNOWN] + n[STATE_DOWN];
}

static int64_t hold_of(const struct samples_rule *rule,
    const struct rows_run *run) {
	return rule->hold_factor != 0 ? rule->hold_factor * run->interval
	    : rule->hold_seconds;
}

/* Add what the samples of the piece hold, until next at the latest. */
static void add_held(struct arena *arena, struct spans *set,
    const struct rows_run *run, int64_t hold, int64_t next) {
	int64_t last = run_last(run);
	int64_t end = last + hold < next ? last + hold : next;
	if (run->count == 1 || run->step <= hold) {
		span_append(arena, set, run->first, end);
		return;
	}
	for (int64_t t = run->first; t < last; t += run->step)
		span_append(arena, set, t, t + hold);
	span_append(arena, set, last, end);
}

/* The pieces from i on that fail one after another: a gap does not end them,
 * a sample of unknown does (sla-details 21). */
static size_t failing_end(const struct pieces *pieces, size_t i,
    int64_t *failing) {
	*failing = 0;
	while (i < pieces->count && pieces->at[i].state == STATE_DOWN)
		*failing += pieces->at[i++].count;
	return i;
}

/* Where a spell that is first seen at `first` begins, `good` being the last
 * sample that counts as up (sla-details 22). */
static int64_t spell_start(enum down_from from, int64_t good, int64_t first) {
	switch (from) {
	case DOWN_LAST_GOOD: return good;
	case DOWN_MIDPOINT: return good + (first - good) / 2;
	default: return first;
	}
}

struct samples_spans samples_read(struct arena *arena,
    const struct rows_samples *samples, const struct samples_rule *rule) {
	struct pieces pieces = pieces_of(arena, samples, rule->as_of);
	struct samples_spans held = { { NULL, 0 }, { NULL, 0 } };
	struct spans early = { NULL, 0 };
	int64_t good = INT64_MIN;
	for (size_t i = 0, end; i < pieces.count; i = end) {
		int64_t failing;
		end = failing_end(&pieces, i, &failing);
		bool down = failing != 0 && failing >= rule->confirm;
		if (down && good != INT64_MIN)
			span_append(arena, &early, spell_start(rule->down_from,
			    good, pieces.at[i].first), pieces.at[i].first);
		if (failing == 0)
			end = i + 1;
		for (size_t k = i; k < end; k++) {
			const struct rows_run *run = &pieces.at[k];
			if (run->state == STATE_UNKNOWN)
				continue;
			add_held(arena, down ? &held.down : &held.up, run,
			    hold_of(rule, run), k + 1 < pieces.count
			    ? pieces.at[k + 1].first : rule->as_of);
			if (!down)
				good = run_last(run);
		}
	}
	span_normalize(&held.up);
	span_normalize(&held.down);
	span_normalize(&early);
	held.down = span_union(arena, held.down, span_intersect(arena, held.up,
	    early));
	held.up = span_subtract(arena, held.up, held.down);
	return held;
}
