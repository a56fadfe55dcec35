/*
 * fetchresults - built-in queries into values of known kinds.
 *
 * A column's name says what it holds: TYPE.FIELD as that field, =KEY a number,
 * ~KEY text.  The columns origin_file and origin_line become the row's origin.
 * Parameters: :period_start, :period_end, :as_of, and :until, the earlier of
 * the latter two, after which nothing counts; :categories, those of work that
 * the contract names, as JSON [[kind, name], ...].
 */
#include "store/fetchresults.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/screen.h"
#include "sql/db.h"
#include "sql/sqltext.h"
#include "store/fetch.h"
#include "store/schema.h"

/* A statement under way, with the field behind each column (NULL: none). */
struct reading {
	struct fetch *fetch;
	struct db_query *query;
	struct rows_result *result;
	const struct record_field **field;
	int origin;			/* column of origin_file, or -1 */
};

static const struct record_field *field_of(struct str column,
    const char *query) {
	struct str rest = column, name;
	if (column.n == 0 || column.p[0] == '=' || column.p[0] == '~')
		return NULL;
	str_cut(&rest, '.', &name);
	enum record_id id = record_find(name);
	int field = id == RECORD_TYPES ? -1
	    : record_field_find(record_type(id), rest);
	if (field < 0)
		die("the query %s has a column %s that no record has", query,
		    diag_str(column));
	return &record_type(id)->field[field];
}

static void read_columns(struct reading *reading) {
	struct arena *arena = reading->fetch->arena;
	struct rows_result *result = reading->result;
	int columns = db_columns(reading->query);
	result->column = arena_array(arena, (size_t)columns,
	    sizeof *result->column);
	reading->field = arena_array(arena, (size_t)columns,
	    sizeof *reading->field);
	reading->origin = -1;
	for (int i = 0; i < columns; i++) {
		struct str name = str_of(db_column_name(reading->query, i));
		if (str_is(name, "origin_file")) {
			reading->origin = i;
			break;
		}
		reading->field[i] = field_of(name,
		    str_z(arena, result->name));
		result->column[result->columns++] = str_copy(arena, name);
	}
}

/* Of =KEY: a whole number or the text of an exact decimal. */
static struct value number_of(struct value value) {
	struct decimal decimal;
	if (value.kind != VALUE_TEXT
	    || !ratio_read_decimal(value.text, &decimal))
		return value;
	return (struct value){ .kind = VALUE_DECIMAL, .n = decimal.n,
	    .scale = decimal.scale };
}

static struct value value_of(const struct reading *reading, size_t i) {
	struct value value = db_column(reading->query, (int)i);
	if (reading->field[i] != NULL)
		return schema_value(reading->field[i], value);
	if (reading->result->column[i].p[0] == '=')
		return number_of(value);
	if (value.kind == VALUE_TEXT && value.text.n == 0)
		value.kind = VALUE_NONE;
	return value;
}

static struct origin origin_of(const struct reading *reading) {
	if (reading->origin < 0)
		return (struct origin){ SIZE_MAX, 0 };
	struct value file = db_column(reading->query, reading->origin);
	if (file.kind != VALUE_INT)
		return (struct origin){ SIZE_MAX, 0 };
	return fetch_origin(reading->fetch, file.n,
	    db_column(reading->query, reading->origin + 1).n);
}

/* Append the values of one row behind those of the rows before. */
static void add_row(const struct reading *reading) {
	struct arena *arena = reading->fetch->arena;
	struct rows_result *result = reading->result;
	size_t count = result->count * result->columns;
	for (size_t i = 0; i < result->columns; i++) {
		result->value = arena_room(arena, result->value, count,
		    sizeof *result->value);
		result->value[count++] = fetch_keep(arena,
		    value_of(reading, i));
	}
	result->origin = arena_room(arena, result->origin, result->count,
	    sizeof *result->origin);
	result->origin[result->count++] = origin_of(reading);
}

static struct value categories_of(const struct fetch *fetch) {
	const struct contract *contract = fetch->contract;
	struct buf buf = buf_in(fetch->arena);
	for (size_t i = 0; i < contract->categories; i++) {
		buf_text(&buf, i == 0 ? "[" : ", [");
		screen_json(&buf, contract->category[i].kind);
		buf_text(&buf, ", ");
		screen_json(&buf, contract->category[i].name);
		buf_text(&buf, "]");
	}
	return (struct value){ .kind = VALUE_TEXT, .text = str_of(arena_printf(
	    fetch->arena, "[%s]", buf_z(&buf))) };
}

static void bind_instant(struct db_query *query, const char *name,
    int64_t at) {
	db_bind_name(query, name, (struct value){ .kind = VALUE_INT, .n = at });
}

static void run(struct fetch *fetch, const char *name,
    struct rows_result *result) {
	const struct rows *rows = fetch->rows;
	struct reading reading = { .fetch = fetch, .result = result,
	    .query = db_prepare_file(fetch->db, name) };
	bind_instant(reading.query, ":period_start", rows->start);
	bind_instant(reading.query, ":period_end", rows->end);
	bind_instant(reading.query, ":as_of", rows->as_of);
	bind_instant(reading.query, ":until", rows->end < rows->as_of
	    ? rows->end : rows->as_of);
	db_bind_name(reading.query, ":categories", categories_of(fetch));
	read_columns(&reading);
	while (db_step(reading.query))
		add_row(&reading);
}

void fetchresults_fill(struct fetch *fetch) {
	struct rows *rows = fetch->rows;
	const struct sqltext *text;
	for (size_t i = 0; (text = sqltext_at(i)) != NULL; i++) {
		struct str name = str_of(text->name);
		if (!str_starts(name, "query/"))
			continue;
		rows->result = arena_room(fetch->arena, rows->result,
		    rows->results, sizeof *rows->result);
		struct rows_result *result = &rows->result[rows->results++];
		*result = (struct rows_result){ .name = {
		    name.p + strlen("query/"), name.n - strlen("query/") } };
		run(fetch, text->name, result);
	}
}
