/*
 * curve - values over time as lines with marks.
 *
 * The axis of a line may begin above zero, since it shows change; that of bars
 * may not.  Series are named beside their last value, the threshold beside its
 * line.  A burn-down holds zero, is filled towards it, and has no marks; its
 * even pace is dashed.
 */
#include "set/curve.h"

#include "base/arena.h"
#include "set/axis.h"

#define POINT FRAME_POINT
#define TICKS 5
#define MARK (2 * POINT)
/* Above this share of the greatest value the least one takes the axis off
 * zero. */
#define ZERO_SHARE 0.5

struct range {
	bool any;
	double low, high;
};

static void include(struct range *range, double value) {
	if (!range->any || value < range->low)
		range->low = value;
	if (!range->any || value > range->high)
		range->high = value;
	range->any = true;
}

static struct range value_range(const struct node *chart) {
	struct range range = { false, 0, 0 };
	for (size_t l = 0; l < chart->u.chart.lines; l++)
		for (size_t i = 0; i < chart->u.chart.categories; i++) {
			const struct doc_point *point =
			    &chart->u.chart.line[l].point[i];
			if (point->has)
				include(&range, scale_value(point->value));
		}
	if (chart->u.chart.has_threshold)
		include(&range, scale_value(chart->u.chart.threshold));
	if (chart->u.chart.kind == DOC_CHART_BURN)
		include(&range, 0);
	return range;
}

static struct scale value_scale(const struct node *chart) {
	struct range range = value_range(chart);
	if (range.low >= 0 && range.low < range.high * ZERO_SHARE)
		range.low = 0;
	else
		/* the least value stands off the axis */
		range.low -= (range.high - range.low) / 20;
	if (range.high <= range.low) {
		/* all alike: half a hundredth of the value around it */
		double room = range.high == 0 ? 1 : range.high / 200;
		range.low -= room < 0 ? -room : room;
		/* a share has nothing above 100 % */
		if (!str_is(chart->u.chart.unit, "%") || range.high < 100)
			range.high += room < 0 ? -room : room;
	}
	return scale_fit(range.low, range.high, TICKS,
	    plot_decimals(chart));
}

static int slot_x(const struct plot *plot, size_t i) {
	return (axis_edge(plot, i) + axis_edge(plot, i + 1)) / 2;
}

/* Marks of the series: disc, square, triangle, diamond, in turn. */
static void draw_mark(struct plot *plot, size_t series, int x, int y) {
	static const int disc[] = { -2, -5, 2, -5, 5, -2, 5, 2, 2, 5, -2, 5,
	    -5, 2, -5, -2 };
	static const int square[] = { -5, -5, 5, -5, 5, 5, -5, 5 };
	static const int triangle[] = { 0, -6, 6, 5, -6, 5 };
	static const int diamond[] = { 0, -7, 7, 0, 0, 7, -7, 0 };
	static const struct {
		const int *at;
		size_t points;
	} shape[] = { { disc, 8 }, { square, 4 }, { triangle, 3 },
	    { diamond, 4 } };
	size_t kind = series % (sizeof shape / sizeof *shape);
	struct item *item = sketch_item(&plot->sketch, ITEM_PATH, plot->chart);
	item->x = x;
	item->y = y;
	item->points = shape[kind].points;
	item->point = arena_array(plot->arena, 2 * item->points,
	    sizeof *item->point);
	for (size_t i = 0; i < 2 * item->points; i++)
		item->point[i] = shape[kind].at[i] * MARK / 5;
	item->closed = true;
	item->filled = true;
	item->fill = plot_colour(plot, series);
}

static bool is_burn(const struct plot *plot) {
	return plot->chart->u.chart.kind == DOC_CHART_BURN;
}

