/*
 * json - the rows of a JSON text: a list in a document, or a document a line.
 *
 * The only caller of yajl.  Its parser calls back and cannot be stopped, so
 * the text is handed to it in pieces that end at brackets: a piece ends at
 * most one row.  Strings are not asked for UTF-8 here but field by field, so
 * that a bad byte costs one row.
 */
#include "read/json.h"

#include <yajl/yajl_parse.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"

enum { SLOTS = 2 * LIMIT_COLUMNS };

static const size_t none = SIZE_MAX;

/* An open object or list. */
struct level {
	bool list;
	size_t path;		/* length of the way to it */
	size_t arounds;		/* when it began */
	size_t object;		/* of the row */
	size_t elements;	/* of a row that is a list */
	size_t way;		/* innermost one on the way to rows, from 0 */
	bool given;		/* rows are behind its begin already */
};

struct json {
	struct arena *arena;
	struct arena *outer;	/* texts around the rows */
	struct arena *scratch;	/* of the row */
	yajl_handle yajl;
	struct str bytes;
	struct str rows;	/* the path, with a dot in front, or empty */
	bool lines;		/* documents follow each other, a line each */

	size_t at;		/* the piece that is read, and its line */
	int64_t line;
	size_t line_begin;
	size_t last;		/* end of the last token that was told */

	struct level level[LIMIT_JSON_DEPTH];
	size_t depth;		/* may be more than there are levels */
	struct buf path;	/* to the value that comes, as rows */

	struct json_value around[LIMIT_COLUMNS];
	size_t arounds;
	size_t inside;		/* depth of the row, or 0 */
	size_t begin;		/* of it */
	struct json_row row;
	bool ready;
	bool over;
	bool met;

	struct str name[LIMIT_COLUMNS];
	size_t names;
	uint16_t slot[SLOTS];	/* index of a name, from 1 */
};

/* The index of the name, which is kept; none when there are too many. */
static size_t name_at(struct json *json, struct str name) {
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < name.n; i++)
		hash = (hash ^ (unsigned char)name.p[i]) * 16777619u;
	size_t slot = hash % SLOTS;
	for (; json->slot[slot] != 0; slot = (slot + 1) % SLOTS)
		if (str_equal(json->name[json->slot[slot] - 1], name))
			return json->slot[slot] - 1u;
	if (json->names == LIMIT_COLUMNS)
		return none;
	json->name[json->names++] = str_copy(json->arena, name);
	json->slot[slot] = (uint16_t)json->names;
	return json->names - 1;
}

static int64_t line_of(const struct json *json, size_t offset) {
	bool before = offset < json->at;
	size_t from = before ? offset : json->at;
	size_t to = before ? json->at : offset;
	int64_t lines = 0;
	for (const char *p = json->bytes.p + from; (p = memchr(p, '\n',
	    (size_t)(json->bytes.p + to - p))) != NULL; p++)
		lines++;
	return json->line + (before ? -lines : lines);
}

/* Bytes of its line that are before the offset.  A text may have millions of
 * rows on one line, so what is known of the piece's line is used. */
static size_t bytes_before(const struct json *json, size_t offset) {
	bool known = offset >= json->line_begin;
	size_t from = offset >= json->at ? json->at : known ? offset : 0;
	const char *end = memrchr(json->bytes.p + from, '\n', offset - from);
	if (end != NULL)
		return offset - (size_t)(end + 1 - json->bytes.p);
	return known ? offset - json->line_begin : offset;
}

/* Where the token that follows the last one begins. */
static size_t token_begin(const struct json *json) {
	size_t at = json->last;
	while (at < json->bytes.n && json->bytes.p[at] != '\0'
	    && strchr(" \t\r\n,:", json->bytes.p[at]) != NULL)
		at++;
	return at;
}

/* A token was told: where it begins. */
static size_t pass_token(struct json *json) {
	size_t begin = token_begin(json);
	json->last = json->at + yajl_get_bytes_consumed(json->yajl);
	return begin;
}

/* The innermost object or list, or NULL. */
static struct level *top(struct json *json) {
	return json->depth == 0 || json->depth > LIMIT_JSON_DEPTH ? NULL
	    : &json->level[json->depth - 1];
}

