/*
 * diagram - boxes and the lines between them, in lanes of the parties.
 *
 * Several arrangements are tried, from generous to tight; the first that fits
 * the page is drawn.  Only where none fits does text become smaller than
 * 8 points (pages.md 8): small print is still read, cut print is lost.
 */
#include "set/diagram.h"

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "set/connector.h"
#include "set/line.h"
#include "set/page.h"
#include "set/para.h"
#include "set/route.h"
#include "set/sketch.h"
#include "set/swim.h"

#define POINT FRAME_POINT
#define PAD (5 * POINT)
#define NARROWEST (64 * POINT)
#define LANE_MARGIN (16 * POINT)
#define LANE_GAP (8 * POINT)
/* Where a label can stand at a piece of its line. */
#define LABEL_PLACES 6

struct attempt {
	bool across;
	int wrap;			/* widest text of a box */
	int size;
	int beside, below;
};

static const struct attempt attempts[] = {
	{ false, 130 * POINT, 9 * POINT, 22 * POINT, 36 * POINT },
	{ true, 130 * POINT, 9 * POINT, 14 * POINT, 44 * POINT },
	{ false, 76 * POINT, 8 * POINT, 10 * POINT, 30 * POINT },
	{ true, 76 * POINT, 8 * POINT, 8 * POINT, 34 * POINT },
	{ false, 60 * POINT, 6 * POINT, 6 * POINT, 24 * POINT },
	{ true, 60 * POINT, 6 * POINT, 6 * POINT, 24 * POINT },
	{ true, 40 * POINT, 4 * POINT, 4 * POINT, 18 * POINT },
};

struct diagram {
	struct arena *arena;
	struct fonts *fonts;
	const struct theme *theme;
	const struct node *node;
	const struct attempt *look;
	struct sketch sketch;
	struct str *lane;		/* names, in order of first use */
	struct dot dot;
	struct route *route;		/* of each edge */
	struct dot_box *text;		/* where labels and names stand */
	size_t texts;
};

static int leading(const struct diagram *diagram) {
	return diagram->look->size * 4 / 3;
}

static const struct text *shaped(struct diagram *diagram, struct str text,
    bool strong) {
	return text_plain(diagram->fonts, text, strong ? FONT_GOTHIC_BOLD
	    : FONT_GOTHIC, diagram->look->size);
}

/* The lines of all texts of a box; *width of the widest. */
static int measure_box(struct diagram *diagram,
    const struct doc_graph_node *box, int *width) {
	int lines = 0;
	*width = 0;
	for (size_t i = 0; i < box->texts; i++) {
		struct lines cut = line_balanced(diagram->arena,
		    shaped(diagram, box->text[i], i == 0), diagram->look->wrap);
		for (size_t k = 0; k < cut.count; k++)
			if (cut.at[k].width > *width)
				*width = cut.at[k].width;
		lines += (int)cut.count;
	}
	return lines;
}

static size_t lane_find(struct diagram *diagram, struct str name) {
	struct dot *dot = &diagram->dot;
	if (name.n == 0)
		return DOT_NO_LANE;
	for (size_t i = 0; i < dot->lanes; i++)
		if (str_equal(diagram->lane[i], name))
			return i;
	diagram->lane[dot->lanes] = name;
	return dot->lanes++;
}

static void size_boxes(struct diagram *diagram) {
	struct dot *dot = &diagram->dot;
	dot->lanes = 0;
	for (size_t i = 0; i < dot->boxes; i++) {
		const struct doc_graph_node *box =
		    &diagram->node->u.diagram.node[i];
		int width, narrowest = NARROWEST * diagram->look->size
		    / (9 * POINT);
		int lines = measure_box(diagram, box, &width);
		size_t lane = lane_find(diagram, box->lane);
		/* a lane is as wide as its name */
		int name = lane == DOT_NO_LANE ? 0
		    : shaped(diagram, box->lane, true)->max - 2 * LANE_MARGIN
		    + 2 * PAD;
		width += 2 * PAD;
		width = width < narrowest ? narrowest : width;
		dot->box[i] = (struct dot_box){
			.w = width < name ? name : width,
			.h = lines * leading(diagram) + 2 * PAD, .lane = lane };
	}
}

