/*
 * table - worked cases and random numbers for the unit tests.
 *
 * A table of ../shared/cases is read row by row; where it is missing, the
 * test says so and is skipped.  Random numbers begin from a fixed seed, so
 * every run tests the same.
 */
#ifndef GEPPO_TEST_TABLE_H
#define GEPPO_TEST_TABLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/str.h"

#define TABLE_FOLDER "../shared/cases/"

enum { TABLE_CELLS = 12 };

struct table {
	struct arena *arena;
	struct str rest;
	struct str cell[TABLE_CELLS];
	int rows;
};

/* One cell of CSV; a quote inside quotes is doubled. */
static inline bool table_cell(struct table *table, struct str *cell) {
	struct buf buf = buf_in(table->arena);
	const char *p = table->rest.p, *end = p + table->rest.n;
	bool quoted = p < end && *p == '"';
	for (p += quoted; p < end; p++) {
		if (quoted && *p == '"') {
			p++;
			quoted = p < end && *p == '"';
			if (!quoted)
				break;
		} else if (!quoted && (*p == ',' || *p == '\n')) {
			break;
		}
		if (*p != '\r')
			buf_char(&buf, *p);
	}
	*cell = buf_str(&buf);
	bool more = p < end && *p == ',';
	p += p < end;
	table->rest = (struct str){ p, (size_t)(end - p) };
	return more;
}

static inline bool table_next(struct table *table) {
	if (table->rest.n == 0)
		return false;
	size_t cells = 0;
	while (cells + 1 < TABLE_CELLS
	    && table_cell(table, &table->cell[cells++]))
		continue;
	while (cells < TABLE_CELLS)
		table->cell[cells++] = str_of("");
	table->rows++;
	return true;
}

/* The table behind its heading; skips the test when there is none. */
static inline struct table table_open(struct arena *arena, const char *name) {
	struct table table = { .arena = arena };
	const char *path = arena_printf(arena, TABLE_FOLDER "%s", name);
	if (!file_read(arena, path, 1 << 20, &table.rest)) {
		printf("# skipped: %s is missing\n", path);
		arena_free(arena);
		skip();
	}
	table_next(&table);
	table.rows = 0;
	return table;
}

/* NUL-terminated, for messages and comparisons. */
static inline const char *table_text(struct table *table, int cell) {
	return str_z(table->arena, table->cell[cell]);
}

/* xorshift64 */
static inline uint64_t table_random(uint64_t *state) {
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* From least to most, both included. */
static inline int64_t table_between(uint64_t *state, int64_t least,
    int64_t most) {
	return least + (int64_t)(table_random(state)
	    % (uint64_t)(most - least + 1));
}

#endif