/* The area between zero and what is left, or what is used too much. */
static void draw_area(struct plot *plot, const struct item *stretch,
    bool over) {
	int zero = plot_height_of(plot, 0);
	struct item *item = sketch_item(&plot->sketch, ITEM_PATH, plot->chart);
	int *to = item->point = arena_array(plot->arena,
	    4 * stretch->points + 4, sizeof *item->point);
	for (size_t i = 0; i < stretch->points; i++) {
		const int *at = &stretch->point[2 * i];
		if (i > 0 && (at[-1] > zero) != (at[1] > zero)) {
			*to++ = at[-2] + (int)((int64_t)(at[0] - at[-2])
			    * (zero - at[-1]) / (at[1] - at[-1]));
			*to++ = zero;
		}
		*to++ = at[0];
		*to++ = (at[1] > zero) == over ? at[1] : zero;
	}
	*to++ = stretch->point[2 * stretch->points - 2];
	*to++ = zero;
	*to++ = stretch->point[0];
	*to++ = zero;
	item->points = (size_t)(to - item->point) / 2;
	item->closed = true;
	item->filled = true;
	item->fill = over ? plot->theme->tint[DOC_TONE_BAD]
	    : plot->theme->tint_head;
}

/* The stretch of points [from, to), none of which is missing. */
static void draw_stretch(struct plot *plot, size_t series, size_t from,
    size_t to) {
	const struct doc_point *point =
	    plot->chart->u.chart.line[series].point;
	struct item stretch = { .kind = ITEM_PATH, .node = plot->chart,
	    .points = to - from, .stroked = true, .width = POINT * 5 / 4,
	    .dashed = is_burn(plot) && series > 0,
	    .colour = plot_colour(plot, series) };
	stretch.point = arena_array(plot->arena, 2 * stretch.points,
	    sizeof *stretch.point);
	for (size_t i = from; i < to; i++) {
		stretch.point[2 * (i - from)] = slot_x(plot, i);
		stretch.point[2 * (i - from) + 1] = plot_height_of(plot,
		    scale_value(point[i].value));
	}
	if (is_burn(plot) && series == 0) {
		draw_area(plot, &stretch, false);
		draw_area(plot, &stretch, true);
	}
	*sketch_item(&plot->sketch, ITEM_PATH, plot->chart) = stretch;
}

static void draw_series(struct plot *plot, size_t series) {
	const struct doc_point *point =
	    plot->chart->u.chart.line[series].point;
	size_t n = plot->chart->u.chart.categories;
	for (size_t from = 0, to; from < n; from = to + 1) {
		for (to = from; to < n && point[to].has; )
			to++;
		if (to > from + 1)
			draw_stretch(plot, series, from, to);
	}
	/* a burn-down of one value alone has no line */
	for (size_t i = 0; i < n; i++)
		if (point[i].has && (!is_burn(plot) || n == 1))
			draw_mark(plot, series, slot_x(plot, i), plot_height_of(
			    plot, scale_value(point[i].value)));
}

/* How the line goes on from point i to its neighbour: 1 up, -1 down on the
 * page, 0 level or missing. */
static int turn(const struct plot *plot, size_t i, size_t neighbour) {
	const struct doc_point *point = plot->chart->u.chart.line[0].point;
	if (neighbour >= plot->chart->u.chart.categories
	    || !point[neighbour].has)
		return 0;
	int here = plot_height_of(plot, scale_value(point[i].value));
	int there = plot_height_of(plot, scale_value(point[neighbour].value));
	return (there < here - POINT) - (there > here + POINT);
}

/* The value where neither the line nor another text runs: below a valley,
 * beside a slope, else above; left out where there is no room at all. */
