/*
 * bars - amounts as bars from zero.
 *
 * Bars begin at zero, always: their lengths are compared.  A missing value is
 * a gap with the mark of nothing at its foot, unlike a value of 0, which prints its 0.
 */
#include "set/bars.h"

#include "base/arena.h"
#include "set/axis.h"
#include "set/fill.h"
#include "set/line.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define TICKS 5
/* Of its slot that a group of bars fills. */
#define GROUP_PARTS 7
#define WIDEST_BAR (36 * POINT)
/* Plain colour beside a text on a pattern, both sides together. */
#define PLATE (8 * POINT)
/* Of one lying bar, of all of them. */
#define LYING (10 * POINT)
#define TALLEST (560 * POINT)

static bool is_stacked(const struct plot *plot) {
	return plot->chart->u.chart.kind == DOC_CHART_STACKED;
}

static bool is_pareto(const struct plot *plot) {
	return plot->chart->u.chart.kind == DOC_CHART_PARETO;
}

static size_t categories(const struct plot *plot) {
	return plot->chart->u.chart.categories;
}

static size_t series(const struct plot *plot) {
	return is_pareto(plot) ? 1 : plot->chart->u.chart.lines;
}

static const struct doc_point *point_at(const struct plot *plot, size_t l,
    size_t i) {
	return &plot->chart->u.chart.line[l].point[i];
}

/* What is missing adds nothing. */
static double value_at(const struct plot *plot, size_t l, size_t i) {
	const struct doc_point *point = point_at(plot, l, i);
	return point->has ? scale_value(point->value) : 0;
}

/* Where the bar of series l begins in category i: on the series before it that
 * lie on its side of zero. */
static double stack_at(const struct plot *plot, size_t l, size_t i) {
	bool below = value_at(plot, l, i) < 0;
	double sum = 0;
	for (size_t k = 0; k < l; k++)
		if ((value_at(plot, k, i) < 0) == below)
			sum += value_at(plot, k, i);
	return sum;
}

static struct scale amount_scale(const struct plot *plot) {
	double low = 0, high = 0;
	for (size_t i = 0; i < categories(plot); i++)
		for (size_t l = 0; l < series(plot); l++) {
			double value = value_at(plot, l, i);
			if (is_stacked(plot))
				value += stack_at(plot, l, i);
			high = value > high ? value : high;
			low = value < low ? value : low;
		}
	if (plot->chart->u.chart.has_threshold) {
		double value = scale_value(plot->chart->u.chart.threshold);
		high = value > high ? value : high;
	}
	return scale_fit(low, high > low ? high : low + 1, TICKS,
	    plot_decimals(plot->chart));
}

/* Dark text on light bars and light on dark ones. */
static struct colour on_colour(const struct plot *plot, struct colour fill) {
	int grey = (299 * fill.r + 587 * fill.g + 114 * fill.b) / 1000;
	return grey > 140 ? plot->theme->text : plot->theme->paper;
}

static int slot_left(const struct plot *plot, size_t i) {
	return plot->x + (int)((int64_t)plot->w * (int64_t)i
	    / (int64_t)categories(plot));
}

static int slot_width(const struct plot *plot) {
	return plot->w / (int)categories(plot);
}

/* Width of one bar, and how many stand side by side. */
static int bar_width(const struct plot *plot, size_t *beside) {
	*beside = is_stacked(plot) ? 1 : series(plot);
	int width = slot_width(plot) * GROUP_PARTS / 10 / (int)*beside;
	return width < WIDEST_BAR ? width : WIDEST_BAR;
}

/* The room for a value over a bar of the width. */
static int value_room(const struct plot *plot, int width) {
	return series(plot) == 1 ? slot_width(plot) : width + 2 * POINT;
}

/* Values are shown over all bars or none. */
static bool values_fit(struct plot *plot) {
	size_t count;
	int room = value_room(plot, bar_width(plot, &count));
	for (size_t l = 0; l < series(plot); l++)
		for (size_t i = 0; i < categories(plot); i++)
			if (plot_text_width(plot, point_at(plot, l, i)->text)
			    > room)
				return false;
	return true;
}

