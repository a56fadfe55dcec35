/*
 * fetchseries - exact figures from all samples of a bucket.
 *
 * Percentiles of hours do not add up to one of a day, so each bucket is
 * computed from its samples; a series is held once at a time.
 */
#include "store/fetchseries.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "sql/db.h"
#include "store/fetch.h"
#include "store/metricpack.h"

enum { HOUR = 3600, MONTHS = 12, RECENT = 90 };

/* The series whose hours the statement is giving, while they last. */
struct gathering {
	struct fetch *fetch;
	struct arena *scratch;
	struct str metric, host, unit;
	struct metricpack held;
	int64_t *value;			/* in order of time */
	int64_t *sorting;
	int scale;
};

static size_t first_from(const struct metricpack *held, int64_t at) {
	size_t low = 0, high = held->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (held->at[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The bucket of the local days [first, end); n is 0 when it is empty. */
static struct rows_bucket bucket_of(const struct gathering *gathering,
    int64_t first, int64_t end) {
	int64_t offset = gathering->fetch->contract->offset;
	size_t from = first_from(&gathering->held, date_start(first, offset));
	size_t to = first_from(&gathering->held, date_start(end, offset));
	struct rows_bucket bucket = { .first = first, .end = end };
	if (from == to)
		return bucket;
	memcpy(gathering->sorting, gathering->value + from,
	    (to - from) * sizeof *gathering->value);
	struct metricpack_rollup roll = metricpack_roll(gathering->scratch,
	    gathering->sorting, to - from);
	bucket.n = roll.n;
	bucket.min = roll.min;
	bucket.max = roll.max;
	bucket.sum = roll.sum;
	bucket.p50 = roll.p50;
	bucket.p95 = roll.p95;
	bucket.p99 = roll.p99;
	return bucket;
}

/* Days of the period that have samples: only those are looked at. */
static void fill_days(const struct gathering *gathering,
    struct rows_series *series) {
	const struct period *period = &gathering->fetch->rows->period;
	int64_t offset = gathering->fetch->contract->offset;
	const struct metricpack *held = &gathering->held;
	size_t i = first_from(held, date_start(period->first, offset));
	while (i < held->count) {
		int64_t day = date_day_of(held->at[i].at, offset);
		if (day >= period->end)
			break;
		series->day = arena_room(gathering->fetch->arena, series->day,
		    series->days, sizeof *series->day);
		series->day[series->days++] = bucket_of(gathering, day,
		    day + 1);
		i = first_from(held, date_start(day + 1, offset));
	}
}

/* What a forecast is made from (sla.md, Rates), from the last day back. */
static void fill_recent(const struct gathering *gathering,
    struct rows_series *series) {
	int64_t offset = gathering->fetch->contract->offset;
	const struct metricpack *held = &gathering->held;
	struct rows_bucket *day = arena_array(gathering->fetch->arena, RECENT,
	    sizeof *day);
	size_t i = first_from(held, date_start(
	    gathering->fetch->rows->period.end, offset));
	size_t from = RECENT;
	while (i > 0 && from > 0) {
		int64_t first = date_day_of(held->at[i - 1].at, offset);
		day[--from] = bucket_of(gathering, first, first + 1);
		i = first_from(held, date_start(first, offset));
	}
	series->recent = day + from;
	series->recents = RECENT - from;
}

static int64_t first_month(const struct period *period) {
	return date_add_months(date_month_start(period->end - 1), 1 - MONTHS);
}

static void fill_months(const struct gathering *gathering,
    struct rows_series *series) {
	int64_t month = first_month(&gathering->fetch->rows->period);
	series->month = arena_array(gathering->fetch->arena, MONTHS,
	    sizeof *series->month);
	for (; series->months < MONTHS; series->months++) {
		int64_t next = date_month_next(month);
		series->month[series->months] = bucket_of(gathering, month,
		    next);
		month = next;
	}
}

/* One scale for all; samples that do not fit are said and left out. */
static void put_values(struct gathering *gathering) {
	struct metricpack *held = &gathering->held;
	int64_t dropped = 0;
	gathering->scale = metricpack_scale(held, &dropped);
	if (dropped != 0)
		diag(DIAG_STORE_METRIC_RANGE, NULL, diag_number(dropped),
		    diag_str(gathering->metric), NULL);
	gathering->value = arena_array(gathering->scratch, held->count,
	    sizeof *gathering->value);
	gathering->sorting = arena_array(gathering->scratch, held->count,
	    sizeof *gathering->sorting);
	for (size_t i = 0; i < held->count; i++)
		gathering->value[i] = held->at[i].n;
}

static void end_series(struct gathering *gathering) {
	struct fetch *fetch = gathering->fetch;
	struct rows *rows = fetch->rows;
	if (gathering->held.count == 0)
		return;
	put_values(gathering);
	struct rows_series series = {
	    .host = str_copy(fetch->arena, gathering->host),
	    .metric = str_copy(fetch->arena, gathering->metric),
	    .unit = str_copy(fetch->arena, gathering->unit),
	    .scale = gathering->scale };
	fill_days(gathering, &series);
	fill_months(gathering, &series);
	fill_recent(gathering, &series);
	series.whole = bucket_of(gathering, rows->period.first,
	    rows->period.end);
	rows->series = arena_room(fetch->arena, rows->series,
	    rows->series_count, sizeof *rows->series);
	rows->series[rows->series_count++] = series;
}

static bool is_same(const struct gathering *gathering,
    const struct db_query *query) {
	return str_equal(gathering->metric, db_column(query, 0).text)
	    && str_equal(gathering->host, db_column(query, 1).text)
	    && str_equal(gathering->unit, db_column(query, 2).text);
}

static void begin_series(struct gathering *gathering,
    const struct db_query *query) {
	arena_reset(gathering->scratch);
	gathering->held = (struct metricpack){ .count = 0 };
	gathering->metric = str_copy(gathering->scratch,
	    db_column(query, 0).text);
	gathering->host = str_copy(gathering->scratch,
	    db_column(query, 1).text);
	gathering->unit = str_copy(gathering->scratch,
	    db_column(query, 2).text);
}

static void add_hour(struct gathering *gathering,
    const struct db_query *query) {
	struct metricpack *held = &gathering->held;
	metricpack_read(gathering->scratch, db_column(query, 4).text,
	    (int)db_column(query, 3).n, held);
	while (held->count != 0 && held->at[held->count - 1].at
	    >= gathering->fetch->rows->as_of)
		held->count--;
}

static int64_t hour_of(int64_t at) {
	return at >= 0 ? at / HOUR : -((HOUR - 1 - at) / HOUR);
}

void fetchseries_fill(struct fetch *fetch) {
	const struct rows *rows = fetch->rows;
	struct gathering gathering = { .fetch = fetch, .scratch = arena_new() };
	int64_t month = first_month(&rows->period);
	int64_t first = rows->period.first < month ? rows->period.first : month;
	int64_t last = rows->end < rows->as_of ? rows->end : rows->as_of;
	struct db_query *query = db_prepare_file(fetch->db, "metric-hours");
	db_bind(query, 4, (struct value){ .kind = VALUE_INT,
	    .n = hour_of(date_start(first, fetch->contract->offset)) });
	db_bind(query, 5, (struct value){ .kind = VALUE_INT,
	    .n = hour_of(last) + 1 });
	while (db_step(query)) {
		if (!is_same(&gathering, query)) {
			end_series(&gathering);
			begin_series(&gathering, query);
		}
		add_hour(&gathering, query);
	}
	end_series(&gathering);
	arena_free(gathering.scratch);
}
