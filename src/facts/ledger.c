/*
 * ledger - the tables that the store's queries select.
 *
 * A column `TYPE.FIELD` has the label and kind of the field; `=KEY` is a
 * number and `~KEY` a text, both labelled by `column.KEY`; of a field
 * `column.TABLE.FIELD` goes before its label.
 */
#include "facts/ledger.h"

#include "base/arena.h"
#include "base/buf.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* A table this wide wants a landscape page. */
#define WIDE_COLUMNS 9

struct source_field {
	const struct record_field *field;	/* NULL: = or ~ */
	const char *key;
};

static struct source_field field_of(struct arena *arena, struct str name) {
	struct source_field found = { NULL, NULL };
	struct str type;
	if (name.n != 0 && (name.p[0] == '=' || name.p[0] == '~')) {
		found.key = str_z(arena, (struct str){ name.p + 1, name.n - 1 });
		return found;
	}
	struct str rest = name;
	str_cut(&rest, '.', &type);
	enum record_id records = record_find(type);
	int index = records == RECORD_TYPES ? -1
	    : record_field_find(record_type(records), rest);
	if (index >= 0)
		found.field = &record_type(records)->field[index];
	found.key = str_z(arena, name);
	return found;
}

/* Systems, and what is monitored, are shown by their names. */
static bool is_named(const char *words) {
	return strcmp(words, "system") == 0 || strcmp(words, "target") == 0;
}

static enum column_type type_of(const struct record_field *field) {
	static const enum column_type types[] = {
		[FIELD_ID] = COLUMN_ID, [FIELD_TEXT] = COLUMN_TEXT,
		[FIELD_LONGTEXT] = COLUMN_LONGTEXT,
		[FIELD_INSTANT] = COLUMN_INSTANT, [FIELD_DATE] = COLUMN_DATE,
		[FIELD_INT] = COLUMN_INT, [FIELD_NUM] = COLUMN_DECIMAL,
		[FIELD_HOURS] = COLUMN_DECIMAL, [FIELD_BOOL] = COLUMN_TEXT,
		[FIELD_ENUM] = COLUMN_TEXT, [FIELD_REF] = COLUMN_ID,
	};
	return is_named(field->words) ? COLUMN_TEXT : types[field->kind];
}

void ledger_column(struct sheet *sheet, const struct record_field *field) {
	struct fact_table *table = &sheet->table;
	table->column = arena_room(sheet->arena, table->column, table->columns,
	    sizeof *table->column);
	table->column[table->columns++] = (struct fact_column){
	    str_of(field->name), phrase_field(sheet->words, field),
	    { NULL, 0 }, type_of(field) };
}

static void add_column(struct sheet *sheet, struct source_field source,
    bool number) {
	struct fact_table *table = &sheet->table;
	if (source.field != NULL) {
		ledger_column(sheet, source.field);
		struct str label = words_maybe(sheet->words, arena_printf(
		    sheet->arena, "column.%.*s.%s", (int)table->id.n,
		    table->id.p, source.field->name));
		if (label.n != 0)
			table->column[table->columns - 1].label = label;
	} else
		sheet_column(sheet, source.key, number ? COLUMN_DECIMAL
		    : COLUMN_TEXT, NULL);
}

static void add_decimal(struct sheet *sheet, const struct value *value) {
	struct str exact = ratio_exact(sheet->arena, (struct decimal){ value->n,
	    value->kind == VALUE_DECIMAL ? value->scale : 0 });
	sheet_cell(sheet, ratio_grouped(sheet->arena, exact), exact, TONE_NONE);
}

/* `word.KEY.VALUE` of the catalogue, else the text as it is. */
static void add_text(struct sheet *sheet, const char *key,
    const struct value *value) {
	const char *word = arena_printf(sheet->arena, "word.%s.%.*s", key,
	    (int)value->text.n, value->text.p);
	struct str shown = words_maybe(sheet->words, word);
	sheet_cell(sheet, shown.n != 0 ? shown : value->text, value->text,
	    TONE_NONE);
}

static struct str name_of(const struct contract *contract, const char *named,
    struct str id) {
	const struct system *system = strcmp(named, "system") == 0
	    ? contract_system(contract, id) : NULL;
	const struct target *target = system != NULL ? &system->whole
	    : is_named(named) ? contract_target(contract, id) : NULL;
	return target != NULL && target->name.n != 0 ? target->name : id;
}

/* key of a text for its words; field NULL: none of a record. */
static void add_cell(struct sheet *sheet, const struct facts *facts,
    const struct record_field *field, const char *key,
    const struct value *value) {
	enum field_kind kind = field == NULL ? FIELD_TEXT : field->kind;
	if (value->kind == VALUE_NONE)
		sheet_text(sheet, (struct str){ NULL, 0 });
	else if (kind == FIELD_INSTANT && value->kind == VALUE_INT)
		sheet_instant(sheet, true, value->n);
	else if (kind == FIELD_DATE && value->kind == VALUE_INT)
		sheet_day(sheet, true, value->n);
	else if (kind == FIELD_BOOL && value->kind == VALUE_INT)
		sheet_word(sheet, value->n != 0 ? "bool.yes" : "bool.no",
		    TONE_NONE);
	else if (value->kind != VALUE_TEXT)
		add_decimal(sheet, value);
	else if (kind == FIELD_ENUM)
		sheet_cell(sheet, phrase_code(sheet->words, field,
		    value->text), value->text, TONE_NONE);
	else if (kind == FIELD_REF)
		sheet_cell(sheet, name_of(facts->contract, field->words,
		    value->text), value->text, TONE_NONE);
	else
		add_text(sheet, key, value);
}

void ledger_cell(struct sheet *sheet, const struct facts *facts,
    const struct record_field *field, const struct value *value) {
	add_cell(sheet, facts, field, field->name, value);
}

/* Does the row count the records that leave the field empty? */
static bool is_group(const struct source_field *source,
    const struct origin *origin, const struct value *value) {
	return source->field != NULL && origin->file == SIZE_MAX
	    && value->kind == VALUE_NONE;
}

static struct fact_table table_of(struct arena *arena,
    const struct facts *facts, const struct rows_result *result) {
	struct sheet sheet = sheet_new(arena, facts,
	    str_z(arena, result->name));
	struct source_field *source = arena_array(arena, result->columns + 1,
	    sizeof *source);
	for (size_t c = 0; c < result->columns; c++) {
		source[c] = field_of(arena, result->column[c]);
		add_column(&sheet, source[c], result->column[c].n != 0
		    && result->column[c].p[0] == '=');
	}
	for (size_t r = 0; r < result->count; r++) {
		const struct value *value = &result->value[r * result->columns];
		sheet_row(&sheet, result->origin[r]);
		for (size_t c = 0; c < result->columns; c++)
			if (is_group(&source[c], &result->origin[r], &value[c]))
				sheet_cell(&sheet, words_find(facts->words,
				    "group.none"), (struct str){ NULL, 0 },
				    TONE_NONE);
			else
				add_cell(&sheet, facts, source[c].field,
				    source[c].key, &value[c]);
	}
	sheet.table.wide = result->columns >= WIDE_COLUMNS;
	return sheet_close(&sheet);
}

void ledger_add(struct arena *arena, struct facts *facts) {
	for (size_t i = 0; i < facts->rows->results; i++)
		survey_table(arena, facts, table_of(arena, facts,
		    &facts->rows->result[i]));
}
