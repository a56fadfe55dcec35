/*
 * usersql - a statement of unknown origin, run in a closed room.
 *
 * The authorizer stands only while the statement is prepared, which is when
 * SQLite asks it: what runs beneath a table of samples is the program's own.
 */
#include "sql/usersql.h"

#include "base/arena.h"
#include "base/limits.h"
#include "sql/handle.h"

enum { STEPS_BETWEEN = 1000 };

struct usersql {
	struct db *db;
	sqlite3_stmt *stmt;
	struct place place;
	const char *name;
	int64_t steps;
	bool failed;
};

/* What gives another answer on another day or another run. */
static bool is_unsteady(const char *function) {
	static const char *const names[] = { "random", "randomblob",
	    "current_timestamp", "current_date", "current_time",
	    "load_extension", "fts3_tokenizer", "sqlite_log" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (sqlite3_stricmp(function, names[i]) == 0)
			return true;
	return false;
}

static bool is_documented(const char *view) {
	return view != NULL && record_find(str_of(view)) != RECORD_TYPES;
}

/* A statement that names no column of a view (`1`, count(*)) is told as one
 * that reads the column "" of the table beneath. */
static bool is_counted(const char *column) {
	return column != NULL && column[0] == '\0';
}

/* via: the view through which SQLite reads a table, or NULL. */
static int authorize(void *self, int action, const char *a, const char *b,
    const char *schema, const char *via) {
	(void)self;
	(void)schema;
	if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE)
		return SQLITE_OK;
	if (action == SQLITE_FUNCTION)
		return b == NULL || is_unsteady(b) ? SQLITE_DENY : SQLITE_OK;
	if (action == SQLITE_READ && (is_documented(a) || is_documented(via)
	    || is_counted(b)))
		return SQLITE_OK;
	return SQLITE_DENY;
}

static int count_steps(void *self) {
	struct usersql *query = self;
	query->steps += STEPS_BETWEEN;
	return query->steps > LIMIT_SQL_STEPS;
}

static sqlite3_stmt *prepare(struct db *db, struct str sql,
    const char **tail) {
	sqlite3_stmt *stmt = NULL;
	sqlite3_set_authorizer(db->sqlite, authorize, NULL);
	int result = sqlite3_prepare_v2(db->sqlite, sql.p, (int)sql.n, &stmt,
	    tail);
	sqlite3_set_authorizer(db->sqlite, NULL, NULL);
	if (result == SQLITE_OK && stmt != NULL)
		return stmt;
	sqlite3_finalize(stmt);
	return NULL;
}

/* A newline ends a comment in the expression, the parentheses what it could
 * say beside one expression. */
bool usersql_check(struct db *db, const char *view, struct str expression,
    const struct place *place, const char *what, const char *whose) {
	struct arena *scratch = arena_new();
	const char *sql = arena_printf(scratch, "SELECT (%.*s\n) FROM \"%s\"",
	    (int)expression.n, expression.p, view);
	const char *tail = "";
	sqlite3_stmt *stmt = prepare(db, str_of(sql), &tail);
	const char *why = stmt == NULL ? sqlite3_errmsg(db->sqlite)
	    : sqlite3_column_count(stmt) != 1 || tail[0] != '\0'
	    || sqlite3_bind_parameter_count(stmt) != 0
	    ? "one expression without parameters expected" : NULL;
	if (why != NULL && place != NULL)
		diag(DIAG_SQL_EXPRESSION, place, what, whose, why, NULL);
	sqlite3_finalize(stmt);
	arena_free(scratch);
	return why == NULL;
}

static bool is_single(const char *tail, size_t n) {
	return str_trim((struct str){ tail, n }).n == 0;
}

struct usersql *usersql_open(struct db *db, struct str sql,
    const struct place *place, const char *name) {
	const char *tail = sql.p + sql.n;
	sqlite3_stmt *stmt = prepare(db, sql, &tail);
	const char *why = stmt == NULL ? sqlite3_errmsg(db->sqlite)
	    : !is_single(tail, (size_t)(sql.p + sql.n - tail))
	    || !sqlite3_stmt_readonly(stmt)	/* VACUUM asks nobody */
	    ? "one SELECT expected" : NULL;
	if (why != NULL) {
		diag(DIAG_SQL_FILE, place, name, why, NULL);
		sqlite3_finalize(stmt);
		return NULL;
	}
	struct usersql *query = arena_alloc(db->arena, sizeof *query);
	*query = (struct usersql){ db, stmt, *place, name, 0, false };
	sqlite3_progress_handler(db->sqlite, STEPS_BETWEEN, count_steps, query);
	sqlite3_hard_heap_limit64(LIMIT_SQL_BYTES);
	return query;
}

void usersql_bind(struct usersql *query, const char *name, int64_t value) {
	int n = sqlite3_bind_parameter_index(query->stmt, name);
	if (n != 0)
		sqlite3_bind_int64(query->stmt, n, value);
}

bool usersql_step(struct usersql *query) {
	int result = sqlite3_step(query->stmt);
	if (result == SQLITE_ROW)
		return true;
	query->failed = result != SQLITE_DONE;
	if (query->failed)
		db_stop_outside(query->db);
	if (query->failed)
		diag(DIAG_SQL_FILE, &query->place, query->name,
		    result == SQLITE_INTERRUPT ? "it takes too many steps"
		    : sqlite3_errmsg(query->db->sqlite), NULL);
	return false;
}

struct value usersql_column(const struct usersql *query, int n) {
	return db_value(sqlite3_column_value(query->stmt, n));
}

int usersql_find(const struct usersql *query, const char *name) {
	int n = sqlite3_column_count(query->stmt) - 1;
	while (n >= 0 && sqlite3_stricmp(name,
	    sqlite3_column_name(query->stmt, n)) != 0)
		n--;
	return n;
}

bool usersql_close(struct usersql *query) {
	bool good = !query->failed;
	sqlite3_finalize(query->stmt);
	sqlite3_progress_handler(query->db->sqlite, 0, NULL, NULL);
	sqlite3_hard_heap_limit64(0);
	return good;
}
