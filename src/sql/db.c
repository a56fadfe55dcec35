/*
 * db - one connection and its statements.
 *
 * A rollback journal with full sync: a kill at any moment leaves the last
 * committed state.  Pages of 16 KiB suit the packed samples.
 */
#include "sql/db.h"

#include "base/arena.h"
#include "base/diag.h"
#include "sql/clockless.h"
#include "sql/handle.h"
#include "sql/sqltext.h"

/* "gepo"; the version of the schema goes up with every change of a table or of
 * what is packed in it. */
enum { APPLICATION_ID = 0x6765706f, SCHEMA_VERSION = 9, FORMER_VERSION = 2,
	BUSY_MS = 10000 };

/* What the file, the disk or another run is to blame for. */
static bool is_outside(int result) {
	switch (result & 0xff) {
	case SQLITE_PERM: case SQLITE_BUSY: case SQLITE_LOCKED:
	case SQLITE_READONLY: case SQLITE_IOERR: case SQLITE_CORRUPT:
	case SQLITE_FULL: case SQLITE_CANTOPEN: case SQLITE_NOTADB:
		return true;
	default:
		return false;
	}
}

static void stop(const struct db *db) {
	struct place place = { str_of(db->path), 0, 0 };
	diag(DIAG_STORE_FAILED, &place, sqlite3_errmsg(db->sqlite), NULL);
	/* the journal would do it too, at the next opening */
	sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
	diag_stop();
}

void db_stop_outside(const struct db *db) {
	if (is_outside(sqlite3_errcode(db->sqlite)))
		stop(db);
}

_Noreturn static void die_of(const struct db *db, const char *sql) {
	db_stop_outside(db);
	if (sqlite3_errcode(db->sqlite) == SQLITE_TOOBIG)
		stop(db);	/* too_large of sqlfunc.c */
	die("%s: %s: %s", db->path, sqlite3_errmsg(db->sqlite), sql);
}

static bool fail(struct db *db, enum diag_id id, const char *what) {
	struct place place = { str_of(db->path), 0, 0 };
	diag(id, &place, what, NULL);
	return false;
}

/* The value of a pragma; false when the file cannot be read as a database. */
static bool read_pragma(struct db *db, const char *sql, int64_t *value) {
	sqlite3_stmt *stmt = NULL;
	bool good = sqlite3_prepare_v2(db->sqlite, sql, -1, &stmt, NULL)
	    == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW;
	if (good)
		*value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return good;
}

/* Is it empty, or a store of this version? */
static bool is_store(struct db *db) {
	int64_t application, version, objects;
	if (!read_pragma(db, "PRAGMA application_id", &application)
	    || !read_pragma(db, "PRAGMA user_version", &version)
	    || !read_pragma(db, "SELECT count(*) FROM sqlite_schema", &objects))
		return fail(db, DIAG_STORE_OPEN, sqlite3_errmsg(db->sqlite));
	if (objects == 0 && application == 0)
		return true;
	if (application != APPLICATION_ID)
		return fail(db, DIAG_STORE_ALIEN, NULL);
	bool former = version >= FORMER_VERSION && version < SCHEMA_VERSION
	    && sqlite3_db_readonly(db->sqlite, "main") == 0;
	if (version != SCHEMA_VERSION && !former)
		return fail(db, DIAG_STORE_VERSION, diag_number(version));
	return true;
}

static bool set_up(struct db *db) {
	sqlite3_busy_timeout(db->sqlite, BUSY_MS);
	sqlite3_extended_result_codes(db->sqlite, 1);
	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	if (!is_store(db))
		return false;
	db_run(db, "PRAGMA page_size = 16384; PRAGMA synchronous = FULL;"
	    "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
	    "PRAGMA cache_size = -65536;");
	return true;
}

/* One thread: locks cost a load some percent.  Memory is counted, since the
 * limit of users' SQL needs it.  After the first connection this does nothing. */
static void configure(void) {
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
}

/* Reading opens for writing too, where the rights allow it: only so can the
 * journal of a run that was killed be played back. */
struct db *db_open(struct arena *arena, const char *path, bool read_only) {
	struct db *db = arena_alloc(arena, sizeof *db);
	db->arena = arena;
	db->path = arena_copy(arena, path, strlen(path));
	configure();
	int flags = SQLITE_OPEN_READWRITE | (read_only ? 0 : SQLITE_OPEN_CREATE);
	if (sqlite3_open_v2(path, &db->sqlite, flags, clockless_vfs()) != SQLITE_OK) {
		fail(db, DIAG_STORE_OPEN, sqlite3_errmsg(db->sqlite));
	} else if (set_up(db)) {
		return db;
	}
	db_close(db);
	return NULL;
}

void db_close(struct db *db) {
	if (db == NULL)
		return;
	for (struct db_query *query = db->queries; query != NULL;
	    query = query->next)
		sqlite3_finalize(query->stmt);
	db->queries = NULL;
	sqlite3_close(db->sqlite);
	db->sqlite = NULL;
}

bool db_is_new(const struct db *db) {
	int64_t version = 0;
	return read_pragma((struct db *)db, "PRAGMA user_version", &version)
	    && version == 0;
}

bool db_is_former(const struct db *db) {
	int64_t version = 0;
	return read_pragma((struct db *)db, "PRAGMA user_version", &version)
	    && version >= FORMER_VERSION && version < SCHEMA_VERSION;
}

