/*
 * json - the rows of a JSON text: a list in a document, or a document a line.
 *
 * A row is each object at a path of names (`data.result`), or each element of
 * the list that stands there.  Lists on the way are passed through.  A value
 * has the way to it from its row as its name: `user.login`; the elements of a
 * row that is itself a list are `1`, `2`, ....  What stands around the rows,
 * before them, has the way from the top with a dot in front:
 * `.data.result.metric.instance`.  Memory holds one row and what is around it.
 */
#ifndef GEPPO_JSON_H
#define GEPPO_JSON_H

#include "read/csv.h"

struct arena;

/* The cursor. */
struct json;

struct json_value {
	size_t name;		/* of json_names */
	struct str text;	/* without escapes; empty for null */
	size_t at;		/* where it begins in raw */
	size_t object;		/* that holds it, of json_row.parent */
};

struct json_row {
	struct json_value *value;
	size_t values;
	const struct json_value *around;
	size_t arounds;
	size_t *parent;		/* per object, the row first; its own index */
	size_t objects;
	struct str raw;
	size_t before;		/* bytes of its line that raw.p is behind */
	int64_t line;
	enum csv_fault fault;	/* then without values */
	size_t at;
};

/* A cursor over UTF-8 text, which the caller keeps and which ends it with
 * json_free. */
struct json *json_new(struct arena *arena, struct str bytes, struct str path);

void json_free(struct json *json);

/* The next row, in scratch; false at the end.  A text that breaks off or is
 * no JSON gives a row with the fault; of documents a line, the rows of the
 * later lines follow. */
bool json_next(struct json *json, struct arena *scratch, struct json_row *row);

/* Back to the first row; names stay. */
void json_rewind(struct json *json);

/* Every name met so far, in order. */
const struct str *json_names(const struct json *json, size_t *count);

/* Has anything stood at the path? */
bool json_met(const struct json *json);

#endif
