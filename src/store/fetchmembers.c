/*
 * fetchmembers - users' expressions decide which rows count; the rows' own
 * values, exact, say when and how much.
 *
 * Each expression is checked alone first, so that its message has its line;
 * then one statement evaluates them all.
 */
#include "store/fetchmembers.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/file.h"
#include "base/limits.h"
#include "sql/db.h"
#include "sql/usersql.h"
#include "store/fetch.h"
#include "store/schema.h"

/* An indicator and the population that it is to have. */
struct filling {
	struct fetch *fetch;
	const struct indicator *indicator;
	struct rows_population *population;
	struct arena *scratch;
};

static struct place place_of(const struct filling *filling, int line) {
	return (struct place){ filling->fetch->contract->path, line, 0 };
}

/* The expression, or all rows where there is none. */
static struct str or_all(struct str expression) {
	return expression.n == 0 ? str_of("1") : expression;
}

static bool check(const struct filling *filling, enum record_id records,
    struct str expression, const char *what, int line) {
	struct place place = place_of(filling, line);
	return usersql_check(filling->fetch->db, record_type(records)->name,
	    or_all(expression), &place, what,
	    str_z(filling->scratch, filling->indicator->id));
}

/* In parentheses; a newline ends a comment in it. */
static void add_expression(struct buf *sql, struct str expression) {
	buf_char(sql, '(');
	buf_add(sql, or_all(expression));
	buf_text(sql, "\n)");
}

/* The index of the first level whose `where` holds, else -1. */
static void add_levels(struct buf *sql, const struct indicator *indicator) {
	if (indicator->levels == 0) {
		buf_text(sql, "-1");
		return;
	}
	buf_text(sql, "CASE");
	for (size_t i = 0; i < indicator->levels; i++) {
		buf_text(sql, " WHEN ");
		add_expression(sql, indicator->level[i].where);
		buf_text(sql, " THEN ");
		buf_int(sql, (int64_t)i);
	}
	buf_text(sql, " ELSE -1 END");
}

static bool is_rate(const struct indicator *indicator) {
	return indicator->kind == INDICATOR_RATE;
}

static bool check_all(const struct filling *filling) {
	const struct indicator *indicator = filling->indicator;
	bool good = check(filling, indicator->records, indicator->where,
	    "where", indicator->line);
	if (is_rate(indicator))
		good &= check(filling, indicator->records, indicator->when,
		    "when", indicator->line);
	for (size_t i = 0; i < indicator->levels; i++)
		good &= check(filling, indicator->records,
		    indicator->level[i].where, "where",
		    indicator->level[i].line);
	return good;
}

static struct rows_member *add_member(const struct filling *filling) {
	struct rows_population *population = filling->population;
	population->member = arena_room(filling->fetch->arena,
	    population->member, population->count, sizeof *population->member);
	struct rows_member *member = &population->member[population->count++];
	*member = (struct rows_member){ .at = INT64_MIN, .until = INT64_MAX,
	    .level = -1 };
	return member;
}

/* The field of the row as an instant: a date is the start of its day. */
static int64_t instant_of(const struct fetch *fetch,
    const struct record_type *type, const struct row *row, struct str name) {
	int field = record_field_find(type, name);
	if (field < 0 || row->value[field].kind != VALUE_INT)
		return INT64_MIN;
	int64_t n = row->value[field].n;
	return type->field[field].kind == FIELD_DATE
	    ? date_start(n, fetch->contract->offset) : n;
}

static void set_value(struct rows_member *member,
    const struct record_type *type, const struct row *row, struct str name) {
	int field = record_field_find(type, name);
	if (field < 0 || (row->value[field].kind != VALUE_INT
	    && row->value[field].kind != VALUE_DECIMAL))
		return;
	member->value = (struct decimal){ row->value[field].n,
	    row->value[field].kind == VALUE_INT ? 0 : row->value[field].scale };
	member->has_value = true;
}

/* What says when: a clock runs from its start. */
static struct str key_of(const struct indicator *indicator) {
	return indicator->at.n != 0 ? indicator->at : indicator->start;
}

