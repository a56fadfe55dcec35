/*
 * metriclane - one lane per series, which holds the samples of one hour; the
 * room for them is used again for the next.
 */
#include "store/metriclane.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/record.h"
#include "sql/db.h"
#include "store/lanes.h"
#include "store/metricpack.h"

enum { HOUR = 3600 };

struct series {
	int64_t id;
	int64_t hour;
	int64_t newest;		/* hour that the store has; INT64_MIN: none */
	struct metricpack held;
};

struct metriclane {
	struct arena *arena;
	struct arena *scratch;	/* of one hour that is written */
	struct db *db;
	int64_t import;
	struct lanes lanes;
	struct metriclane_counts counts;
};

struct metriclane *metriclane_new(struct arena *arena, struct db *db,
    int64_t import) {
	struct metriclane *lane = arena_alloc(arena, sizeof *lane);
	*lane = (struct metriclane){ arena, arena_new(), db, import,
	    lanes_in(arena, 3), { 0, 0, 0 } };
	return lane;
}

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

static void bind_texts(struct db_query *query, const struct str text[3]) {
	for (int i = 0; i < 3; i++)
		db_bind(query, i + 1, (struct value){ .kind = VALUE_TEXT,
		    .text = text[i] });
}

static int64_t newest_hour(struct metriclane *lane, int64_t series) {
	struct db_query *query = db_prepare_file(lane->db, "metric-newest");
	db_bind(query, 1, whole(series));
	bool any = db_step(query) && db_column(query, 0).kind == VALUE_INT;
	return any ? db_column(query, 0).n : INT64_MIN;
}

static struct series *new_series(struct metriclane *lane,
    const struct str text[3]) {
	struct series *series = arena_alloc(lane->arena, sizeof *series);
	struct db_query *query = db_prepare_file(lane->db, "series-find");
	bind_texts(query, text);
	series->newest = INT64_MIN;
	if (db_step(query)) {
		series->id = db_column(query, 0).n;
		series->newest = newest_hour(lane, series->id);
		return series;
	}
	query = db_prepare_file(lane->db, "series-add");
	bind_texts(query, text);
	db_finish(query);
	series->id = db_last_id(lane->db);
	return series;
}

/* Append what the store has of the hour; how many samples that is. */
static size_t read_stored(struct metriclane *lane, struct series *series) {
	if (series->hour > series->newest)
		return 0;
	struct db_query *query = db_prepare_file(lane->db, "metric-find");
	db_bind(query, 1, whole(series->id));
	db_bind(query, 2, whole(series->hour));
	if (!db_step(query))
		return 0;
	size_t before = series->held.count;
	metricpack_read(lane->arena, db_column(query, 1).text,
	    (int)db_column(query, 0).n, &series->held);
	return series->held.count - before;
}

static void write_hour(struct metriclane *lane, struct series *series,
    int scale) {
	const struct metricpack *held = &series->held;
	int64_t *value = arena_array(lane->scratch, held->count, sizeof *value);
	for (size_t i = 0; i < held->count; i++)
		value[i] = held->at[i].n;
	struct metricpack_rollup roll = metricpack_roll(lane->scratch, value,
	    held->count);
	struct buf packed = buf_in(lane->scratch);
	metricpack_write(&packed, held);

	const int64_t bound[] = { series->id, series->hour, scale, roll.n,
	    roll.min, roll.max, roll.sum, roll.p50, roll.p95, roll.p99 };
	int count = (int)(sizeof bound / sizeof bound[0]);
	struct db_query *query = db_prepare_file(lane->db, "metric-put");
	for (int i = 0; i < count; i++)
		db_bind(query, i + 1, whole(bound[i]));
	db_bind_blob(query, count + 1, buf_str(&packed));
	db_finish(query);
	if (series->hour > series->newest)
		series->newest = series->hour;
}

static void flush(struct metriclane *lane, struct series *series) {
	if (series->held.count == 0)
		return;
	size_t stored = read_stored(lane, series);
	metricpack_sort(&series->held, &lane->counts.clashes);
	int scale = metricpack_scale(&series->held, &lane->counts.dropped);
	lane->counts.added += (int64_t)series->held.count - (int64_t)stored;
	if (series->held.count != 0)
		write_hour(lane, series, scale);
	arena_reset(lane->scratch);
	series->held.count = 0;
}

static int64_t hour_of(int64_t at) {
	return at >= 0 ? at / HOUR : -((HOUR - 1 - at) / HOUR);
}

static struct series *find_series(struct metriclane *lane,
    const struct str text[3]) {
	void **slot = lanes_find(&lane->lanes, text);
	if (*slot == NULL)
		*slot = new_series(lane, text);
	return *slot;
}

void metriclane_add(struct metriclane *lane, struct str metric,
    struct str host, struct str unit, int64_t at, struct decimal value,
    int64_t line) {
	const struct str text[3] = { metric, host, unit };
	struct series *series = find_series(lane, text);
	int64_t hour = hour_of(at);
	if (hour != series->hour)
		flush(lane, series);
	series->hour = hour;
	metricpack_add(lane->arena, &series->held, &(struct metricpack_sample){
	    at, value.n, lane->import, line, value.scale });
}

struct metriclane_counts metriclane_end(struct metriclane *lane) {
	for (size_t i = 0; i < lane->lanes.count; i++)
		flush(lane, lane->lanes.slot[i]);
	arena_free(lane->scratch);
	return lane->counts;
}
