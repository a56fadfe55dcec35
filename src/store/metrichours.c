/* metrichours - hours that wait lie in an arena of their own, with their
 * packed text. */
#include "store/metrichours.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/record.h"
#include "sql/db.h"

/* So many wait, or so many bytes of them: 60 hours of a thousand series. */
enum { MOST = 1 << 16, MOST_BYTES = 16 << 20 };

struct waiting {
	int64_t series, hour;
	int scale;
	struct metricpack_rollup roll;
	struct str packed;
};

struct metrichours {
	struct db *db;
	struct arena *arena;		/* of what waits */
	struct waiting *hour;
	size_t count;
	size_t bytes;			/* of packed text */
};

struct metrichours *metrichours_new(struct arena *arena, struct db *db) {
	struct metrichours *hours = arena_alloc(arena, sizeof *hours);
	hours->db = db;
	hours->arena = arena_new();
	return hours;
}

static struct metricpack_rollup roll(struct arena *scratch,
    const struct metricpack *samples) {
	int64_t *value = arena_array(scratch, samples->count, sizeof *value);
	for (size_t i = 0; i < samples->count; i++)
		value[i] = samples->at[i].n;
	return metricpack_roll(scratch, value, samples->count);
}

void metrichours_add(struct metrichours *hours, struct arena *scratch,
    const struct metrichours_hour *hour) {
	if (hours->count == MOST || hours->bytes > MOST_BYTES)
		metrichours_write(hours);
	hours->hour = arena_room(hours->arena, hours->hour, hours->count,
	    sizeof *hours->hour);
	struct buf packed = buf_in(scratch);
	metricpack_write(&packed, hour->samples);
	hours->hour[hours->count++] = (struct waiting){ hour->series,
	    hour->hour, hour->scale, roll(scratch, hour->samples),
	    str_copy(hours->arena, buf_str(&packed)) };
	hours->bytes += buf_str(&packed).n;
}

static int order(const void *a, const void *b) {
	const struct waiting *x = a, *y = b;
	if (x->series != y->series)
		return x->series < y->series ? -1 : 1;
	return (x->hour > y->hour) - (x->hour < y->hour);
}

static void put(struct db_query *query, const struct waiting *hour) {
	const struct metricpack_rollup *roll = &hour->roll;
	const int64_t bound[] = { hour->series, hour->hour, hour->scale,
	    roll->n, roll->min, roll->max, roll->sum, roll->p50, roll->p95,
	    roll->p99 };
	int count = (int)(sizeof bound / sizeof bound[0]);
	for (int i = 0; i < count; i++)
		db_bind(query, i + 1, (struct value){ .kind = VALUE_INT,
		    .n = bound[i] });
	db_bind_blob(query, count + 1, hour->packed);
	db_finish(query);
}

void metrichours_write(struct metrichours *hours) {
	if (hours->count == 0)
		return;
	qsort(hours->hour, hours->count, sizeof *hours->hour, order);
	struct db_query *query = db_prepare_file(hours->db, "metric-put");
	for (size_t i = 0; i < hours->count; i++)
		put(query, &hours->hour[i]);
	arena_reset(hours->arena);
	hours->hour = NULL;
	hours->count = 0;
	hours->bytes = 0;
}

void metrichours_end(struct metrichours *hours) {
	metrichours_write(hours);
	arena_free(hours->arena);
}
