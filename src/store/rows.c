/*
 * rows - one reading of the store, in one transaction, so that a load that
 * runs meanwhile is seen whole or not at all.
 */
#include "store/rows.h"

#include "base/arena.h"
#include "base/date.h"
#include "sql/db.h"
#include "sql/sqlfunc.h"
#include "store/edition.h"
#include "store/fetch.h"
#include "store/fetchamends.h"
#include "store/fetchduties.h"
#include "store/fetchmembers.h"
#include "store/fetchresults.h"
#include "store/fetchruns.h"
#include "store/fetchseries.h"
#include "store/rowdump.h"
#include "store/sampletable.h"
#include "store/schema.h"

/* What user SQL and the queries of reports see: functions, samples, views. */
static void open_views(struct fetch *fetch) {
	const struct contract *contract = fetch->contract;
	struct sqlfunc *known = arena_alloc(fetch->arena, sizeof *known);
	*known = (struct sqlfunc){ contract->offset, contract->calendar,
	    contract->calendars };
	sqlfunc_register(fetch->db, known);
	sampletable_register(fetch);
	schema_views(fetch->db);
}

/* The rows of the period, still empty. */
static struct fetch *begin(struct arena *arena, struct db *db,
    const struct contract *contract, const struct period *period,
    int64_t as_of) {
	struct rows *rows = arena_alloc(arena, sizeof *rows);
	rows->contract = contract;
	rows->period = *period;
	rows->start = date_start(period->first, contract->offset);
	rows->end = date_start(period->end, contract->offset);
	rows->as_of = as_of;
	struct fetch *fetch = arena_alloc(arena, sizeof *fetch);
	*fetch = (struct fetch){ .arena = arena, .db = db,
	    .contract = contract, .rows = rows };
	schema_make(db);
	db_run(db, "BEGIN");
	open_views(fetch);
	return fetch;
}

static void fill_indicators(struct fetch *fetch) {
	fetch_files(fetch);
	fetch_tables(fetch);
	fetchruns_fill(fetch);
	fetchmembers_fill(fetch);
	edition_fill(fetch);
}

const struct rows *rows_fetch_indicators(struct arena *arena, struct db *db,
    const struct contract *contract, const struct period *period,
    int64_t as_of) {
	struct fetch *fetch = begin(arena, db, contract, period, as_of);
	fill_indicators(fetch);
	db_run(db, "COMMIT");
	return fetch->rows;
}

const struct rows *rows_fetch(struct arena *arena, struct db *db,
    const struct contract *contract, const struct period *period,
    int64_t as_of) {
	struct fetch *fetch = begin(arena, db, contract, period, as_of);
	fill_indicators(fetch);
	fetchamends_fill(fetch);
	fetchduties_fill(fetch);
	fetchseries_fill(fetch);
	fetchresults_fill(fetch);
	db_run(db, "COMMIT");
	return fetch->rows;
}

bool rows_newest(struct db *db, int64_t *instant) {
	struct db_query *query = db_prepare_file(db, "newest");
	struct value last = { .kind = VALUE_NONE };
	while (db_step(query))
		last = db_column(query, 0);
	*instant = last.n;
	return last.kind == VALUE_INT;
}

int64_t rows_counted_end(const struct rows *rows) {
	const struct period *period = &rows->period;
	int64_t cut = date_day_of(rows->as_of - 1, rows->contract->offset) + 1;
	return cut > period->first && cut < period->end ? cut : period->end;
}

const struct rows_result *rows_result(const struct rows *rows,
    const char *name) {
	size_t low = 0, high = rows->results;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(rows->result[middle].name,
		    str_of(name));
		if (order == 0)
			return &rows->result[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

void rows_dump(const struct rows *rows) {
	rowdump_write(rows);
}
