/*
 * cross - records of the period counted or summed by two fields.
 *
 * The values of one field head the columns, the most frequent first; what is
 * beyond COLUMNS_MOST of them is one column of others.  Sums are exact, at the
 * finest scale that occurs.
 */
#include "facts/cross.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/activity.h"
#include "facts/cell.h"
#include "facts/clause.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

#define COLUMNS_MOST 10

/* A value of a field: what it is ordered by, and as shown. */
struct mark {
	struct str key;
	struct str label;
};

struct entry {
	struct mark row, column;
	size_t place;			/* of the column in the table */
	struct decimal n;
};

struct entries {
	struct entry *at;
	size_t count;
	int scale;			/* the finest */
};

struct heading {
	struct mark mark;
	size_t count;
};

static struct mark month_mark(struct arena *arena, int64_t day) {
	struct civil civil = date_civil(day);
	struct str month = str_of(arena_printf(arena, "%04d-%02d", civil.year,
	    civil.month));
	return (struct mark){ month, month };
}

/* Dates and instants count by month, everything else by its text. */
static struct mark mark_of(struct arena *arena, const struct facts *facts,
    const struct record_field *field, const struct value *value) {
	struct mark mark = { { "", 0 }, words_find(facts->words,
	    "group.none") };
	if (value->kind == VALUE_NONE)
		return mark;
	if (field->kind == FIELD_DATE)
		return month_mark(arena, value->n);
	if (field->kind == FIELD_INSTANT)
		return month_mark(arena, date_day_of(value->n,
		    facts->contract->offset));
	if (value->kind != VALUE_TEXT) {
		mark.key = mark.label = ratio_exact(arena, (struct decimal){
		    value->n, value->kind == VALUE_DECIMAL ? value->scale
		    : 0 });
		if (field->kind == FIELD_BOOL)
			mark.label = words_find(facts->words, value->n != 0
			    ? "bool.yes" : "bool.no");
		return mark;
	}
	const struct system *system = strcmp(field->words, "system") != 0
	    ? NULL : contract_system(facts->contract, value->text);
	mark.key = value->text;
	mark.label = field->kind == FIELD_ENUM ? phrase_code(facts->words,
	    field, value->text)
	    : system != NULL ? system->name : value->text;
	return mark;
}

static struct decimal number_of(const struct row *row, int sum) {
	if (sum < 0)
		return (struct decimal){ 1, 0 };
	const struct value *value = &row->value[sum];
	return value->kind == VALUE_DECIMAL
	    ? (struct decimal){ value->n, value->scale }
	    : (struct decimal){ value->kind == VALUE_INT ? value->n : 0, 0 };
}

/* Of the rows taken; NULL: of all work that was done. */
static struct entries entries_of(struct arena *arena,
    const struct facts *facts, const struct cross *cross,
    const struct rows_duty *taken) {
	const struct rows *rows = facts->rows;
	const struct rows_table *table = &rows->table[cross->records];
	const struct record_type *type = record_type(cross->records);
	int row_field = record_field_find(type, cross->rows);
	int column_field = record_field_find(type, cross->columns);
	int at = record_field_find(type, cross->at);
	int sum = record_field_find(type, cross->sum);
	int64_t until = rows->end < rows->as_of ? rows->end : rows->as_of, key;
	size_t count = taken == NULL ? table->count : taken->count;
	struct entries entries = { arena_array(arena, count + 1,
	    sizeof *entries.at), 0, 0 };
	for (size_t i = 0; i < count; i++) {
		const struct row *row = &table->row[taken == NULL ? i
		    : taken->row[i]];
		bool timed = taken == NULL ? activity_ended(row, &key)
		    : cell_instant(row, cross->records, at,
		    facts->contract->offset, &key);
		if (!timed || key < rows->start || key >= until)
			continue;
		struct entry *entry = &entries.at[entries.count++];
		*entry = (struct entry){ mark_of(arena, facts,
		    &type->field[row_field], &row->value[row_field]),
		    mark_of(arena, facts, &type->field[column_field],
		    &row->value[column_field]), 0, number_of(row, sum) };
		if (entry->n.scale > entries.scale)
			entries.scale = entry->n.scale;
	}
	return entries;
}

static int by_column(const void *a, const void *b) {
	const struct entry *x = a, *y = b;
	return str_compare(x->column.key, y->column.key);
}

static int by_row(const void *a, const void *b) {
	const struct entry *x = a, *y = b;
	return str_compare(x->row.key, y->row.key);
}

static int by_count(const void *a, const void *b) {
	const struct heading *x = a, *y = b;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return str_compare(x->mark.key, y->mark.key);
}

