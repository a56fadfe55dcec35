/*
 * upsert - insert, or find by key, compare and update.
 *
 * The four statements of a type are made from record.def once per file.
 */
#include "store/upsert.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "sql/db.h"
#include "store/schema.h"

struct upsert {
	struct db *db;
	const struct record_type *type;
	int64_t import;
	struct arena *scratch;
	const char *find, *insert, *update, *supersede;
};

/* name=?1, name=?2 ... of the fields with all of the flags. */
static void add_pairs(struct buf *sql, const struct record_type *type,
    unsigned flags, const char *between) {
	bool any = false;
	for (size_t i = 0; i < type->fields; i++) {
		if ((type->field[i].flags & flags) != flags)
			continue;
		buf_text(sql, any ? between : "");
		buf_char(sql, '"');
		buf_text(sql, type->field[i].name);
		buf_text(sql, "\" = ?");
		buf_int(sql, (int64_t)i + 1);
		any = true;
	}
}

static const char *find_sql(struct arena *arena,
    const struct record_type *type) {
	struct buf sql = buf_in(arena);
	buf_text(&sql, "SELECT rowid, file, line, * FROM rec_");
	buf_text(&sql, type->name);
	buf_text(&sql, " WHERE ");
	add_pairs(&sql, type, FIELD_KEY, " AND ");
	return buf_z(&sql);
}

static const char *insert_sql(struct arena *arena,
    const struct record_type *type) {
	struct buf sql = buf_in(arena);
	buf_text(&sql, "INSERT INTO rec_");
	buf_text(&sql, type->name);
	buf_text(&sql, " VALUES (?1");
	for (size_t i = 2; i <= type->fields + 2; i++) {
		buf_text(&sql, ", ?");
		buf_int(&sql, (int64_t)i);
	}
	buf_text(&sql, ") ON CONFLICT DO NOTHING");
	return buf_z(&sql);
}

static const char *update_sql(struct arena *arena,
    const struct record_type *type) {
	struct buf sql = buf_in(arena);
	buf_text(&sql, "UPDATE rec_");
	buf_text(&sql, type->name);
	buf_text(&sql, " SET ");
	add_pairs(&sql, type, 0, ", ");
	buf_text(&sql, arena_printf(arena, ", file = ?%zu, line = ?%zu "
	    "WHERE rowid = ?%zu", type->fields + 1, type->fields + 2,
	    type->fields + 3));
	return buf_z(&sql);
}

struct upsert *upsert_new(struct arena *arena, struct db *db,
    const struct record_type *type, int64_t import) {
	struct upsert *upsert = arena_alloc(arena, sizeof *upsert);
	*upsert = (struct upsert){ db, type, import, arena_new(),
	    find_sql(arena, type), insert_sql(arena, type),
	    update_sql(arena, type), arena_printf(arena,
	    "UPDATE import SET superseded = 1 WHERE path = ?1 "
	    "AND (reading = ?2 OR reading LIKE ' %%') "
	    "AND import_id < ?3 AND NOT EXISTS "
	    "(SELECT 1 FROM rec_%s WHERE file = import_id)", type->name) };
	return upsert;
}

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

/* A row of the table. */
struct stored {
	int64_t rowid, file, line;
	struct value *value;
};

enum { STORED_FIRST = 3 };	/* rowid, file, line stand before the fields */

/* The row of the key, which is there. */
static void find(struct upsert *upsert, const struct value *value,
    struct stored *stored) {
	const struct record_type *type = upsert->type;
	struct db_query *query = db_prepare(upsert->db, upsert->find);
	for (size_t i = 0; i < type->fields; i++)
		if ((type->field[i].flags & FIELD_KEY) != 0)
			db_bind(query, (int)i + 1, value[i]);
	if (!db_step(query))
		die("store: a row that was in the way is gone");
	*stored = (struct stored){ db_column(query, 0).n,
	    db_column(query, 1).n, db_column(query, 2).n,
	    arena_array(upsert->scratch, type->fields, sizeof *value) };
	for (size_t i = 0; i < type->fields; i++) {
		struct value found = db_column(query, (int)i + STORED_FIRST);
		found.text = str_copy(upsert->scratch, found.text);
		stored->value[i] = found;
	}
}

