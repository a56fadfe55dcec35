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
#include "set/bins.h"
#include "set/cells.h"
#include "set/curve.h"
#include "set/plot.h"
#include "set/spark.h"
#include "set/tracks.h"
#include "set/whisker.h"

/* Height inside the axes, and where the page has less room. */
#define AREA (130 * FRAME_POINT)
#define LOW_AREA (80 * FRAME_POINT)

static int draw_bars(struct plot *plot, int width) {
	return bars_lie(plot, width) ? bars_draw_lying(plot, width)
	    : bars_draw(plot, width);
}

static const struct fragment *draw_chart(struct arena *arena,
    struct fonts *fonts, const struct node *chart, int width, int area) {
	if (chart->u.chart.kind == DOC_CHART_SPARK)
		width = SPARK_WIDTH;
	static int (*const draw[])(struct plot *, int) = {
		[DOC_CHART_LINE] = curve_draw, [DOC_CHART_BAR] = draw_bars,
		[DOC_CHART_STACKED] = draw_bars, [DOC_CHART_PARETO] = draw_bars,
		[DOC_CHART_BURN] = curve_draw, [DOC_CHART_HEAT] = cells_draw,
		[DOC_CHART_MATRIX] = cells_draw,
		[DOC_CHART_TIMELINE] = tracks_draw,
		[DOC_CHART_GANTT] = tracks_draw,
		[DOC_CHART_HISTOGRAM] = bins_draw,
		[DOC_CHART_BOX] = whisker_draw, [DOC_CHART_SPARK] = spark_draw
	};
	struct plot plot = { .arena = arena, .fonts = fonts,
	    .theme = font_theme(fonts), .chart = chart,
	    .sketch = sketch_in(arena), .width = width, .area = area };
	struct fragment *fragment = arena_alloc(arena, sizeof *fragment);
	bool empty = chart->u.chart.categories == 0
	    || chart->u.chart.lines == 0;
	int height = empty ? PLOT_LINE : draw[chart->u.chart.kind](&plot, width);
	*fragment = sketch_fragment(&plot.sketch, width, height);
	return fragment;
}

const struct fragment *chart_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *chart, int width) {
	return draw_chart(arena, fonts, chart, width, AREA);
}

const struct fragment *chart_low(struct arena *arena, struct fonts *fonts,
    const struct node *chart, int width) {
	return draw_chart(arena, fonts, chart, width, LOW_AREA);
}
