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

static void dump_chart(const struct fact_chart *chart) {
	printf("chart ");
	put(chart->id);
	putchar('\n');
	line("title", chart->title);
	line("sentence", chart->sentence);
	line("threshold", chart->threshold_label);
	for (size_t i = 0; i < chart->lines; i++) {
		printf("  line ");
		put(chart->line[i].label);
		for (size_t c = 0; c < chart->categories; c++) {
			printf(" | ");
			put(chart->category[c]);
			putchar(' ');
			put(chart->line[i].point[c].text);
		}
		putchar('\n');
	}
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
	arena_free(arena);
}