static void fail(struct json *json, enum csv_fault fault, size_t at) {
	if (json->inside == 0 || json->row.fault != CSV_GOOD)
		return;
	json->row.fault = fault;
	json->row.at = at - json->begin;
}

/* A value comes: the way to it.  Elements of a list have the list's way. */
static void come(struct json *json) {
	struct level *level = top(json);
	if (level == NULL)
		json->path.n = 0;
	if (level == NULL || !level->list)
		return;
	json->path.n = level->path;
	if (json->depth != json->inside)
		return;
	buf_char(&json->path, '.');
	buf_int(&json->path, (int64_t)++level->elements);
}

/* Does the value that comes stand where the rows are? */
static bool is_row(struct json *json, bool list, bool object) {
	const struct level *level = top(json);
	if (json->inside != 0 || json->depth >= LIMIT_JSON_DEPTH
	    || !str_equal(buf_str(&json->path), json->rows))
		return false;
	json->met |= list || object;
	return object || (level != NULL && level->list);
}

/* An object of the row begins: its index. */
static size_t add_object(struct json *json, size_t parent, size_t at) {
	struct json_row *row = &json->row;
	if (row->objects == LIMIT_JSON_VALUES) {
		fail(json, CSV_VALUES, at);
		return parent;
	}
	row->parent = arena_room(json->scratch, row->parent, row->objects,
	    sizeof *row->parent);
	row->parent[row->objects] = parent;
	return row->objects++;
}

static void begin_row(struct json *json, size_t at) {
	json->begin = at;
	json->row = (struct json_row){ .around = json->around,
	    .arounds = json->arounds, .line = line_of(json, at),
	    .before = bytes_before(json, at) };
	json->inside = json->depth + 1;
	add_object(json, 0, at);
}

static void end_row(struct json *json) {
	json->row.raw = (struct str){ json->bytes.p + json->begin,
	    json->last - json->begin };
	for (size_t i = 0; i + 1 < json->inside; i++)
		json->level[i].given = true;
	if (json->row.fault != CSV_GOOD)
		json->row.values = 0;
	json->inside = 0;
	json->ready = true;
}

/* Does the object or list hold the rows, or is it one of those on the way? */
static bool is_on_way(const struct json *json, size_t path) {
	struct str way = { json->path.p, path };
	return path <= json->rows.n
	    && str_equal(way, (struct str){ json->rows.p, path })
	    && (path == json->rows.n || json->rows.p[path] == '.');
}

static void begin_level(struct json *json, bool list) {
	size_t at = pass_token(json);
	come(json);
	bool row = is_row(json, list, !list);
	if (row)
		begin_row(json, at);
	const struct level *level = top(json);
	size_t object = level == NULL ? 0 : level->object;
	if (json->depth >= LIMIT_JSON_DEPTH)
		fail(json, CSV_DEEP, at);
	else if (json->inside != 0 && !list && !row)
		object = add_object(json, object, at);
	size_t way = level == NULL || is_on_way(json, json->path.n)
	    ? json->depth : level->way;
	if (json->depth++ < LIMIT_JSON_DEPTH)
		json->level[json->depth - 1] = (struct level){ list,
		    json->path.n, json->arounds, object, 0, way, false };
}

static void end_level(struct json *json) {
	pass_token(json);
	const struct level *level = top(json);
	if (json->depth == json->inside)
		end_row(json);
	else if (json->inside == 0 && level != NULL
	    && is_on_way(json, level->path))
		json->arounds = level->arounds;
	if (json->arounds == 0)
		arena_reset(json->outer);
	json->depth--;
}

/* Text that yajl has from the bytes stays there. */
static struct str keep(const struct json *json, struct str text) {
	if (text.p >= json->bytes.p && text.p < json->bytes.p + json->bytes.n)
		return text;
	return str_copy(json->inside != 0 ? json->scratch : json->outer, text);
}

