/*
 * fetch - files, rejected rows, and the tables of records.
 *
 * Files are in order of their paths, so that rows come out the same however
 * often and in whatever order files were loaded.
 */
#include "store/fetch.h"

#include "base/arena.h"
#include "base/diag.h"
#include "sql/db.h"
#include "store/schema.h"

struct value fetch_keep(struct arena *arena, struct value value) {
	if (value.kind == VALUE_TEXT)
		value.text = str_copy(arena, value.text);
	return value;
}

/* Columns of imports.sql */
enum { IMPORT_ID, IMPORT_PATH, IMPORT_DIGEST, IMPORT_RECORDS, IMPORT_BYTES,
	IMPORT_READ, IMPORT_ADDED, IMPORT_CHANGED, IMPORT_SAME,
	IMPORT_REJECTED, IMPORT_FIRST, IMPORT_LAST, IMPORT_SUPERSEDED,
	IMPORT_REPLACED };

static struct rows_file read_file(struct arena *arena,
    const struct db_query *query) {
	return (struct rows_file){
		.path = str_copy(arena, db_column(query, IMPORT_PATH).text),
		.digest = str_copy(arena, db_column(query, IMPORT_DIGEST).text),
		.records = record_find(db_column(query, IMPORT_RECORDS).text),
		.bytes = db_column(query, IMPORT_BYTES).n,
		.rows = db_column(query, IMPORT_READ).n,
		.added = db_column(query, IMPORT_ADDED).n,
		.changed = db_column(query, IMPORT_CHANGED).n,
		.same = db_column(query, IMPORT_SAME).n,
		.rejected = db_column(query, IMPORT_REJECTED).n,
		.first = db_column(query, IMPORT_FIRST).n,
		.last = db_column(query, IMPORT_LAST).n,
		.replaced = db_column(query, IMPORT_REPLACED).n != 0 };
}

/* Let the import's rows come from the file of that index. */
static void map_import(struct fetch *fetch, int64_t import, size_t file) {
	while ((int64_t)fetch->imports <= import) {
		fetch->file_of = arena_room(fetch->arena, fetch->file_of,
		    fetch->imports, sizeof *fetch->file_of);
		fetch->file_of[fetch->imports++] = SIZE_MAX;
	}
	fetch->file_of[import] = file;
}

static void read_imports(struct fetch *fetch) {
	struct rows *rows = fetch->rows;
	struct db_query *query = db_prepare_file(fetch->db, "imports");
	while (db_step(query)) {
		int64_t import = db_column(query, IMPORT_ID).n;
		map_import(fetch, import, rows->files);
		/* the latest of a path comes last: it stands for those that it
		 * supersedes, which are not files of their own */
		if (db_column(query, IMPORT_SUPERSEDED).n != 0)
			continue;
		rows->file = arena_room(fetch->arena, rows->file, rows->files,
		    sizeof *rows->file);
		rows->file[rows->files++] = read_file(fetch->arena, query);
	}
}

struct origin fetch_origin(const struct fetch *fetch, int64_t import,
    int64_t line) {
	if (import < 0 || import >= (int64_t)fetch->imports
	    || fetch->file_of[import] >= fetch->rows->files)
		die("the store is damaged: a row comes from import %lld, which "
		    "is not there", (long long)import);
	return (struct origin){ fetch->file_of[import], line };
}

int fetch_compare(struct origin a, struct origin b) {
	if (a.file != b.file)
		return a.file < b.file ? -1 : 1;
	return (a.line > b.line) - (a.line < b.line);
}

static int by_origin(const void *a, const void *b) {
	const struct rows_reject *x = a, *y = b;
	int order = fetch_compare(x->origin, y->origin);
	return order != 0 ? order : str_compare(x->reason, y->reason);
}

static void read_rejects(struct fetch *fetch) {
	struct rows *rows = fetch->rows;
	struct db_query *query = db_prepare_file(fetch->db, "rejects");
	while (db_step(query)) {
		rows->reject = arena_room(fetch->arena, rows->reject,
		    rows->rejects, sizeof *rows->reject);
		rows->reject[rows->rejects++] = (struct rows_reject){
		    fetch_origin(fetch, db_column(query, 0).n,
		    db_column(query, 1).n),
		    str_copy(fetch->arena, db_column(query, 2).text) };
	}
	if (rows->rejects != 0)
		qsort(rows->reject, rows->rejects, sizeof *rows->reject,
		    by_origin);
}

static int repeat_order(const void *a, const void *b) {
	const struct rows_repeat *x = a, *y = b;
	return fetch_compare(x->origin, y->origin);
}

static void read_repeats(struct fetch *fetch) {
	struct rows *rows = fetch->rows;
	struct db_query *query = db_prepare_file(fetch->db, "repeats");
	while (db_step(query)) {
		rows->repeat = arena_room(fetch->arena, rows->repeat,
		    rows->repeats, sizeof *rows->repeat);
		rows->repeat[rows->repeats++] = (struct rows_repeat){
		    fetch_origin(fetch, db_column(query, 0).n,
		    db_column(query, 1).n),
		    record_find(db_column(query, 2).text),
		    str_copy(fetch->arena, db_column(query, 3).text) };
	}
	if (rows->repeats != 0)
		qsort(rows->repeat, rows->repeats, sizeof *rows->repeat,
		    repeat_order);
}

void fetch_files(struct fetch *fetch) {
	read_imports(fetch);
	read_rejects(fetch);
	read_repeats(fetch);
}

static int rows_order(const void *a, const void *b) {
	const struct row *x = a, *y = b;
	return fetch_compare(x->origin, y->origin);
}

static const struct value *read_values(struct fetch *fetch,
    const struct record_type *type, const struct db_query *query) {
	struct value *value = arena_array(fetch->arena, type->fields,
	    sizeof *value);
	for (size_t i = 0; i < type->fields; i++)
		value[i] = fetch_keep(fetch->arena, schema_value(
		    &type->field[i], db_column(query, (int)i)));
	return value;
}

static void read_table(struct fetch *fetch, struct rows_table *table) {
	const struct record_type *type = table->type;
	struct db_query *query = db_prepare(fetch->db, arena_printf(
	    fetch->arena, "SELECT * FROM main.rec_%s", type->name));
	int fields = (int)type->fields;
	while (db_step(query)) {
		table->row = arena_room(fetch->arena, table->row, table->count,
		    sizeof *table->row);
		table->row[table->count++] = (struct row){
		    read_values(fetch, type, query), fetch_origin(fetch,
		    db_column(query, fields).n,
		    db_column(query, fields + 1).n) };
	}
	if (table->count != 0)
		qsort(table->row, table->count, sizeof *table->row,
		    rows_order);
}

void fetch_tables(struct fetch *fetch) {
	for (int id = 0; id < RECORD_TYPES; id++) {
		struct rows_table *table = &fetch->rows->table[id];
		table->type = record_type(id);
		if ((table->type->flags & RECORD_STREAMED) == 0)
			read_table(fetch, table);
	}
}

size_t fetch_row(const struct fetch *fetch, enum record_id records,
    int64_t import, int64_t line) {
	const struct rows_table *table = &fetch->rows->table[records];
	struct origin origin = fetch_origin(fetch, import, line);
	size_t low = 0, high = table->count;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (fetch_compare(table->row[middle].origin, origin) <= 0)
			low = middle;
		else
			high = middle;
	}
	return low;
}
