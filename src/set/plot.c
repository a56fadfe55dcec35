/* plot - what all charts share: the area, its axes, their labels. */
#include "set/plot.h"

#include "base/arena.h"
#include "set/line.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define LONG_LINE (1 << 29)
#define SWATCH (7 * POINT)

int plot_text_width(struct plot *plot, struct str text) {
	return text_plain(plot->fonts, text, FONT_GOTHIC, PLOT_SIZE)->max;
}

int plot_text(struct plot *plot, struct str text, int x, int baseline,
    enum align align, struct colour colour) {
	const struct text *shaped = text_plain(plot->fonts, text, FONT_GOTHIC,
	    PLOT_SIZE);
	struct lines lines = line_ragged(plot->arena, shaped, LONG_LINE);
	int width = lines.at[0].width;
	line_draw(&plot->sketch, shaped, &lines.at[0],
	    align == ALIGN_END ? x - width
	    : align == ALIGN_CENTER ? x - width / 2 : x, baseline, colour,
	    plot->chart);
	return width;
}

size_t plot_name(struct plot *plot, size_t category, int x, int y, int width,
    enum align align) {
	const struct text *text = text_plain(plot->fonts,
	    plot->chart->u.chart.category[category], FONT_GOTHIC, PLOT_SIZE);
	struct lines lines = line_balanced(plot->arena, text, width);
	if (align == ALIGN_END)
		y -= (int)lines.count * PLOT_LINE / 2;
	for (size_t k = 0; k < lines.count; k++)
		line_draw(&plot->sketch, text, &lines.at[k],
		    align == ALIGN_END ? x - lines.at[k].width
		    : x - lines.at[k].width / 2, y + (int)k * PLOT_LINE
		    + para_baseline(PLOT_SIZE, PLOT_LINE), plot->theme->text,
		    plot->chart);
	return lines.count;
}

struct colour plot_colour(const struct plot *plot, size_t series) {
	return plot->theme->chart[series % THEME_CHARTS];
}

int plot_height_of(const struct plot *plot, double value) {
	double low = scale_low(&plot->scale), high = scale_high(&plot->scale);
	return plot->y + plot->h
	    - (int)((value - low) / (high - low) * plot->h);
}

int plot_tick_width(struct plot *plot) {
	int widest = 0;
	for (int64_t i = 0; i < plot->scale.ticks; i++) {
		int width = plot_text_width(plot, scale_label(plot->arena,
		    &plot->scale, i));
		if (width > widest)
			widest = width;
	}
	return widest;
}

void plot_axes(struct plot *plot) {
	const struct theme *theme = plot->theme;
	for (int64_t i = 0; i < plot->scale.ticks; i++) {
		int y = plot->y + plot->h
		    - (int)(plot->h * i / (plot->scale.ticks - 1));
		sketch_line(&plot->sketch, plot->x, y, plot->w, 0, i == 0
		    ? POINT * 3 / 5 : POINT / 4, i == 0 ? theme->muted
		    : theme->tint_head);
		plot_text(plot, scale_label(plot->arena, &plot->scale, i),
		    plot->x - 4 * POINT, y + PLOT_SIZE * 38 / 100, ALIGN_END,
		    theme->muted);
	}
	if (plot->chart->u.chart.unit.n > 0)
		plot_text(plot, plot->chart->u.chart.unit, 0,
		    plot->y - 7 * POINT, ALIGN_START, theme->muted);
}

int plot_legend(struct plot *plot, int width, bool draw) {
	const struct node *chart = plot->chart;
	int x = 0, y = 0;
	if (chart->u.chart.lines < 2)
		return 0;
	for (size_t i = 0; i < chart->u.chart.lines; i++) {
		struct str label = chart->u.chart.line[i].label;
		int wide = plot_text_width(plot, label) + SWATCH + 4 * POINT;
		if (x > 0 && x + wide > width) {
			x = 0;
			y += PLOT_LINE;
		}
		if (draw) {
			sketch_fill(&plot->sketch, plot->x + x,
			    y + (PLOT_LINE - SWATCH) / 2, SWATCH, SWATCH,
			    plot_colour(plot, i));
			plot_text(plot, label, plot->x + x + SWATCH + 4 * POINT,
			    y + para_baseline(PLOT_SIZE, PLOT_LINE),
			    ALIGN_START, plot->theme->text);
		}
		x += wide + 14 * POINT;
	}
	return y + PLOT_LINE;
}

void plot_threshold(struct plot *plot) {
	if (!plot->chart->u.chart.has_threshold)
		return;
	struct item *item = sketch_item(&plot->sketch, ITEM_LINE, NULL);
	item->x = plot->x;
	item->y = plot_height_of(plot,
	    scale_value(plot->chart->u.chart.threshold));
	item->w = plot->w;
	item->width = POINT;
	item->colour = plot->theme->tone[DOC_TONE_BAD];
	item->stroked = true;
	item->dashed = true;
}

static int side_order(const void *a, const void *b) {
	const struct plot_side *left = a, *right = b;
	if (left->y != right->y)
		return left->y < right->y ? -1 : 1;
	return str_compare(left->text, right->text);
}

void plot_sides(struct plot *plot, struct plot_side *side, size_t sides) {
	if (sides == 0)
		return;
	qsort(side, sides, sizeof *side, side_order);
	/* down from the top, then up again from the foot of the area */
	for (size_t i = 1; i < sides; i++)
		if (side[i].y < side[i - 1].y + PLOT_LINE)
			side[i].y = side[i - 1].y + PLOT_LINE;
	int limit = plot->y + plot->h + PLOT_LINE / 2;
	for (size_t i = sides; i-- > 0; limit = side[i].y - PLOT_LINE)
		if (side[i].y > limit)
			side[i].y = limit;
	for (size_t i = 0; i < sides; i++)
		plot_text(plot, side[i].text, plot->x + plot->w + 6 * POINT,
		    side[i].y + PLOT_SIZE * 38 / 100, ALIGN_START,
		    side[i].colour);
}
