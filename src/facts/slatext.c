/* slatext - the indicators for people at a terminal, and as JSON. */
#include "facts/slatext.h"

#include "base/arena.h"
#include "base/screen.h"
#include "facts/facts.h"
#include "facts/judge.h"
#include "facts/phrase.h"
#include "facts/sheet.h"

static bool is_number(enum column_type type) {
	return type == COLUMN_INT || type == COLUMN_DECIMAL
	    || type == COLUMN_PERCENT || type == COLUMN_DURATION;
}

static size_t column_width(const struct fact_table *table, size_t c) {
	size_t width = screen_width(table->column[c].label);
	for (size_t r = 0; r < table->rows; r++)
		if (screen_width(table->row[r].cell[c].text) > width)
			width = screen_width(table->row[r].cell[c].text);
	return width;
}

static void add_line(struct buf *buf, const struct fact_table *table,
    const struct fact_row *row, const size_t *width) {
	for (size_t c = 0; c < table->columns; c++) {
		bool right = is_number(table->column[c].type);
		struct str text = row == NULL ? table->column[c].label
		    : row->cell[c].text;
		if (c != 0)
			buf_text(buf, "  ");
		screen_pad(buf, text, right || c + 1 < table->columns
		    ? width[c] : 0, right);
	}
	buf_char(buf, '\n');
}

static void add_table(struct buf *buf, const struct fact_table *table) {
	size_t *width = arena_array(buf->arena, table->columns + 1,
	    sizeof *width);
	for (size_t c = 0; c < table->columns; c++)
		width[c] = column_width(table, c);
	add_line(buf, table, NULL, width);
	for (size_t r = 0; r < table->rows; r++)
		add_line(buf, table, &table->row[r], width);
}

static struct fact_table overview(struct arena *arena,
    const struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "summary");
	sheet_columns(&sheet, "id:id name:text target:text value:decimal "
	    "verdict:status n:int");
	for (size_t i = 0; i < facts->figures; i++) {
		const struct figure *figure = &facts->figure[i];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, figure->indicator->id);
		sheet_text(&sheet, figure->indicator->name);
		sheet_text(&sheet, phrase_target(arena, facts->words,
		    figure->indicator, figure->unit));
		sheet_text(&sheet, figure->value.n == 0 ? figure->value
		    : phrase_value(arena, facts->words, figure->value,
		    figure->unit));
		sheet_text(&sheet, words_fill(arena, facts->words,
		    "verdict.text", "mark", str_z(arena, figure->verdict_mark),
		    "word", str_z(arena, figure->verdict_word), NULL));
		sheet_int(&sheet, figure->n);
	}
	return sheet_close(&sheet);
}

static void add_explanation(struct buf *buf, const struct figure *figure) {
	for (size_t i = 0; i < figure->definitions; i++) {
		buf_text(buf, "    ");
		buf_add(buf, figure->definition[i].label);
		buf_text(buf, ": ");
		buf_add(buf, figure->definition[i].text);
		buf_char(buf, '\n');
	}
	for (size_t i = 0; i < figure->traces; i++) {
		buf_char(buf, '\n');
		buf_add(buf, figure->trace[i].title);
		buf_char(buf, '\n');
		buf_add(buf, figure->trace[i].sentence);
		buf_char(buf, '\n');
		if (figure->trace[i].rows != 0)
			add_table(buf, &figure->trace[i]);
	}
	buf_char(buf, '\n');
}

void slatext_write(const struct facts *facts, bool explain, struct buf *buf) {
	struct fact_table table = overview(buf->arena, facts);
	buf_add(buf, facts->period_title);
	buf_text(buf, "  ");
	buf_add(buf, words_fill(buf->arena, facts->words, "sla.as-of", "instant",
	    str_z(buf->arena, facts->as_of_text), NULL));
	buf_text(buf, "\n\n");
	add_table(buf, &table);
	buf_char(buf, '\n');
	for (size_t i = 0; i < facts->figures; i++) {
		const struct figure *figure = &facts->figure[i];
		buf_add(buf, figure->indicator->id);
		buf_text(buf, "  ");
		buf_add(buf, figure->sentence);
		if (figure->remark.n != 0)
			buf_text(buf, "\n    ");
		buf_add(buf, figure->remark);
		buf_char(buf, '\n');
		if (explain)
			add_explanation(buf, figure);
	}
}

