/* retire - files that were read by a mapping which the contract has given up. */
#include "store/retire.h"

#include "base/arena.h"
#include "contract/contract.h"
#include "sql/db.h"
#include "store/reading.h"

/* Columns of import-stale.sql */
enum { STALE_IMPORT, STALE_READING, STALE_DIGEST };

struct stale {
	int64_t import;
	bool same_bytes;
};

static struct value text(struct str text) {
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

static struct stale *find_stale(struct arena *arena, struct db *db,
    const struct contract *contract, const struct retire_file *file,
    size_t *count) {
	struct stale *stale = NULL;
	struct db_query *query = db_prepare_file(db, "import-stale");
	db_bind(query, 1, text(file->path));
	db_bind(query, 2, text(str_of(record_type(file->records)->name)));
	db_bind(query, 3, text(file->reading));
	while (db_step(query)) {
		if (reading_current(arena, contract,
		    db_column(query, STALE_READING).text))
			continue;
		stale = arena_room(arena, stale, *count, sizeof *stale);
		stale[(*count)++] = (struct stale){
		    db_column(query, STALE_IMPORT).n,
		    str_equal(db_column(query, STALE_DIGEST).text,
		    file->digest) };
	}
	return stale;
}

static void run_with(struct db_query *query, int64_t import) {
	db_bind(query, 1, whole(import));
	db_finish(query);
}

/* What only the earlier reading made of the same bytes. */
static void drop_records(struct arena *arena, struct db *db,
    const struct retire_file *file, int64_t import) {
	struct db_query *query = db_prepare_file(db, "history-clear");
	db_bind(query, 2, whole(file->import));
	run_with(query, import);
	if ((record_type(file->records)->flags & RECORD_STREAMED) == 0)
		run_with(db_prepare(db, arena_printf(arena,
		    "DELETE FROM rec_%s WHERE file = ?1",
		    record_type(file->records)->name)), import);
}

/* A file that no record comes from any more is none of its own; of samples of
 * status earlier_settle tells. */
static void supersede(struct arena *arena, struct db *db,
    enum record_id records, int64_t import) {
	const struct record_type *type = record_type(records);
	if (records == RECORD_status)
		return;
	const char *sql = "UPDATE import SET superseded = 1 WHERE import_id = ?1";
	if ((type->flags & RECORD_STREAMED) == 0)
		sql = arena_printf(arena, "%s AND NOT EXISTS "
		    "(SELECT 1 FROM rec_%s WHERE file = import_id)", sql,
		    type->name);
	run_with(db_prepare(db, sql), import);
}

void retire_readings(struct db *db, const struct contract *contract,
    const struct retire_file *file) {
	struct arena *arena = arena_new();
	size_t count = 0;
	const struct stale *stale = find_stale(arena, db, contract, file,
	    &count);
	for (size_t i = 0; i < count; i++) {
		int64_t import = stale[i].import;
		if (stale[i].same_bytes)
			drop_records(arena, db, file, import);
		run_with(db_prepare_file(db, "reject-clear"), import);
		run_with(db_prepare_file(db, "import-retire"), import);
		supersede(arena, db, file->records, import);
	}
	arena_free(arena);
}
