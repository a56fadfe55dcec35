/* renewpack - one series, and one day of a target, after the other. */
#include "store/renewpack.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/record.h"
#include "sql/db.h"
#include "store/metrichours.h"
#include "store/statuspack.h"

/* Columns of renew-hours.sql and status-all.sql */
enum { HOUR, HOUR_SCALE, HOUR_SAMPLES };
enum { DAY_TARGET, DAY_INTERVAL, DAY, DAY_RUNS };

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

/* One packed day of one target. */
struct day {
	struct value target, interval, day;
	struct str runs;
};

static void put_day(struct db *db, struct arena *scratch,
    const struct day *day, const struct statuspack *samples) {
	struct buf packed = buf_in(scratch);
	statuspack_write(&packed, samples);
	struct db_query *query = db_prepare_file(db,
	    samples->count == 0 ? "status-drop" : "status-put");
	db_bind(query, 1, day->target);
	db_bind(query, 2, day->interval);
	db_bind(query, 3, day->day);
	if (samples->count != 0)
		db_bind_blob(query, 4, buf_str(&packed));
	db_finish(query);
}

static void renew_day(struct db *db, struct arena *scratch,
    const struct day *day, const bool *anew) {
	struct statuspack samples = { .count = 0 };
	statuspack_read(scratch, day->runs, &samples);
	size_t kept = 0;
	for (size_t i = 0; i < samples.count; i++)
		if (!anew[samples.at[i].import])
			samples.at[kept++] = samples.at[i];
	if (kept == samples.count)
		return;
	samples.count = kept;
	put_day(db, scratch, day, &samples);
}

/* All days, read before any of them is written. */
static struct day *read_days(struct arena *arena, struct db *db,
    size_t *count) {
	struct day *days = NULL;
	struct db_query *query = db_prepare_file(db, "status-all");
	while (db_step(query)) {
		struct value target = db_column(query, DAY_TARGET);
		target.text = str_copy(arena, target.text);
		days = arena_room(arena, days, *count, sizeof *days);
		days[(*count)++] = (struct day){ target,
		    db_column(query, DAY_INTERVAL), db_column(query, DAY),
		    str_copy(arena, db_column(query, DAY_RUNS).text) };
	}
	return days;
}

static void renew_days(struct arena *arena, struct arena *scratch,
    struct db *db, const bool *anew) {
	size_t count = 0;
	const struct day *days = read_days(arena, db, &count);
	for (size_t i = 0; i < count; i++) {
		renew_day(db, scratch, &days[i], anew);
		arena_reset(scratch);
	}
}

struct hour {
	int64_t hour;
	int scale;
	struct metricpack left;
};

/* The hours of a series that some of the samples leave, with those that stay. */
static struct hour *read_hours(struct arena *scratch, struct db *db,
    int64_t series, const bool *anew, size_t *count) {
	struct hour *hours = NULL;
	struct db_query *query = db_prepare_file(db, "renew-hours");
	db_bind(query, 1, whole(series));
	while (db_step(query)) {
		struct metricpack samples = { .count = 0 };
		int scale = (int)db_column(query, HOUR_SCALE).n;
		metricpack_read(scratch, db_column(query, HOUR_SAMPLES).text,
		    scale, &samples);
		size_t kept = 0;
		for (size_t i = 0; i < samples.count; i++)
			if (!anew[samples.at[i].import])
				samples.at[kept++] = samples.at[i];
		if (kept == samples.count)
			continue;
		samples.count = kept;
		hours = arena_room(scratch, hours, *count, sizeof *hours);
		hours[(*count)++] = (struct hour){ db_column(query, HOUR).n,
		    scale, samples };
	}
	return hours;
}

static void renew_hours(struct arena *arena, struct arena *scratch,
    struct db *db, int64_t series, const bool *anew) {
	struct metrichours *written = metrichours_new(arena, db);
	size_t count = 0;
	const struct hour *hours = read_hours(scratch, db, series, anew,
	    &count);
	for (size_t i = 0; i < count; i++) {
		struct db_query *query = db_prepare_file(db, "metric-take");
		db_bind(query, 1, whole(series));
		db_bind(query, 2, whole(hours[i].hour));
		db_finish(query);
		if (hours[i].left.count != 0)
			metrichours_add(written, scratch, &(struct
			    metrichours_hour){ series, hours[i].hour,
			    hours[i].scale, &hours[i].left });
	}
	metrichours_end(written);
}

static void renew_series(struct arena *arena, struct arena *scratch,
    struct db *db, const bool *anew) {
	int64_t *series = NULL;
	size_t count = 0;
	struct db_query *query = db_prepare_file(db, "renew-series");
	while (db_step(query)) {
		series = arena_room(arena, series, count, sizeof *series);
		series[count++] = db_column(query, 0).n;
	}
	for (size_t i = 0; i < count; i++) {
		renew_hours(arena, scratch, db, series[i], anew);
		arena_reset(scratch);
	}
	db_finish(db_prepare_file(db, "renew-empty"));
}

void renewpack_take_back(struct db *db, const bool *anew) {
	struct arena *arena = arena_new(), *scratch = arena_new();
	renew_days(arena, scratch, db, anew);
	db_finish(db_prepare_file(db, "renew-samples"));
	renew_series(arena, scratch, db, anew);
	arena_free(scratch);
	arena_free(arena);
}
