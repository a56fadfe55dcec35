/* figure - charts and diagrams with their captions. */
#include "set/figure.h"

#include "base/arena.h"
#include "set/chart.h"
#include "set/diagram.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define AROUND (14 * POINT)

void figure_set(struct flow *flow, const struct node *figure) {
	const struct node *chart = doc_child(figure, ELEMENT_CHART);
	const struct node *diagram = doc_child(figure, ELEMENT_DIAGRAM);
	const struct fragment *drawing = chart != NULL
	    ? chart_fragment(flow->arena, flow->fonts, chart, flow->width)
	    : diagram != NULL ? diagram_fragment(flow->arena, flow->fonts,
	    diagram, flow->width) : NULL;
	flow_space(flow, AROUND);
	if (drawing != NULL) {
		struct sketch part = { NULL, drawing->item, drawing->items };
		struct sketch art = sketch_in(flow->arena);
		sketch_add(&art, &part, flow->x
		    + (flow->width - drawing->w) / 2, 0);
		flow_strip(flow, &art, drawing->h, 0)->keep = true;
	}
	struct para_style style = para_small(flow);
	style.size += POINT / 2;
	style.colour = flow->theme->text;
	style.align = ALIGN_CENTER;
	style.before = 6 * POINT;
	para_block(flow, para_caption(flow, figure, (struct str){ NULL, 0 }),
	    &style, doc_child(figure, ELEMENT_CAPTION));
	flow_space(flow, AROUND);
}