/* A text in its bar, on the plain colour; false where there is no room. */
static bool draw_within(struct plot *plot, struct str text, int left,
    int middle, int width, struct colour fill) {
	int room = plot_text_width(plot, text), x = left + width / 2;
	int baseline = middle + PLOT_SIZE * 38 / 100;
	if (room > width || !plot_is_free(plot, text, x, baseline,
	    ALIGN_CENTER))
		return false;
	room = room + PLATE < width ? room + PLATE : width;
	sketch_fill(&plot->sketch, x - room / 2, middle - PLOT_LINE / 2, room,
	    PLOT_LINE, fill);
	plot_text(plot, text, x, baseline, ALIGN_CENTER, on_colour(plot,
	    fill));
	return true;
}

/* The value over its bar, else in it; left out where it would cover another or
 * the line of the share. */
static void draw_value(struct plot *plot, size_t l, size_t i, int left,
    int top, int width) {
	const struct doc_point *point = point_at(plot, l, i);
	int middle = left + width / 2;
	int foot = plot_height_of(plot, 0) - PLOT_LINE;
	if (!point->has) {
		plot_text_free(plot, text_nothing(plot->fonts), middle,
		    top - 3 * POINT, ALIGN_CENTER, plot->theme->muted);
		return;
	}
	bool told = plot_text_free(plot, point->text, middle, top - 3 * POINT,
	    ALIGN_CENTER, plot->theme->text);
	for (int y = top + PLOT_LINE; !told && y < foot; y += PLOT_LINE)
		told = draw_within(plot, point->text, left, y, width,
		    plot_colour(plot, l));
}

static void draw_beside(struct plot *plot, size_t i) {
	size_t count;
	int width = bar_width(plot, &count);
	int left = slot_left(plot, i)
	    + (slot_width(plot) - width * (int)count) / 2;
	int zero = plot_height_of(plot, 0);
	for (size_t l = 0; l < series(plot); l++, left += width) {
		int y = plot_height_of(plot, value_at(plot, l, i));
		int top = y < zero ? y : zero;
		/* a hair between neighbours */
		if (y != zero)
			fill_series(plot, left + POINT / 4, top,
			    width - POINT / 2, abs(zero - y), l);
	}
}

static void draw_values(struct plot *plot) {
	size_t count;
	int width = bar_width(plot, &count), zero = plot_height_of(plot, 0);
	bool fit = values_fit(plot);
	for (size_t i = 0; i < categories(plot); i++) {
		int left = slot_left(plot, i)
		    + (slot_width(plot) - width * (int)count) / 2;
		for (size_t l = 0; l < series(plot); l++, left += width) {
			int y = plot_height_of(plot, value_at(plot, l, i));
			if (fit || !point_at(plot, l, i)->has)
				draw_value(plot, l, i, left, y < zero ? y
				    : zero, width);
		}
	}
}

static void draw_stack(struct plot *plot, size_t i) {
	size_t count;
	int width = bar_width(plot, &count);
	int left = slot_left(plot, i) + (slot_width(plot) - width) / 2;
	for (size_t l = 0; l < series(plot); l++) {
		struct colour fill = plot_colour(plot, l);
		double base = stack_at(plot, l, i);
		double end = base + value_at(plot, l, i);
		int foot = plot_height_of(plot, base < end ? base : end);
		int top = plot_height_of(plot, base < end ? end : base);
		const struct doc_point *point = point_at(plot, l, i);
		if (foot <= top)
			continue;
		fill_series(plot, left, top, width, foot - top, l);
		/* a white hair where two tints meet, unless it hid one */
		if (foot - top > 2 * POINT)
			sketch_line(&plot->sketch, left, top, width, 0,
			    POINT / 2, plot->theme->paper);
		if (foot - top >= PLOT_LINE)
			draw_within(plot, point->text, left, (foot + top) / 2,
			    width, fill);
	}
}

