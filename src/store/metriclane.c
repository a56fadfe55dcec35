/*
 * metriclane - one lane per series, which holds the samples of one hour; the
 * room for them is used again for the next.
 */
#include "store/metriclane.h"

#include "base/arena.h"
#include "base/record.h"
#include "sql/db.h"
#include "store/lanes.h"
#include "store/metrichours.h"

enum { HOUR = 3600 };

struct series {
	int64_t id;
	int64_t hour;
	int64_t oldest, newest;	/* that are written; oldest > newest: none */
	struct metricpack held;
};

struct metriclane {
	struct arena *arena;
	struct arena *scratch;	/* of one hour that is written */
	struct db *db;
	int64_t import;
	struct metrichours *hours;
	struct lanes lanes;
	struct metriclane_counts counts;
};

struct metriclane *metriclane_new(struct arena *arena, struct db *db,
    int64_t import) {
	struct metriclane *lane = arena_alloc(arena, sizeof *lane);
	*lane = (struct metriclane){ arena, arena_new(), db, import,
	    metrichours_new(arena, db), lanes_in(arena, 3), { 0, 0, 0 } };
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

static void read_range(struct metriclane *lane, struct series *series) {
	struct db_query *query = db_prepare_file(lane->db, "metric-range");
	db_bind(query, 1, whole(series->id));
	if (!db_step(query) || db_column(query, 0).kind != VALUE_INT)
		return;
	series->oldest = db_column(query, 0).n;
	series->newest = db_column(query, 1).n;
}

static struct series *new_series(struct metriclane *lane,
    const struct str text[3]) {
	struct series *series = arena_alloc(lane->arena, sizeof *series);
	struct db_query *query = db_prepare_file(lane->db, "series-find");
	bind_texts(query, text);
	series->oldest = INT64_MAX;
	series->newest = INT64_MIN;
	if (db_step(query)) {
		series->id = db_column(query, 0).n;
		read_range(lane, series);
		return series;
	}
	query = db_prepare_file(lane->db, "series-add");
	bind_texts(query, text);
	db_finish(query);
	series->id = db_last_id(lane->db);
	return series;
}

/* Take what the store has of the hour, behind what is held; how many samples
 * that is. */
static size_t take_stored(struct metriclane *lane, struct series *series) {
	if (series->hour > series->newest || series->hour < series->oldest)
		return 0;
	metrichours_write(lane->hours);
	struct db_query *query = db_prepare_file(lane->db, "metric-find");
	db_bind(query, 1, whole(series->id));
	db_bind(query, 2, whole(series->hour));
	if (!db_step(query))
		return 0;
	size_t before = series->held.count;
	metricpack_read(lane->arena, db_column(query, 1).text,
	    (int)db_column(query, 0).n, &series->held);
	query = db_prepare_file(lane->db, "metric-take");
	db_bind(query, 1, whole(series->id));
	db_bind(query, 2, whole(series->hour));
	db_finish(query);
	return series->held.count - before;
}

static void write_hour(struct metriclane *lane, struct series *series,
    int scale) {
	metrichours_add(lane->hours, lane->scratch, &(struct metrichours_hour){
	    series->id, series->hour, scale, &series->held });
	if (series->hour > series->newest)
		series->newest = series->hour;
	if (series->hour < series->oldest)
		series->oldest = series->hour;
}

static void flush(struct metriclane *lane, struct series *series) {
	if (series->held.count == 0)
		return;
	size_t stored = take_stored(lane, series);
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
    const struct metriclane_sample *sample) {
	const struct str text[3] = { sample->metric, sample->host,
	    sample->unit };
	void **slot = lanes_find(&lane->lanes, sample->texts, text);
	if (*slot == NULL)
		*slot = new_series(lane, text);
	return *slot;
}

void metriclane_add(struct metriclane *lane,
    const struct metriclane_sample *sample) {
	struct series *series = find_series(lane, sample);
	int64_t hour = hour_of(sample->at);
	if (hour != series->hour)
		flush(lane, series);
	series->hour = hour;
	metricpack_add(lane->arena, &series->held, &(struct metricpack_sample){
	    sample->at, sample->value.n, sample->line, (int32_t)lane->import,
	    sample->value.scale });
}

struct metriclane_counts metriclane_end(struct metriclane *lane) {
	for (size_t i = 0; i < lane->lanes.count; i++)
		flush(lane, lane->lanes.slot[i]);
	metrichours_end(lane->hours);
	arena_free(lane->scratch);
	return lane->counts;
}
