/* factsdump - the facts as stable text, for goldens and for reading. */
#include "facts/factsdump.h"

#include "base/arena.h"
#include "base/buf.h"
#include "facts/facts.h"
#include "facts/slacsv.h"

static void put(struct str text) {
	if (text.n != 0)
		fwrite(text.p, 1, text.n, stdout);
}

static void line(const char *name, struct str text) {
	if (text.n == 0)
		return;
	printf("  %s ", name);
	put(text);
	putchar('\n');
}

static void dump_table(const struct fact_table *table) {
	printf("table ");
	put(table->id);
	printf(" rows %zu\n", table->rows);
	line("title", table->title);
	line("sentence", table->sentence);
	for (size_t c = 0; c < table->columns; c++) {
		fputs(c == 0 ? "  columns " : " | ", stdout);
		put(table->column[c].id);
	}
	putchar('\n');
	for (size_t r = 0; r < table->rows; r++) {
		for (size_t c = 0; c < table->columns; c++) {
			fputs(c == 0 ? "    " : " | ", stdout);
			put(table->row[r].cell[c].text);
		}
		putchar('\n');
	}
}

static void dump_place(struct decimal value) {
	struct arena *arena = arena_new();
	put(ratio_exact(arena, value));
	arena_free(arena);
}

static void dump_bar(const struct fact_chart *chart,
    const struct fact_bar *bar) {
	printf(" | ");
	dump_place(bar->from);
	printf(" .. ");
	dump_place(bar->to);
	putchar(' ');
	put(chart->class[bar->class].label);
	putchar(' ');
	put(bar->text);
}

static void dump_chart_line(const struct fact_chart *chart,
    const struct fact_line *from) {
	printf("  line ");
	put(from->label);
	for (size_t i = 0; i < from->bars; i++)
		dump_bar(chart, &from->bar[i]);
	for (size_t c = 0; from->point != NULL && c < chart->categories; c++) {
		printf(" | ");
		put(chart->category[c]);
		putchar(' ');
		put(from->point[c].text);
		if (from->point[c].class != 0)
			printf(" #%zu", from->point[c].class);
	}
	putchar('\n');
}

static void dump_chart(const struct fact_chart *chart) {
	printf("chart ");
	put(chart->id);
	putchar('\n');
	line("title", chart->title);
	line("sentence", chart->sentence);
	line("threshold", chart->threshold_label);
	for (size_t i = 0; i < chart->classes; i++)
		line("class", chart->class[i].label);
	for (size_t i = 0; i < chart->marks; i++) {
		printf("  mark ");
		dump_place(chart->mark[i].at);
		putchar(' ');
		put(chart->mark[i].label);
		putchar('\n');
	}
	for (size_t i = 0; i < chart->lines; i++)
		dump_chart_line(chart, &chart->line[i]);
}

static void dump_figure(const struct figure *figure) {
	printf("figure ");
	put(figure->indicator->id);
	putchar('\n');
	line("verdict", figure->verdict_word);
	line("sentence", figure->sentence);
	line("remark", figure->remark);
	line("before", figure->before);
	line("change", figure->change);
	for (size_t i = 0; i < figure->definitions; i++)
		line(figure->definition[i].key.p, figure->definition[i].text);
	for (size_t i = 0; i < figure->traces; i++)
		dump_table(&figure->trace[i]);
	if (figure->trend != NULL)
		dump_chart(figure->trend);
}

static void dump_graph(const struct fact_graph *graph) {
	printf("graph ");
	put(graph->id);
	printf(" nodes %zu edges %zu\n", graph->nodes, graph->edges);
	for (size_t i = 0; i < graph->nodes; i++)
		for (size_t t = 0; t < graph->node[i].texts; t++)
			line(t == 0 ? "node" : "   .", graph->node[i].text[t]);
	for (size_t i = 0; i < graph->edges; i++) {
		printf("  edge ");
		put(graph->edge[i].from);
		printf(" -> ");
		put(graph->edge[i].to);
		putchar('\n');
	}
}

void factsdump_write(const struct facts *facts) {
	struct arena *arena = arena_new();
	struct buf csv = buf_in(arena);
	printf("facts ");
	put(facts->period_name);
	printf("\n  as-of ");
	put(facts->as_of_text);
	putchar('\n');
	slacsv_write(facts, &csv);
	put(buf_str(&csv));
	for (size_t i = 0; i < facts->figures; i++)
		dump_figure(&facts->figure[i]);
	for (size_t i = 0; i < facts->tables; i++)
		dump_table(&facts->table[i]);
	for (size_t i = 0; i < facts->charts; i++)
		dump_chart(&facts->chart[i]);
	for (size_t i = 0; i < facts->graphs; i++)
		dump_graph(&facts->graph[i]);
	for (size_t i = 0; i < facts->sentences; i++)
		line(facts->sentence[i].key.p, facts->sentence[i].text);
	arena_free(arena);
}