static int widest_label(struct diagram *diagram) {
	int widest = 0;
	for (size_t i = 0; i < diagram->node->u.diagram.edges; i++) {
		int width = shaped(diagram,
		    diagram->node->u.diagram.edge[i].label, false)->max;
		if (width > widest)
			widest = width;
	}
	return widest;
}

/* Lay out by the attempt; false when graphviz cannot. */
static bool try_layout(struct diagram *diagram, const struct attempt *look) {
	struct dot *dot = &diagram->dot;
	diagram->look = look;
	dot->across = look->across;
	dot->beside = look->beside;
	dot->below = look->below;
	dot->margin = LANE_MARGIN;
	/* labels stand between the ranks */
	int label = widest_label(diagram);
	dot->below += look->across ? label : label > 0 ? 2 * leading(diagram)
	    : 0;
	size_boxes(diagram);
	return dot_layout(dot);
}

static void draw_lanes(struct diagram *diagram) {
	const struct theme *theme = diagram->theme;
	for (size_t i = 0; i < diagram->dot.lanes; i++) {
		const struct dot_box *lane = &diagram->dot.lane[i];
		sketch_fill(&diagram->sketch, lane->x, lane->y, lane->w,
		    lane->h, theme->tint_accent);
		sketch_outline(&diagram->sketch, lane->x, lane->y, lane->w,
		    lane->h, POINT / 2, theme->rule);
	}
}

/* The start and end of a lane on the axis that lanes follow each other on. */
static int lane_start(const struct diagram *diagram, size_t i) {
	const struct dot_box *lane = &diagram->dot.lane[i];
	return diagram->dot.across ? lane->y : lane->x;
}

static int lane_end(const struct diagram *diagram, size_t i) {
	const struct dot_box *lane = &diagram->dot.lane[i];
	return lane_start(diagram, i) + (diagram->dot.across ? lane->h
	    : lane->w);
}

/* Does every box have a lane, and no two lanes stand beside each other? */
static bool lanes_follow(const struct diagram *diagram) {
	const struct dot *dot = &diagram->dot;
	for (size_t i = 0; i < dot->boxes; i++)
		if (dot->box[i].lane == DOT_NO_LANE)
			return false;
	for (size_t i = 0; i < dot->lanes; i++)
		for (size_t k = 0; k < i; k++)
			if (lane_start(diagram, i) < lane_end(diagram, k)
			    && lane_start(diagram, k) < lane_end(diagram, i))
				return false;
	return true;
}

static void shift(const struct diagram *diagram, struct dot_box *box, int by) {
	if (diagram->dot.across)
		box->y += by;
	else
		box->x += by;
}

/* Lanes that follow each other begin and end together. */
static void align_lanes(struct dot *dot) {
	for (size_t i = 0; i < dot->lanes; i++) {
		struct dot_box *lane = &dot->lane[i];
		lane->x = dot->across ? 0 : lane->x;
		lane->w = dot->across ? dot->w : lane->w;
		lane->y = dot->across ? lane->y : 0;
		lane->h = dot->across ? lane->h : dot->h;
	}
}

/* graphviz lets lanes stand in any order; the document's own order puts the
 * city before its contractors.  Lines are drawn after. */
static void order_lanes(struct diagram *diagram) {
	struct dot *dot = &diagram->dot;
	int at = 0;
	if (!lanes_follow(diagram))
		return;
	align_lanes(dot);
	for (size_t i = 0; i < dot->lanes; i++) {
		int by = at - lane_start(diagram, i);
		for (size_t k = 0; k < dot->boxes; k++)
			if (dot->box[k].lane == i)
				shift(diagram, &dot->box[k], by);
		shift(diagram, &dot->lane[i], by);
		at = lane_end(diagram, i) + LANE_GAP;
	}
	if (dot->lanes > 0 && dot->across)
		dot->h = at - LANE_GAP;
	else if (dot->lanes > 0)
		dot->w = at - LANE_GAP;
}

