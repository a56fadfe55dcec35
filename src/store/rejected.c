/*
 * rejected - the rows that were rejected, as a file to mend them by.
 *
 * Bytes are kept as they came, so the file has no encoding of its own when its
 * sources differ.
 */
#include "store/rejected.h"

#include "base/arena.h"
#include "base/csvtext.h"
#include "base/file.h"
#include "contract/contract.h"
#include "sql/db.h"
#include "store/reading.h"
#include "store/schema.h"

enum { PATH, LINE, REASON, RAW, READING };

/* Is the reading one of a source as the contract stands now?  A row that an
 * older mapping rejected is no news. */
static bool is_current(struct str reading, const struct str *current,
    size_t count) {
	for (size_t i = 0; i < count; i++)
		if (str_equal(reading, current[i]))
			return true;
	return false;
}

static struct str *readings(struct arena *arena,
    const struct contract *contract) {
	struct str *list = arena_array(arena, contract->sources, sizeof *list);
	for (size_t i = 0; i < contract->sources; i++)
		list[i] = reading_of(arena, contract, &contract->source[i]);
	return list;
}


static void put_row(struct buf *buf, const struct db_query *query) {
	csvtext_cell(buf, db_column(query, PATH).text, true);
	buf_char(buf, ',');
	buf_int(buf, db_column(query, LINE).n);
	csvtext_cell(buf, db_column(query, REASON).text, false);
	csvtext_cell(buf, db_column(query, RAW).text, false);
	csvtext_end(buf);
}

bool rejected_write(struct db *db, const struct contract *contract,
    const char *path) {
	schema_make(db);
	struct file_out *file = file_create(path);
	if (file == NULL)
		return false;
	struct arena *arena = arena_new();
	struct arena *scratch = arena_new();
	const struct str *current = readings(arena, contract);
	file_write(file, str_of("path,line,reason,row\r\n"));
	struct db_query *query = db_prepare_file(db, "rejected-rows");
	while (db_step(query)) {
		if (!is_current(db_column(query, READING).text, current,
		    contract->sources))
			continue;
		arena_reset(scratch);
		struct buf buf = buf_in(scratch);
		put_row(&buf, query);
		file_write(file, buf_str(&buf));
	}
	arena_free(scratch);
	arena_free(arena);
	return file_commit(file);
}
