/* jsonrows - the rows of a JSON text as rows of a table. */
#include "read/jsonrows.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "contract/contract.h"
#include "read/json.h"
#include "read/pattern.h"

/* What becomes of the values of a name. */
enum use { USE_COLUMN, USE_KEY, USE_CELL, USE_NONE };

struct named {
	enum use use;
	size_t column;		/* USE_COLUMN */
	struct str *part;	/* USE_CELL: of the form of names */
};

struct jsonrows {
	const struct source *source;
	struct arena *arena;
	struct arena *held;	/* of the row of the text */
	struct json *json;
	struct named *named;	/* per name */
	struct pattern form;

	struct str *column;
	size_t columns;
	struct str *field;	/* of the row that is made */
	size_t *begin;		/* of the fields in its text */
	struct buf *joined;	/* of fields that a list repeats */

	struct json_row row;	/* unpivot: whose cells are given */
	size_t cell;		/* the next one */
	struct buf *key;	/* per object of the row, what its keys say */
	struct buf instance;	/* of the cell that is given */
	size_t passed;		/* the line that the last cell is on ... */
	int64_t line;		/* ... and its number */
};

static bool unpivots(const struct jsonrows *rows) {
	return rows->source->wide.from > 0;
}

struct jsonrows *jsonrows_new(struct arena *arena,
    const struct source *source, struct str bytes) {
	struct jsonrows *rows = arena_alloc(arena, sizeof *rows);
	rows->source = source;
	rows->arena = arena;
	rows->held = arena_new();
	rows->instance = buf_in(arena);
	rows->json = json_new(arena, bytes, source->rows);
	return rows;
}

void jsonrows_free(struct jsonrows *rows) {
	json_free(rows->json);
	arena_free(rows->held);
}

bool jsonrows_met(const struct jsonrows *rows) {
	return json_met(rows->json);
}

static size_t add_column(struct jsonrows *rows, struct str name) {
	rows->column = arena_room(rows->arena, rows->column, rows->columns,
	    sizeof name);
	rows->column[rows->columns] = name;
	return rows->columns++;
}

static bool is_among(const struct source_place *place, size_t places,
    struct str name) {
	for (size_t i = 0; i < places; i++)
		if (str_equal(place[i].name, name))
			return true;
	return false;
}

/* Does a column of the source take the values of the name? */
static bool is_taken(const struct source *source, struct str name) {
	for (size_t i = 0; i < source->columns; i++) {
		const struct source_column *column = &source->column[i];
		if (str_equal(column->name, name)
		    || is_among(column->other, column->others, name)
		    || is_among(column->join, column->joins, name))
			return true;
	}
	return false;
}

/* The name within the object that holds the value. */
static struct str last_part(struct str name) {
	const char *dot = name.n == 0 ? NULL : memrchr(name.p, '.', name.n);
	return dot == NULL ? name : (struct str){ dot + 1,
	    (size_t)(name.p + name.n - dot - 1) };
}

static bool is_key(const struct source *source, struct str name) {
	struct str rest = source->wide.keys, word;
	while (str_word(&rest, &word))
		if (str_equal(word, last_part(name)))
			return true;
	return false;
}

/* What becomes of the name where rows are made of values. */
static struct named name_cell(struct jsonrows *rows, struct str name) {
	struct named named = { USE_KEY, 0, NULL };
	if (is_key(rows->source, name))
		return named;
	named.use = USE_NONE;
	named.part = arena_array(rows->arena, rows->form.parts,
	    sizeof *named.part);
	if (pattern_match(&rows->form, name, named.part))
		named.use = USE_CELL;
	return named;
}

/* What becomes of every name, and the columns of what no name gives. */
static void name_all(struct jsonrows *rows) {
	size_t names;
	const struct str *name = json_names(rows->json, &names);
	rows->named = arena_array(rows->arena, names, sizeof *rows->named);
	if (unpivots(rows))
		rows->form = pattern_of(rows->arena, rows->source->wide.name);
	for (size_t i = 0; i < names; i++) {
		if (!unpivots(rows) || str_starts(name[i], ".")
		    || is_taken(rows->source, name[i]))
			rows->named[i] = (struct named){ USE_COLUMN,
			    add_column(rows, name[i]), NULL };
		else
			rows->named[i] = name_cell(rows, name[i]);
	}
	if (!unpivots(rows))
		return;
	for (size_t i = 0; i < rows->form.parts; i++)
		add_column(rows, rows->form.part[i].name);
	add_column(rows, str_of("instance"));
	add_column(rows, rows->source->wide.value);
}

bool jsonrows_header(struct jsonrows *rows, struct csv_row *row) {
	struct json_row found, fault = { .fault = CSV_GOOD };
	size_t count = 0;
	for (;; arena_reset(rows->held)) {
		if (!json_next(rows->json, rows->held, &found))
			break;
		if (found.fault == CSV_GOOD)
			count++;
		else if (fault.fault == CSV_GOOD)
			fault = found;
	}
	json_rewind(rows->json);
	name_all(rows);
	rows->field = arena_array(rows->arena, rows->columns,
	    sizeof *rows->field);
	rows->begin = arena_array(rows->arena, rows->columns,
	    sizeof *rows->begin);
	rows->joined = arena_array(rows->arena, rows->columns,
	    sizeof *rows->joined);
	*row = (struct csv_row){ .field = rows->column,
	    .fields = rows->columns, .line = 1, .raw = str_of(""),
	    .made = true };
	if (count != 0 || fault.fault == CSV_GOOD)
		return count != 0;
	*row = (struct csv_row){ .line = fault.line, .raw = fault.raw,
	    .before = fault.before, .fault = fault.fault, .at = fault.at, .made = true };
	return true;
}