/* What stands behind rows comes too late for them: it is no column. */
static void add_outside(struct json *json, struct str text) {
	const struct level *level = top(json);
	if (level == NULL || json->level[level->way].given)
		return;
	struct json_value value = { name_at(json, buf_str(&json->path)),
	    keep(json, text), 0, 0 };
	if (value.name != none && json->arounds < LIMIT_COLUMNS)
		json->around[json->arounds++] = value;
}

static void add_inside(struct json *json, struct str text, size_t at) {
	const struct level *level = top(json);
	size_t skip = json->rows.n + 1;
	struct str name = json->depth < json->inside ? str_of("1")
	    : (struct str){ json->path.p + skip, json->path.n - skip };
	struct json_value value = { name_at(json, name), keep(json, text),
	    at - json->begin, level == NULL ? 0 : level->object };
	if (value.name == none || json->row.values == LIMIT_JSON_VALUES) {
		fail(json, value.name == none ? CSV_NAMES : CSV_VALUES, at);
		return;
	}
	json->row.value = arena_room(json->scratch, json->row.value,
	    json->row.values, sizeof value);
	json->row.value[json->row.values++] = value;
}

/* A value that is neither object nor list; text is NULL for null. */
static void add_value(struct json *json, struct str text) {
	size_t at = pass_token(json);
	come(json);
	if (json->depth > LIMIT_JSON_DEPTH)
		return;
	bool row = is_row(json, false, false);
	if (row)
		begin_row(json, at);
	if (json->inside != 0)
		add_inside(json, text, at);
	else
		add_outside(json, text);
	if (row)
		end_row(json);
}

static int on_null(void *self) {
	/* met as a column, though it says nothing */
	add_value(self, str_of(""));
	return 1;
}

static int on_boolean(void *self, int value) {
	add_value(self, str_of(value != 0 ? "true" : "false"));
	return 1;
}

static int on_number(void *self, const char *text, size_t n) {
	add_value(self, (struct str){ text, n });
	return 1;
}

static int on_string(void *self, const unsigned char *text, size_t n) {
	add_value(self, (struct str){ (const char *)text, n });
	return 1;
}

static int on_key(void *self, const unsigned char *text, size_t n) {
	struct json *json = self;
	size_t at = pass_token(json);
	const struct level *level = top(json);
	if (level == NULL)
		return 1;
	json->path.n = level->path;
	buf_char(&json->path, '.');
	if (n > LIMIT_JSON_NAME)
		fail(json, CSV_LONG, at);
	else
		buf_add(&json->path, (struct str){ (const char *)text, n });
	return 1;
}

static int on_begin_map(void *self) {
	begin_level(self, false);
	return 1;
}

static int on_begin_array(void *self) {
	begin_level(self, true);
	return 1;
}

static int on_end(void *self) {
	end_level(self);
	return 1;
}

/* The next piece begins at the offset. */
static void move_to(struct json *json, size_t at) {
	size_t before = bytes_before(json, at);
	json->line = line_of(json, at);
	json->line_begin = at - before;
	json->at = at;
}

/* Begin a document at the offset, where the parser knows nothing yet. */
static void restart(struct json *json, size_t at) {
	static const yajl_callbacks callbacks = {
		.yajl_null = on_null, .yajl_boolean = on_boolean,
		.yajl_number = on_number, .yajl_string = on_string,
		.yajl_start_map = on_begin_map, .yajl_map_key = on_key,
		.yajl_end_map = on_end, .yajl_start_array = on_begin_array,
		.yajl_end_array = on_end,
	};
	if (json->yajl != NULL)
		yajl_free(json->yajl);
	json->yajl = yajl_alloc(&callbacks, NULL, json);
	if (json->yajl == NULL)
		die("json: out of memory");
	yajl_config(json->yajl, yajl_allow_multiple_values, 1);
	yajl_config(json->yajl, yajl_dont_validate_strings, 1);
	move_to(json, at);
	json->last = at;
	json->depth = json->inside = json->arounds = 0;
	arena_reset(json->outer);
}

struct json *json_new(struct arena *arena, struct str bytes, struct str path) {
	struct json *json = arena_alloc(arena, sizeof *json);
	json->arena = arena;
	json->outer = arena_new();
	json->bytes = bytes;
	json->rows = path.n == 0 ? str_of("") : str_of(arena_printf(arena,
	    ".%.*s", (int)path.n, path.p));
	json->path = buf_in(arena);
	json->lines = str_starts(str_trim(bytes), "{");
	json_rewind(json);
	return json;
}

