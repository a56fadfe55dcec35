/*
 * db - the store's database: open, transactions, the program's own statements.
 *
 * The folder sql is the only caller of SQLite.  A statement of the program
 * that fails is a broken program or machine: db dies with its message and the
 * SQL.  What users write goes through usersql.h, which never dies.
 *
 * Statements are prepared once per connection and text, and belong to it.
 */
#ifndef GEPPO_DB_H
#define GEPPO_DB_H

#include "base/record.h"

struct arena;
struct db;
struct db_query;

/*
 * Open the store in the file, making it unless read_only; a new one is empty
 * (db_is_new).  NULL after a diag when it is no store, one of another version,
 * or cannot be opened.  Two programs may read at once; one writes.
 */
struct db *db_open(struct arena *arena, const char *path, bool read_only);

/* NULL is allowed.  An open transaction is undone. */
void db_close(struct db *db);

/* No table has been made yet; db_mark makes it a store of this version. */
bool db_is_new(const struct db *db);
/* It is of a version before, which schema_make can bring up to this one. */
bool db_is_former(const struct db *db);
void db_mark(struct db *db);

/* Run every statement of the text; none of them returns rows.  Where no
 * transaction is open behind it, no statement gives more rows. */
void db_run(struct db *db, const char *sql);

/* The statement, reset, with all parameters empty. */
struct db_query *db_prepare(struct db *db, const char *sql);

/* The same of the built-in file ("query/incidents"). */
struct db_query *db_prepare_file(struct db *db, const char *name);

/* Set the n-th parameter, counted from 1; text may hold any bytes.  It lives
 * until the statement has been stepped. */
void db_bind(struct db_query *query, int n, struct value value);
void db_bind_blob(struct db_query *query, int n, struct str bytes);

/* Set the parameter of the name (":as_of") where the statement has it. */
void db_bind_name(struct db_query *query, const char *name,
    struct value value);

/* The next row; false at the end, after which the statement is reset. */
bool db_step(struct db_query *query);

/* The number of columns, the name of one, and its value in this row; text and
 * blobs live until the next step. */
int db_columns(const struct db_query *query);
const char *db_column_name(const struct db_query *query, int n);
struct value db_column(const struct db_query *query, int n);

/* Run a statement that returns no rows. */
void db_finish(struct db_query *query);

/* How many rows the last statement inserted, changed or took away. */
int db_changes(const struct db *db);

/* The id of the row that was inserted last. */
int64_t db_last_id(const struct db *db);

#endif
