/* metrichours - hours that wait lie in an arena of their own, with their
 * packed text. */
#include "store/metrichours.h"

#include "base/arena.h"
#include "base/record.h"
#include "sql/db.h"

/* So many wait, or so many bytes of them: 60 hours of a thousand series. */
enum { MOST = 1 << 16, MOST_BYTES = 16 << 20 };

struct metrichours {
	struct db *db;
	struct arena *arena;		/* of what waits */
	struct metrichours_hour *hour;
	size_t count;
	size_t bytes;			/* of packed text */
};

struct metrichours *metrichours_new(struct arena *arena, struct db *db) {
	struct metrichours *hours = arena_alloc(arena, sizeof *hours);
	hours->db = db;
	hours->arena = arena_new();
	return hours;
}

void metrichours_add(struct metrichours *hours,
    const struct metrichours_hour *hour) {
	if (hours->count == MOST || hours->bytes > MOST_BYTES)
		metrichours_write(hours);
	hours->hour = arena_room(hours->arena, hours->hour, hours->count,
	    sizeof *hour);
	struct metrichours_hour *kept = &hours->hour[hours->count++];
	*kept = *hour;
	kept->packed = str_copy(hours->arena, hour->packed);
	hours->bytes += hour->packed.n;
}

static int order(const void *a, const void *b) {
	const struct metrichours_hour *x = a, *y = b;
	if (x->series != y->series)
		return x->series < y->series ? -1 : 1;
	return (x->hour > y->hour) - (x->hour < y->hour);
}

static void put(struct db_query *query, const struct metrichours_hour *hour) {
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
