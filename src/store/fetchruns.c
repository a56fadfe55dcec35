/*
 * fetchruns - packed days into runs.
 *
 * One statement reads all days in order of target, interval, day; a healthy
 * month of one file becomes one run.
 */
#include "store/fetchruns.h"

#include "base/arena.h"
#include "base/date.h"
#include "sql/db.h"
#include "store/fetch.h"
#include "store/statuspack.h"

/* Does next go on where run ends?  A run of one sample has no step of its
 * own, so it takes that of its neighbour. */
static bool is_continued(const struct rows_run *run,
    const struct rows_run *next) {
	int64_t step = run->count > 1 ? run->step : next->step;
	return run->state == next->state && run->interval == next->interval
	    && run->origin.file == next->origin.file && step > 0
	    && (next->count == 1 || next->step == step)
	    && next->first == run->first + run->count * step;
}

static void add_run(struct fetch *fetch, struct rows_samples *samples,
    struct rows_run run) {
	struct rows_run *last = samples->count == 0 ? NULL
	    : &samples->run[samples->count - 1];
	if (last != NULL && is_continued(last, &run)) {
		last->step = last->count > 1 ? last->step : run.step;
		last->count += run.count;
		return;
	}
	samples->run = arena_room(fetch->arena, samples->run, samples->count,
	    sizeof *samples->run);
	samples->run[samples->count++] = run;
}

static void add_day(struct fetch *fetch, struct rows_samples *samples,
    int64_t interval, struct str bytes) {
	int64_t end = fetch->rows->as_of;
	struct statuspack_run packed = { 0 };
	while (statuspack_next(&bytes, &packed) && packed.first < end) {
		int64_t count = packed.count;
		if (packed.step > 0 && packed.first + packed.step * (count - 1)
		    >= end)
			count = (end - packed.first - 1) / packed.step + 1;
		add_run(fetch, samples, (struct rows_run){ packed.first,
		    count > 1 ? packed.step : 0, count, packed.state, interval,
		    fetch_origin(fetch, packed.import, packed.line) });
	}
}

static int by_time(const void *a, const void *b) {
	const struct rows_run *x = a, *y = b;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->interval != y->interval)
		return x->interval < y->interval ? -1 : 1;
	return fetch_compare(x->origin, y->origin);
}

/* The index of the target in contract.leaf, or leaves; the one of the day
 * before it is tried first. */
static size_t leaf_of(const struct contract *contract, struct str target,
    size_t before) {
	if (before < contract->leaves
	    && str_equal(contract->leaf[before]->id, target))
		return before;
	size_t i = 0;
	while (i < contract->leaves
	    && !str_equal(contract->leaf[i]->id, target))
		i++;
	return i;
}

void fetchruns_fill(struct fetch *fetch) {
	struct rows *rows = fetch->rows;
	size_t leaves = fetch->contract->leaves;
	rows->samples = arena_array(fetch->arena, leaves, sizeof *rows->samples);
	struct db_query *query = db_prepare_file(fetch->db, "status-days");
	db_bind(query, 2, (struct value){ .kind = VALUE_INT, .n = date_day_of(
	    rows->as_of, fetch->contract->offset) + 1 });
	size_t leaf = leaves;
	while (db_step(query)) {
		leaf = leaf_of(fetch->contract, db_column(query, 0).text, leaf);
		if (leaf < leaves)
			add_day(fetch, &rows->samples[leaf],
			    db_column(query, 1).n, db_column(query, 2).text);
	}
	for (size_t i = 0; i < leaves; i++)
		if (rows->samples[i].count != 0)
			qsort(rows->samples[i].run, rows->samples[i].count,
			    sizeof *rows->samples[i].run, by_time);
}
