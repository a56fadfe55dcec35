/* maskfacts - what the public edition hides in tables, charts and sentences. */
#include "facts/maskfacts.h"

struct hiding {
	struct arena *arena;
	const struct mask *mask;
};

static void hide(const struct hiding *hiding, struct str *text) {
	*text = mask_text(hiding->arena, hiding->mask, *text);
}

/* Does the column hold names of devices: a field that does, or what is
 * monitored? */
static bool is_of_hosts(struct str column) {
	for (int id = 0; id < RECORD_TYPES; id++) {
		const struct record_type *type = record_type((enum record_id)id);
		int field = record_field_find(type, column);
		if (field >= 0 && (type->field[field].flags & FIELD_HOST) != 0)
			return true;
	}
	return str_is(column, "monitored");
}

static void hide_in_cell(const struct hiding *hiding, struct str *text,
    bool hosts) {
	if (hosts)
		*text = mask_host(hiding->mask, *text);
	hide(hiding, text);
}

static void hide_cell(const struct hiding *hiding, struct fact_cell *cell,
    bool hosts) {
	bool same = str_equal(cell->text, cell->value);
	hide_in_cell(hiding, &cell->text, hosts);
	if (same)
		cell->value = cell->text;
	else
		hide_in_cell(hiding, &cell->value, hosts);
}

static void hide_table(const struct hiding *hiding, struct fact_table *table) {
	hide(hiding, &table->title);
	hide(hiding, &table->sentence);
	hide(hiding, &table->note);
	for (size_t c = 0; c < table->columns; c++)
		hide(hiding, &table->column[c].label);
	for (size_t c = 0; c < table->columns; c++) {
		bool hosts = is_of_hosts(table->column[c].id);
		for (size_t r = 0; r < table->rows; r++)
			hide_cell(hiding, &table->row[r].cell[c], hosts);
	}
}

static void hide_line(const struct hiding *hiding, struct fact_line *line,
    size_t categories) {
	hide(hiding, &line->label);
	for (size_t i = 0; line->point != NULL && i < categories; i++)
		hide(hiding, &line->point[i].text);
	for (size_t i = 0; i < line->bars; i++)
		hide(hiding, &line->bar[i].text);
}

static void hide_chart(const struct hiding *hiding, struct fact_chart *chart) {
	hide(hiding, &chart->title);
	hide(hiding, &chart->sentence);
	hide(hiding, &chart->threshold_label);
	for (size_t i = 0; i < chart->categories; i++)
		hide(hiding, &chart->category[i]);
	for (size_t i = 0; i < chart->classes; i++)
		hide(hiding, &chart->class[i].label);
	for (size_t i = 0; i < chart->marks; i++)
		hide(hiding, &chart->mark[i].label);
	for (size_t i = 0; i < chart->lines; i++)
		hide_line(hiding, &chart->line[i], chart->categories);
}

static void hide_graph(const struct hiding *hiding, struct fact_graph *graph) {
	hide(hiding, &graph->title);
	hide(hiding, &graph->sentence);
	for (size_t i = 0; i < graph->nodes; i++)
		for (size_t t = 0; t < graph->node[i].texts; t++)
			hide(hiding, &graph->node[i].text[t]);
	for (size_t i = 0; i < graph->edges; i++)
		hide(hiding, &graph->edge[i].label);
}

static void hide_figure(const struct hiding *hiding, struct figure *figure) {
	hide(hiding, &figure->sentence);
	hide(hiding, &figure->remark);
	for (size_t i = 0; i < figure->definitions; i++)
		hide(hiding, &figure->definition[i].text);
	for (size_t i = 0; i < figure->traces; i++)
		hide_table(hiding, &figure->trace[i]);
	if (figure->trend != NULL)
		hide_chart(hiding, figure->trend);
}

void maskfacts_hide(struct arena *arena, const struct mask *mask,
    struct facts *facts) {
	const struct hiding hiding = { arena, mask };
	for (size_t i = 0; i < facts->figures; i++)
		hide_figure(&hiding, &facts->figure[i]);
	for (size_t i = 0; i < facts->tables; i++)
		hide_table(&hiding, &facts->table[i]);
	for (size_t i = 0; i < facts->charts; i++)
		hide_chart(&hiding, &facts->chart[i]);
	for (size_t i = 0; i < facts->graphs; i++)
		hide_graph(&hiding, &facts->graph[i]);
	for (size_t i = 0; i < facts->sentences; i++)
		hide(&hiding, &facts->sentence[i].text);
	for (size_t i = 0; i < facts->duties; i++) {
		hide(&hiding, &facts->duty[i].title);
		hide(&hiding, &facts->duty[i].record);
		hide(&hiding, &facts->duty[i].owner);
	}
}