static bool touch(const struct dot_box *a, const struct dot_box *b) {
	return a->x < b->x + b->w && b->x < a->x + a->w
	    && a->y < b->y + b->h && b->y < a->y + a->h;
}

/* Does a line run through the place? */
static bool crossed(const struct diagram *diagram,
    const struct dot_box *place) {
	for (size_t i = 0; i < diagram->dot.edges; i++) {
		const struct route *route = &diagram->route[i];
		for (size_t k = 1; k < route->points; k++) {
			const int *p = &route->point[2 * k - 2];
			struct dot_box piece = {
				.x = p[0] < p[2] ? p[0] : p[2],
				.y = p[1] < p[3] ? p[1] : p[3],
				.w = abs(p[0] - p[2]) + 1,
				.h = abs(p[1] - p[3]) + 1 };
			if (touch(place, &piece))
				return true;
		}
	}
	return false;
}

/* Is the place free of boxes and of texts placed before? */
static bool is_blank(const struct diagram *diagram,
    const struct dot_box *place) {
	for (size_t i = 0; i < diagram->dot.boxes; i++)
		if (touch(place, &diagram->dot.box[i]))
			return false;
	for (size_t i = 0; i < diagram->texts; i++)
		if (touch(place, &diagram->text[i]))
			return false;
	return place->x >= 0 && place->y >= 0
	    && place->x + place->w <= diagram->dot.w
	    && place->y + place->h <= diagram->dot.h;
}

static bool holds(const struct dot_box *lane, const struct dot_box *place) {
	return place->x > lane->x && place->y > lane->y
	    && place->x + place->w < lane->x + lane->w
	    && place->y + place->h < lane->y + lane->h;
}

/* Is it free of lines, too, and of the edges of lanes? */
static bool is_free(const struct diagram *diagram,
    const struct dot_box *place) {
	for (size_t i = 0; i < diagram->dot.lanes; i++)
		if (touch(place, &diagram->dot.lane[i])
		    && !holds(&diagram->dot.lane[i], place))
			return false;
	return is_blank(diagram, place) && !crossed(diagram, place);
}

/* The first of the places that is so; `places` if none is. */
static size_t first(const struct diagram *diagram,
    const struct dot_box *place, size_t places,
    bool (*is)(const struct diagram *, const struct dot_box *)) {
	size_t i = 0;
	while (i < places && !is(diagram, &place[i]))
		i++;
	return i;
}

/* Print the text at the first free of the places, else over lines. */
static void print(struct diagram *diagram, const struct text *text,
    const struct dot_box *place, size_t places, struct colour colour) {
	size_t free = first(diagram, place, places, is_free);
	size_t blank = free < places ? free
	    : first(diagram, place, places, is_blank);
	const struct dot_box *at = &place[blank < places ? blank : 0];
	struct lines lines = line_ragged(diagram->arena, text, 1 << 29);
	if (free == places)
		sketch_fill(&diagram->sketch, at->x, at->y, at->w, at->h,
		    diagram->theme->paper);
	line_draw(&diagram->sketch, text, &lines.at[0], at->x,
	    at->y + para_baseline(text->size, at->h), colour, diagram->node);
	diagram->text[diagram->texts++] = *at;
}

/* A lane's name at one of its corners. */
static void print_name(struct diagram *diagram, size_t n) {
	const struct dot_box *lane = &diagram->dot.lane[n];
	const struct text *name = shaped(diagram, diagram->lane[n], true);
	int h = leading(diagram), gap = 3 * POINT;
	int left = lane->x + PAD, right = lane->x + lane->w - PAD - name->max;
	int top = lane->y + gap, foot = lane->y + lane->h - h - gap;
	const struct dot_box place[] = {
		{ .x = left, .y = top, .w = name->max, .h = h },
		{ .x = right, .y = top, .w = name->max, .h = h },
		{ .x = left, .y = foot, .w = name->max, .h = h },
		{ .x = right, .y = foot, .w = name->max, .h = h } };
	print(diagram, name, place, 4, diagram->theme->accent);
}