/* A clock may have begun after the cut-off by a faulty stamp, which facts has
 * to see; nothing else of after the cut-off is counted (sla.md, Time). */
static bool is_known(const struct filling *filling, int64_t at) {
	return filling->indicator->start.n != 0
	    || at < filling->fetch->rows->as_of;
}

static void add_row(const struct filling *filling,
    const struct usersql *query) {
	const struct indicator *indicator = filling->indicator;
	struct fetch *fetch = filling->fetch;
	const struct rows_table *table
	    = &fetch->rows->table[indicator->records];
	size_t index = fetch_row(fetch, indicator->records,
	    usersql_column(query, 0).n, usersql_column(query, 1).n);
	const struct row *row = &table->row[index];
	int64_t at = instant_of(fetch, table->type, row, key_of(indicator));
	if (!is_known(filling, at))
		return;
	struct rows_member *member = add_member(filling);
	int64_t until = instant_of(fetch, table->type, row, indicator->until);
	member->row = index;
	member->at = at;
	if (until != INT64_MIN)
		member->until = until;
	member->when = is_rate(indicator) && usersql_column(query, 2).n != 0;
	member->when_taken_back = member->when;
	member->level = (int)usersql_column(query, 3).n;
	set_value(member, table->type, row, indicator->sum.n != 0
	    ? indicator->sum : indicator->measured);
}

static void add_sample(const struct filling *filling,
    const struct usersql *query) {
	const struct indicator *indicator = filling->indicator;
	struct rows_member *member = add_member(filling);
	member->at = usersql_column(query, 0).n;
	member->when = is_rate(indicator) && usersql_column(query, 2).n != 0;
	member->when_taken_back = member->when;
	member->has_value = indicator->records == RECORD_metric;
	member->value = (struct decimal){ usersql_column(query, 3).n,
	    (int)usersql_column(query, 4).n };
}

/* whether NULL and 0 are both no: `when` that is NULL is in the denominator
 * only (sla-details 84). */
static void add_when(struct buf *sql, const struct indicator *indicator) {
	if (!is_rate(indicator)) {
		buf_text(sql, "0");
		return;
	}
	add_expression(sql, indicator->when);
	buf_text(sql, " IS TRUE");
}

static struct usersql *open(const struct filling *filling, struct buf *sql,
    int line) {
	struct place place = place_of(filling, line);
	return usersql_open(filling->fetch->db, buf_str(sql), &place,
	    str_z(filling->scratch, filling->indicator->id));
}

static bool read_rows(const struct filling *filling) {
	const struct indicator *indicator = filling->indicator;
	bool streamed = (record_type(indicator->records)->flags
	    & RECORD_STREAMED) != 0;
	struct buf sql = buf_in(filling->scratch);
	buf_text(&sql, streamed ? "SELECT at, 0, "
	    : "SELECT origin_file, origin_line, ");
	add_when(&sql, indicator);
	buf_text(&sql, ", ");
	if (streamed)
		buf_text(&sql, indicator->records == RECORD_metric
		    ? "units, scale" : "0, 0");
	else
		add_levels(&sql, indicator);
	buf_text(&sql, " FROM \"");
	buf_text(&sql, record_type(indicator->records)->name);
	buf_text(&sql, "\" WHERE ");
	add_expression(&sql, indicator->where);
	struct usersql *query = open(filling, &sql, indicator->line);
	if (query == NULL)
		return false;
	while (usersql_step(query))
		if (streamed)
			add_sample(filling, query);
		else
			add_row(filling, query);
	return usersql_close(query);
}

static size_t ticket_of(const struct fetch *fetch,
    const struct usersql *query) {
	return fetch_row(fetch, RECORD_ticket, usersql_column(query, 0).n,
	    usersql_column(query, 1).n);
}

/* What an expression that is not usable leaves out decides nothing. */
static void break_off(const struct filling *filling) {
	filling->population->broken = true;
	filling->population->count = 0;
}

/* The `when` of each ticket were it not resolved at first contact
 * (sla-details 80): the view of tickets with another first_contact. */
