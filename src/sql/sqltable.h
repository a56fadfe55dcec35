/*
 * sqltable - a table of SQL whose rows a reader gives, one after the other:
 * packed samples as user SQL sees them.
 *
 * Conditions of equality on text columns are handed to the reader, which may
 * pass over rows that do not meet them; SQLite looks at each again.
 */
#ifndef GEPPO_SQLTABLE_H
#define GEPPO_SQLTABLE_H

#include "base/record.h"

struct db;

enum { SQLTABLE_COLUMNS = 12 };

/* What every row is to hold: p NULL where anything will do. */
struct sqltable_filter {
	struct str equal[SQLTABLE_COLUMNS];
};

struct sqltable {
	const char *name;
	const char *columns;	/* as in CREATE TABLE */
	unsigned filtered;	/* bit n: column n may be in a filter */
	void *self;
	/* A cursor before its first row; the filter lives until close. */
	void *(*open)(void *self, const struct sqltable_filter *filter);
	bool (*next)(void *cursor);
	struct value (*column)(void *cursor, int n);
	void (*close)(void *cursor);
};

/* table must live as long as the connection. */
void sqltable_register(struct db *db, const struct sqltable *table);

#endif
