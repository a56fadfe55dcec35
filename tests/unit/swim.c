/*
 * swim - flows in lanes, made at random: nothing leaves the picture, texts
 * touch no text and no edge of a box, lines run beside each other and around
 * boxes, type is never below 8 points.
 */
#include "set/swim.h"

#include <stdlib.h>

#include "doc/doc.h"
#include "set/diagram.h"
#include "set/page.h"
#include "fonts.h"

#define POINT FRAME_POINT
#define WIDTH (470 * POINT)
#define HEIGHT (620 * POINT)

/* Small numbers that look random, the same in every run. */
static unsigned next(unsigned *seed) {
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* A flow of so many steps in so many lanes; every step follows an earlier one,
 * some lead back. */
static const struct node *flow_of(size_t steps, size_t lanes, unsigned seed) {
	static const char *const texts[] = { "受付", "内容を確かめて記録する",
	    "原因を調べ、暫定の対策と恒久の対策を立てる" };
	static const char *const labels[] = { "", "", "報告", "依頼できないとき" };
	struct node *node = arena_alloc(arena, sizeof *node);
	struct doc_graph_node *box = arena_array(arena, steps, sizeof *box);
	struct doc_graph_edge *edge = arena_array(arena, 2 * steps,
	    sizeof *edge);
	node->type = ELEMENT_DIAGRAM;
	node->u.diagram.flow = true;
	node->u.diagram.node = box;
	node->u.diagram.nodes = steps;
	node->u.diagram.edge = edge;
	for (size_t i = 0; i < steps; i++) {
		box[i].id = str_of(arena_printf(arena, "s%zu", i));
		box[i].lane = str_of(arena_printf(arena, "担当%zu",
		    (size_t)next(&seed) % lanes));
		box[i].text = arena_alloc(arena, sizeof *box[i].text);
		box[i].text[box[i].texts++] = str_of(texts[next(&seed) % 3]);
		if (i > 0)
			edge[node->u.diagram.edges++] = (struct doc_graph_edge){
			    next(&seed) % i, i, str_of(labels[next(&seed) % 4])
			    };
		if (next(&seed) % 4 == 0)
			edge[node->u.diagram.edges++] = (struct doc_graph_edge){
			    i, next(&seed) % steps,
			    str_of(labels[next(&seed) % 4]) };
	}
	return node;
}

struct area {
	int x, y, w, h;
};

static bool overlap(struct area a, struct area b) {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h
	    && b.y < a.y + a.h;
}

static bool within(struct area a, struct area b) {
	return a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w
	    && a.y + a.h <= b.y + b.h;
}

static struct area area_of(const struct item *item) {
	struct area area = { item->x, item->y, item->w, item->h };
	if (item->kind != ITEM_RUN)
		return area;
	area.w = 0;
	for (size_t i = 0; i < item->glyphs; i++)
		area.w += item->glyph[i].advance;
	area.y -= item->face->size * 4 / 5;
	area.h = item->face->size;
	return area;
}

/* A box of a step is filled and then drawn around. */
static bool is_step(const struct fragment *drawing, size_t i) {
	const struct item *item = &drawing->item[i];
	return item->kind == ITEM_BOX && item->stroked && i > 0
	    && item->width > POINT / 2;
}

static void check_run(const struct fragment *drawing, size_t n) {
	struct area page = { 0, 0, drawing->w, drawing->h };
	struct area area = area_of(&drawing->item[n]);
	assert_true(within(area, page));
	assert_true(drawing->item[n].face->size >= 8 * POINT);
	for (size_t i = 0; i < drawing->items; i++) {
		struct area other = area_of(&drawing->item[i]);
		if (i != n && drawing->item[i].kind == ITEM_RUN)
			assert_false(overlap(area, other));
		if (is_step(drawing, i))
			assert_true(!overlap(area, other)
			    || within(area, other));
	}
}

static bool is_line(const struct item *item) {
	return item->kind == ITEM_PATH && item->stroked;
}

/* Piece k of a line, as a thin area. */
static struct area piece(const struct item *line, size_t k) {
	const int *p = &line->point[2 * k];
	assert_true(p[0] == p[2] || p[1] == p[3]);
	return (struct area){ p[0] < p[2] ? p[0] : p[2],
	    p[1] < p[3] ? p[1] : p[3], abs(p[0] - p[2]),
	    abs(p[1] - p[3]) };
}

/* Do the pieces cover each other on more than a point? */
static bool cover(struct area a, struct area b) {
	bool across = a.h == 0 && b.h == 0 && a.y == b.y
	    && a.x < b.x + b.w && b.x < a.x + a.w;
	bool down = a.w == 0 && b.w == 0 && a.x == b.x
	    && a.y < b.y + b.h && b.y < a.y + a.h;
	return across || down;
}

/* Lines from one box, or to one box, may share pieces; others may not. */
static bool joined(const struct item *a, const struct item *b) {
	const int *p = &a->point[2 * a->points - 2];
	const int *q = &b->point[2 * b->points - 2];
	return (a->point[0] == b->point[0] && a->point[1] == b->point[1])
	    || (p[0] == q[0] && p[1] == q[1]);
}

static void check_piece(const struct fragment *drawing,
    const struct item *line, size_t k) {
	struct area own = piece(line, k);
	assert_true(own.x >= 0 && own.x + own.w <= drawing->w);
	assert_true(own.y >= 0 && own.y + own.h <= drawing->h);
	for (size_t i = 0; i < drawing->items; i++) {
		const struct item *other = &drawing->item[i];
		struct area thick = { own.x - 1, own.y, own.w + 2, own.h };
		if (is_step(drawing, i) && own.h != 0)
			assert_false(overlap(thick, area_of(other)));
		if (!is_line(other) || other == line || joined(line, other))
			continue;
		for (size_t n = 0; n + 1 < other->points; n++)
			assert_false(cover(own, piece(other, n)));
	}
}

static void check(const struct fragment *drawing) {
	for (size_t i = 0; i < drawing->items; i++) {
		const struct item *item = &drawing->item[i];
		if (item->kind == ITEM_RUN)
			check_run(drawing, i);
		for (size_t k = 0; is_line(item) && k + 1 < item->points; k++)
			check_piece(drawing, item, k);
	}
}

static void any_flow_is_read(void **state) {
	(void)state;
	for (unsigned seed = 1; seed <= 300; seed++) {
		size_t steps = 1 + seed % 11, lanes = 1 + seed % 5;
		const struct fragment *drawing = swim_fragment(arena, fonts,
		    flow_of(steps, lanes, seed), WIDTH, HEIGHT);
		assert_non_null(drawing);
		assert_true(drawing->w <= WIDTH);
		check(drawing);
	}
}

/* A step in each of so many lanes, one after another in two rows. */
static const struct node *wide_flow(size_t lanes) {
	struct node *node = (struct node *)flow_of(lanes, 1, 7);
	node->u.diagram.edges = 0;
	for (size_t i = 0; i < lanes; i++) {
		node->u.diagram.node[i].lane = str_of(arena_printf(arena,
		    "担当%zu", i));
		if (i > 0)
			node->u.diagram.edge[node->u.diagram.edges++]
			    = (struct doc_graph_edge){ 0, i, str_of("") };
	}
	return node;
}

static void a_wide_flow_turns_its_page(void **state) {
	(void)state;
	assert_false(diagram_turns(arena, fonts, wide_flow(4)));
	assert_true(diagram_turns(arena, fonts, wide_flow(10)));
	/* what no page holds stays where it is */
	assert_false(diagram_turns(arena, fonts, wide_flow(40)));
	const struct fragment *drawing = diagram_fragment(arena, fonts,
	    wide_flow(10), page_shape(PAGE_LANDSCAPE).width);
	assert_true(drawing->w <= page_shape(PAGE_LANDSCAPE).width);
	check(drawing);
}

/* Chains of six boxes each, side by side. */
static const struct node *chains_of(size_t chains) {
	struct node *node = (struct node *)wide_flow(6 * chains);
	node->u.diagram.flow = false;
	node->u.diagram.edges = 0;
	for (size_t i = 0; i < 6 * chains; i++) {
		node->u.diagram.node[i].lane = str_of("");
		if (i % 6 != 0)
			node->u.diagram.edge[node->u.diagram.edges++]
			    = (struct doc_graph_edge){ i - 1, i, str_of("") };
	}
	return node;
}

static void a_wide_graph_turns_its_page(void **state) {
	(void)state;
	assert_false(diagram_turns(arena, fonts, chains_of(5)));
	assert_true(diagram_turns(arena, fonts, chains_of(7)));
	assert_false(diagram_turns(arena, fonts, chains_of(12)));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_flow_is_read),
		cmocka_unit_test(a_wide_flow_turns_its_page),
		cmocka_unit_test(a_wide_graph_turns_its_page),
	};
	return cmocka_run_group_tests(tests, fonts_open, fonts_close);
}