/* The marks of the share; no value stands on them or on the line beside. */
static void draw_marks(struct plot *plot, const int *point, size_t points,
    struct colour colour) {
	int half = slot_width(plot) / 2;
	for (size_t i = 0; i < points; i++) {
		const int *at = &point[2 * i];
		int left = i == 0 ? at[1] : (at[1] + at[-1]) / 2;
		int right = i + 1 == points ? at[1] : (at[1] + at[3]) / 2;
		sketch_fill(&plot->sketch, at[0] - 2 * POINT,
		    at[1] - 2 * POINT, 4 * POINT, 4 * POINT, colour);
		plot_keep_off(plot, (struct plot_area){ at[0] - half,
		    right - 2 * POINT, at[0] + half, left + 2 * POINT });
	}
}

/* The running share over sorted bars, with its own axis at the right. */
static void draw_share(struct plot *plot) {
	struct colour colour = plot_colour(plot, 1);
	double all = 0, sum = 0;
	for (size_t i = 0; i < categories(plot); i++)
		all += value_at(plot, 0, i);
	for (int share = 0; share <= 100; share += 25) {
		int y = plot->y + plot->h - plot->h * share / 100;
		plot_text(plot, str_of(arena_printf(plot->arena, "%d%%", share)),
		    plot->x + plot->w + 4 * POINT, y + PLOT_SIZE * 38 / 100,
		    ALIGN_START, plot->theme->muted);
	}
	if (all <= 0)
		return;
	struct item *item = sketch_item(&plot->sketch, ITEM_PATH, plot->chart);
	item->points = categories(plot);
	item->point = arena_array(plot->arena, 2 * item->points,
	    sizeof *item->point);
	for (size_t i = 0; i < categories(plot); i++) {
		sum += value_at(plot, 0, i);
		item->point[2 * i] = slot_left(plot, i) + slot_width(plot) / 2;
		item->point[2 * i + 1] = plot->y + plot->h
		    - (int)(sum / all * plot->h);
	}
	item->stroked = true;
	item->width = POINT * 5 / 4;
	item->colour = colour;
	draw_marks(plot, item->point, item->points, colour);
}

/* The width that the threshold's label or the share's axis takes. */
static int right_width(struct plot *plot) {
	const struct node *chart = plot->chart;
	if (is_pareto(plot))
		return plot_text_width(plot, str_of("100%")) + 6 * POINT;
	if (!chart->u.chart.has_threshold)
		return 0;
	int width = plot_text_width(plot, chart->u.chart.threshold_label)
	    + 8 * POINT;
	return width < plot->width / 3 ? width : plot->width / 3;
}

static void draw_threshold(struct plot *plot) {
	const struct node *chart = plot->chart;
	if (!chart->u.chart.has_threshold || is_pareto(plot))
		return;
	struct plot_side side = { plot_height_of(plot,
	    scale_value(chart->u.chart.threshold)),
	    chart->u.chart.threshold_label, plot->theme->tone[DOC_TONE_BAD] };
	plot_threshold(plot);
	plot_sides(plot, &side, 1);
}

/* Axes and legend; the area is what they leave. */
static void lay_area(struct plot *plot, int width) {
	plot->scale = amount_scale(plot);
	plot->x = plot_tick_width(plot) + 6 * POINT;
	plot->w = width - plot->x - right_width(plot);
	int legend = is_pareto(plot) ? 0
	    : fill_series_legend(plot, plot->x, plot->w, true);
	plot->y = legend + 20 * POINT;
	plot->h = plot->area;
}

int bars_draw(struct plot *plot, int width) {
	lay_area(plot, width);
	plot_axes(plot);
	for (size_t i = 0; i < categories(plot); i++)
		if (is_stacked(plot))
			draw_stack(plot, i);
		else
			draw_beside(plot, i);
	if (is_pareto(plot))
		draw_share(plot);
	draw_threshold(plot);
	if (!is_stacked(plot))
		draw_values(plot);
	return plot->y + plot->h + axis_categories(plot, false);
}

static int lying_x(const struct plot *plot, double value) {
	double low = scale_low(&plot->scale), high = scale_high(&plot->scale);
	return plot->x + (int)((value - low) / (high - low) * plot->w);
}

