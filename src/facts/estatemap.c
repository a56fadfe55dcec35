/* estatemap - the assets and their links as graphs. */
#include "facts/estatemap.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/lookup.h"
#include "facts/phrase.h"
#include "facts/survey.h"

/* More boxes than this are no picture any more: the table says them. */
#define NODES_MOST 60

static const struct {
	const char *id, *relations;
} maps[] = {
	{ "assets-software", "runs_on depends_on" },
	{ "assets-network", "connects_to" },
	{ "assets-places", "stored_at" },
};

static bool in_use(const struct facts *facts, const struct row *asset) {
	int64_t disposed, today = date_day_of(facts->rows->as_of - 1,
	    facts->contract->offset);
	return !cell_int(asset, cell_index(RECORD_asset, "disposed_on"),
	    &disposed) || disposed > today;
}

/* The asset in use that the field of the link names, or NULL. */
static const struct row *find(const struct facts *facts, struct lookup assets,
    const struct row *link, const char *field) {
	const struct rows_table *table = &facts->rows->table[RECORD_asset];
	struct lookup found = lookup_find(assets, cell_text(link,
	    cell_index(RECORD_asset_link, field)));
	const struct row *row = found.count == 0 ? NULL
	    : &table->row[found.at[0].index];
	return row != NULL && in_use(facts, row) ? row : NULL;
}

static struct str word_of(const struct facts *facts, const struct row *row,
    enum record_id id, const char *name) {
	int field = cell_index(id, name);
	return phrase_code(facts->words, &record_type(id)->field[field],
	    cell_text(row, field));
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

/* A line, named by its relation where the graph has more than one. */
static void add_link(struct arena *arena, const struct facts *facts,
    struct lookup assets, struct fact_graph *graph, const struct row *link,
    bool named) {
	const struct row *from = find(facts, assets, link, "from_id");
	const struct row *to = find(facts, assets, link, "to_id");
	if (from == NULL || to == NULL || from == to)
		return;
	add_node(arena, facts, graph, from);
	add_node(arena, facts, graph, to);
	graph->edge = arena_room(arena, graph->edge, graph->edges,
	    sizeof *graph->edge);
	struct fact_edge *edge = &graph->edge[graph->edges++];
	*edge = (struct fact_edge){ .from = cell_name(from, RECORD_asset),
	    .to = cell_name(to, RECORD_asset) };
	if (named)
		edge->label = word_of(facts, link, RECORD_asset_link,
		    "relation");
}

static bool is_listed(const char *words, struct str sought) {
	struct str rest = str_of(words), word;
	while (str_word(&rest, &word))
		if (str_equal(word, sought))
			return true;
	return false;
}

static void add_graph(struct arena *arena, struct facts *facts,
    struct lookup assets, const char *id, const char *relations) {
	const struct rows_table *links
	    = &facts->rows->table[RECORD_asset_link];
	struct fact_graph graph = { .id = str_of(id),
	    .title = words_find(facts->words, arena_printf(arena, "graph.%s",
	    id)) };
	for (size_t i = 0; i < links->count && graph.nodes < NODES_MOST; i++)
		if (is_listed(relations, cell_text(&links->row[i],
		    cell_index(RECORD_asset_link, "relation"))))
			add_link(arena, facts, assets, &graph,
			    &links->row[i], strchr(relations, ' ') != NULL);
	const char *key = graph.nodes == 0 ? "table.none"
	    : graph.nodes < NODES_MOST ? "graph.assets.text"
	    : "graph.assets.many";
	graph.sentence = words_fill(arena, facts->words, key, "title",
	    str_z(arena, graph.title), "n", str_z(arena, phrase_int(arena,
	    (int64_t)graph.nodes)), "edges", str_z(arena, phrase_int(arena,
	    (int64_t)graph.edges)), NULL);
	if (graph.nodes >= NODES_MOST)
		graph.nodes = graph.edges = 0;
	survey_graph(arena, facts, graph);
}

void estatemap_add(struct arena *arena, struct facts *facts) {
	struct lookup assets = lookup_rows(arena,
	    &facts->rows->table[RECORD_asset], cell_index(RECORD_asset,
	    "asset_id"));
	for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
		add_graph(arena, facts, assets, maps[i].id,
		    maps[i].relations);
}
