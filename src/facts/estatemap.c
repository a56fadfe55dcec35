/* estatemap - the assets and their links as a graph. */
#include "facts/estatemap.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/survey.h"

static bool in_use(const struct facts *facts, const struct row *asset) {
	int64_t disposed, today = date_day_of(facts->rows->as_of - 1,
	    facts->contract->offset);
	return !cell_int(asset, cell_index(RECORD_asset, "disposed_on"),
	    &disposed) || disposed > today;
}

static const struct row *find(const struct facts *facts, struct str id) {
	const struct rows_table *table = &facts->rows->table[RECORD_asset];
	for (size_t i = 0; i < table->count; i++)
		if (str_equal(cell_name(&table->row[i], RECORD_asset), id))
			return in_use(facts, &table->row[i]) ? &table->row[i]
			    : NULL;
	return NULL;
}

static struct str word_of(const struct facts *facts, const struct row *row,
    enum record_id id, const char *name) {
	int field = cell_index(id, name);
	return record_label(&record_type(id)->field[field], cell_text(row,
	    field), facts->words->language);
}

/* A box, once: number, name, and the class as its lane. */
static void add_node(struct arena *arena, const struct facts *facts,
    struct fact_graph *graph, const struct row *asset) {
	struct str id = cell_name(asset, RECORD_asset);
	for (size_t i = 0; i < graph->nodes; i++)
		if (str_equal(graph->node[i].id, id))
			return;
	graph->node = arena_room(arena, graph->node, graph->nodes,
	    sizeof *graph->node);
	struct str *text = arena_array(arena, 2, sizeof *text);
	text[0] = id;
	text[1] = cell_text(asset, cell_index(RECORD_asset, "name"));
	graph->node[graph->nodes++] = (struct fact_node){ id, text, 2,
	    word_of(facts, asset, RECORD_asset, "class") };
}

static void add_link(struct arena *arena, const struct facts *facts,
    struct fact_graph *graph, const struct row *link) {
	const struct row *from = find(facts, cell_text(link,
	    cell_index(RECORD_asset_link, "from_id")));
	const struct row *to = find(facts, cell_text(link,
	    cell_index(RECORD_asset_link, "to_id")));
	if (from == NULL || to == NULL || from == to)
		return;
	add_node(arena, facts, graph, from);
	add_node(arena, facts, graph, to);
	graph->edge = arena_room(arena, graph->edge, graph->edges,
	    sizeof *graph->edge);
	graph->edge[graph->edges++] = (struct fact_edge){
	    cell_name(from, RECORD_asset), cell_name(to, RECORD_asset),
	    word_of(facts, link, RECORD_asset_link, "relation") };
}

void estatemap_add(struct arena *arena, struct facts *facts) {
	const struct rows_table *links
	    = &facts->rows->table[RECORD_asset_link];
	struct fact_graph graph = { .id = str_of("assets"),
	    .title = words_find(facts->words, "graph.assets") };
	for (size_t i = 0; i < links->count; i++)
		add_link(arena, facts, &graph, &links->row[i]);
	graph.sentence = words_fill(arena, facts->words, graph.nodes == 0
	    ? "table.none" : "graph.assets.text", "title", str_z(arena,
	    graph.title), "n", str_z(arena, phrase_int(arena,
	    (int64_t)graph.nodes)), "edges", str_z(arena, phrase_int(arena,
	    (int64_t)graph.edges)), NULL);
	survey_graph(arena, facts, graph);
}
