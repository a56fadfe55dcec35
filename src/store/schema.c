/*
 * schema - SQL made from record.def, so that there is no second list of
 * fields.  Field names are quoted: some are words of SQL (end, right).
 */
#include "store/schema.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "sql/db.h"
#include "sql/sqltext.h"

static void add(struct buf *buf, const char *a, const char *b, const char *c) {
	buf_text(buf, a);
	buf_text(buf, b);
	buf_text(buf, c);
}

static bool is_integer(enum field_kind kind) {
	return kind == FIELD_INSTANT || kind == FIELD_INT || kind == FIELD_BOOL;
}

static const char *affinity_of(enum field_kind kind) {
	return is_integer(kind) ? "INTEGER" : kind == FIELD_NUM
	    || kind == FIELD_HOURS ? "NUMERIC" : "TEXT";
}

static const char *table_of(struct arena *arena,
    const struct record_type *type) {
	struct buf sql = buf_in(arena);
	add(&sql, "CREATE TABLE rec_", type->name, " (");
	for (size_t i = 0; i < type->fields; i++) {
		const struct record_field *field = &type->field[i];
		add(&sql, "\"", field->name, "\" ");
		buf_text(&sql, is_integer(field->kind) ? "INTEGER" : "TEXT");
		if ((field->flags & (FIELD_REQUIRED | FIELD_KEY)) != 0)
			buf_text(&sql, is_integer(field->kind) ? " NOT NULL"
			    : " NOT NULL DEFAULT ''");
		buf_text(&sql, ", ");
	}
	buf_text(&sql, "file INTEGER NOT NULL REFERENCES import, "
	    "line INTEGER NOT NULL, UNIQUE (");
	const char *comma = "";
	for (size_t i = 0; i < type->fields; i++)
		if ((type->field[i].flags & FIELD_KEY) != 0) {
			add(&sql, comma, "\"", type->field[i].name);
			buf_char(&sql, '"');
			comma = ", ";
		}
	buf_text(&sql, ")) STRICT");
	return buf_z(&sql);
}

/* By the file that a row came from: which files still stand for rows. */
static const char *index_of(struct arena *arena,
    const struct record_type *type) {
	return arena_printf(arena, "CREATE INDEX rec_%s_file ON rec_%s (file)",
	    type->name, type->name);
}

static void make_table(struct db *db, struct arena *arena,
    const struct record_type *type) {
	if ((type->flags & RECORD_STREAMED) != 0)
		return;
	db_run(db, table_of(arena, type));
	db_run(db, index_of(arena, type));
}

/* The columns of the type's table as it stands; NULL where there is none. */
static const char *columns_now(struct db *db, struct arena *arena,
    const struct record_type *type) {
	struct db_query *query = db_prepare(db, "SELECT group_concat("
	    "'\"' || name || '\"') FROM pragma_table_info('rec_' || ?1)");
	db_bind(query, 1, (struct value){ .kind = VALUE_TEXT,
	    .text = str_of(type->name) });
	const char *columns = NULL;
	while (db_step(query))
		if (db_column(query, 0).kind == VALUE_TEXT)
			columns = arena_printf(arena, "%.*s",
			    (int)db_column(query, 0).text.n,
			    db_column(query, 0).text.p);
	return columns;
}

/* A table as this version has it, with the rows that it holds.  REPLACE gives
 * an empty column that has become part of the key its default. */
static void renew_table(struct db *db, struct arena *arena,
    const struct record_type *type) {
	const char *columns = columns_now(db, arena, type);
	if (columns != NULL)
		db_run(db, arena_printf(arena, "CREATE TEMP TABLE former AS SELECT "
		    "* FROM rec_%s; DROP TABLE rec_%s", type->name, type->name));
	make_table(db, arena, type);
	if (columns != NULL)
		db_run(db, arena_printf(arena, "INSERT OR REPLACE INTO rec_%s (%s) "
		    "SELECT %s FROM former; DROP TABLE former", type->name,
		    columns, columns));
}

