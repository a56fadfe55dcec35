/* dictionary - the records in use, as tables and as a graph. */
#include "facts/dictionary.h"

#include "base/arena.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* Files that hold records of the type. */
static int64_t files_of(const struct facts *facts, enum record_id id) {
	int64_t n = 0;
	for (size_t i = 0; i < facts->rows->files; i++)
		n += facts->rows->file[i].records == id;
	return n;
}

/* Samples are no rows of a table: theirs are those that were read. */
static int64_t rows_of(const struct facts *facts, enum record_id id) {
	int64_t n = 0;
	if ((record_type(id)->flags & RECORD_STREAMED) == 0)
		return (int64_t)facts->rows->table[id].count;
	for (size_t i = 0; i < facts->rows->files; i++)
		if (facts->rows->file[i].records == id)
			n += facts->rows->file[i].rows
			    - facts->rows->file[i].rejected;
	return n;
}

/* The type that the field refers to; RECORD_TYPES where it is none in use. */
static enum record_id target_of(const struct facts *facts,
    const struct record_field *field) {
	enum record_id id = field->kind != FIELD_REF ? RECORD_TYPES
	    : record_find(str_of(field->words));
	return id == RECORD_TYPES || files_of(facts, id) == 0 ? RECORD_TYPES
	    : id;
}

static void add_field(struct sheet *sheet, const struct facts *facts,
    enum record_id id, const struct record_field *field) {
	static const char *const kinds[] = {
		[FIELD_ID] = "id", [FIELD_TEXT] = "text",
		[FIELD_LONGTEXT] = "longtext", [FIELD_INSTANT] = "instant",
		[FIELD_DATE] = "date", [FIELD_INT] = "int",
		[FIELD_NUM] = "num", [FIELD_HOURS] = "hours",
		[FIELD_BOOL] = "bool", [FIELD_ENUM] = "enum",
		[FIELD_REF] = "ref"
	};
	static const unsigned marks[] = {
		FIELD_KEY, FIELD_REQUIRED, FIELD_PERSONAL
	};
	enum record_id target = target_of(facts, field);
	sheet_sum(sheet, ROW_BODY);
	sheet_cell(sheet, phrase_records(facts->words, id),
	    str_of(record_type(id)->name), TONE_NONE);
	sheet_text(sheet, phrase_field(facts->words, field));
	sheet_text(sheet, str_of(field->name));
	sheet_word(sheet, arena_printf(sheet->arena, "field.%s",
	    kinds[field->kind]), TONE_NONE);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		sheet_text(sheet, (field->flags & marks[i]) != 0
		    ? words_find(sheet->words, "dictionary.flag") : str_of(""));
	sheet_text(sheet, target == RECORD_TYPES ? str_of("")
	    : phrase_records(facts->words, target));
}

static void add_codes(struct sheet *sheet, const struct facts *facts,
    enum record_id id, const struct record_field *field) {
	struct str code, label;
	for (size_t n = 0; field->kind == FIELD_ENUM
	    && phrase_code_at(facts->words, field, n, &code, &label); n++) {
		sheet_sum(sheet, ROW_BODY);
		sheet_cell(sheet, phrase_records(facts->words, id),
		    str_of(record_type(id)->name), TONE_NONE);
		sheet_cell(sheet, phrase_field(facts->words, field),
		    str_of(field->name), TONE_NONE);
		sheet_text(sheet, code);
		sheet_text(sheet, label);
	}
}

typedef void add_rows(struct sheet *sheet, const struct facts *facts,
    enum record_id id, const struct record_field *field);

/* A table with what add makes of each field. */
static void add_fields(struct arena *arena, struct facts *facts,
    const char *name, const char *columns, add_rows *add) {
	struct sheet sheet = sheet_new(arena, facts, name);
	sheet_columns(&sheet, columns);
	for (enum record_id id = 0; id < RECORD_TYPES; id++)
		for (size_t i = 0; files_of(facts, id) != 0
		    && i < record_type(id)->fields; i++)
			add(&sheet, facts, id, &record_type(id)->field[i]);
	survey_table(arena, facts, sheet_close(&sheet));
}

static void add_types(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "record-types");
	sheet_columns(&sheet, "record-type:text record-name:id fields:int "
	    "files:int rows:int");
	for (enum record_id id = 0; id < RECORD_TYPES; id++) {
		if (files_of(facts, id) == 0)
			continue;
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, phrase_records(facts->words, id));
		sheet_text(&sheet, str_of(record_type(id)->name));
		sheet_int(&sheet, (int64_t)record_type(id)->fields);
		sheet_int(&sheet, files_of(facts, id));
		sheet_int(&sheet, rows_of(facts, id));
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

/* A box, once, with the label, the name and the key. */
static void add_node(struct arena *arena, const struct facts *facts,
    struct fact_graph *graph, enum record_id id) {
	const struct record_type *type = record_type(id);
	for (size_t i = 0; i < graph->nodes; i++)
		if (str_is(graph->node[i].id, type->name))
			return;
	struct fact_node *node = &graph->node[graph->nodes++];
	node->id = str_of(type->name);
	node->text = arena_array(arena, type->fields + 1, sizeof *node->text);
	node->text[node->texts++] = phrase_records(facts->words, id);
	for (size_t i = 0; i < type->fields; i++)
		if ((type->field[i].flags & FIELD_KEY) != 0)
			node->text[node->texts++] = phrase_field(
			    facts->words, &type->field[i]);
}

static void add_edge(struct arena *arena, const struct facts *facts,
    struct fact_graph *graph, enum record_id id,
    const struct record_field *field) {
	enum record_id target = target_of(facts, field);
	if (target == RECORD_TYPES || target == id)
		return;
	add_node(arena, facts, graph, id);
	add_node(arena, facts, graph, target);
	graph->edge = arena_room(arena, graph->edge, graph->edges,
	    sizeof *graph->edge);
	graph->edge[graph->edges++] = (struct fact_edge){
	    str_of(record_type(id)->name), str_of(record_type(target)->name),
	    phrase_field(facts->words, field) };
}

/* The types that refer to one another; the others stand alone. */
static void add_graph(struct arena *arena, struct facts *facts) {
	struct fact_graph graph = { .id = str_of("records"),
	    .title = words_find(facts->words, "graph.records"),
	    .node = arena_array(arena, RECORD_TYPES, sizeof *graph.node) };
	for (enum record_id id = 0; id < RECORD_TYPES; id++)
		for (size_t i = 0; files_of(facts, id) != 0
		    && i < record_type(id)->fields; i++)
			add_edge(arena, facts, &graph, id,
			    &record_type(id)->field[i]);
	graph.sentence = words_fill(arena, facts->words, graph.nodes == 0
	    ? "table.none" : "graph.records.text", "title", str_z(arena,
	    graph.title), "n", str_z(arena, phrase_int(arena,
	    (int64_t)graph.nodes)), "edges", str_z(arena, phrase_int(arena,
	    (int64_t)graph.edges)), NULL);
	survey_graph(arena, facts, graph);
}

void dictionary_add(struct arena *arena, struct facts *facts) {
	add_types(arena, facts);
	add_fields(arena, facts, "record-fields", "record-type:text label:text "
	    "field:id field-kind:text key:text required:text personal:text "
	    "refers:text", add_field);
	add_fields(arena, facts, "record-codes", "record-type:text label:text "
	    "code:id code-label:text", add_codes);
	add_graph(arena, facts);
}
