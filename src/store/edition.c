/*
 * edition - a period as it was published.
 *
 * Its number counts from 1 in its period; its values keep their order.
 */
#include "store/edition.h"

#include "base/arena.h"
#include "sql/db.h"
#include "store/fetch.h"

static struct value text(struct str text) {
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

static struct value number(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

static int64_t add_head(struct db *db, struct str period,
    const struct rows_edition *edition) {
	struct db_query *query = db_prepare_file(db, "edition-add");
	db_bind(query, 1, text(period));
	db_bind(query, 2, number(edition->number));
	db_bind(query, 3, number(edition->published));
	db_bind(query, 4, number(edition->as_of));
	db_bind(query, 5, text(edition->reason));
	db_bind(query, 6, text(edition->rules));
	db_bind(query, 7, text(edition->program));
	db_bind(query, 8, text(edition->contract));
	db_finish(query);
	return db_last_id(db);
}

static void add_input(struct db *db, int64_t id,
    const struct rows_file *file) {
	struct db_query *query = db_prepare_file(db, "edition-input-add");
	db_bind(query, 1, number(id));
	db_bind(query, 2, text(file->path));
	db_bind(query, 3, text(str_of(record_type(file->records)->name)));
	db_bind(query, 4, text(file->digest));
	db_finish(query);
}

static void add_value(struct db *db, int64_t id, size_t position,
    const struct rows_frozen *frozen) {
	struct db_query *query = db_prepare_file(db, "edition-value-add");
	db_bind(query, 1, number(id));
	db_bind(query, 2, number((int64_t)position));
	db_bind(query, 3, text(frozen->item));
	db_bind(query, 4, text(frozen->field));
	db_bind(query, 5, text(frozen->value));
	db_finish(query);
}

void edition_add(struct db *db, const struct rows *rows,
    const struct rows_edition *edition) {
	struct arena *arena = arena_new();
	db_run(db, "BEGIN IMMEDIATE");
	int64_t id = add_head(db, period_name(arena, &rows->period), edition);
	for (size_t i = 0; i < rows->files; i++)
		add_input(db, id, &rows->file[i]);
	for (size_t i = 0; i < edition->values; i++)
		add_value(db, id, i, &edition->value[i]);
	db_run(db, "COMMIT");
	arena_free(arena);
}

/* Columns of editions.sql */
enum { EDITION_ID, EDITION_NUMBER, EDITION_PUBLISHED, EDITION_AS_OF,
	EDITION_REASON, EDITION_RULES, EDITION_PROGRAM, EDITION_CONTRACT };

static struct str column(struct fetch *fetch, const struct db_query *query,
    int n) {
	return str_copy(fetch->arena, db_column(query, n).text);
}

static void read_values(struct fetch *fetch, int64_t id,
    struct rows_edition *edition) {
	struct db_query *query = db_prepare_file(fetch->db, "edition-values");
	db_bind(query, 1, number(id));
	while (db_step(query)) {
		edition->value = arena_room(fetch->arena, edition->value,
		    edition->values, sizeof *edition->value);
		edition->value[edition->values++] = (struct rows_frozen){
		    column(fetch, query, 0), column(fetch, query, 1),
		    column(fetch, query, 2) };
	}
}

static size_t read_editions(struct fetch *fetch, const struct period *period,
    struct rows_edition **editions) {
	struct db_query *query = db_prepare_file(fetch->db, "editions");
	size_t n = 0;
	*editions = NULL;
	db_bind(query, 1, text(period_name(fetch->arena, period)));
	while (db_step(query)) {
		struct rows_edition edition = {
		    .number = db_column(query, EDITION_NUMBER).n,
		    .published = db_column(query, EDITION_PUBLISHED).n,
		    .as_of = db_column(query, EDITION_AS_OF).n,
		    .reason = column(fetch, query, EDITION_REASON),
		    .rules = column(fetch, query, EDITION_RULES),
		    .program = column(fetch, query, EDITION_PROGRAM),
		    .contract = column(fetch, query, EDITION_CONTRACT) };
		read_values(fetch, db_column(query, EDITION_ID).n, &edition);
		*editions = arena_room(fetch->arena, *editions, n,
		    sizeof **editions);
		(*editions)[n++] = edition;
	}
	return n;
}

static const struct rows_edition *newest(struct fetch *fetch,
    struct period period) {
	struct rows_edition *edition;
	size_t n = read_editions(fetch, &period, &edition);
	return n == 0 ? NULL : &edition[n - 1];
}

/* Every kind of period opens with what the month before it closed with, so
 * that all reports of one day agree. */
void edition_fill(struct fetch *fetch) {
	struct rows *rows = fetch->rows;
	struct period month = period_month(rows->period.first - 1);
	rows->editions = read_editions(fetch, &rows->period, &rows->edition);
	if (month.end == rows->period.first)
		rows->former = newest(fetch, month);
	if (rows->former == NULL)
		rows->former = newest(fetch, period_before(&rows->period));
}