static void add_member(struct buf *buf, const char *name, struct str text) {
	if (text.n == 0)
		return;
	buf_text(buf, ", ");
	screen_json(buf, str_of(name));
	buf_text(buf, ": ");
	screen_json(buf, text);
}

static void add_int(struct buf *buf, const char *name, bool has, int64_t n) {
	if (!has)
		return;
	buf_text(buf, ", ");
	screen_json(buf, str_of(name));
	buf_text(buf, ": ");
	buf_int(buf, n);
}

static void add_pairs(struct buf *buf, const struct figure *figure) {
	buf_text(buf, ", \"definition\": {");
	for (size_t i = 0; i < figure->definitions; i++) {
		if (i != 0)
			buf_text(buf, ", ");
		screen_json(buf, figure->definition[i].key);
		buf_text(buf, ": ");
		screen_json(buf, figure->definition[i].text);
	}
	buf_char(buf, '}');
}

static void add_trace(struct buf *buf, const struct fact_table *table) {
	buf_text(buf, "{\"id\": ");
	screen_json(buf, table->id);
	add_member(buf, "title", table->title);
	buf_text(buf, ", \"rows\": [");
	for (size_t r = 0; r < table->rows; r++) {
		buf_text(buf, r == 0 ? "{" : ", {");
		for (size_t c = 0; c < table->columns; c++) {
			if (c != 0)
				buf_text(buf, ", ");
			screen_json(buf, table->column[c].id);
			buf_text(buf, ": ");
			screen_json(buf, table->row[r].cell[c].value);
		}
		buf_char(buf, '}');
	}
	buf_text(buf, "]}");
}

static void add_explained(struct buf *buf, const struct figure *figure) {
	add_pairs(buf, figure);
	buf_text(buf, ", \"traces\": [");
	for (size_t i = 0; i < figure->traces; i++) {
		if (i != 0)
			buf_text(buf, ", ");
		add_trace(buf, &figure->trace[i]);
	}
	buf_char(buf, ']');
}

static void add_figure(struct buf *buf, const struct figure *figure,
    bool explain) {
	const struct indicator *indicator = figure->indicator;
	buf_text(buf, "    {\"id\": ");
	screen_json(buf, indicator->id);
	add_member(buf, "name", indicator->name);
	add_member(buf, "kind", str_of(contract_kind_name(indicator->kind)));
	add_int(buf, "numerator", figure->has_ratio, figure->ratio.num);
	add_int(buf, "denominator", figure->has_ratio, figure->ratio.den);
	add_member(buf, "value", figure->value);
	add_member(buf, "unit", figure->unit);
	add_member(buf, "worst", figure->worst);
	add_member(buf, "best", figure->best);
	add_member(buf, "coverage", figure->coverage);
	add_member(buf, "total", figure->total);
	add_member(buf, "target", indicator->target);
	add_member(buf, "attainment", indicator->attainment);
	add_member(buf, "verdict", str_of(judge_name(figure->verdict)));
	add_int(buf, "n", true, figure->n);
	add_int(buf, "missed", figure->has_missed, figure->missed);
	add_int(buf, "open", figure->has_scores, figure->open);
	add_int(buf, "unjudged", figure->has_scores, figure->unjudged);
	add_member(buf, "sentence", figure->sentence);
	add_member(buf, "remark", figure->remark);
	if (explain)
		add_explained(buf, figure);
	buf_char(buf, '}');
}

void slatext_json(const struct facts *facts, bool explain, struct buf *buf) {
	buf_text(buf, "{\n  \"period\": ");
	screen_json(buf, facts->period_name);
	add_member(buf, "as_of", facts->as_of_text);
	buf_text(buf, ",\n  \"preliminary\": ");
	buf_text(buf, facts->preliminary ? "true" : "false");
	buf_text(buf, ",\n  \"figures\": [\n");
	for (size_t i = 0; i < facts->figures; i++) {
		add_figure(buf, &facts->figure[i], explain);
		buf_text(buf, i + 1 < facts->figures ? ",\n" : "\n");
	}
	buf_text(buf, "  ]\n}\n");
}