/* Put the value into its column, behind what is there. */
static void put(struct jsonrows *rows, const struct json_value *value,
    size_t column) {
	struct str *field = &rows->field[column];
	struct buf *joined = &rows->joined[column];
	if (value->text.n == 0)
		return;
	if (field->n == 0) {
		*field = value->text;
		rows->begin[column] = value->at;
		return;
	}
	if (joined->n == 0) {
		*joined = buf_in(rows->held);
		buf_add(joined, *field);
	}
	buf_text(joined, ", ");
	buf_add(joined, value->text);
	*field = buf_str(joined);
}

static void put_all(struct jsonrows *rows, const struct json_value *value,
    size_t values) {
	for (size_t i = 0; i < values; i++)
		if (rows->named[value[i].name].use == USE_COLUMN)
			put(rows, &value[i], rows->named[value[i].name].column);
}

/* The fields of the values that columns take. */
static void put_columns(struct jsonrows *rows, const struct json_row *from) {
	memset(rows->field, 0, rows->columns * sizeof *rows->field);
	memset(rows->begin, 0, rows->columns * sizeof *rows->begin);
	memset(rows->joined, 0, rows->columns * sizeof *rows->joined);
	put_all(rows, from->around, from->arounds);
	put_all(rows, from->value, from->values);
}

static struct csv_row as_made(const struct jsonrows *rows,
    const struct json_row *from) {
	struct csv_row row = { .field = rows->field, .fields = rows->columns,
	    .line = from->line, .raw = from->raw, .fault = from->fault,
	    .at = from->at, .made = true, .begin = rows->begin,
	    .before = from->before };
	for (size_t i = 0; i < rows->columns && row.fault == CSV_GOOD; i++)
		if (rows->field[i].n > LIMIT_FIELD_BYTES) {
			row.fault = CSV_LONG;
			row.at = rows->begin[i];
		}
	if (row.fault != CSV_GOOD)
		row.fields = 0;
	return row;
}

/* What the keys of each object say, a blank between. */
static void read_keys(struct jsonrows *rows) {
	const struct json_row *row = &rows->row;
	rows->key = arena_array(rows->held, row->objects, sizeof *rows->key);
	for (size_t i = 0; i < row->objects; i++)
		rows->key[i] = buf_in(rows->held);
	for (size_t i = 0; i < row->values; i++) {
		const struct json_value *value = &row->value[i];
		struct buf *key = &rows->key[value->object];
		if (rows->named[value->name].use != USE_KEY)
			continue;
		buf_text(key, key->n == 0 ? "" : " ");
		buf_add(key, value->text);
	}
}

/* Append to the instance the keys of the objects around the object and its
 * own.  Kept per object they would be copied as often as there are objects. */
static void add_keys(struct jsonrows *rows, size_t object) {
	size_t parent = rows->row.parent[object];
	if (parent != object)
		add_keys(rows, parent);
	struct str own = buf_str(&rows->key[object]);
	buf_text(&rows->instance,
	    rows->instance.n == 0 || own.n == 0 ? "" : " ");
	buf_add(&rows->instance, own);
}

/* The line of the row's text that the value is on, as text of its row. */
static struct json_row line_of(struct jsonrows *rows,
    const struct json_value *value) {
	struct str raw = rows->row.raw;
	for (const char *p; (p = memchr(raw.p + rows->passed, '\n',
	    value->at - rows->passed)) != NULL; rows->line++)
		rows->passed = (size_t)(p + 1 - raw.p);
	const char *end = memchr(raw.p + value->at, '\n', raw.n - value->at);
	size_t n = (end == NULL ? raw.n : (size_t)(end - raw.p)) - rows->passed;
	return (struct json_row){ .line = rows->line,
	    .raw = { raw.p + rows->passed, n },
	    .before = rows->passed == 0 ? rows->row.before : 0 };
}

/* The row of a value. */
static void cell_row(struct jsonrows *rows, const struct json_value *value,
    struct csv_row *row) {
	const struct named *named = &rows->named[value->name];
	size_t column = rows->columns - rows->form.parts - 2;
	for (size_t i = 0; i < rows->form.parts; i++)
		rows->field[column++] = named->part[i];
	buf_reset(&rows->instance);
	add_keys(rows, value->object);
	rows->field[column++] = buf_str(&rows->instance);
	rows->field[column] = value->text;
	struct json_row line = line_of(rows, value);
	memset(rows->begin, 0, rows->columns * sizeof *rows->begin);
	rows->begin[column] = value->at - rows->passed;
	*row = as_made(rows, &line);
}

/* The row that holds the next cells; false at the end. */
static bool next_holder(struct jsonrows *rows) {
	arena_reset(rows->held);
	rows->cell = rows->passed = 0;
	if (!json_next(rows->json, rows->held, &rows->row))
		return false;
	rows->line = rows->row.line;
	put_columns(rows, &rows->row);
	read_keys(rows);
	return true;
}

static bool next_cell(struct jsonrows *rows, struct csv_row *row) {
	for (;;) {
		while (rows->cell < rows->row.values) {
			const struct json_value *value =
			    &rows->row.value[rows->cell++];
			if (rows->named[value->name].use != USE_CELL
			    || str_trim(value->text).n == 0)
				continue;
			cell_row(rows, value, row);
			return true;
		}
		if (!next_holder(rows))
			return false;
		if (rows->row.fault == CSV_GOOD)
			continue;
		*row = as_made(rows, &rows->row);
		return true;
	}
}

bool jsonrows_next(struct jsonrows *rows, struct csv_row *row) {
	if (unpivots(rows))
		return next_cell(rows, row);
	arena_reset(rows->held);
	struct json_row from;
	if (!json_next(rows->json, rows->held, &from))
		return false;
	put_columns(rows, &from);
	*row = as_made(rows, &from);
	return true;
}
