/* coursemap - the flows of the contract as graphs. */
#include "facts/coursemap.h"

#include "base/arena.h"
#include "facts/phrase.h"
#include "facts/survey.h"

/* The party's name and department where the lane is a role, else what the
 * words call the role, else the lane as it is. */
static struct str lane_of(struct arena *arena, const struct facts *facts,
    struct str lane) {
	const char *role = str_z(arena, lane);
	const struct party *party = contract_party(facts->contract, role);
	if (party != NULL)
		return str_trim(str_of(arena_printf(arena, "%s %s", str_z(arena,
		    party->name), str_z(arena, party->department))));
	struct str word = words_maybe(facts->words, arena_printf(arena,
	    "lane.%s", role));
	return word.n != 0 ? word : lane;
}

static size_t count_lanes(const struct course *course) {
	size_t lanes = 0;
	for (size_t i = 0; i < course->steps; i++) {
		size_t k = 0;
		while (!str_equal(course->step[k].lane, course->step[i].lane))
			k++;
		lanes += k == i;
	}
	return lanes;
}

static struct fact_graph graph_of(struct arena *arena,
    const struct facts *facts, const struct course *course) {
	struct fact_graph graph = { .flow = true,
	    .title = course->name,
	    .nodes = course->steps, .edges = course->links,
	    .id = str_of(arena_printf(arena, "flow-%s", str_z(arena,
	    course->id))) };
	graph.node = arena_array(arena, course->steps, sizeof *graph.node);
	graph.edge = arena_array(arena, course->links, sizeof *graph.edge);
	for (size_t i = 0; i < course->steps; i++) {
		struct str *text = arena_alloc(arena, sizeof *text);
		*text = course->step[i].text;
		graph.node[i] = (struct fact_node){ course->step[i].id, text, 1,
		    lane_of(arena, facts, course->step[i].lane) };
	}
	for (size_t i = 0; i < course->links; i++)
		graph.edge[i] = (struct fact_edge){
		    course->step[course->link[i].from].id,
		    course->step[course->link[i].to].id,
		    course->link[i].label };
	graph.sentence = words_fill(arena, facts->words, "graph.flow.text",
	    "title", str_z(arena, graph.title), "n", str_z(arena,
	    phrase_int(arena, (int64_t)graph.nodes)), "lanes", str_z(arena,
	    phrase_int(arena, (int64_t)count_lanes(course))), NULL);
	return graph;
}

void coursemap_add(struct arena *arena, struct facts *facts) {
	for (size_t i = 0; i < facts->contract->courses; i++)
		survey_graph(arena, facts, graph_of(arena, facts,
		    &facts->contract->course[i]));
}
