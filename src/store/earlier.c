/* earlier - the files of samples that one file takes the place of. */
#include "store/earlier.h"

#include "base/arena.h"
#include "base/buf.h"
#include "sql/db.h"
#include "store/reading.h"
#include "store/statuspack.h"

/* Columns of import-earlier.sql and status-all.sql */
enum { EARLIER_IMPORT, EARLIER_READING, EARLIER_DIGEST };
enum { ALL_TARGET, ALL_INTERVAL, ALL_DAY, ALL_RUNS };

static struct value text(struct str text) {
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

struct earlier earlier_of(struct arena *arena, struct db *db,
    const struct contract *contract, const struct retire_file *file) {
	size_t most = (size_t)file->import;
	struct earlier earlier = { NULL, NULL, 0 };
	struct db_query *query = db_prepare_file(db, "import-earlier");
	db_bind(query, 1, text(file->path));
	db_bind(query, 2, text(str_of(record_type(file->records)->name)));
	db_bind(query, 3, whole(file->import));
	while (db_step(query)) {
		struct str reading = db_column(query, EARLIER_READING).text;
		bool same = str_equal(reading, file->reading);
		if (!same && !str_starts(reading, " ")
		    && reading_current(arena, contract, reading))
			continue;
		if (earlier.count == 0) {
			earlier.gives_way = arena_array(arena, most, 1);
			earlier.same_bytes = arena_array(arena, most, 1);
			earlier.count = most;
		}
		int64_t import = db_column(query, EARLIER_IMPORT).n;
		earlier.gives_way[import] = true;
		earlier.same_bytes[import] = !same && str_equal(
		    db_column(query, EARLIER_DIGEST).text, file->digest);
	}
	return earlier;
}

bool earlier_gives_way(const struct earlier *earlier, int64_t import) {
	return (size_t)import < earlier->count && earlier->gives_way[import];
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

/* Note in *left the imports that the day has samples of, without those that
 * are dropped. */
static void settle_day(struct db *db, struct arena *scratch,
    const struct earlier *earlier, const struct day *day, bool *left) {
	struct statuspack samples = { .count = 0 };
	statuspack_read(scratch, day->runs, &samples);
	size_t kept = 0;
	for (size_t i = 0; i < samples.count; i++) {
		size_t import = (size_t)samples.at[i].import;
		if (import < earlier->count && earlier->same_bytes[import])
			continue;
		if (import < earlier->count)
			left[import] = true;
		samples.at[kept++] = samples.at[i];
	}
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
		days = arena_room(arena, days, *count, sizeof *days);
		days[(*count)++] = (struct day){ text(str_copy(arena,
		    db_column(query, ALL_TARGET).text)),
		    db_column(query, ALL_INTERVAL), db_column(query, ALL_DAY),
		    str_copy(arena, db_column(query, ALL_RUNS).text) };
	}
	return days;
}

void earlier_settle(struct db *db, const struct earlier *earlier) {
	if (earlier->count == 0)
		return;
	struct arena *arena = arena_new(), *scratch = arena_new();
	bool *left = arena_array(arena, earlier->count, sizeof *left);
	size_t count = 0;
	const struct day *days = read_days(arena, db, &count);
	for (size_t i = 0; i < count; i++) {
		settle_day(db, scratch, earlier, &days[i], left);
		arena_reset(scratch);
	}
	for (size_t i = 0; i < earlier->count; i++) {
		if (!earlier->gives_way[i] || left[i])
			continue;
		struct db_query *query = db_prepare_file(db,
		    "import-supersede");
		db_bind(query, 1, whole((int64_t)i));
		db_finish(query);
	}
	arena_free(scratch);
	arena_free(arena);
}
