/*
 * chart - the drawing of a chart's data.
 *
 * Positions are computed here once; painters only paint.  Floating point is
 * used for positions alone, and only with operations that IEEE 754 rounds
 * exactly or that are followed by a coarse rounding to ticks.
 */
#include "set/chart.h"

#include "base/arena.h"
#include "set/bars.h"
#include "set/curve.h"
#include "set/plot.h"

const struct fragment *chart_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *chart, int width) {
	struct plot plot = { .arena = arena, .fonts = fonts,
	    .theme = font_theme(fonts), .chart = chart,
	    .sketch = sketch_in(arena), .width = width };
	struct fragment *fragment = arena_alloc(arena, sizeof *fragment);
	int height = 0;
	if (chart->u.chart.categories == 0 || chart->u.chart.lines == 0)
		height = PLOT_LINE;
	else if (chart->u.chart.kind == DOC_CHART_LINE)
		height = curve_draw(&plot, width);
	else if (bars_lie(&plot, width))
		height = bars_draw_lying(&plot, width);
	else
		height = bars_draw(&plot, width);
	*fragment = sketch_fragment(&plot.sketch, width, height);
	return fragment;
}