static void read_taken_back(const struct filling *filling) {
	const struct indicator *indicator = filling->indicator;
	struct rows_population *population = filling->population;
	struct fetch *fetch = filling->fetch;
	size_t rows = fetch->rows->table[RECORD_ticket].count;
	bool *when = arena_array(filling->scratch, rows + 1, sizeof *when);
	struct buf sql = buf_in(filling->scratch);
	buf_text(&sql, "SELECT origin_file, origin_line, ");
	add_when(&sql, indicator);
	buf_text(&sql, " FROM (");
	buf_text(&sql, schema_without(filling->scratch,
	    record_type(RECORD_ticket), "first_contact"));
	buf_text(&sql, ") AS ticket");
	struct usersql *query = open(filling, &sql, indicator->line);
	if (query == NULL)
		return;
	while (usersql_step(query))
		when[ticket_of(fetch, query)]
		    = usersql_column(query, 2).n != 0;
	if (!usersql_close(query))
		break_off(filling);
	for (size_t i = 0; i < population->count; i++)
		population->member[i].when_taken_back
		    = when[population->member[i].row];
}

/* Of the fields that the levels speak of, those whose changes events can tell:
 * texts and numbers, which stand in events as in the record. */
static size_t fields_of_levels(const struct filling *filling,
    const char **field) {
	const struct record_type *type = record_type(RECORD_ticket);
	size_t n = 0;
	for (size_t f = 0; f < type->fields; f++) {
		const struct record_field *candidate = &type->field[f];
		bool told = candidate->kind != FIELD_ID
		    && candidate->kind != FIELD_INSTANT
		    && candidate->kind != FIELD_DATE
		    && candidate->kind != FIELD_BOOL;
		bool named = false;
		for (size_t i = 0; i < filling->indicator->levels; i++)
			named = named || strstr(str_z(filling->scratch,
			    filling->indicator->level[i].where),
			    candidate->name) != NULL;
		if (told && named)
			field[n++] = candidate->name;
	}
	return n;
}

/* The level that the member had until the instant; one level on end is one. */
static void add_earlier(const struct fetch *fetch, struct rows_member *member,
    struct rows_level level) {
	struct rows_level *last = member->earliers == 0 ? NULL
	    : &member->earlier[member->earliers - 1];
	if (last != NULL && last->level == level.level) {
		last->until = level.until;
		return;
	}
	member->earlier = arena_room(fetch->arena, member->earlier,
	    member->earliers, sizeof *member->earlier);
	member->earlier[member->earliers++] = level;
}

/* Which level held when, by the events of the tickets (sla-details, "Priority
 * and moved due dates"). */
static void read_earlier(const struct filling *filling) {
	const struct indicator *indicator = filling->indicator;
	struct rows_population *population = filling->population;
	struct fetch *fetch = filling->fetch;
	size_t rows = fetch->rows->table[RECORD_ticket].count;
	struct rows_member **of = arena_array(filling->scratch, rows + 1,
	    sizeof *of);
	const char **field = arena_array(filling->scratch,
	    record_type(RECORD_ticket)->fields, sizeof *field);
	size_t fields = fields_of_levels(filling, field);
	struct buf sql = buf_in(filling->scratch);
	buf_text(&sql, "SELECT origin_file, origin_line, until, ");
	add_levels(&sql, indicator);
	buf_text(&sql, " FROM (");
	buf_text(&sql, schema_before(filling->scratch, field, fields));
	buf_text(&sql, ") AS ticket ORDER BY origin_file, origin_line, until");
	struct usersql *query = fields == 0 ? NULL
	    : open(filling, &sql, indicator->line);
	if (query == NULL)
		return;
	for (size_t i = 0; i < population->count; i++)
		of[population->member[i].row] = &population->member[i];
	while (usersql_step(query)) {
		struct rows_member *member
		    = of[ticket_of(fetch, query)];
		if (member != NULL)
			add_earlier(fetch, member, (struct rows_level){
			    usersql_column(query, 2).n,
			    (int)usersql_column(query, 3).n });
	}
	if (!usersql_close(query))
		break_off(filling);
}

