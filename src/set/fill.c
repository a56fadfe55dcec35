/* fill - how the classes of a chart are filled, and the key to them. */
#include "set/fill.h"

#include "base/arena.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define STEP (3 * POINT)
#define HAIR (POINT / 2)
#define SWATCH_WIDTH (14 * POINT)
#define SWATCH_HEIGHT (8 * POINT)

enum doc_fill fill_class(const struct plot *plot, size_t class) {
	return class < plot->chart->u.chart.classes
	    ? plot->chart->u.chart.class[class].fill : DOC_FILL_BLANK;
}

/* Percent of the colour on paper. */
static struct colour mix(const struct plot *plot, struct colour colour,
    int percent) {
	struct colour paper = plot->theme->paper;
	return (struct colour){
	    (unsigned char)((colour.r * percent + paper.r * (100 - percent)) / 100),
	    (unsigned char)((colour.g * percent + paper.g * (100 - percent)) / 100),
	    (unsigned char)((colour.b * percent + paper.b * (100 - percent)) / 100)
	};
}

static struct colour ground(const struct plot *plot, enum doc_fill fill) {
	static const int percent[] = { [DOC_FILL_STEP_1] = 14,
	    [DOC_FILL_STEP_2] = 34, [DOC_FILL_STEP_3] = 60,
	    [DOC_FILL_STEP_4] = 100, [DOC_FILL_DONE] = 100 };
	if (fill == DOC_FILL_BAD)
		return plot->theme->tone[DOC_TONE_BAD];
	if (fill >= sizeof percent / sizeof *percent)
		return plot->theme->paper;
	return mix(plot, plot->theme->accent, percent[fill]);
}

struct colour fill_ink(const struct plot *plot, enum doc_fill fill) {
	bool dark = fill == DOC_FILL_STEP_4 || fill == DOC_FILL_DONE
	    || fill == DOC_FILL_BAD;
	return dark ? plot->theme->paper : plot->theme->text;
}

static struct item *add_path(struct plot *plot, int most) {
	struct item *item = sketch_item(&plot->sketch, ITEM_PATH, plot->chart);
	item->point = arena_array(plot->arena, 2 * (size_t)most,
	    sizeof *item->point);
	item->stroked = true;
	item->width = HAIR;
	item->colour = plot->theme->muted;
	return item;
}

static void add_point(struct item *item, int x, int y) {
	item->point[2 * item->points] = x;
	item->point[2 * item->points++ + 1] = y;
}

/* Slanted lines as one path to and fro: x + y is the same along each. */
static void draw_hatch(struct plot *plot, int x, int y, int w, int h) {
	int lines = (w + h) / STEP;
	struct item *item = add_path(plot, 2 * lines + 2);
	for (int i = 1; i <= lines; i++) {
		int sum = i * STEP;
		int upper[] = { sum <= w ? x + sum : x + w,
		    sum <= w ? y : y + sum - w };
		int lower[] = { sum <= h ? x : x + sum - h,
		    sum <= h ? y + sum : y + h };
		const int *first = i % 2 == 1 ? upper : lower;
		const int *second = i % 2 == 1 ? lower : upper;
		add_point(item, first[0], first[1]);
		add_point(item, second[0], second[1]);
	}
}

static void draw_lines(struct plot *plot, int x, int y, int w, int h) {
	int lines = (h - 1) / STEP;
	for (int i = 1; i <= lines; i++)
		sketch_line(&plot->sketch, x, y + h * i / (lines + 1), w, 0,
		    HAIR, plot->theme->muted);
}

void fill_box(struct plot *plot, int x, int y, int w, int h,
    enum doc_fill fill) {
	struct colour edge = fill == DOC_FILL_PLAN ? plot->theme->accent
	    : plot->theme->muted;
	if (w <= 0 || h <= 0)
		return;
	sketch_fill(&plot->sketch, x, y, w, h, ground(plot, fill));
	if (fill == DOC_FILL_HATCH && w + h >= STEP)
		draw_hatch(plot, x, y, w, h);
	if (fill == DOC_FILL_LINES)
		draw_lines(plot, x, y, w, h);
	if (fill == DOC_FILL_HATCH || fill == DOC_FILL_LINES
	    || fill == DOC_FILL_PLAN || fill == DOC_FILL_BLANK)
		sketch_outline(&plot->sketch, x, y, w, h, HAIR,
		    fill == DOC_FILL_BLANK ? plot->theme->tint_head : edge);
}

int fill_legend(struct plot *plot, int x, int width, bool draw) {
	const struct node *chart = plot->chart;
	int at = 0, y = 0;
	if (chart->u.chart.classes == 0)
		return 0;
	for (size_t i = 0; i < chart->u.chart.classes; i++) {
		struct str label = chart->u.chart.class[i].label;
		int wide = SWATCH_WIDTH + 4 * POINT
		    + plot_text_width(plot, label);
		if (at > 0 && at + wide > width) {
			at = 0;
			y += PLOT_LINE + 2 * POINT;
		}
		if (draw) {
			fill_box(plot, x + at, y + (PLOT_LINE - SWATCH_HEIGHT)
			    / 2, SWATCH_WIDTH, SWATCH_HEIGHT,
			    chart->u.chart.class[i].fill);
			plot_text(plot, label, x + at + SWATCH_WIDTH + 4 * POINT,
			    y + para_baseline(PLOT_SIZE, PLOT_LINE),
			    ALIGN_START, plot->theme->text);
		}
		at += wide + 14 * POINT;
	}
	return y + PLOT_LINE;
}
