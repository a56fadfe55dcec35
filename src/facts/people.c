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

bool people_is_valid(const struct facts *facts, const struct row *row) {
	int64_t day = date_day_of(facts->rows->as_of - 1,
	    facts->contract->offset);
	int64_t from, to;
	return !(cell_int(row, field("valid_from"), &from) && day < from)
	    && !(cell_int(row, field("valid_to"), &to) && day > to);
}

/* The side of the contract that the organization belongs to, else itself;
 * *rest is what the side does not say of it: the department. */
static struct str lane_of(struct arena *arena, const struct facts *facts,
    struct str organization, struct str *rest) {
	static const char *const roles[] = { "city", "vendor" };
	*rest = (struct str){ NULL, 0 };
	for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
		const struct party *party = contract_party(facts->contract,
		    roles[i]);
		if (party == NULL || party->name.n == 0
		    || !str_starts(organization, str_z(arena, party->name)))
			continue;
		*rest = str_trim((struct str){ organization.p + party->name.n,
		    organization.n - party->name.n });
		return words_fill(arena, facts->words, arena_printf(arena,
		    "lane.%s.named", roles[i]), "name", str_z(arena,
		    party->name), NULL);
	}
	return organization;
}

static struct fact_node node_of(struct arena *arena,
    const struct facts *facts, const struct row *row) {
	struct fact_node node = { .id = cell_name(row, RECORD_contact) };
	struct str department;
	node.lane = lane_of(arena, facts, cell_text(row,
	    field("organization")), &department);
	const struct str lines[] = { cell_text(row, field("role")), department,
	    cell_text(row, field("name")), cell_text(row, field("hours")) };
	node.text = arena_array(arena, sizeof lines / sizeof *lines,
	    sizeof *node.text);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (lines[i].n != 0)
			node.text[node.texts++] = lines[i];
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
	struct fact_graph graph = { .id = str_of("organization"),
	    .title = words_find(facts->words, "graph.organization"),
	    .node = arena_array(arena, table->count, sizeof *graph.node) };
	for (size_t i = 0; i < table->count; i++)
		if (people_is_valid(facts, &table->row[i]) && !has_node(&graph,
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
