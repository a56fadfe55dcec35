/* handle - what the files of this folder know of one connection. */
#ifndef GEPPO_HANDLE_H
#define GEPPO_HANDLE_H

#include <sqlite3.h>

#include "base/str.h"

struct arena;

struct db_query {
	struct db *db;
	sqlite3_stmt *stmt;
	const char *sql;
	struct db_query *next;		/* of the connection, latest first */
};

struct db {
	struct arena *arena;
	sqlite3 *sqlite;
	struct db_query *queries;
	const char *path;
};

/* End the run when the last failure is none of the program: a full disk, a
 * damaged or locked store. */
void db_stop_outside(const struct db *db);

/* The value of a column or an argument as geppo knows it. */
struct value db_value(sqlite3_value *value);

#endif