/* A store of a version before is brought up where it stands: what it has
 * published cannot be loaded again. */
static void bring_up(struct db *db) {
	struct arena *arena = arena_new();
	db_run(db, "BEGIN IMMEDIATE");
	if (db_is_former(db)) {	/* no other run was faster */
		db_run(db, sqltext_find("edition")->text);
		for (int id = 0; id < RECORD_TYPES; id++)
			renew_table(db, arena, record_type(id));
		db_mark(db);
	}
	db_run(db, "COMMIT");
	arena_free(arena);
}

void schema_make(struct db *db) {
	if (db_is_former(db))
		bring_up(db);
	if (!db_is_new(db))
		return;
	db_run(db, "BEGIN IMMEDIATE");
	if (!db_is_new(db)) {	/* another run was faster */
		db_run(db, "COMMIT");
		return;
	}
	struct arena *arena = arena_new();
	db_run(db, sqltext_find("schema")->text);
	db_run(db, sqltext_find("edition")->text);
	for (int id = 0; id < RECORD_TYPES; id++)
		make_table(db, arena, record_type(id));
	db_mark(db);
	db_run(db, "COMMIT");
	arena_free(arena);
}

static void add_field(struct buf *sql, const struct record_field *field) {
	const char *name = field->name;
	if (field->kind == FIELD_NUM || field->kind == FIELD_HOURS)
		add(sql, "CAST(\"", name, "\" AS NUMERIC) AS ");
	else if ((field->flags & FIELD_KEY) != 0 && !is_integer(field->kind))
		add(sql, "NULLIF(\"", name, "\", '') AS ");
	add(sql, "\"", name, "\", ");
	if (field->kind != FIELD_INSTANT)
		return;
	add(sql, "local_text(\"", name, "\") AS ");
	add(sql, "\"", name, "_text\", ");
}

static const char *view_of(struct arena *arena,
    const struct record_type *type) {
	struct buf sql = buf_in(arena);
	add(&sql, "CREATE TEMP VIEW IF NOT EXISTS \"", type->name, "\" AS SELECT ");
	for (size_t i = 0; i < type->fields; i++)
		add_field(&sql, &type->field[i]);
	add(&sql, "file AS origin_file, line AS origin_line FROM main.rec_",
	    type->name, "");
	return buf_z(&sql);
}

/* Its rows for the queries of reports: each field by its full name. */
static const char *rows_of(struct arena *arena,
    const struct record_type *type) {
	struct buf sql = buf_in(arena);
	add(&sql, "CREATE TEMP VIEW IF NOT EXISTS row_", type->name,
	    " AS SELECT ");
	for (size_t i = 0; i < type->fields; i++) {
		add(&sql, "\"", type->field[i].name, "\" AS \"");
		add(&sql, type->name, ".", type->field[i].name);
		buf_text(&sql, "\", ");
	}
	add(&sql, "file AS origin_file, line AS origin_line FROM main.rec_",
	    type->name, "");
	return buf_z(&sql);
}

const char *schema_without(struct arena *arena, const struct record_type *type,
    const char *field) {
	struct buf sql = buf_in(arena);
	buf_text(&sql, "SELECT ");
	for (size_t i = 0; i < type->fields; i++) {
		const char *name = type->field[i].name;
		if (strcmp(name, field) == 0)
			buf_text(&sql, "0 AS ");
		add(&sql, "\"", name, "\", ");
		if (type->field[i].kind == FIELD_INSTANT)
			add(&sql, "\"", name, "_text\", ");
	}
	add(&sql, "origin_file, origin_line FROM \"", type->name, "\"");
	return buf_z(&sql);
}

static size_t place_of(const char *name, const char *const *field,
    size_t fields) {
	size_t i = 0;
	while (i < fields && strcmp(field[i], name) != 0)
		i++;
	return i;
}

/* Columns of the ticket t; those of the fields come from the event that next
 * changes them, where there is one, and compare as the field does: an
 * expression has no affinity of its own. */