static void draw_value(struct plot *plot, size_t i) {
	const struct doc_point *point =
	    &plot->chart->u.chart.line[0].point[i];
	int left = i == 0 ? 0 : turn(plot, i, i - 1);
	int right = turn(plot, i, i + 1);
	int x = slot_x(plot, i);
	int y = plot_height_of(plot, scale_value(point->value));
	const struct {
		bool wanted;
		int dx, dy;
		enum align align;
	} place[] = {
		{ left >= 0 && right >= 0 && left + right > 0, 0, 11 * POINT,
		    ALIGN_CENTER },
		{ left > 0, 3 * POINT, -3 * POINT, ALIGN_START },
		{ right > 0, -3 * POINT, -3 * POINT, ALIGN_END },
		{ true, 0, -5 * POINT, ALIGN_CENTER },
		{ true, 0, 11 * POINT, ALIGN_CENTER },
	};
	for (size_t k = 0; k < sizeof place / sizeof *place; k++)
		if (place[k].wanted
		    && y + place[k].dy < plot->y + plot->h
		    && plot_text_free(plot, point->text, x + place[k].dx,
		    y + place[k].dy, place[k].align, plot->theme->text))
			return;
}

/* Values beside the points of a single series, where all of them fit. */
static void draw_values(struct plot *plot) {
	const struct node *chart = plot->chart;
	size_t n = chart->u.chart.categories;
	if (chart->u.chart.lines != 1)
		return;
	const struct doc_point *point = chart->u.chart.line[0].point;
	for (size_t i = 0; i < n; i++)
		if (plot_text_width(plot, point[i].text) + 3 * POINT
		    > plot->w / (int)n)
			return;
	for (size_t i = 0; i < n; i++)
		if (point[i].has)
			draw_value(plot, i);
}

/* The last value's height of each series, and the threshold's. */
static size_t read_sides(struct plot *plot, struct plot_side *side) {
	const struct node *chart = plot->chart;
	size_t sides = 0;
	for (size_t l = 0; l < chart->u.chart.lines; l++) {
		size_t i = chart->u.chart.categories;
		const struct doc_line *line = &chart->u.chart.line[l];
		while (i > 0 && !line->point[i - 1].has)
			i--;
		if (i > 0 && line->label.n > 0)
			side[sides++] = (struct plot_side){ plot_height_of(plot,
			    scale_value(line->point[i - 1].value)),
			    line->label, plot_colour(plot, l) };
	}
	if (chart->u.chart.has_threshold
	    && chart->u.chart.threshold_label.n > 0)
		side[sides++] = (struct plot_side){ plot_height_of(plot,
		    scale_value(chart->u.chart.threshold)),
		    chart->u.chart.threshold_label,
		    plot->theme->tone[DOC_TONE_BAD] };
	return sides;
}

/* The area is what the texts beside it leave, and as high as they need. */
static void lay_area(struct plot *plot, int width, struct plot_side *side) {
	int beside = 0;
	plot->x = plot_tick_width(plot) + 6 * POINT;
	plot->y = 20 * POINT;
	size_t sides = read_sides(plot, side);
	for (size_t i = 0; i < sides; i++) {
		int wide = plot_text_width(plot, side[i].text) + 8 * POINT;
		if (wide > beside)
			beside = wide;
	}
	/* twelve months with their years have room beside it */
	if (beside > width / 5)
		beside = width / 5;
	plot->w = width - plot->x - beside;
	plot->h = plot_sides_height(plot, side, sides);
	if (plot->h < plot->area)
		plot->h = plot->area;
}

int curve_draw(struct plot *plot, int width) {
	const struct node *chart = plot->chart;
	struct plot_side *side = arena_array(plot->arena,
	    chart->u.chart.lines + 1, sizeof *side);
	plot->scale = value_scale(chart);
	lay_area(plot, width, side);
	plot_axes(plot);
	plot_threshold(plot);
	int names = axis_categories(plot, true);
	for (size_t l = 0; l < chart->u.chart.lines; l++)
		draw_series(plot, l);
	if (is_burn(plot))
		sketch_line(&plot->sketch, plot->x, plot_height_of(plot, 0),
		    plot->w, 0, POINT * 3 / 5, plot->theme->text);
	plot_sides(plot, side, read_sides(plot, side));
	draw_values(plot);
	return plot->y + plot->h + names;
}
