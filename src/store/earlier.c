/* earlier - the files of samples that one file takes the place of. */
#include "store/earlier.h"

#include "base/arena.h"
#include "sql/db.h"
#include "store/reading.h"
#include "store/statuspack.h"

/* Columns of import-earlier.sql and status-all.sql */
enum { EARLIER_IMPORT, EARLIER_READING };
enum { ALL_RUNS = 3 };

static struct value text(struct str text) {
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

struct earlier earlier_of(struct arena *arena, struct db *db,
    const struct contract *contract, const struct earlier_file *file) {
	size_t most = (size_t)file->import;
	struct earlier earlier = { NULL, 0 };
	struct db_query *query = db_prepare_file(db, "import-earlier");
	db_bind(query, 1, text(file->path));
	db_bind(query, 2, text(str_of(record_type(file->records)->name)));
	db_bind(query, 3, whole(file->import));
	while (db_step(query)) {
		struct str reading = db_column(query, EARLIER_READING).text;
		if (!str_equal(reading, file->reading)
		    && !str_starts(reading, " ")
		    && reading_current(arena, contract, reading))
			continue;
		if (earlier.count == 0) {
			earlier.gives_way = arena_array(arena, most, 1);
			earlier.count = most;
		}
		earlier.gives_way[db_column(query, EARLIER_IMPORT).n] = true;
	}
	return earlier;
}

bool earlier_gives_way(const struct earlier *earlier, int64_t import) {
	return (size_t)import < earlier->count && earlier->gives_way[import];
}

/* Note in *left the imports that samples come from. */
static void note_samples(struct db *db, const struct earlier *earlier, bool *left) {
	struct db_query *query = db_prepare_file(db, "status-all");
	while (db_step(query)) {
		struct statuspack_run run = { 0 };
		struct str runs = db_column(query, ALL_RUNS).text;
		while (statuspack_next(&runs, &run))
			if ((size_t)run.import < earlier->count)
				left[run.import] = true;
	}
}

void earlier_settle(struct db *db, const struct earlier *earlier) {
	if (earlier->count == 0)
		return;
	struct arena *arena = arena_new();
	bool *left = arena_array(arena, earlier->count, sizeof *left);
	note_samples(db, earlier, left);
	for (size_t i = 0; i < earlier->count; i++) {
		if (!earlier->gives_way[i] || left[i])
			continue;
		struct db_query *query = db_prepare_file(db,
		    "import-supersede");
		db_bind(query, 1, whole((int64_t)i));
		db_finish(query);
	}
	arena_free(arena);
}
