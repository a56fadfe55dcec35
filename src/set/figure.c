/* figure - charts and diagrams with their captions. */
#include "set/figure.h"

#include "base/arena.h"
#include "set/chart.h"
#include "set/diagram.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define AROUND (14 * POINT)

#define LARGER(length) ((length) * 3 / 2)

static void enlarge_run(struct flow *flow, struct item *item) {
	struct frame_glyph *glyph = arena_array(flow->arena, item->glyphs,
	    sizeof *glyph);
	item->face = font_face(flow->fonts, (enum font_role)item->face->role,
	    LARGER(item->face->size));
	for (size_t i = 0; i < item->glyphs; i++) {
		glyph[i] = item->glyph[i];
		glyph[i].x = LARGER(glyph[i].x);
		glyph[i].y = LARGER(glyph[i].y);
		glyph[i].advance = LARGER(glyph[i].advance);
	}
	item->glyph = glyph;
}

static void enlarge_path(struct flow *flow, struct item *item) {
	int *point = arena_array(flow->arena, 2 * item->points, sizeof *point);
	for (size_t i = 0; i < 2 * item->points; i++)
		point[i] = LARGER(item->point[i]);
	item->point = point;
}

/* The drawing half as large again; the drawing itself stays. */
static const struct fragment *enlarged(struct flow *flow,
    const struct fragment *drawing) {
	struct fragment *large = arena_alloc(flow->arena, sizeof *large);
	*large = (struct fragment){ LARGER(drawing->w), LARGER(drawing->h),
	    arena_array(flow->arena, drawing->items, sizeof *large->item),
	    drawing->items };
	for (size_t i = 0; i < drawing->items; i++) {
		struct item *item = &large->item[i];
		*item = drawing->item[i];
		item->x = LARGER(item->x);
		item->y = LARGER(item->y);
		item->w = LARGER(item->w);
		item->h = LARGER(item->h);
		item->width = LARGER(item->width);
		if (item->kind == ITEM_RUN)
			enlarge_run(flow, item);
		else if (item->kind == ITEM_PATH)
			enlarge_path(flow, item);
	}
	return large;
}

/* On slides drawn for less room, and enlarged. */
static const struct fragment *drawing_of(struct flow *flow,
    const struct node *chart, const struct node *diagram) {
	bool slide = flow_slides(flow);
	int width = slide ? flow->width * 2 / 3 : flow->width;
	const struct fragment *drawing = chart != NULL
	    ? chart_fragment(flow->arena, flow->fonts, chart, width)
	    : diagram != NULL ? diagram_fragment(flow->arena, flow->fonts,
	    diagram, width) : NULL;
	return slide && drawing != NULL ? enlarged(flow, drawing) : drawing;
}

/* The drawing in the middle of the column. */
static struct sketch centred(const struct flow *flow,
    const struct fragment *drawing) {
	struct sketch part = sketch_of(NULL, drawing->item, drawing->items);
	struct sketch art = sketch_in(flow->arena);
	sketch_add(&art, &part, flow->x + (flow->width - drawing->w) / 2, 0);
	return art;
}

/* What a page with less room may show in the strip's place. */
static void add_low(struct flow *flow, struct strip *strip,
    const struct node *chart) {
	const struct fragment *low = chart_low(flow->arena, flow->fonts, chart,
	    flow->width);
	struct sketch art = centred(flow, low);
	if (low->h < strip->art.h)
		strip->low = sketch_fragment(&art, 0, low->h);
}

void figure_set(struct flow *flow, const struct node *figure) {
	const struct node *chart = doc_child(figure, ELEMENT_CHART);
	const struct node *diagram = doc_child(figure, ELEMENT_DIAGRAM);
	const struct fragment *drawing = drawing_of(flow, chart, diagram);
	size_t first = flow->galley->strips;
	flow_space(flow, AROUND);
	if (drawing != NULL) {
		struct sketch art = centred(flow, drawing);
		struct strip *strip = flow_strip(flow, &art, drawing->h, 0);
		strip->keep = true;
		if (chart != NULL && !flow_slides(flow))
			add_low(flow, strip, chart);
	}
	struct para_style style = para_small(flow);
	style.size += POINT / 2;
	style.colour = flow->theme->text;
	style.align = ALIGN_CENTER;
	style.before = 6 * POINT;
	para_block(flow, para_caption(flow, figure, (struct str){ NULL, 0 }),
	    &style, doc_child(figure, ELEMENT_CAPTION));
	if (flow->x == 0 && !flow_slides(flow))
		flow->galley->strip[first].figure = flow->galley->strips
		    - first;
	flow_space(flow, AROUND);
}
