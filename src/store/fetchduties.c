/* fetchduties - the rows that duties and crosses of the contract are about. */
#include "store/fetchduties.h"

#include "base/arena.h"
#include "base/buf.h"
#include "sql/usersql.h"
#include "store/fetch.h"

static void add_row(const struct fetch *fetch, struct rows_duty *to,
    size_t row) {
	to->row = arena_room(fetch->arena, to->row, to->count,
	    sizeof *to->row);
	to->row[to->count++] = row;
}

static int by_row(const void *a, const void *b) {
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return (x > y) - (x < y);
}

/* In parentheses; a newline ends a comment in the expression. */
static struct str statement(struct arena *scratch, const char *view,
    struct str where) {
	struct buf sql = buf_in(scratch);
	buf_text(&sql, "SELECT origin_file, origin_line FROM \"");
	buf_text(&sql, view);
	buf_text(&sql, "\" WHERE (");
	buf_add(&sql, where);
	buf_text(&sql, "\n)");
	return buf_str(&sql);
}

/* Whose rows: of an element of the contract. */
struct asked {
	enum record_id records;
	struct str where, id;
	int line;
};

static void fill(const struct fetch *fetch, struct arena *scratch,
    struct asked asked, struct rows_duty *to) {
	struct place place = { fetch->contract->path, asked.line, 0 };
	const char *view = record_type(asked.records)->name;
	const char *id = str_z(scratch, asked.id);
	struct str where = asked.where.n == 0 ? str_of("1") : asked.where;
	if (!usersql_check(fetch->db, view, where, &place, "where", id))
		return;
	struct usersql *query = usersql_open(fetch->db, statement(scratch,
	    view, where), &place, id);
	if (query == NULL)
		return;
	while (usersql_step(query))
		add_row(fetch, to, fetch_row(fetch, asked.records,
		    usersql_column(query, 0).n, usersql_column(query, 1).n));
	if (!usersql_close(query))
		to->count = 0;
	if (to->count != 0)
		qsort(to->row, to->count, sizeof *to->row, by_row);
}

void fetchduties_fill(struct fetch *fetch) {
	const struct contract *contract = fetch->contract;
	struct rows *rows = fetch->rows;
	struct arena *scratch = arena_new();
	rows->duty = arena_array(fetch->arena, contract->duties,
	    sizeof *rows->duty);
	rows->cross = arena_array(fetch->arena, contract->crosses,
	    sizeof *rows->cross);
	for (size_t i = 0; i < contract->duties; i++) {
		const struct duty *duty = &contract->duty[i];
		if (duty->records != RECORD_TYPES)
			fill(fetch, scratch, (struct asked){ duty->records,
			    duty->where, duty->id, duty->line },
			    &rows->duty[i]);
	}
	for (size_t i = 0; i < contract->crosses; i++) {
		const struct cross *cross = &contract->cross[i];
		fill(fetch, scratch, (struct asked){ cross->records,
		    cross->where, cross->id, cross->line },
		    &rows->cross[i]);
	}
	arena_free(scratch);
}
