/*
 * clock - time taken by records, against a target.
 *
 * Arithmetic of one entry: what is counted, when it is due, how it scores.
 * What entries a record gives, and when they stop, is in episode.c.
 */
#include "facts/clock.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/episode.h"

/* Open seconds from start to end, less those in the set. */
static int64_t seconds_less(struct arena *arena,
    const struct calendar *calendar, int64_t start, int64_t end,
    struct spans less) {
	struct spans inside = span_clip(arena, less, start, end);
	int64_t seconds = calendar_seconds(calendar, start, end);
	for (size_t i = 0; i < inside.count; i++)
		seconds -= calendar_seconds(calendar, inside.at[i].start,
		    inside.at[i].end);
	return seconds;
}

/* Where the open time from start, less the set, is used up: the first such
 * instant, or with last the last one. */
static int64_t used_up(const struct calendar *calendar, int64_t start,
    int64_t seconds, struct spans less, bool last) {
	for (size_t i = 0; i < less.count; i++) {
		struct span gap = less.at[i];
		if (gap.end <= start)
			continue;
		int64_t open = calendar_seconds(calendar, start, gap.start);
		if (open > seconds || (open == seconds && !last))
			break;
		seconds -= open;
		start = gap.end;
	}
	return last ? calendar_latest(calendar, start, seconds)
	    : calendar_earliest(calendar, start, seconds);
}

/* Every second is open. */
static const struct calendar always = { .elapsed = true };

int64_t clock_deadline(const struct calendar *calendar, int64_t start,
    struct duration limit, struct spans less, int same_day) {
	if (limit.unit == UNIT_SECONDS)
		return used_up(calendar, start, limit.n, less, true);
	int64_t due = calendar_due(calendar, start, limit, same_day);
	if (due <= start)
		return due;
	const struct calendar *counts = limit.unit == UNIT_BUSINESS_DAYS
	    ? calendar : &always;
	int64_t seconds = calendar_seconds(counts, start, due);
	int64_t moved = used_up(counts, start, seconds, less, false);
	return moved > due ? moved : due;
}

/* sla.md: met by elapsed time for hours, by the due instant for days; as the
 * deadline of hours is the last instant within the target, both are one
 * comparison.  Equal meets; past means after. */
static void score(const struct scope *scope, struct clock_entry *entry) {
	if (entry->has_stop && entry->stop <= entry->deadline) {
		entry->score = CLOCK_MET;
		entry->when = entry->stop;
	} else if (entry->has_stop || scope->as_of > entry->deadline) {
		entry->score = CLOCK_MISSED;
		entry->when = entry->deadline;
	} else {
		entry->score = CLOCK_OPEN;
		entry->when = entry->start;
	}
}

/* An open record belongs to every period that ends after its start. */
static bool belongs(const struct scope *scope,
    const struct clock_entry *entry) {
	return entry->score == CLOCK_OPEN ? entry->when < scope_limit(scope)
	    : scope_holds(scope, entry->when);
}

static void measure(const struct scope *scope, struct clock_entry *entry) {
	const struct calendar *calendar = scope_calendar(scope);
	if (!entry->has_start)
		return;
	struct spans less = span_union(scope->arena, entry->pauses,
	    entry->closed);
	int64_t end = entry->has_stop ? entry->stop : scope->as_of;
	int64_t gross = seconds_less(scope->arena, calendar, entry->start, end,
	    entry->closed);
	entry->counted = seconds_less(scope->arena, calendar, entry->start, end,
	    less);
	entry->paused = gross - entry->counted;
}

/* The deadline were the level the only one; INT64_MAX without a target. */
static int64_t level_deadline(const struct scope *scope,
    const struct clock_entry *entry, int level) {
	struct duration limit;
	if (!episode_limit(scope->indicator, level, &limit))
		return INT64_MAX;
	return clock_deadline(scope_calendar(scope), entry->start, limit,
	    span_union(scope->arena, entry->pauses, entry->closed),
	    scope->indicator->after_hours_same_day);
}

/* sla.md, Clocks: raised, the new target counts from the original start;
 * lowered, a deadline that was past by then stays.  What comes after the stop
 * or the cut-off changes nothing. */
static int64_t deadline_of(const struct scope *scope,
    const struct clock_entry *entry, const struct rows_member *member) {
	int64_t end = entry->has_stop ? entry->stop : scope->as_of;
	int64_t deadline = level_deadline(scope, entry, episode_level(member,
	    end));
	for (size_t i = 0; i < member->earliers; i++) {
		const struct rows_level *held = &member->earlier[i];
		if (held->until >= end)
			break;
		int64_t past = level_deadline(scope, entry, held->level);
		if (past < held->until && past < deadline)
			deadline = past;
	}
	return deadline;
}

static void judge(const struct scope *scope, struct clock_entry *entry,
    const struct episodes *episodes, const struct rows_member *member) {
	if (entry->score == CLOCK_UNJUDGED)
		return;
	entry->has_deadline = true;
	entry->deadline = episodes->has_due ? episodes->due
	    : deadline_of(scope, entry, member);
	score(scope, entry);
}

static int entry_order(const void *a, const void *b) {
	const struct clock_entry *x = a, *y = b;
	if (x->when != y->when)
		return x->when < y->when ? -1 : 1;
	return str_compare(x->id, y->id);
}

static void add_entry(const struct scope *scope, struct clock *clock,
    struct clock_entry *entry) {
	measure(scope, entry);
	clock->entry = arena_room(scope->arena, clock->entry, clock->entries,
	    sizeof *clock->entry);
	clock->entry[clock->entries++] = *entry;
}

static const struct clock *in_order(struct clock *clock) {
	if (clock->entries != 0)
		qsort(clock->entry, clock->entries, sizeof *clock->entry,
		    entry_order);
	return clock;
}

const struct clock *clock_times(const struct scope *scope) {
	struct clock *clock = arena_alloc(scope->arena, sizeof *clock);
	for (size_t m = 0; m < scope->population->count; m++) {
		struct episodes episodes = episode_read(scope,
		    &scope->population->member[m]);
		for (size_t i = 0; i < episodes.count; i++) {
			struct clock_entry *entry = &episodes.at[i];
			entry->when = entry->stop;
			if (entry->has_stop && entry->score != CLOCK_UNJUDGED
			    && scope_holds(scope, entry->stop))
				add_entry(scope, clock, entry);
		}
	}
	return in_order(clock);
}

const struct clock *clock_measure(const struct scope *scope) {
	struct clock *clock = arena_alloc(scope->arena, sizeof *clock);
	for (size_t m = 0; m < scope->population->count; m++) {
		const struct rows_member *member
		    = &scope->population->member[m];
		struct episodes episodes = episode_read(scope, member);
		for (size_t i = 0; i < episodes.count; i++) {
			struct clock_entry *entry = &episodes.at[i];
			entry->level = episode_level(member, entry->has_stop
			    ? entry->stop : scope->as_of);
			judge(scope, entry, &episodes, member);
			if (!belongs(scope, entry))
				continue;
			clock->n[entry->score]++;
			add_entry(scope, clock, entry);
		}
	}
	return in_order(clock);
}