static void write_row(struct upsert *upsert, struct db_query *query,
    const struct value *value, int64_t line) {
	const struct record_type *type = upsert->type;
	int fields = (int)type->fields;
	for (int i = 0; i < fields; i++) {
		const struct record_field *field = &type->field[i];
		/* NULL is bound anyway */
		if (value[i].kind != VALUE_NONE
		    || (field->flags & FIELD_KEY) != 0)
			db_bind(query, i + 1, schema_store(upsert->scratch,
			    field, value[i]));
	}
	db_bind(query, fields + 1, whole(upsert->import));
	db_bind(query, fields + 2, whole(line));
	db_finish(query);
}

static struct value text_of(struct arena *arena, struct value value) {
	if (value.kind != VALUE_INT)
		return value;
	return (struct value){ .kind = VALUE_TEXT, .text = str_of(
	    arena_printf(arena, "%lld", (long long)value.n)) };
}

void upsert_keep(struct db *db, const struct record_type *type, struct str key,
    size_t field, struct value old, int64_t file, int64_t line, int64_t import) {
	struct db_query *query = db_prepare_file(db, "history-add");
	db_bind(query, 1, (struct value){ .kind = VALUE_TEXT,
	    .text = str_of(type->name) });
	db_bind(query, 2, (struct value){ .kind = VALUE_TEXT, .text = key });
	db_bind(query, 3, (struct value){ .kind = VALUE_TEXT,
	    .text = str_of(type->field[field].name) });
	db_bind(query, 4, old);
	db_bind(query, 5, whole(file));
	db_bind(query, 6, whole(line));
	db_bind(query, 7, whole(import));
	db_finish(query);
}

static bool is_equal(struct value a, struct value b) {
	return a.kind == b.kind && a.n == b.n && str_equal(a.text, b.text);
}

/* Keep the fields of the former row that the latter changes, both as the table
 * has them; are there any? */
static bool keep_changes(struct upsert *upsert, const struct stored *former,
    const struct stored *latter) {
	bool changed = false;
	for (size_t i = 0; i < upsert->type->fields; i++) {
		if (is_equal(former->value[i], latter->value[i]))
			continue;
		upsert_keep(upsert->db, upsert->type, record_key(
		    upsert->scratch, upsert->type, former->value), i,
		    text_of(upsert->scratch, former->value[i]), former->file,
		    former->line, latter->file);
		changed = true;
	}
	return changed;
}

/* The row as the table has it. */
static struct value *stored_row(const struct upsert *upsert,
    const struct value *value) {
	const struct record_type *type = upsert->type;
	struct value *row = arena_array(upsert->scratch, type->fields,
	    sizeof *row);
	for (size_t i = 0; i < type->fields; i++)
		row[i] = schema_store(upsert->scratch, &type->field[i],
		    value[i]);
	return row;
}

enum upsert_result upsert_put(struct upsert *upsert,
    const struct value *value, int64_t line) {
	arena_reset(upsert->scratch);
	/* most rows are new: none is looked for before it is needed */
	write_row(upsert, db_prepare(upsert->db, upsert->insert), value, line);
	if (db_changes(upsert->db) != 0)
		return UPSERT_ADDED;
	struct stored stored, row = { 0, upsert->import, line,
	    stored_row(upsert, value) };
	find(upsert, row.value, &stored);
	/* a file that is read anew (renew.h) may rank before that one */
	bool beneath = stored.file > row.file;
	bool changed = beneath ? keep_changes(upsert, &row, &stored)
	    : keep_changes(upsert, &stored, &row);
	if (!beneath) {
		struct db_query *update = db_prepare(upsert->db,
		    upsert->update);
		db_bind(update, (int)upsert->type->fields + 3,
		    whole(stored.rowid));
		write_row(upsert, update, value, line);
	}
	return changed ? UPSERT_CHANGED : UPSERT_SAME;
}

void upsert_supersede(struct upsert *upsert, struct str path,
    struct str reading) {
	struct db_query *query = db_prepare(upsert->db, upsert->supersede);
	db_bind(query, 1, (struct value){ .kind = VALUE_TEXT, .text = path });
	db_bind(query, 2, (struct value){ .kind = VALUE_TEXT,
	    .text = reading });
	db_bind(query, 3, whole(upsert->import));
	db_finish(query);
}

void upsert_end(struct upsert *upsert) {
	arena_free(upsert->scratch);
}
