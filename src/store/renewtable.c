/*
 * renewtable - the history played backwards.
 *
 * A record that one of the files said last becomes what it was before, change
 * by change; what is then still theirs was theirs from the first.
 */
#include "store/renewtable.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/record.h"
#include "sql/db.h"

/* Columns of renew-history.sql */
enum { CHANGE_KEY, CHANGE_FIELD, CHANGE_OLD, CHANGE_FILE, CHANGE_LINE };

/* The files that are read anew. */
#define RENEWED "(SELECT import_id FROM import WHERE reading LIKE ' ~%%')"

struct change {
	struct value column[CHANGE_LINE + 1];
};

/* The key of a record as the history has it (record_key). */
static const char *key_sql(struct arena *arena,
    const struct record_type *type) {
	struct buf sql = buf_in(arena);
	const char *between = "";
	for (size_t i = 0; i < type->fields; i++) {
		if ((type->field[i].flags & FIELD_KEY) == 0)
			continue;
		buf_text(&sql, arena_printf(arena, "%s\"%s\"", between,
		    type->field[i].name));
		between = " || char(9) || ";
	}
	return buf_z(&sql);
}

/* Read before any of them is undone. */
static struct change *read_changes(struct arena *arena, struct db *db,
    const struct record_type *type, size_t *count) {
	struct change *change = NULL;
	struct db_query *query = db_prepare_file(db, "renew-history");
	db_bind(query, 1, (struct value){ .kind = VALUE_TEXT,
	    .text = str_of(type->name) });
	while (db_step(query)) {
		change = arena_room(arena, change, *count, sizeof *change);
		for (int i = 0; i <= CHANGE_LINE; i++) {
			struct value value = db_column(query, i);
			value.text = str_copy(arena, value.text);
			change[*count].column[i] = value;
		}
		++*count;
	}
	return change;
}

/* Where one of the files said it last, or a change was just undone. */
static void undo(struct arena *arena, struct db *db,
    const struct record_type *type, const struct change *change) {
	int field = record_field_find(type,
	    change->column[CHANGE_FIELD].text);
	if (field < 0)
		return;
	struct db_query *query = db_prepare(db, arena_printf(arena,
	    "UPDATE rec_%s SET \"%s\" = ?1, file = ?2, line = ?3 "
	    "WHERE %s = ?4 AND (file = ?2 OR file IN " RENEWED ")", type->name,
	    type->field[field].name, key_sql(arena, type)));
	db_bind(query, 1, change->column[CHANGE_OLD]);
	db_bind(query, 2, change->column[CHANGE_FILE]);
	db_bind(query, 3, change->column[CHANGE_LINE]);
	db_bind(query, 4, change->column[CHANGE_KEY]);
	db_finish(query);
}

/* A file that is read anew never changed what a later one says; what that one
 * changed instead is the earlier say. */
static void settle(struct arena *arena, struct db *db,
    const struct record_type *type) {
	const char *key = key_sql(arena, type), *name = type->name;
	db_run(db, arena_printf(arena,
	    "UPDATE history SET import = coalesce((SELECT file FROM rec_%s "
	    "WHERE %s = history.\"key\" AND file <> history.file), import) "
	    "WHERE record = '%s' AND import IN " RENEWED,
	    name, key, name));
	db_run(db, arena_printf(arena,
	    "DELETE FROM history WHERE record = '%s' AND (import IN " RENEWED
	    " OR file IN " RENEWED ")", name));
}

void renewtable_take_back(struct arena *arena, struct db *db,
    const struct record_type *type) {
	size_t count = 0;
	const struct change *change = read_changes(arena, db, type, &count);
	const char *name = type->name;
	db_run(db, arena_printf(arena, "CREATE INDEX renew_key ON rec_%s (%s)",
	    name, key_sql(arena, type)));
	for (size_t i = 0; i < count; i++)
		undo(arena, db, type, &change[i]);
	db_run(db, arena_printf(arena, "DELETE FROM rec_%s WHERE file IN "
	    RENEWED, name));
	settle(arena, db, type);
	db_run(db, "DROP INDEX renew_key");
	db_run(db, arena_printf(arena, "UPDATE import SET superseded = 0 "
	    "WHERE EXISTS (SELECT 1 FROM rec_%s WHERE file = import_id)",
	    name));
}