/* By key instant, then file and line: rows are in that order. */
static int by_time(const void *a, const void *b) {
	const struct rows_member *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	return ratio_compare_decimal(x->value, y->value);
}

static void sort_members(struct rows_population *population) {
	if (population->count != 0)
		qsort(population->member, population->count,
		    sizeof *population->member, by_time);
}

static void fill_records(const struct filling *filling) {
	if (!check_all(filling) || !read_rows(filling)) {
		break_off(filling);
		return;
	}
	if (is_rate(filling->indicator)
	    && filling->indicator->records == RECORD_ticket)
		read_taken_back(filling);
	if (filling->indicator->levels != 0
	    && filling->indicator->records == RECORD_ticket)
		read_earlier(filling);
	sort_members(filling->population);
}

/* A rate's own denominator is a population beside it. */
static void fill_of(struct filling filling) {
	if (filling.indicator->of == NULL)
		return;
	struct rows_population *rate = filling.population;
	rate->of = arena_alloc(filling.fetch->arena, sizeof *rate->of);
	filling.population = rate->of;
	filling.indicator = filling.indicator->of;
	fill_records(&filling);
	if (filling.population->broken)
		rate->broken = true;
}

/* The alerts or tickets that the i-th <from> takes. */
static bool read_from(const struct filling *filling, size_t i) {
	const struct indicator_from *from = &filling->indicator->from[i];
	struct fetch *fetch = filling->fetch;
	if (!check(filling, from->records, from->where, "where", from->line))
		return false;
	struct buf sql = buf_in(filling->scratch);
	buf_text(&sql, "SELECT origin_file, origin_line FROM \"");
	buf_text(&sql, record_type(from->records)->name);
	buf_text(&sql, "\" WHERE ");
	add_expression(&sql, from->where);
	struct usersql *query = open(filling, &sql, from->line);
	if (query == NULL)
		return false;
	const struct rows_table *table = &fetch->rows->table[from->records];
	struct str key = str_of(from->records == RECORD_alert ? "raised_at"
	    : "outage_start");
	while (usersql_step(query)) {
		struct rows_member *member = add_member(filling);
		member->row = fetch_row(fetch, from->records,
		    usersql_column(query, 0).n, usersql_column(query, 1).n);
		member->at = instant_of(fetch, table->type,
		    &table->row[member->row], key);
		member->level = (int)i;
	}
	return usersql_close(query);
}

static enum rows_state state_of(struct str word) {
	return str_is(word, "up") ? STATE_UP : str_is(word, "down") ? STATE_DOWN
	    : STATE_UNKNOWN;
}

static void add_status(const struct filling *filling, struct str target,
    struct rows_run run) {
	const struct contract *contract = filling->fetch->contract;
	for (size_t i = 0; i < contract->leaves; i++) {
		struct rows_samples *samples = &filling->population->samples[i];
		if (!str_equal(contract->leaf[i]->id, target))
			continue;
		samples->run = arena_room(filling->fetch->arena, samples->run,
		    samples->count, sizeof *samples->run);
		samples->run[samples->count++] = run;
	}
}

/* The samples that a <from> with a `where` takes. */
static bool read_samples(const struct filling *filling,
    const struct indicator_from *from) {
	struct fetch *fetch = filling->fetch;
	if (!check(filling, RECORD_status, from->where, "where", from->line))
		return false;
	struct buf sql = buf_in(filling->scratch);
	buf_text(&sql, "SELECT target, at, state, interval, origin_file, "
	    "origin_line FROM status WHERE ");
	add_expression(&sql, from->where);
	struct usersql *query = open(filling, &sql, from->line);
	if (query == NULL)
		return false;
	while (usersql_step(query))
		add_status(filling, usersql_column(query, 0).text,
		    (struct rows_run){ usersql_column(query, 1).n, 0, 1,
		    state_of(usersql_column(query, 2).text),
		    usersql_column(query, 3).n, fetch_origin(fetch,
		    usersql_column(query, 4).n, usersql_column(query, 5).n) });
	return usersql_close(query);
}