void json_free(struct json *json) {
	yajl_free(json->yajl);
	arena_free(json->outer);
}

void json_rewind(struct json *json) {
	json->line_begin = json->at = 0;
	json->line = 1;
	restart(json, 0);
	json->over = str_trim(json->bytes).n == 0;
}

/* How many brackets may close before a row can end or begin; 0 where one may
 * begin at the next bracket. */
static size_t closing(const struct json *json) {
	if (json->inside != 0)
		return json->depth - json->inside + 1;
	return json->depth > LIMIT_JSON_DEPTH
	    ? json->depth - LIMIT_JSON_DEPTH : 0;
}

/* The end of the next piece: behind a bracket, and behind a comma where a row
 * may be neither object nor list. */
static size_t piece_end(struct json *json) {
	const struct level *level = top(json);
	bool commas = json->inside == 0 && level != NULL && level->list
	    && level->path == json->rows.n;
	size_t close = closing(json);
	size_t most = json->bytes.n - json->at < LIMIT_FIELD_BYTES
	    ? json->bytes.n : json->at + LIMIT_FIELD_BYTES;
	for (size_t i = json->at; i < most; i++) {
		char c = json->bytes.p[i];
		bool closes = c == '}' || c == ']';
		if ((closes && close <= 1) || (c == ',' && commas)
		    || ((c == '{' || c == '[') && close == 0))
			return i + 1;
		close -= closes;
	}
	return most;
}

static size_t find_line_end(struct str bytes, size_t at) {
	const char *end = at >= bytes.n ? NULL
	    : memchr(bytes.p + at, '\n', bytes.n - at);
	return end == NULL ? bytes.n : (size_t)(end - bytes.p);
}

/* After a fault: the next line that begins an object, if there can be one. */
static void resume(struct json *json, size_t at) {
	while (json->lines && at < json->bytes.n) {
		at = find_line_end(json->bytes, at) + 1;
		if (at < json->bytes.n && json->bytes.p[at] == '{') {
			restart(json, at);
			return;
		}
	}
	json->over = true;
}

/* The text breaks a rule at the offset: the row that it was in, or the line. */
static void break_off(struct json *json, enum csv_fault fault, size_t at) {
	bool inside = json->inside != 0;
	size_t before = inside ? json->row.before : bytes_before(json, at);
	size_t begin = inside ? json->begin : at - before;
	size_t end = find_line_end(json->bytes, at);
	json->row = (struct json_row){ .line = line_of(json, begin),
	    .raw = { json->bytes.p + begin, end - begin }, .fault = fault,
	    .at = at - begin, .before = inside ? before : 0 };
	json->ready = true;
	resume(json, at);
}

/* Hand the next piece to the parser. */
static void feed(struct json *json) {
	size_t end = piece_end(json);
	yajl_status status = end == json->at
	    ? yajl_complete_parse(json->yajl)
	    : yajl_parse(json->yajl, (const unsigned char *)json->bytes.p
	    + json->at, end - json->at);
	bool ended = end == json->at;
	if (status != yajl_status_ok) {
		struct str said = str_trim(json->bytes);
		size_t all = (size_t)(said.p - json->bytes.p) + said.n;
		size_t at = token_begin(json);
		break_off(json, ended ? CSV_CUT : CSV_SYNTAX,
		    ended || at > all ? all : at);
		return;
	}
	json->over = ended;
	move_to(json, end);
	if (end - json->last > 2 * LIMIT_FIELD_BYTES)
		break_off(json, CSV_LONG, token_begin(json));
}

bool json_next(struct json *json, struct arena *scratch,
    struct json_row *row) {
	json->scratch = scratch;
	json->ready = false;
	while (!json->ready && !json->over)
		feed(json);
	*row = json->row;
	return json->ready;
}

const struct str *json_names(const struct json *json, size_t *count) {
	*count = json->names;
	return json->name;
}

bool json_met(const struct json *json) {
	return json->met;
}