void db_mark(struct db *db) {
	db_run(db, arena_printf(db->arena, "PRAGMA application_id = %d;"
	    "PRAGMA user_version = %d", APPLICATION_ID, SCHEMA_VERSION));
}

void db_run(struct db *db, const char *sql) {
	if (sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
		die_of(db, sql);
	/* one that was not stepped to its end would keep its lock, and other
	 * runs from writing */
	if (sqlite3_get_autocommit(db->sqlite))
		for (struct db_query *query = db->queries; query != NULL;
		    query = query->next)
			sqlite3_reset(query->stmt);
}

static struct db_query *find(struct db *db, const char *sql) {
	struct db_query *query = db->queries;
	while (query != NULL && strcmp(query->sql, sql) != 0)
		query = query->next;
	return query;
}

/* Behind the statement only blanks and comments may stand. */
static bool is_blank(struct db *db, const char *tail) {
	sqlite3_stmt *more = NULL;
	bool good = sqlite3_prepare_v2(db->sqlite, tail, -1, &more, NULL)
	    == SQLITE_OK && more == NULL;
	sqlite3_finalize(more);
	return good;
}

struct db_query *db_prepare(struct db *db, const char *sql) {
	struct db_query *query = find(db, sql);
	if (query != NULL) {
		sqlite3_reset(query->stmt);
		sqlite3_clear_bindings(query->stmt);
		return query;
	}
	query = arena_alloc(db->arena, sizeof *query);
	query->db = db;
	query->sql = arena_copy(db->arena, sql, strlen(sql));
	const char *tail = NULL;
	if (sqlite3_prepare_v2(db->sqlite, query->sql, -1, &query->stmt, &tail)
	    != SQLITE_OK)
		die_of(db, sql);
	if (query->stmt == NULL || !is_blank(db, tail))
		die("one statement expected: %s", sql);
	query->next = db->queries;
	db->queries = query;
	return query;
}

struct db_query *db_prepare_file(struct db *db, const char *name) {
	return db_prepare(db, sqltext_find(name)->text);
}

static void check(const struct db_query *query, int result) {
	if (result != SQLITE_OK)
		die_of(query->db, query->sql);
}

/* n / 10^scale with every digit it has. */
static void bind_decimal(struct db_query *query, int n, struct value value) {
	struct arena *scratch = arena_new();
	struct decimal decimal = { value.n, value.scale };
	struct str text = ratio_exact(scratch, decimal);
	check(query, sqlite3_bind_text(query->stmt, n, text.p, (int)text.n,
	    SQLITE_TRANSIENT));
	arena_free(scratch);
}

void db_bind(struct db_query *query, int n, struct value value) {
	switch (value.kind) {
	case VALUE_NONE:
		check(query, sqlite3_bind_null(query->stmt, n));
		break;
	case VALUE_INT:
		check(query, sqlite3_bind_int64(query->stmt, n, value.n));
		break;
	case VALUE_DECIMAL:
		bind_decimal(query, n, value);
		break;
	case VALUE_TEXT:
		check(query, sqlite3_bind_text(query->stmt, n,
		    value.text.n == 0 ? "" : value.text.p, (int)value.text.n,
		    SQLITE_STATIC));
		break;
	}
}

void db_bind_blob(struct db_query *query, int n, struct str bytes) {
	check(query, sqlite3_bind_blob64(query->stmt, n,
	    bytes.n == 0 ? "" : bytes.p, bytes.n, SQLITE_STATIC));
}

void db_bind_name(struct db_query *query, const char *name,
    struct value value) {
	int n = sqlite3_bind_parameter_index(query->stmt, name);
	if (n != 0)
		db_bind(query, n, value);
}

bool db_step(struct db_query *query) {
	int result = sqlite3_step(query->stmt);
	if (result == SQLITE_ROW)
		return true;
	if (result != SQLITE_DONE)
		die_of(query->db, query->sql);
	sqlite3_reset(query->stmt);
	return false;
}

int db_columns(const struct db_query *query) {
	return sqlite3_column_count(query->stmt);
}

const char *db_column_name(const struct db_query *query, int n) {
	return sqlite3_column_name(query->stmt, n);
}

struct value db_value(sqlite3_value *value) {
	struct value out = { .kind = VALUE_TEXT };
	switch (sqlite3_value_type(value)) {
	case SQLITE_NULL:
		out.kind = VALUE_NONE;
		break;
	case SQLITE_INTEGER:
		out.kind = VALUE_INT;
		out.n = sqlite3_value_int64(value);
		break;
	case SQLITE_BLOB:
		out.text.p = sqlite3_value_blob(value);
		out.text.n = (size_t)sqlite3_value_bytes(value);
		break;
	default:
		out.text.p = (const char *)sqlite3_value_text(value);
		out.text.n = (size_t)sqlite3_value_bytes(value);
	}
	return out;
}

struct value db_column(const struct db_query *query, int n) {
	return db_value(sqlite3_column_value(query->stmt, n));
}

void db_finish(struct db_query *query) {
	if (db_step(query))
		die("no rows expected: %s", query->sql);
}

int db_changes(const struct db *db) {
	return sqlite3_changes(db->sqlite);
}

int64_t db_last_id(const struct db *db) {
	return sqlite3_last_insert_rowid(db->sqlite);
}
