/*
 * checkgap - data check of monitoring: service time that no sample holds.
 *
 * Of each target once, however many indicators use it: service time is that
 * of any of them without its valid stops and exclusions, a sample holds as the
 * first of them says.
 */
#include "facts/checkgap.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/availability.h"
#include "facts/finding.h"
#include "facts/samples.h"

static bool takes_samples(const struct indicator *indicator) {
	for (size_t i = 0; i < indicator->froms; i++)
		if (indicator->from[i].records == RECORD_status)
			return indicator->kind == INDICATOR_AVAILABILITY;
	return false;
}

/* Does the object of the indicator rest on the target? */
static bool rests_on(struct arena *arena, const struct contract *contract,
    const struct indicator *indicator, size_t leaf) {
	bool *own = arena_array(arena, contract->leaves + 1, sizeof *own);
	availability_leaves(indicator->object, own);
	return own[leaf];
}

/* What qualifies as a stop of the target, or of all. */
static void add_stopped(const struct findings *findings,
    const struct stops *stops, size_t leaf, struct spans *stopped) {
	const struct contract *contract = findings->rows->contract;
	bool *below = arena_array(findings->arena, contract->leaves + 1,
	    sizeof *below);
	for (size_t i = 0; i < stops->count; i++) {
		const struct stop *stop = &stops->at[i];
		if (stop->verdict != STOPS_VALID)
			continue;
		memset(below, 0, contract->leaves * sizeof *below);
		if (stop->target != NULL)
			availability_leaves(stop->target, below);
		if (stop->target == NULL || below[leaf])
			span_append(findings->arena, stopped, stop->start,
			    stop->end);
	}
}

static struct spans stopped_time(const struct findings *findings,
    const struct indicator *indicator, size_t leaf) {
	const struct rows *rows = findings->rows;
	struct scope scope = { .arena = findings->arena, .rows = rows,
	    .indicator = indicator, .start = rows->start, .end = rows->end,
	    .as_of = rows->as_of };
	struct stops planned = stops_planned(&scope);
	struct stops excluded = stops_excluded(&scope);
	struct spans stopped = { NULL, 0 };
	add_stopped(findings, &planned, leaf, &stopped);
	add_stopped(findings, &excluded, leaf, &stopped);
	span_normalize(&stopped);
	return stopped;
}

/* Less what is stopped by agreement. */
static struct spans service_time(const struct findings *findings,
    const struct indicator *indicator, size_t leaf) {
	const struct rows *rows = findings->rows;
	const struct contract *contract = rows->contract;
	const struct calendar *calendar = indicator->calendar != NULL
	    ? indicator->calendar : contract->calendar[0];
	struct spans open = calendar_open(findings->arena, calendar,
	    rows->start, finding_limit(findings));
	open = span_clip(findings->arena, open,
	    date_start(contract->term.first, contract->offset),
	    date_start(contract->term.end, contract->offset));
	return span_subtract(findings->arena, open, stopped_time(findings,
	    indicator, leaf));
}

static struct spans held_time(const struct findings *findings,
    const struct indicator *indicator, size_t leaf) {
	struct samples_rule rule = { indicator->hold_factor,
	    indicator->hold_seconds, indicator->confirm, indicator->down_from,
	    findings->rows->as_of };
	struct samples_spans held = samples_read(findings->arena,
	    &findings->rows->samples[leaf], &rule);
	return span_union(findings->arena, held.up, held.down);
}

/* The line of the run of samples after which the gap begins. */
static struct origin before_gap(const struct rows_samples *samples,
    int64_t start) {
	struct origin origin = { SIZE_MAX, 0 };
	for (size_t i = 0; i < samples->count
	    && samples->run[i].first < start; i++)
		origin = samples->run[i].origin;
	return origin;
}

static void add_gaps(struct findings *findings, size_t leaf,
    struct spans gaps) {
	const struct rows *rows = findings->rows;
	for (size_t i = 0; i < gaps.count; i++)
		finding_at(findings, before_gap(&rows->samples[leaf],
		    gaps.at[i].start), rows->contract->leaf[leaf]->id,
		    finding_instant(findings, gaps.at[i].start),
		    finding_instant(findings, gaps.at[i].end));
}

void checkgap_list(struct findings *findings) {
	const struct contract *contract = findings->rows->contract;
	for (size_t leaf = 0; leaf < contract->leaves; leaf++) {
		struct spans service = { NULL, 0 }, held = { NULL, 0 };
		bool first = true;
		for (size_t i = 0; i < contract->indicators; i++) {
			const struct indicator *indicator
			    = &contract->indicator[i];
			if (!takes_samples(indicator) || !rests_on(
			    findings->arena, contract, indicator, leaf))
				continue;
			service = span_union(findings->arena, service,
			    service_time(findings, indicator, leaf));
			if (first)
				held = held_time(findings, indicator, leaf);
			first = false;
		}
		add_gaps(findings, leaf, span_subtract(findings->arena, service,
		    held));
	}
}
