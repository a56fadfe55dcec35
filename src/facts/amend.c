/* amend - what rows of ledgers said before. */
#include "facts/amend.h"

#include "base/arena.h"
#include "facts/ledger.h"
#include "facts/lookup.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* The amendments of one record type, by key. */
struct amends {
	const struct rows_amend **at;
	size_t count;
};

static int order(const void *a, const void *b) {
	const struct rows_amend *x = *(const struct rows_amend *const *)a;
	const struct rows_amend *y = *(const struct rows_amend *const *)b;
	int keys = str_compare(x->key, y->key);
	return keys != 0 ? keys : (x > y) - (x < y);
}

static struct amends amends_of(struct arena *arena, const struct rows *rows,
    enum record_id records) {
	struct amends amends = { arena_array(arena, rows->amends,
	    sizeof *amends.at), 0 };
	for (size_t i = 0; i < rows->amends; i++)
		if (rows->amend[i].records == records)
			amends.at[amends.count++] = &rows->amend[i];
	if (amends.count != 0)
		qsort(amends.at, amends.count, sizeof *amends.at, order);
	return amends;
}

/* The rows of the table by their keys. */
static struct lookup keys_of(struct arena *arena,
    const struct rows_table *table) {
	struct lookup keys = { NULL, 0 };
	for (size_t i = 0; i < table->count; i++)
		lookup_add(arena, &keys, record_key(arena, table->type,
		    table->row[i].value), i);
	lookup_sort(&keys);
	return keys;
}

/* What it was changed to: what the next change found, else what the row says
 * now. */
static struct value after(const struct rows_table *table,
    const struct amends *amends, struct lookup keys, size_t i) {
	const struct rows_amend *amend = amends->at[i];
	for (size_t k = i + 1; k < amends->count
	    && str_equal(amends->at[k]->key, amend->key); k++)
		if (amends->at[k]->field == amend->field)
			return amends->at[k]->old;
	struct lookup now = lookup_find(keys, amend->key);
	return now.count == 0 ? (struct value){ .kind = VALUE_NONE }
	    : table->row[now.at[0].index].value[amend->field];
}

static void add_rows(struct sheet *sheet, const struct facts *facts,
    const struct rows_table *table, const struct amends *amends) {
	struct arena *scratch = arena_new();
	struct lookup keys = keys_of(scratch, table);
	for (size_t i = 0; i < amends->count; i++) {
		const struct rows_amend *amend = amends->at[i];
		const struct record_field *field
		    = &table->type->field[amend->field];
		struct value value = after(table, amends, keys, i);
		sheet_row(sheet, amend->origin);
		sheet_text(sheet, amend->key);
		sheet_text(sheet, phrase_field(facts->words, field));
		ledger_cell(sheet, facts, field, &amend->old);
		ledger_cell(sheet, facts, field, &value);
		sheet_text(sheet, facts->rows->file[amend->file].path);
	}
	arena_free(scratch);
}

static void add_table(struct arena *arena, struct facts *facts,
    enum record_id records, const struct amends *amends) {
	const struct record_type *type = record_type(records);
	struct sheet sheet = sheet_new(arena, facts, arena_printf(arena,
	    "history-%s", type->name));
	sheet_columns(&sheet, "record:id item:text value-before:text "
	    "value-after:text changed-by:text");
	sheet.table.title = words_fill(arena, facts->words, "table.history",
	    "records", str_z(arena, phrase_records(facts->words, records)),
	    NULL);
	add_rows(&sheet, facts, &facts->rows->table[records], amends);
	survey_table(arena, facts, sheet_close(&sheet));
}

void amend_add(struct arena *arena, struct facts *facts) {
	for (int id = 0; id < RECORD_TYPES; id++) {
		if ((record_type((enum record_id)id)->flags & RECORD_STREAMED)
		    != 0)
			continue;	/* a data check lists those */
		struct amends amends = amends_of(arena, facts->rows,
		    (enum record_id)id);
		if (amends.count != 0)
			add_table(arena, facts, (enum record_id)id, &amends);
	}
}
