/* fill - how the classes of a chart are filled, and the key to them. */
#include "set/fill.h"

#include "base/arena.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define STEP (3 * POINT)
#define HAIR (POINT / 2)
#define SERIES_STEP (4 * POINT)
#define SERIES_LINE (POINT * 3 / 4)
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

/* How lines are drawn into a box. */
struct pen {
	int step, width;
	struct colour colour;
	bool dashed;
};

static struct item *add_path(struct plot *plot, int most,
    const struct pen *pen) {
	struct item *item = sketch_item(&plot->sketch, ITEM_PATH, plot->chart);
	item->point = arena_array(plot->arena, 2 * (size_t)most,
	    sizeof *item->point);
	item->stroked = true;
	item->width = pen->width;
	item->colour = pen->colour;
	return item;
}

static void add_point(struct item *item, int x, int y) {
	item->point[2 * item->points] = x;
	item->point[2 * item->points++ + 1] = y;
}

/* Slanted lines as one path to and fro: x + y is the same along each, or, when
 * they fall to the right, w - x + y. */
static void draw_hatch(struct plot *plot, int x, int y, int w, int h,
    const struct pen *pen, bool falling) {
	int lines = (w + h) / pen->step;
	struct item *item = add_path(plot, 2 * lines + 2, pen);
	for (int i = 1; i <= lines; i++) {
		int sum = i * pen->step;
		int upper[] = { sum <= w ? sum : w, sum <= w ? 0 : sum - w };
		int lower[] = { sum <= h ? 0 : sum - h, sum <= h ? sum : h };
		const int *first = i % 2 == 1 ? upper : lower;
		const int *second = i % 2 == 1 ? lower : upper;
		add_point(item, x + (falling ? w - first[0] : first[0]),
		    y + first[1]);
		add_point(item, x + (falling ? w - second[0] : second[0]),
		    y + second[1]);
	}
}

static void add_line(struct plot *plot, int x, int y, int w, int h,
    const struct pen *pen) {
	sketch_line(&plot->sketch, x, y, w, h, pen->width, pen->colour);
	plot->sketch.item[plot->sketch.items - 1].dashed = pen->dashed;
}

static void draw_lines(struct plot *plot, int x, int y, int w, int h,
    const struct pen *pen) {
	int lines = (h - 1) / pen->step;
	for (int i = 1; i <= lines; i++)
		add_line(plot, x, y + h * i / (lines + 1), w, 0, pen);
}

static void draw_columns(struct plot *plot, int x, int y, int w, int h,
    const struct pen *pen) {
	int lines = (w - 1) / pen->step;
	for (int i = 1; i <= lines; i++)
		add_line(plot, x + w * i / (lines + 1), y, 0, h, pen);
}

void fill_box(struct plot *plot, int x, int y, int w, int h,
    enum doc_fill fill) {
	struct colour edge = fill == DOC_FILL_PLAN ? plot->theme->accent
	    : plot->theme->muted;
	if (w <= 0 || h <= 0)
		return;
	sketch_fill(&plot->sketch, x, y, w, h, ground(plot, fill));
	const struct pen pen = { STEP, HAIR, plot->theme->muted, false };
	if (fill == DOC_FILL_HATCH && w + h >= STEP)
		draw_hatch(plot, x, y, w, h, &pen, false);
	if (fill == DOC_FILL_LINES)
		draw_lines(plot, x, y, w, h, &pen);
	if (fill == DOC_FILL_HATCH || fill == DOC_FILL_LINES
	    || fill == DOC_FILL_PLAN || fill == DOC_FILL_BLANK)
		sketch_outline(&plot->sketch, x, y, w, h, HAIR,
		    fill == DOC_FILL_BLANK ? plot->theme->tint_head : edge);
}

/* Colours come round again after six, each then with the next pattern. */
void fill_series(struct plot *plot, int x, int y, int w, int h,
    size_t series) {
	enum { PLAIN, RISING, LINES, FALLING, DASHES, COLUMNS, PATTERNS };
	const size_t pattern = (series + series / THEME_CHARTS) % PATTERNS;
	const struct pen pen = { SERIES_STEP, SERIES_LINE, plot->theme->paper,
	    pattern == DASHES };
	if (w <= 0 || h <= 0)
		return;
	sketch_fill(&plot->sketch, x, y, w, h, plot_colour(plot, series));
	if (pattern == RISING || pattern == FALLING)
		draw_hatch(plot, x, y, w, h, &pen, pattern == FALLING);
	else if (pattern == LINES || pattern == DASHES)
		draw_lines(plot, x, y, w, h, &pen);
	else if (pattern == COLUMNS)
		draw_columns(plot, x, y, w, h, &pen);
}

/* The key to the classes, else to the series. */
static int legend(struct plot *plot, bool classes, int x, int width,
    bool draw) {
	const struct node *chart = plot->chart;
	size_t entries = classes ? chart->u.chart.classes
	    : chart->u.chart.lines;
	int at = 0, y = 0;
	for (size_t i = 0; i < entries; i++) {
		struct str label = classes ? chart->u.chart.class[i].label
		    : chart->u.chart.line[i].label;
		int left = x + at, top = y + (PLOT_LINE - SWATCH_HEIGHT) / 2;
		int wide = SWATCH_WIDTH + 4 * POINT
		    + plot_text_width(plot, label);
		if (at > 0 && at + wide > width) {
			left = x;
			at = 0;
			top += PLOT_LINE + 2 * POINT;
			y += PLOT_LINE + 2 * POINT;
		}
		at += wide + 14 * POINT;
		if (!draw)
			continue;
		if (classes)
			fill_box(plot, left, top, SWATCH_WIDTH, SWATCH_HEIGHT,
			    chart->u.chart.class[i].fill);
		else
			fill_series(plot, left, top, SWATCH_WIDTH,
			    SWATCH_HEIGHT, i);
		plot_text(plot, label, left + SWATCH_WIDTH + 4 * POINT,
		    y + para_baseline(PLOT_SIZE, PLOT_LINE), ALIGN_START,
		    plot->theme->text);
	}
	return entries == 0 ? 0 : y + PLOT_LINE;
}

int fill_legend(struct plot *plot, int x, int width, bool draw) {
	return legend(plot, true, x, width, draw);
}

int fill_series_legend(struct plot *plot, int x, int width, bool draw) {
	return plot->chart->u.chart.lines < 2 ? 0
	    : legend(plot, false, x, width, draw);
}
