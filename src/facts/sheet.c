/* sheet - a fact_table being written. */
#include "facts/sheet.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "facts/phrase.h"

static const char *const type_names[] = {
	[COLUMN_TEXT] = "text", [COLUMN_LONGTEXT] = "longtext",
	[COLUMN_ID] = "id", [COLUMN_INT] = "int", [COLUMN_DECIMAL] = "decimal",
	[COLUMN_PERCENT] = "percent", [COLUMN_DURATION] = "duration",
	[COLUMN_DATE] = "date", [COLUMN_INSTANT] = "instant",
	[COLUMN_STATUS] = "status",
};

struct sheet sheet_new(struct arena *arena, const struct facts *facts,
    const char *id) {
	return (struct sheet){ .arena = arena, .words = facts->words,
	    .offset = facts->contract->offset,
	    .table = { .id = str_copy(arena, str_of(id)) } };
}

void sheet_named(struct sheet *sheet, struct str id, struct str label,
    enum column_type type) {
	struct fact_table *table = &sheet->table;
	table->column = arena_room(sheet->arena, table->column, table->columns,
	    sizeof *table->column);
	table->column[table->columns++] = (struct fact_column){ id, label,
	    { NULL, 0 }, type };
}

void sheet_column(struct sheet *sheet, const char *key, enum column_type type,
    const char *unit) {
	sheet_named(sheet, str_copy(sheet->arena, str_of(key)), words_find(
	    sheet->words, arena_printf(sheet->arena, "column.%s", key)), type);
	sheet->table.column[sheet->table.columns - 1].unit = str_of(unit);
}

static enum column_type type_of(struct str name) {
	for (size_t i = 0; i < sizeof type_names / sizeof type_names[0]; i++)
		if (str_is(name, type_names[i]))
			return (enum column_type)i;
	die("sheet: no column type %.*s", (int)name.n, name.p);
}

void sheet_columns(struct sheet *sheet, const char *list) {
	struct str rest = str_of(list), type, key;
	while (str_word(&rest, &type)) {
		str_cut(&type, ':', &key);
		sheet_column(sheet, str_z(sheet->arena, key), type_of(type),
		    NULL);
	}
}

void sheet_row(struct sheet *sheet, struct origin origin) {
	struct fact_table *table = &sheet->table;
	table->row = arena_room(sheet->arena, table->row, table->rows,
	    sizeof *table->row);
	table->row[table->rows++] = (struct fact_row){ ROW_BODY,
	    arena_array(sheet->arena, table->columns, sizeof(struct fact_cell)),
	    origin };
	sheet->filled = 0;
}

void sheet_sum(struct sheet *sheet, enum fact_row_kind kind) {
	sheet_row(sheet, (struct origin){ SIZE_MAX, 0 });
	sheet->table.row[sheet->table.rows - 1].kind = kind;
}

void sheet_cell(struct sheet *sheet, struct str text, struct str value,
    enum tone tone) {
	struct fact_table *table = &sheet->table;
	if (table->rows == 0 || sheet->filled == table->columns)
		die("sheet: one cell too many in %s", table->id.p);
	table->row[table->rows - 1].cell[sheet->filled++]
	    = (struct fact_cell){ text, value, tone };
}

void sheet_text(struct sheet *sheet, struct str text) {
	sheet_cell(sheet, text, text, TONE_NONE);
}

void sheet_word(struct sheet *sheet, const char *key, enum tone tone) {
	struct str word = words_find(sheet->words, key);
	sheet_cell(sheet, word, word, tone);
}

void sheet_int(struct sheet *sheet, int64_t n) {
	struct buf buf = buf_in(sheet->arena);
	buf_int(&buf, n);
	sheet_cell(sheet, phrase_int(sheet->arena, n), buf_str(&buf), TONE_NONE);
}

static const struct str empty = { NULL, 0 };

void sheet_instant(struct sheet *sheet, bool has, int64_t instant) {
	struct buf iso = buf_in(sheet->arena);
	if (!has) {
		sheet_text(sheet, empty);
		return;
	}
	date_write_iso(&iso, instant, sheet->offset);
	sheet_cell(sheet, phrase_instant(sheet->arena, instant, sheet->offset),
	    buf_str(&iso), TONE_NONE);
}

void sheet_day(struct sheet *sheet, bool has, int64_t day) {
	struct buf buf = buf_in(sheet->arena);
	if (has)
		date_write_day(&buf, day);
	sheet_text(sheet, buf_str(&buf));
}

void sheet_seconds(struct sheet *sheet, bool has, int64_t seconds) {
	struct buf buf = buf_in(sheet->arena);
	if (!has) {
		sheet_text(sheet, empty);
		return;
	}
	buf_int(&buf, seconds);
	sheet_cell(sheet, ratio_hms(sheet->arena, seconds), buf_str(&buf),
	    TONE_NONE);
}

/* The sum of the column `count`, for sentences about tables of groups. */
static int64_t sum_of_counts(const struct fact_table *table) {
	int64_t sum = 0, n;
	for (size_t c = 0; c < table->columns; c++)
		for (size_t r = 0; str_is(table->column[c].id, "count")
		    && r < table->rows; r++)
			if (str_int(table->row[r].cell[c].value, &n))
				sum += n;
	return sum;
}

/* `table.ID.FORM`, of one and many also `table.ID.some`, else `table.FORM`. */
static const char *form_key(struct sheet *sheet, const char *name) {
	struct arena *arena = sheet->arena;
	const char *id = sheet->table.id.p;
	const char *own = arena_printf(arena, "table.%s.%s", id, name);
	if (words_maybe(sheet->words, own).p != NULL)
		return own;
	own = arena_printf(arena, "table.%s.some", id);
	if (sheet->table.rows != 0 && words_maybe(sheet->words, own).p != NULL)
		return own;
	return arena_printf(arena, "table.%s", name);
}

static struct str form(struct sheet *sheet, const char *name) {
	struct arena *arena = sheet->arena;
	const char *key = form_key(sheet, name);
	return words_fill(arena, sheet->words, key, "title",
	    str_z(arena, sheet->table.title), "n",
	    str_z(arena, phrase_int(arena, (int64_t)sheet->table.rows)), "sum",
	    str_z(arena, phrase_int(arena, sum_of_counts(&sheet->table))),
	    NULL);
}

struct fact_table sheet_close(struct sheet *sheet) {
	struct fact_table *table = &sheet->table;
	if (table->title.n == 0)
		table->title = words_find(sheet->words, arena_printf(
		    sheet->arena, "table.%s", table->id.p));
	if (table->sentence.n == 0)
		table->sentence = form(sheet, table->rows == 0 ? "none"
		    : table->rows == 1 ? "one" : "many");
	return *table;
}