/* The headings in order; entries learn their places. */
static struct heading *headings_of(struct arena *arena,
    const struct words *words, struct entries *entries, size_t *headings) {
	struct heading *heading = arena_array(arena, entries->count + 1,
	    sizeof *heading);
	size_t n = 0;
	qsort(entries->at, entries->count, sizeof *entries->at, by_column);
	for (size_t i = 0; i < entries->count; i++) {
		if (i == 0 || by_column(&entries->at[i - 1],
		    &entries->at[i]) != 0)
			heading[n++].mark = entries->at[i].column;
		heading[n - 1].count++;
	}
	qsort(heading, n, sizeof *heading, by_count);
	if (n > COLUMNS_MOST) {
		n = COLUMNS_MOST;
		heading[n++].mark = (struct mark){ str_of("other"),
		    words_find(words, "cross.other") };
	}
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->at[i];
		while (entry->place + 1 < n && !str_equal(
		    heading[entry->place].mark.key, entry->column.key))
			entry->place++;
	}
	*headings = n;
	return heading;
}

/* Sums of the entries from i to end by column, and of all; the cell of a sum
 * beyond 64 bits stays empty. */
static void add_cells(struct sheet *sheet, const struct entries *entries,
    size_t i, size_t end, size_t headings) {
	__int128 sum[COLUMNS_MOST + 2] = { 0 };
	for (; i < end; i++) {
		struct decimal n = entries->at[i].n;
		__int128 scaled = n.n;
		for (; n.scale < entries->scale; n.scale++)
			scaled *= 10;
		sum[entries->at[i].place] += scaled;
		sum[headings] += scaled;
	}
	for (size_t c = 0; c <= headings; c++) {
		struct str text = sum[c] > INT64_MAX || sum[c] < -INT64_MAX
		    ? (struct str){ NULL, 0 } : ratio_exact(sheet->arena,
		    (struct decimal){ (int64_t)sum[c], entries->scale });
		sheet_cell(sheet, ratio_grouped(sheet->arena, text), text,
		    TONE_NONE);
	}
}

static void add_columns(struct sheet *sheet, const struct cross *cross,
    const struct heading *heading, size_t headings) {
	const struct record_type *type = record_type(cross->records);
	const struct record_field *field
	    = &type->field[record_field_find(type, cross->rows)];
	sheet_named(sheet, cross->rows, phrase_field(sheet->words, field),
	    COLUMN_TEXT);
	for (size_t c = 0; c < headings; c++)
		sheet_named(sheet, str_of(arena_printf(sheet->arena,
		    "value-%zu", c + 1)), heading[c].mark.label,
		    COLUMN_DECIMAL);
	sheet_column(sheet, "sum", COLUMN_DECIMAL, NULL);
}

static void add_table(struct arena *arena, struct facts *facts,
    const struct cross *cross, const struct rows_duty *taken) {
	struct entries entries = entries_of(arena, facts, cross, taken);
	struct sheet sheet = sheet_new(arena, facts, arena_printf(arena,
	    "cross-%.*s", (int)cross->id.n, cross->id.p));
	size_t headings;
	const struct heading *heading = headings_of(arena, facts->words,
	    &entries, &headings);
	sheet.table.title = cross->name;
	if (cross->where.n != 0)
		sheet.table.note = words_fill(arena, facts->words,
		    "cross.where", "condition", str_z(arena, clause_text(arena,
		    facts->words, cross->records, cross->where)), NULL);
	add_columns(&sheet, cross, heading, headings);
	qsort(entries.at, entries.count, sizeof *entries.at, by_row);
	for (size_t i = 0, end; i < entries.count; i = end) {
		for (end = i + 1; end < entries.count && by_row(
		    &entries.at[i], &entries.at[end]) == 0; end++)
			;
		sheet_sum(&sheet, ROW_BODY);
		sheet_cell(&sheet, entries.at[i].row.label,
		    entries.at[i].row.key, TONE_NONE);
		add_cells(&sheet, &entries, i, end, headings);
	}
	if (entries.count != 0) {
		sheet.table.sentence = words_fill(arena, facts->words,
		    "cross.sentence", "title", str_z(arena, cross->name), "n",
		    str_z(arena, phrase_int(arena, (int64_t)entries.count)),
		    NULL);
		sheet_sum(&sheet, ROW_TOTAL);
		sheet_word(&sheet, "total", TONE_NONE);
		add_cells(&sheet, &entries, 0, entries.count, headings);
	}
	sheet.table.wide = headings > 7;
	survey_table(arena, facts, sheet_close(&sheet));
}

void cross_add(struct arena *arena, struct facts *facts) {
	const struct contract *contract = facts->contract;
	struct cross work = { .id = str_of("work"),
	    .name = words_find(facts->words, "cross.work"),
	    .records = RECORD_work, .rows = str_of("category"),
	    .columns = str_of("system") };
	if (contract->crosses == 0)
		add_table(arena, facts, &work, NULL);
	for (size_t i = 0; i < contract->crosses; i++)
		add_table(arena, facts, &contract->cross[i],
		    &facts->rows->cross[i]);
}
