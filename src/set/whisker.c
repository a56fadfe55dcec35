/*
 * whisker - box plots, lying, since the names of classes are long.
 *
 * Lines 0 to 4 are least, lower quartile, median, upper quartile, greatest;
 * line 5, where there is one, is the target of the category.
 */
#include "set/whisker.h"

#include "set/axis.h"
#include "set/fill.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define PAD (4 * POINT)
#define BOX (10 * POINT)
#define TICKS 6

enum { LEAST, LOWER, MEDIAN, UPPER, GREATEST, TARGET };

static const struct doc_point *point_at(const struct plot *plot, size_t l,
    size_t i) {
	return &plot->chart->u.chart.line[l].point[i];
}

static bool is_whole(const struct plot *plot, size_t i) {
	for (size_t l = LEAST; l <= GREATEST; l++)
		if (!point_at(plot, l, i)->has)
			return false;
	return true;
}

static bool has_target(const struct plot *plot, size_t i) {
	return plot->chart->u.chart.lines > TARGET
	    && point_at(plot, TARGET, i)->has;
}

static struct scale value_scale(const struct plot *plot) {
	double high = 0;
	for (size_t l = 0; l < plot->chart->u.chart.lines; l++)
		for (size_t i = 0; i < plot->chart->u.chart.categories; i++) {
			const struct doc_point *point = point_at(plot, l, i);
			double value = point->has ? scale_value(point->value)
			    : 0;
			high = value > high ? value : high;
		}
	return scale_fit(0, high > 0 ? high : 1, TICKS,
	    plot_decimals(plot->chart));
}

static int value_x(const struct plot *plot, size_t l, size_t i) {
	double value = scale_value(point_at(plot, l, i)->value);
	return plot->x + (int)(value / scale_high(&plot->scale) * plot->w);
}

static void draw_upright(struct plot *plot, int x, int middle, int half,
    int width, struct colour colour) {
	sketch_line(&plot->sketch, x, middle - half, 0, 2 * half, width,
	    colour);
}

static void draw_box(struct plot *plot, size_t i, int middle) {
	struct colour ink = plot->theme->text;
	int least = value_x(plot, LEAST, i), lower = value_x(plot, LOWER, i);
	int upper = value_x(plot, UPPER, i);
	int greatest = value_x(plot, GREATEST, i);
	sketch_line(&plot->sketch, least, middle, greatest - least, 0,
	    POINT * 3 / 4, ink);
	draw_upright(plot, least, middle, BOX / 4, POINT * 3 / 4, ink);
	draw_upright(plot, greatest, middle, BOX / 4, POINT * 3 / 4, ink);
	fill_box(plot, lower, middle - BOX / 2, upper - lower, BOX,
	    DOC_FILL_STEP_2);
	if (upper > lower)
		sketch_outline(&plot->sketch, lower, middle - BOX / 2,
		    upper - lower, BOX, POINT * 3 / 4, plot->theme->accent);
	draw_upright(plot, value_x(plot, MEDIAN, i), middle, BOX / 2,
	    2 * POINT, plot->theme->accent);
}

static void draw_target(struct plot *plot, size_t i, int middle) {
	if (!has_target(plot, i))
		return;
	struct item *item = sketch_item(&plot->sketch, ITEM_LINE, NULL);
	item->x = value_x(plot, TARGET, i);
	item->y = middle - BOX * 3 / 4;
	item->h = BOX * 5 / 4;
	item->width = POINT;
	item->colour = plot->theme->tone[DOC_TONE_BAD];
	item->stroked = true;
	item->dashed = true;
}

/* The median, then the ends and the target, where they have room. */
static void draw_values(struct plot *plot, size_t i, int middle) {
	static const size_t order[] = { MEDIAN, TARGET, GREATEST, LEAST };
	int y = middle + BOX / 2 + PLOT_SIZE;
	for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
		size_t l = order[k];
		bool target = l == TARGET;
		if (target ? has_target(plot, i) : is_whole(plot, i))
			plot_text_free(plot, point_at(plot, l, i)->text,
			    value_x(plot, l, i), y, ALIGN_CENTER, target
			    ? plot->theme->tone[DOC_TONE_BAD]
			    : plot->theme->text);
	}
}

static int row_height(struct plot *plot, size_t i, int names) {
	int lines = axis_name_lines(plot, plot->chart->u.chart.category[i],
	    names) * PLOT_LINE;
	int least = BOX + 2 * PLOT_LINE + PAD;
	return lines + PAD > least ? lines + PAD : least;
}

static void draw_scale(struct plot *plot) {
	for (int64_t i = 0; i < plot->scale.ticks; i++) {
		int x = plot->x + (int)(plot->w * i / (plot->scale.ticks - 1));
		sketch_line(&plot->sketch, x, plot->y, 0, plot->h, POINT / 4,
		    i == 0 ? plot->theme->muted : plot->theme->tint_head);
		plot_text_free(plot, scale_label(plot->arena, &plot->scale, i),
		    x, plot->y + plot->h + PLOT_LINE, ALIGN_CENTER,
		    plot->theme->muted);
	}
	plot_text(plot, plot->chart->u.chart.unit, plot->x + plot->w / 2,
	    plot->y + plot->h + 2 * PLOT_LINE + 2 * POINT, ALIGN_CENTER,
	    plot->theme->muted);
}

static int names_width(struct plot *plot, int width) {
	int widest = 0;
	for (size_t i = 0; i < plot->chart->u.chart.categories; i++) {
		int wide = plot_text_width(plot,
		    plot->chart->u.chart.category[i]);
		widest = wide > widest ? wide : widest;
	}
	return widest < width * 2 / 5 ? widest : width * 2 / 5;
}

int whisker_draw(struct plot *plot, int width) {
	size_t n = plot->chart->u.chart.categories;
	int names = names_width(plot, width);
	if (plot->chart->u.chart.lines <= GREATEST)
		return PLOT_LINE;
	plot->scale = value_scale(plot);
	plot->x = names + 2 * PAD;
	plot->w = width - plot->x - 16 * POINT;
	plot->y = PAD;
	plot->h = 0;
	for (size_t i = 0; i < n; i++)
		plot->h += row_height(plot, i, names);
	draw_scale(plot);
	int y = plot->y;
	for (size_t i = 0; i < n; i++) {
		int h = row_height(plot, i, names);
		int middle = y + h / 2 - PAD;
		axis_name(plot, plot->chart->u.chart.category[i],
		    plot->x - PAD, y + h / 2, names);
		if (is_whole(plot, i))
			draw_box(plot, i, middle);
		draw_target(plot, i, middle);
		draw_values(plot, i, middle);
		y += h;
	}
	return y + 2 * PLOT_LINE + PAD;
}
