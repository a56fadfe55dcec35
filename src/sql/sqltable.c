/*
 * sqltable - an eponymous virtual table of SQLite over a reader.
 *
 * Filters lie in the cursor; their text is copied, since SQLite lends it only
 * for one call.
 */
#include "sql/sqltable.h"

#include "base/arena.h"
#include "base/diag.h"
#include "sql/db.h"
#include "sql/handle.h"

struct table {
	sqlite3_vtab base;
	const struct sqltable *of;
};

struct cursor {
	sqlite3_vtab_cursor base;
	const struct sqltable *of;
	struct arena *arena;
	struct sqltable_filter filter;
	void *reader;		/* NULL at the end */
	int64_t row;
};

static int connect(sqlite3 *sqlite, void *of, int n, const char *const *words,
    sqlite3_vtab **out, char **error) {
	(void)n;
	(void)words;
	(void)error;
	const struct sqltable *described = of;
	char *sql = sqlite3_mprintf("CREATE TABLE x (%s)", described->columns);
	int result = sqlite3_declare_vtab(sqlite, sql);
	sqlite3_free(sql);
	struct table *table = sqlite3_malloc(sizeof *table);
	if (table == NULL || result != SQLITE_OK)
		die("%s: %s", described->name, sqlite3_errmsg(sqlite));
	*table = (struct table){ .of = described };
	*out = &table->base;
	return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table) {
	sqlite3_free(table);
	return SQLITE_OK;
}

/* The n-th argument of xFilter is the column of the n-th bit of idxNum. */
static int best_index(sqlite3_vtab *base, sqlite3_index_info *info) {
	const struct sqltable *of = ((struct table *)base)->of;
	int chosen[SQLTABLE_COLUMNS];
	memset(chosen, -1, sizeof chosen);
	for (int i = 0; i < info->nConstraint; i++) {
		int column = info->aConstraint[i].iColumn;
		if (info->aConstraint[i].usable && column >= 0
		    && column < SQLTABLE_COLUMNS
		    && info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ
		    && strcmp(sqlite3_vtab_collation(info, i), "BINARY") == 0
		    && (of->filtered >> column & 1) != 0)
			chosen[column] = i;
	}
	int arguments = 0;
	info->estimatedCost = 1e9;
	for (int column = 0; column < SQLTABLE_COLUMNS; column++) {
		if (chosen[column] < 0)
			continue;
		info->idxNum |= 1 << column;
		info->aConstraintUsage[chosen[column]].argvIndex = ++arguments;
		info->estimatedCost /= 100;
	}
	return SQLITE_OK;
}

static int cursor_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out) {
	struct cursor *cursor = sqlite3_malloc(sizeof *cursor);
	if (cursor == NULL)
		return SQLITE_NOMEM;
	*cursor = (struct cursor){ .of = ((struct table *)base)->of,
	    .arena = arena_new() };
	*out = &cursor->base;
	return SQLITE_OK;
}

static void end_reader(struct cursor *cursor) {
	if (cursor->reader != NULL)
		cursor->of->close(cursor->reader);
	cursor->reader = NULL;
}

static int cursor_close(sqlite3_vtab_cursor *base) {
	struct cursor *cursor = (struct cursor *)base;
	end_reader(cursor);
	arena_free(cursor->arena);
	sqlite3_free(cursor);
	return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
	struct cursor *cursor = (struct cursor *)base;
	cursor->row++;
	if (!cursor->of->next(cursor->reader))
		end_reader(cursor);
	return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *base, int columns, const char *unused,
    int n, sqlite3_value **argument) {
	(void)unused;
	(void)n;
	struct cursor *cursor = (struct cursor *)base;
	end_reader(cursor);
	cursor->filter = (struct sqltable_filter){ 0 };
	for (int column = 0; column < SQLTABLE_COLUMNS; column++) {
		if ((columns >> column & 1) == 0)
			continue;
		struct value value = db_value(*argument++);
		if (value.kind != VALUE_TEXT)
			continue;
		cursor->filter.equal[column].p = str_z(cursor->arena,
		    value.text);
		cursor->filter.equal[column].n = value.text.n;
	}
	cursor->reader = cursor->of->open(cursor->of->self, &cursor->filter);
	return next(base);
}

static int is_over(sqlite3_vtab_cursor *base) {
	return ((struct cursor *)base)->reader == NULL;
}

/* A decimal as the number nearest to it: a quotient of two numbers that a
 * double holds is rounded once. */
static void put_decimal(sqlite3_context *context, struct value value) {
	double power = 1;
	for (int i = 0; i < value.scale; i++)
		power *= 10;
	if (value.scale == 0)
		sqlite3_result_int64(context, value.n);
	else
		sqlite3_result_double(context, (double)value.n / power);
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int n) {
	struct cursor *cursor = (struct cursor *)base;
	struct value value = cursor->of->column(cursor->reader, n);
	switch (value.kind) {
	case VALUE_NONE:
		break;
	case VALUE_INT:
		sqlite3_result_int64(context, value.n);
		break;
	case VALUE_DECIMAL:
		put_decimal(context, value);
		break;
	case VALUE_TEXT:
		sqlite3_result_text(context, value.text.n == 0 ? ""
		    : value.text.p, (int)value.text.n, SQLITE_TRANSIENT);
	}
	return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *row) {
	*row = ((struct cursor *)base)->row;
	return SQLITE_OK;
}

static const sqlite3_module module = {
	.xConnect = connect, .xDisconnect = disconnect,
	.xBestIndex = best_index, .xOpen = cursor_open,
	.xClose = cursor_close, .xFilter = filter, .xNext = next,
	.xEof = is_over, .xColumn = column, .xRowid = rowid,
};

void sqltable_register(struct db *db, const struct sqltable *table) {
	if (sqlite3_create_module(db->sqlite, table->name, &module,
	    (void *)table) != SQLITE_OK)
		die("%s: %s", table->name, sqlite3_errmsg(db->sqlite));
	/* SQLite declares the columns at the first use, which must not be
	 * that of a user: nobody else may say CREATE TABLE */
	struct arena *scratch = arena_new();
	db_run(db, arena_printf(scratch, "SELECT * FROM \"%s\" LIMIT 0",
	    table->name));
	arena_free(scratch);
}
