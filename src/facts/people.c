/* people - the organization (体制図) as a graph, from the contacts. */
#include "facts/people.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/survey.h"

static int field(const char *name) {
	return cell_index(RECORD_contact, name);
}

static bool is_valid(const struct row *row, int64_t day) {
	int64_t from, to;
	return !(cell_int(row, field("valid_from"), &from) && day < from)
	    && !(cell_int(row, field("valid_to"), &to) && day > to);
}

static bool contains(struct arena *arena, struct str text, struct str part) {
	return part.n != 0 && strstr(str_z(arena, text), str_z(arena, part))
	    != NULL;
}

/* The side of the contract that the organization belongs to. */
static struct str lane_of(struct arena *arena, const struct facts *facts,
    struct str organization) {
	static const char *const roles[] = { "city", "vendor" };
	for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
		const struct party *party = contract_party(facts->contract,
		    roles[i]);
		if (party != NULL && contains(arena, organization, party->name))
			return words_find(facts->words, arena_printf(arena,
			    "lane.%s", roles[i]));
	}
	return organization;
}

static struct fact_node node_of(struct arena *arena,
    const struct facts *facts, const struct row *row) {
	static const char *const lines[] = {
		"role", "organization", "name", "hours"
	};
	struct fact_node node = { .id = cell_name(row, RECORD_contact) };
	node.lane = lane_of(arena, facts, cell_text(row,
	    field("organization")));
	node.text = arena_array(arena, sizeof lines / sizeof lines[0],
	    sizeof *node.text);
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct str text = cell_text(row, field(lines[i]));
		if (text.n != 0)
			node.text[node.texts++] = text;
	}
	return node;
}

static bool has_node(const struct fact_graph *graph, struct str id) {
	for (size_t i = 0; i < graph->nodes; i++)
		if (str_equal(graph->node[i].id, id))
			return true;
	return false;
}

static void add_edges(struct arena *arena, const struct facts *facts,
    struct fact_graph *graph) {
	const struct rows_table *table = &facts->rows->table[RECORD_contact];
	graph->edge = arena_array(arena, table->count, sizeof *graph->edge);
	for (size_t i = 0; i < table->count; i++) {
		struct str to = cell_name(&table->row[i], RECORD_contact);
		struct str from = cell_text(&table->row[i],
		    field("reports_to"));
		if (from.n == 0 || str_equal(from, to) || !has_node(graph, from)
		    || !has_node(graph, to))
			continue;
		graph->edge[graph->edges++] = (struct fact_edge){ from, to,
		    { NULL, 0 } };
	}
}

void people_add(struct arena *arena, struct facts *facts) {
	const struct rows_table *table = &facts->rows->table[RECORD_contact];
	int64_t day = date_day_of(facts->rows->as_of - 1,
	    facts->contract->offset);
	struct fact_graph graph = { .id = str_of("organization"),
	    .title = words_find(facts->words, "graph.organization"),
	    .node = arena_array(arena, table->count, sizeof *graph.node) };
	for (size_t i = 0; i < table->count; i++)
		if (is_valid(&table->row[i], day) && !has_node(&graph,
		    cell_name(&table->row[i], RECORD_contact)))
			graph.node[graph.nodes++] = node_of(arena, facts,
			    &table->row[i]);
	add_edges(arena, facts, &graph);
	graph.sentence = words_fill(arena, facts->words, graph.nodes == 0
	    ? "table.none" : "graph.organization.text", "title", str_z(arena,
	    graph.title), "n", str_z(arena, phrase_int(arena,
	    (int64_t)graph.nodes)), NULL);
	survey_graph(arena, facts, graph);
}
