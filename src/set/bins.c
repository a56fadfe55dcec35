/* bins - a histogram: amounts of ranges side by side, with percentiles. */
#include "set/bins.h"

#include "set/axis.h"
#include "set/fill.h"

#define POINT FRAME_POINT
#define TICKS 5

/* Amounts are counts: no tick between two of them. */
static struct scale amount_scale(const struct plot *plot) {
	const struct doc_line *line = plot->chart->u.chart.line;
	double high = 1;
	for (size_t i = 0; i < plot->chart->u.chart.categories; i++) {
		double value = line->point[i].has
		    ? scale_value(line->point[i].value) : 0;
		high = value > high ? value : high;
	}
	return scale_fit(0, high, TICKS, plot_decimals(plot->chart));
}

static void draw_bin(struct plot *plot, size_t i) {
	const struct doc_point *point =
	    &plot->chart->u.chart.line[0].point[i];
	int left = axis_edge(plot, i), right = axis_edge(plot, i + 1);
	int foot = plot->y + plot->h;
	if (!point->has || scale_value(point->value) <= 0)
		return;
	int top = plot_height_of(plot, scale_value(point->value));
	fill_box(plot, left, top, right - left, foot - top, DOC_FILL_STEP_2);
	sketch_outline(&plot->sketch, left, top, right - left, foot - top,
	    POINT / 2, plot->theme->accent);
}

/* The amount above the bin, on paper where a mark runs. */
static void draw_amount(struct plot *plot, size_t i) {
	const struct doc_point *point =
	    &plot->chart->u.chart.line[0].point[i];
	int left = axis_edge(plot, i), right = axis_edge(plot, i + 1);
	int width = plot_text_width(plot, point->text);
	if (!point->has || scale_value(point->value) <= 0
	    || width > right - left - POINT)
		return;
	int x = (left + right) / 2;
	int y = plot_height_of(plot, scale_value(point->value)) - 2 * POINT;
	sketch_fill(&plot->sketch, x - width / 2 - POINT / 2,
	    y - PLOT_SIZE * 7 / 8, width + POINT, PLOT_SIZE,
	    plot->theme->paper);
	plot_text(plot, point->text, x, y, ALIGN_CENTER, plot->theme->text);
}

int bins_draw(struct plot *plot, int width) {
	size_t n = plot->chart->u.chart.categories;
	int unit = 6 * POINT;
	plot->scale = amount_scale(plot);
	plot->x = plot_tick_width(plot) + 6 * POINT;
	plot->w = width - plot->x;
	plot->y = unit + axis_marks_height(plot) + 2 * PLOT_LINE;
	plot->h = plot->area;
	plot_axes(plot);
	for (size_t i = 0; i < n; i++)
		draw_bin(plot, i);
	axis_marks(plot, 0);
	for (size_t i = 0; i < n; i++)
		draw_amount(plot, i);
	return plot->y + plot->h + axis_categories(plot, false);
}
