/*
 * dot - where the boxes of a diagram stand: the only caller of graphviz.
 *
 * graphviz gets sizes and edges and no text, so its answer does not depend on
 * fonts.  It counts in points with y upwards; here are Pango units downwards.
 */
#include "set/dot.h"

#include <graphviz/gvc.h>
#include <stdio.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "set/frame.h"

static double inches(int units) {
	return units / (double)FRAME_POINT / POINTS_PER_INCH;
}

static void set_number(void *object, const char *name, double value) {
	char text[32];
	snprintf(text, sizeof text, "%.4f", value);
	agsafeset(object, (char *)(uintptr_t)name, text, (char *)(uintptr_t)"");
}

static void set_word(void *object, const char *name, const char *value) {
	agsafeset(object, (char *)(uintptr_t)name, (char *)(uintptr_t)value,
	    (char *)(uintptr_t)"");
}

/* A name that graphviz and we count alike. */
static char *name_of(char *name, size_t size, const char *prefix, size_t i) {
	snprintf(name, size, "%s%zu", prefix, i);
	return name;
}

static void add_boxes(const struct dot *dot, Agraph_t *graph) {
	char name[40];
	for (size_t i = 0; i < dot->boxes; i++) {
		const struct dot_box *box = &dot->box[i];
		Agraph_t *home = graph;
		if (box->lane != DOT_NO_LANE) {
			home = agsubg(graph, name_of(name, sizeof name,
			    "cluster", box->lane), 1);
			set_number(home, "margin", dot->margin
			    / (double)FRAME_POINT);
		}
		Agnode_t *node = agnode(home, name_of(name, sizeof name, "n",
		    i), 1);
		set_word(node, "shape", "box");
		set_word(node, "label", "");
		set_word(node, "fixedsize", "true");
		set_number(node, "width", inches(box->w));
		set_number(node, "height", inches(box->h));
	}
}

static Agnode_t *node_at(Agraph_t *graph, size_t i) {
	char name[40];
	return agnode(graph, name_of(name, sizeof name, "n", i), 0);
}

static Agraph_t *build(const struct dot *dot) {
	Agraph_t *graph = agopen((char *)(uintptr_t)"g", Agdirected, NULL);
	if (graph == NULL)
		return NULL;
	set_word(graph, "rankdir", dot->across ? "LR" : "TB");
	set_word(graph, "splines", "line");
	set_number(graph, "nodesep", inches(dot->beside));
	set_number(graph, "ranksep", inches(dot->below));
	add_boxes(dot, graph);
	for (size_t i = 0; i < dot->edges; i++)
		agedge(graph, node_at(graph, dot->edge[i].from),
		    node_at(graph, dot->edge[i].to), NULL, 1);
	return graph;
}

static int units(double points) {
	return (int)(points * FRAME_POINT);
}

static void read_places(struct dot *dot, Agraph_t *graph) {
	char name[40];
	boxf all = GD_bb(graph);
	dot->w = units(all.UR.x - all.LL.x);
	dot->h = units(all.UR.y - all.LL.y);
	for (size_t i = 0; i < dot->boxes; i++) {
		pointf middle = ND_coord(node_at(graph, i));
		struct dot_box *box = &dot->box[i];
		box->rank = ND_rank(node_at(graph, i));
		box->x = units(middle.x - all.LL.x) - box->w / 2;
		box->y = units(all.UR.y - middle.y) - box->h / 2;
	}
	for (size_t i = 0; i < dot->lanes; i++) {
		Agraph_t *cluster = agsubg(graph, name_of(name, sizeof name,
		    "cluster", i), 0);
		if (cluster == NULL)
			continue;
		boxf bounds = GD_bb(cluster);
		dot->lane[i] = (struct dot_box){
			.x = units(bounds.LL.x - all.LL.x),
			.y = units(all.UR.y - bounds.UR.y),
			.w = units(bounds.UR.x - bounds.LL.x),
			.h = units(bounds.UR.y - bounds.LL.y) };
	}
}

struct dot dot_of(struct arena *arena, const struct node *diagram) {
	size_t boxes = diagram->u.diagram.nodes;
	size_t edges = diagram->u.diagram.edges;
	struct dot_edge *edge = arena_array(arena, edges, sizeof *edge);
	for (size_t i = 0; i < edges; i++)
		edge[i] = (struct dot_edge){ diagram->u.diagram.edge[i].from,
		    diagram->u.diagram.edge[i].to };
	return (struct dot){ .box = arena_array(arena, boxes,
	    sizeof (struct dot_box)), .boxes = boxes, .edge = edge,
	    .edges = edges };
}

bool dot_layout(struct dot *dot) {
	GVC_t *context = gvContext();
	if (context == NULL)
		return false;
	Agraph_t *graph = build(dot);
	bool good = graph != NULL
	    && gvLayout(context, graph, "dot") == 0;
	if (good) {
		read_places(dot, graph);
		gvFreeLayout(context, graph);
	}
	if (graph != NULL)
		agclose(graph);
	gvFreeContext(context);
	return good;
}