/* Beside or above the piece, in its middle and nearer to its ends. */
static void label_places(const int *p, int w, int h, struct dot_box *place) {
	static const int eighths[] = { 4, 2, 6 };
	int gap = 2 * POINT;
	bool upright = p[0] == p[2];
	for (size_t i = 0; i < LABEL_PLACES; i++) {
		int part = eighths[i / 2];
		int x = p[0] + (p[2] - p[0]) * part / 8;
		int y = p[1] + (p[3] - p[1]) * part / 8;
		bool after = i % 2 == 0;
		place[i] = upright ? (struct dot_box){ .y = y - h / 2,
			.x = after ? x + gap : x - w - gap, .w = w, .h = h }
		    : (struct dot_box){ .x = x - w / 2,
			.y = after ? y - h - gap : y + gap, .w = w, .h = h };
	}
}

/* Do more lines end where this one ends than begin where it begins? */
static bool ends_in_crowd(const struct diagram *diagram, size_t n) {
	const struct dot_edge *edge = diagram->dot.edge;
	size_t begin = 0, end = 0;
	for (size_t i = 0; i < diagram->dot.edges; i++) {
		begin += edge[i].from == edge[n].from;
		end += edge[i].to == edge[n].to;
	}
	return end > begin;
}

/* A line's label beside one of its pieces, first of those at the end that it
 * shares with fewer lines. */
static void print_label(struct diagram *diagram, size_t n) {
	struct str label = diagram->node->u.diagram.edge[n].label;
	const struct route *route = &diagram->route[n];
	struct dot_box place[LABEL_PLACES * ROUTE_POINTS];
	size_t pieces = route->points - 1;
	bool crowd = ends_in_crowd(diagram, n);
	if (label.n == 0)
		return;
	const struct text *text = shaped(diagram, label, false);
	for (size_t k = 0; k < pieces; k++)
		label_places(&route->point[2 * (crowd ? k : pieces - 1 - k)],
		    text->max, leading(diagram), &place[LABEL_PLACES * k]);
	print(diagram, text, place, LABEL_PLACES * pieces,
	    diagram->theme->text);
}

static void draw_box(struct diagram *diagram, size_t n) {
	const struct dot_box *place = &diagram->dot.box[n];
	const struct doc_graph_node *box = &diagram->node->u.diagram.node[n];
	int y = place->y + PAD;
	sketch_fill(&diagram->sketch, place->x, place->y, place->w, place->h,
	    diagram->theme->paper);
	sketch_outline(&diagram->sketch, place->x, place->y, place->w,
	    place->h, POINT * 3 / 4, diagram->theme->accent);
	for (size_t i = 0; i < box->texts; i++) {
		const struct text *text = shaped(diagram, box->text[i], i == 0);
		struct lines lines = line_balanced(diagram->arena, text,
		    diagram->look->wrap);
		for (size_t k = 0; k < lines.count; k++) {
			line_draw(&diagram->sketch, text, &lines.at[k],
			    place->x + (place->w - lines.at[k].width) / 2,
			    y + para_baseline(diagram->look->size,
			    leading(diagram)), diagram->theme->text,
			    diagram->node);
			y += leading(diagram);
		}
	}
}

static void draw(struct diagram *diagram) {
	const struct dot *dot = &diagram->dot;
	for (size_t i = 0; i < dot->edges; i++)
		diagram->route[i] = route_find(dot, &dot->edge[i]);
	draw_lanes(diagram);
	for (size_t i = 0; i < dot->edges; i++)
		connector_draw(&diagram->sketch, diagram->route[i].point,
		    diagram->route[i].points, diagram->theme->muted,
		    diagram->node);
	for (size_t i = 0; i < dot->boxes; i++)
		draw_box(diagram, i);
	for (size_t i = 0; i < dot->edges; i++)
		print_label(diagram, i);
	for (size_t i = 0; i < dot->lanes; i++)
		print_name(diagram, i);
}

