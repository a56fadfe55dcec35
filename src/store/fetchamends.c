/* fetchamends - what fields of records said before they were changed. */
#include "store/fetchamends.h"

#include "base/arena.h"
#include "sql/db.h"
#include "store/fetch.h"
#include "store/schema.h"

/* History keeps every value as text; whole numbers and instants are such. */
static struct value value_of(const struct record_field *field,
    struct value kept) {
	bool whole = field->kind == FIELD_INSTANT || field->kind == FIELD_INT
	    || field->kind == FIELD_BOOL;
	if (kept.kind == VALUE_TEXT && whole)
		kept.kind = str_int(kept.text, &kept.n) ? VALUE_INT
		    : VALUE_NONE;
	return schema_value(field, kept);
}

static void add(struct fetch *fetch, const struct db_query *query) {
	struct rows *rows = fetch->rows;
	enum record_id records = record_find(db_column(query, 0).text);
	int field = records == RECORD_TYPES ? -1 : record_field_find(
	    record_type(records), db_column(query, 2).text);
	if (field < 0)
		return;
	rows->amend = arena_room(fetch->arena, rows->amend, rows->amends,
	    sizeof *rows->amend);
	rows->amend[rows->amends++] = (struct rows_amend){ records,
	    str_copy(fetch->arena, db_column(query, 1).text), field,
	    fetch_keep(fetch->arena, value_of(&record_type(records)
	    ->field[field], db_column(query, 3))),
	    fetch_origin(fetch, db_column(query, 4).n, db_column(query, 5).n),
	    fetch_origin(fetch, db_column(query, 6).n, 0).file };
}

void fetchamends_fill(struct fetch *fetch) {
	struct db_query *query = db_prepare_file(fetch->db, "amends");
	while (db_step(query))
		add(fetch, query);
}
