/*
 * metriclane - one lane per series, which holds the samples of one hour; the
 * room for them is used again for the next.
 *
 * Hours are settled behind metricjobs, maybe by another thread: what settling
 * changes, nothing else looks at before metricjobs_rest.
 */
#include "store/metriclane.h"

#include "base/arena.h"
#include "base/record.h"
#include "sql/db.h"
#include "store/lanes.h"
#include "store/metrichours.h"
#include "store/metricjobs.h"

enum { HOUR = 3600 };

/* As the store has it; the range is that of settling. */
struct series {
	int64_t id;
	int64_t oldest, newest;	/* hours written; oldest > newest: none */
};

/* A series in the file. */
struct track {
	struct series *series;
	int64_t hour;
	struct metricpack held;
};

struct metriclane {
	struct arena *arena;
	struct db *db;
	int64_t import;
	struct lanes lanes;
	struct metricjobs *jobs;

	struct arena *scratch;	/* of one hour that is settled */
	struct metrichours *hours;
	struct metriclane_counts counts;
};

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
static size_t take_stored(struct metriclane *lane,
    struct metricjobs_hour *hour) {
	const struct series *series = hour->series;
	if (hour->hour > series->newest || hour->hour < series->oldest)
		return 0;
	metrichours_write(lane->hours);
	struct db_query *query = db_prepare_file(lane->db, "metric-find");
	db_bind(query, 1, whole(series->id));
	db_bind(query, 2, whole(hour->hour));
	if (!db_step(query))
		return 0;
	size_t before = hour->samples.count;
	metricpack_read(lane->scratch, db_column(query, 1).text,
	    (int)db_column(query, 0).n, &hour->samples);
	query = db_prepare_file(lane->db, "metric-take");
	db_bind(query, 1, whole(series->id));
	db_bind(query, 2, whole(hour->hour));
	db_finish(query);
	return hour->samples.count - before;
}

static void write_hour(struct metriclane *lane, struct series *series,
    const struct metricjobs_hour *hour, int scale) {
	metrichours_add(lane->hours, lane->scratch, &(struct metrichours_hour){
	    series->id, hour->hour, scale, &hour->samples });
	if (hour->hour > series->newest)
		series->newest = hour->hour;
	if (hour->hour < series->oldest)
		series->oldest = hour->hour;
}

static void settle(void *self, struct metricjobs_hour *hour) {
	struct metriclane *lane = self;
	struct metricpack *samples = &hour->samples;
	size_t stored = take_stored(lane, hour);
	metricpack_sort(samples, &lane->counts.clashes);
	int scale = metricpack_scale(samples, &lane->counts.dropped);
	lane->counts.added += (int64_t)samples->count - (int64_t)stored;
	if (samples->count != 0)
		write_hour(lane, hour->series, hour, scale);
	arena_reset(lane->scratch);
}

struct metriclane *metriclane_new(struct arena *arena, struct db *db,
    int64_t import) {
	struct metriclane *lane = arena_alloc(arena, sizeof *lane);
	*lane = (struct metriclane){ arena, db, import, lanes_in(arena, 3),
	    metricjobs_new(arena, settle, lane), arena_new(),
	    metrichours_new(arena, db), { 0, 0, 0 } };
	return lane;
}

static void flush(struct metriclane *lane, struct track *track) {
	if (track->held.count == 0)
		return;
	metricjobs_add(lane->jobs, track->series, track->hour, &track->held);
	track->held.count = 0;
}

static int64_t hour_of(int64_t at) {
	return at >= 0 ? at / HOUR : -((HOUR - 1 - at) / HOUR);
}

static struct track *find_track(struct metriclane *lane,
    const struct metriclane_sample *sample) {
	const struct str text[3] = { *sample->metric, *sample->host,
	    *sample->unit };
	void **slot = lanes_find(&lane->lanes, sample->texts, text);
	if (*slot != NULL)
		return *slot;
	struct track *track = arena_alloc(lane->arena, sizeof *track);
	metricjobs_rest(lane->jobs);
	track->series = new_series(lane, text);
	return *slot = track;
}

void metriclane_add(struct metriclane *lane,
    const struct metriclane_sample *sample) {
	void **known = lanes_known(&lane->lanes, sample->texts);
	struct track *track = known != NULL ? *known
	    : find_track(lane, sample);
	int64_t hour = hour_of(sample->at);
	if (hour != track->hour)
		flush(lane, track);
	track->hour = hour;
	metricpack_add(lane->arena, &track->held, &(struct metricpack_sample){
	    sample->at, sample->value.n, sample->line, (int32_t)lane->import,
	    sample->value.scale });
}

void metriclane_rest(struct metriclane *lane) {
	metricjobs_rest(lane->jobs);
}

struct metriclane_counts metriclane_end(struct metriclane *lane) {
	for (size_t i = 0; i < lane->lanes.count; i++)
		flush(lane, lane->lanes.slot[i]);
	metricjobs_end(lane->jobs);
	metrichours_end(lane->hours);
	arena_free(lane->scratch);
	return lane->counts;
}