/* The bars of one category from y down, with their values behind them. */
static void draw_lying(struct plot *plot, size_t i, int y) {
	int zero = lying_x(plot, 0), end = zero;
	for (size_t l = 0; l < series(plot); l++) {
		double base = is_stacked(plot) ? stack_at(plot, l, i) : 0;
		const struct doc_point *point = point_at(plot, l, i);
		int from = lying_x(plot, base);
		end = lying_x(plot, base + value_at(plot, l, i));
		fill_series(plot, end < from ? end : from, y,
		    abs(end - from), LYING - POINT / 2, l);
		if (is_stacked(plot))
			continue;
		plot_text(plot, point->has ? point->text
		    : text_nothing(plot->fonts),
		    (end > zero ? end : zero) + 3 * POINT,
		    y + para_baseline(PLOT_SIZE, LYING), ALIGN_START,
		    point->has ? plot->theme->text : plot->theme->muted);
		y += LYING;
	}
}

/* The widest name, but at most two fifths of the width. */
static int names_width(struct plot *plot, int width) {
	int widest = 0;
	for (size_t i = 0; i < categories(plot); i++) {
		int wide = plot_text_width(plot,
		    plot->chart->u.chart.category[i]);
		if (wide > widest)
			widest = wide;
	}
	return widest < width * 2 / 5 ? widest : width * 2 / 5;
}

/* Height of a category: its bars or the lines of its name. */
static int lying_height(struct plot *plot, size_t i, int names) {
	int bars = (is_stacked(plot) ? 1 : (int)series(plot)) * LYING;
	const struct text *text = text_plain(plot->fonts,
	    plot->chart->u.chart.category[i], FONT_GOTHIC, PLOT_SIZE);
	int lines = (int)line_ragged(plot->arena, text, names).count
	    * PLOT_LINE;
	return (bars > lines ? bars : lines) + 6 * POINT;
}

/* Lying bars are not cut into pages. */
static bool are_few(struct plot *plot, int width) {
	int names = names_width(plot, width), height = 0;
	for (size_t i = 0; i < categories(plot); i++)
		height += lying_height(plot, i, names);
	return height <= TALLEST;
}

bool bars_lie(struct plot *plot, int width) {
	int slot = width * 9 / 10 / (int)categories(plot);
	if (is_pareto(plot))
		return false;
	for (size_t i = 0; i < categories(plot); i++) {
		const struct text *text = text_plain(plot->fonts,
		    plot->chart->u.chart.category[i], FONT_GOTHIC, PLOT_SIZE);
		if (text->max > 2 * slot || text->min > slot)
			return are_few(plot, width);
	}
	return false;
}

int bars_draw_lying(struct plot *plot, int width) {
	int names = names_width(plot, width);
	plot->scale = amount_scale(plot);
	plot->x = names + 8 * POINT;
	plot->w = width - plot->x - 40 * POINT;
	int y = fill_series_legend(plot, plot->x, plot->w, true) + 4 * POINT;
	/* the unit stands beside the legend, or alone */
	if (y < PLOT_LINE && plot->chart->u.chart.unit.n > 0)
		y += PLOT_LINE;
	if (plot->chart->u.chart.unit.n > 0)
		plot_text(plot, plot->chart->u.chart.unit, 0,
		    para_baseline(PLOT_SIZE, PLOT_LINE), ALIGN_START,
		    plot->theme->muted);
	int top = y;
	int bars = (is_stacked(plot) ? 1 : (int)series(plot)) * LYING;
	for (size_t i = 0; i < categories(plot); i++) {
		int height = lying_height(plot, i, names);
		plot_name(plot, i, plot->x - 6 * POINT, y + height / 2, names,
		    ALIGN_END);
		draw_lying(plot, i, y + (height - bars) / 2);
		y += height;
	}
	sketch_line(&plot->sketch, lying_x(plot, 0), top, 0, y - top,
	    POINT * 3 / 5, plot->theme->muted);
	return y + 4 * POINT;
}