static void add_earlier(struct buf *sql, const struct record_type *type,
    const char *const *field, size_t fields) {
	for (size_t i = 0; i < type->fields; i++) {
		const char *name = type->field[i].name;
		size_t n = place_of(name, field, fields);
		if (n < fields) {
			buf_text(sql, "CAST(CASE WHEN e");
			buf_int(sql, (int64_t)n);
			add(sql, ".at IS NULL THEN t.\"", name, "\" ELSE e");
			buf_int(sql, (int64_t)n);
			add(sql, ".old END AS ",
			    affinity_of(type->field[i].kind), ") AS \"");
			add(sql, name, "\", ", "");
			continue;
		}
		add(sql, "t.\"", name, "\", ");
		if (type->field[i].kind == FIELD_INSTANT)
			add(sql, "t.\"", name, "_text\", ");
	}
	buf_text(sql, "t.origin_file, t.origin_line, v.until");
}

const char *schema_before(struct arena *arena, const char *const *field,
    size_t fields) {
	struct buf sql = buf_in(arena);
	buf_text(&sql, "SELECT ");
	add_earlier(&sql, record_type(RECORD_ticket), field, fields);
	buf_text(&sql, " FROM ticket AS t JOIN (SELECT DISTINCT ticket_id, "
	    "at AS until FROM ticket_event WHERE field IN (");
	for (size_t i = 0; i < fields; i++)
		add(&sql, i == 0 ? "'" : ", '", field[i], "'");
	buf_text(&sql, ")) AS v ON v.ticket_id = t.ticket_id");
	for (size_t i = 0; i < fields; i++) {
		const char *e = arena_printf(arena, "e%zu", i);
		add(&sql, " LEFT JOIN (SELECT ticket_id, old, at, lag(at) OVER ("
		    "PARTITION BY ticket_id ORDER BY at, origin_file, "
		    "origin_line) AS since FROM ticket_event WHERE field = '",
		    field[i], "') AS ");
		add(&sql, e, " ON ", e);
		add(&sql, ".ticket_id = v.ticket_id AND v.until <= ", e,
		    ".at AND (");
		add(&sql, e, ".since IS NULL OR v.until > ", e);
		buf_text(&sql, ".since)");
	}
	return buf_z(&sql);
}

void schema_views(struct db *db) {
	struct arena *arena = arena_new();
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type(id);
		if ((type->flags & RECORD_STREAMED) != 0)
			continue;
		db_run(db, view_of(arena, type));
		db_run(db, rows_of(arena, type));
	}
	arena_free(arena);
}

struct value schema_store(struct arena *arena,
    const struct record_field *field, struct value value) {
	if (value.kind == VALUE_NONE) {
		if ((field->flags & FIELD_KEY) != 0)
			value = (struct value){ .kind = VALUE_TEXT };
		return value;
	}
	if (field->kind == FIELD_DATE) {
		struct buf text = buf_in(arena);
		date_write_day(&text, value.n);
		return (struct value){ .kind = VALUE_TEXT,
		    .text = buf_str(&text) };
	}
	if (value.kind == VALUE_DECIMAL)
		return (struct value){ .kind = VALUE_TEXT, .text = ratio_exact(
		    arena, (struct decimal){ value.n, value.scale }) };
	return value;
}

struct value schema_value(const struct record_field *field,
    struct value stored) {
	struct value value = stored;
	struct decimal decimal;
	if (stored.kind != VALUE_TEXT)
		return stored;
	if (stored.text.n == 0)
		return (struct value){ .kind = VALUE_NONE };
	if (field->kind == FIELD_DATE) {
		value.kind = date_read_day(stored.text, &value.n) ? VALUE_INT
		    : VALUE_NONE;
	} else if (field->kind == FIELD_NUM || field->kind == FIELD_HOURS) {
		value.kind = VALUE_NONE;
		if (ratio_read_decimal(stored.text, &decimal))
			value = (struct value){ .kind = VALUE_DECIMAL,
			    .n = decimal.n, .scale = decimal.scale };
	}
	return value;
}
