/*
 * tracks - a track of time for each line, with bars of their classes on it.
 *
 * However short, a bar is wide enough to be seen.
 */
#include "set/tracks.h"

#include "set/axis.h"
#include "set/fill.h"

#define POINT FRAME_POINT
#define PAD (4 * POINT)
#define LOWEST (16 * POINT)
#define BAR (9 * POINT)
/* Of plan and of actual. */
#define PLAN_BAR (6 * POINT)
#define NARROWEST (2 * POINT)

static bool is_gantt(const struct plot *plot) {
	return plot->chart->u.chart.kind == DOC_CHART_GANTT;
}

static int track_height(struct plot *plot, size_t l, int names) {
	int name = axis_name_lines(plot, plot->chart->u.chart.line[l].label,
	    names) * PLOT_LINE + 3 * POINT;
	return name > LOWEST ? name : LOWEST;
}

static void draw_bar(struct plot *plot, const struct doc_bar *bar, int y,
    int h) {
	enum doc_fill fill = fill_class(plot, bar->class);
	int left = axis_place(plot, bar->from);
	int right = axis_place(plot, bar->to);
	int most = plot->x + plot->w - NARROWEST;
	left = left > most ? most : left;
	int width = right - left > NARROWEST ? right - left : NARROWEST;
	int middle = y + h / 2;
	if (!is_gantt(plot))
		fill_box(plot, left, middle - BAR / 2, width, BAR, fill);
	else if (fill == DOC_FILL_PLAN)
		fill_box(plot, left, middle - PLAN_BAR, width,
		    PLAN_BAR - POINT / 2, fill);
	else
		fill_box(plot, left, middle + POINT / 2, width,
		    PLAN_BAR - POINT / 2, fill);
}

static void draw_track(struct plot *plot, size_t l, int y, int h, int names) {
	const struct doc_line *line = &plot->chart->u.chart.line[l];
	axis_name(plot, line->label, plot->x - PAD, y + h / 2, names);
	sketch_line(&plot->sketch, plot->x, y + h, plot->w, 0, POINT / 4,
	    plot->theme->rule);
	for (size_t i = 0; i < line->bars; i++)
		draw_bar(plot, &line->bar[i], y, h);
}

static void draw_grid(struct plot *plot) {
	for (size_t i = 0; i <= plot->chart->u.chart.categories; i++)
		sketch_line(&plot->sketch, axis_edge(plot, i), plot->y, 0,
		    plot->h, POINT / 4, plot->theme->tint_head);
	sketch_line(&plot->sketch, plot->x, plot->y, plot->w, 0, POINT / 2,
	    plot->theme->muted);
}

int tracks_draw(struct plot *plot, int width) {
	const struct node *chart = plot->chart;
	int names = axis_names_width(plot, width);
	plot->x = names + 2 * PAD;
	plot->w = width - plot->x;
	int legend = fill_legend(plot, plot->x, plot->w, true) + PAD;
	plot->y = legend + axis_marks_height(plot);
	plot->h = 0;
	for (size_t l = 0; l < chart->u.chart.lines; l++)
		plot->h += track_height(plot, l, names);
	draw_grid(plot);
	int y = plot->y;
	for (size_t l = 0; l < chart->u.chart.lines; l++) {
		int h = track_height(plot, l, names);
		draw_track(plot, l, y, h, names);
		y += h;
	}
	axis_marks(plot, legend);
	return y + axis_categories(plot, false);
}