/* Do all <from> of samples have a `where`? */
static bool chooses_samples(const struct indicator *indicator) {
	bool some = false;
	for (size_t i = 0; i < indicator->froms; i++) {
		if (indicator->from[i].records != RECORD_status)
			continue;
		if (indicator->from[i].where.n == 0)
			return false;
		some = true;
	}
	return some;
}

static void fill_availability(const struct filling *filling) {
	const struct indicator *indicator = filling->indicator;
	bool chooses = chooses_samples(indicator);
	if (chooses)
		filling->population->samples = arena_array(
		    filling->fetch->arena, filling->fetch->contract->leaves,
		    sizeof *filling->population->samples);
	for (size_t i = 0; i < indicator->froms; i++) {
		const struct indicator_from *from = &indicator->from[i];
		bool samples = from->records == RECORD_status;
		if ((samples && chooses && !read_samples(filling, from))
		    || (!samples && !read_from(filling, i)))
			filling->population->broken = true;
	}
	sort_members(filling->population);
}

/* A number of SQL as a decimal: a real is taken to nine decimals, downwards,
 * as its text says. */
static bool read_number(const struct usersql *query, const char *name,
    struct decimal *number) {
	int column = usersql_find(query, name);
	if (column < 0)
		return false;
	struct value value = usersql_column(query, column);
	*number = (struct decimal){ value.n, 0 };
	if (value.kind != VALUE_TEXT)
		return value.kind == VALUE_INT;
	struct str text = value.text, whole;
	str_cut(&text, '.', &whole);
	if (text.n > 9)
		value.text.n -= text.n - 9;
	return ratio_read_decimal(value.text, number);
}

static void read_answer(const struct filling *filling, struct usersql *query) {
	struct rows_population *population = filling->population;
	struct place place = place_of(filling, filling->indicator->line);
	if (usersql_step(query)) {
		population->has_ratio = read_number(query, "num",
		    &population->num) && read_number(query, "den",
		    &population->den);
		population->has_value = read_number(query, "value",
		    &population->value);
		if (!population->has_ratio && !population->has_value
		    && usersql_find(query, "value") < 0
		    && usersql_find(query, "den") < 0) {
			diag(DIAG_SQL_COLUMNS, &place,
			    diag_str(filling->indicator->query), NULL);
			break_off(filling);
		}
	}
	if (!usersql_close(query))
		break_off(filling);
}

static void fill_query(const struct filling *filling) {
	const struct rows *rows = filling->fetch->rows;
	const char *name = str_z(filling->scratch, filling->indicator->query);
	const char *path = file_path(filling->scratch,
	    str_z(filling->scratch, filling->fetch->contract->workspace), name);
	struct place place = place_of(filling, filling->indicator->line);
	struct str text;
	if (!file_read(filling->scratch, path, LIMIT_TEMPLATE_BYTES, &text)) {
		diag(DIAG_SQL_FILE, &place, name, "it cannot be read", NULL);
		break_off(filling);
		return;
	}
	struct usersql *query = usersql_open(filling->fetch->db, text, &place,
	    name);
	if (query == NULL) {
		break_off(filling);
		return;
	}
	usersql_bind(query, ":period_start", rows->start);
	usersql_bind(query, ":period_end", rows->end);
	usersql_bind(query, ":as_of", rows->as_of);
	read_answer(filling, query);
}

void fetchmembers_fill(struct fetch *fetch) {
	const struct contract *contract = fetch->contract;
	struct rows *rows = fetch->rows;
	rows->population = arena_array(fetch->arena, contract->indicators,
	    sizeof *rows->population);
	struct arena *scratch = arena_new();
	for (size_t i = 0; i < contract->indicators; i++) {
		struct filling filling = { fetch, &contract->indicator[i],
		    &rows->population[i], scratch };
		switch (filling.indicator->kind) {
		case INDICATOR_AVAILABILITY: fill_availability(&filling); break;
		case INDICATOR_SQL: fill_query(&filling); break;
		default:
			fill_records(&filling);
			fill_of(filling);
			break;
		}
		arena_reset(scratch);
	}
	arena_free(scratch);
}