static struct diagram diagram_of(struct arena *arena, struct fonts *fonts,
    const struct node *node) {
	size_t boxes = node->u.diagram.nodes, edges = node->u.diagram.edges;
	struct diagram diagram = { .arena = arena, .fonts = fonts,
	    .theme = font_theme(fonts), .node = node,
	    .sketch = sketch_in(arena), .dot = dot_of(arena, node) };
	diagram.lane = arena_array(arena, boxes, sizeof *diagram.lane);
	diagram.dot.lane = arena_array(arena, boxes,
	    sizeof *diagram.dot.lane);
	diagram.route = arena_array(arena, edges, sizeof *diagram.route);
	diagram.text = arena_array(arena, edges + boxes,
	    sizeof *diagram.text);
	return diagram;
}

/* Lay out by the first attempt that fits two thirds of the page, with text that is
 * read with ease, else by the first that fits the page. */
static bool fit(struct diagram *diagram, int width, int height) {
	size_t all = sizeof attempts / sizeof *attempts;
	for (size_t i = 0; i < 2 * all; i++) {
		const struct attempt *look = &attempts[i % all];
		if (i < all && look->size < DOT_READABLE)
			continue;
		if (!try_layout(diagram, look))
			return false;
		if (diagram->dot.w <= width
		    && diagram->dot.h <= (i < all ? height * 2 / 3 : height))
			break;
	}
	return true;
}

static const struct fragment *graph_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *node, int width, int height) {
	struct diagram diagram = diagram_of(arena, fonts, node);
	struct fragment *fragment = arena_alloc(arena, sizeof *fragment);
	if (!fit(&diagram, width, height))
		return NULL;
	order_lanes(&diagram);
	draw(&diagram);
	*fragment = sketch_fragment(&diagram.sketch, diagram.dot.w,
	    diagram.dot.h);
	return fragment;
}

/* What a diagram may take of a page, beside its caption. */
static int room(enum page_style page) {
	return page_shape(page).height * 7 / 8;
}

static bool graph_fits(struct arena *arena, struct fonts *fonts,
    const struct node *node, int width, int height) {
	struct diagram diagram = diagram_of(arena, fonts, node);
	return fit(&diagram, width, height)
	    && diagram.look->size >= DOT_READABLE
	    && diagram.dot.w <= width && diagram.dot.h <= height;
}

static bool fits(struct arena *arena, struct fonts *fonts,
    const struct node *node, enum page_style page) {
	int width = page_shape(page).width, height = room(page);
	return node->u.diagram.flow
	    ? swim_fits(arena, fonts, node, width, height)
	    : graph_fits(arena, fonts, node, width, height);
}

bool diagram_turns(struct arena *arena, struct fonts *fonts,
    const struct node *node) {
	return !fits(arena, fonts, node, PAGE_PORTRAIT)
	    && fits(arena, fonts, node, PAGE_LANDSCAPE);
}

const struct fragment *diagram_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *node, int width) {
	enum page_style page = width > page_shape(PAGE_PORTRAIT).width
	    ? PAGE_LANDSCAPE : PAGE_PORTRAIT;
	int height = room(page);
	const struct fragment *fragment = node->u.diagram.flow
	    ? swim_fragment(arena, fonts, node, width, height)
	    : graph_fragment(arena, fonts, node, width, height);
	if (fragment != NULL)
		return fragment;
	diag(DIAG_DIAGRAM_LAYOUT, NULL, diag_str(node->parent->number), NULL);
	struct fragment *empty = arena_alloc(arena, sizeof *empty);
	*empty = (struct fragment){ .w = width, .h = NARROWEST };
	return empty;
}
