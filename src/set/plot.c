/* plot - what all charts share: the area, its axes, their labels. */
#include "set/plot.h"

#include "base/arena.h"
#include "set/line.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define LONG_LINE (1 << 29)
/* Between the area and the texts beside it. */
#define SIDE_GAP (6 * POINT)

int plot_text_width(struct plot *plot, struct str text) {
	return text_plain(plot->fonts, text, FONT_GOTHIC, PLOT_SIZE)->max;
}

void plot_keep_off(struct plot *plot, struct plot_area area) {
	plot->text = arena_room(plot->arena, plot->text, plot->texts,
	    sizeof *plot->text);
	plot->text[plot->texts++] = area;
}

/* The area of a line of the width that begins at x. */
static struct plot_area area_at(int x, int baseline, int width) {
	return (struct plot_area){ x, baseline - PLOT_SIZE * 3 / 4, x + width,
		baseline + PLOT_SIZE / 8 };
}

static int start_of(int x, int width, enum align align) {
	return align == ALIGN_END ? x - width
	    : align == ALIGN_CENTER ? x - width / 2 : x;
}

static void print_line(struct plot *plot, const struct text *text,
    const struct line *line, int x, int baseline, struct colour colour) {
	line_draw(&plot->sketch, text, line, x, baseline, colour, plot->chart);
	plot_keep_off(plot, area_at(x, baseline, line->width));
}

int plot_text(struct plot *plot, struct str text, int x, int baseline,
    enum align align, struct colour colour) {
	const struct text *shaped = text_plain(plot->fonts, text, FONT_GOTHIC,
	    PLOT_SIZE);
	struct lines lines = line_ragged(plot->arena, shaped, LONG_LINE);
	int width = lines.at[0].width;
	print_line(plot, shaped, &lines.at[0], start_of(x, width, align),
	    baseline, colour);
	return width;
}

bool plot_is_free(struct plot *plot, struct str text, int x, int baseline,
    enum align align) {
	int width = plot_text_width(plot, text);
	struct plot_area area = area_at(start_of(x, width, align), baseline,
	    width);
	if (area.left < 0 || area.right > plot->width || area.top < 0)
		return false;
	for (size_t i = 0; i < plot->texts; i++) {
		const struct plot_area *other = &plot->text[i];
		if (area.left < other->right && other->left < area.right
		    && area.top < other->foot && other->top < area.foot)
			return false;
	}
	return true;
}

bool plot_text_free(struct plot *plot, struct str text, int x, int baseline,
    enum align align, struct colour colour) {
	bool good = plot_is_free(plot, text, x, baseline, align);
	if (good)
		plot_text(plot, text, x, baseline, align, colour);
	return good;
}

size_t plot_name(struct plot *plot, size_t category, int x, int y, int width,
    enum align align) {
	const struct text *text = text_plain(plot->fonts,
	    plot->chart->u.chart.category[category], FONT_GOTHIC, PLOT_SIZE);
	struct lines lines = line_balanced(plot->arena, text, width);
	if (align == ALIGN_END)
		y -= (int)lines.count * PLOT_LINE / 2;
	for (size_t k = 0; k < lines.count; k++)
		print_line(plot, text, &lines.at[k],
		    start_of(x, lines.at[k].width, align),
		    y + (int)k * PLOT_LINE
		    + para_baseline(PLOT_SIZE, PLOT_LINE),
		    plot->theme->text);
	return lines.count;
}

struct colour plot_colour(const struct plot *plot, size_t series) {
	return plot->theme->chart[series % THEME_CHARTS];
}

int plot_decimals(const struct node *chart) {
	int finest = chart->u.chart.has_threshold
	    ? chart->u.chart.threshold.scale : 0;
	for (size_t l = 0; l < chart->u.chart.lines; l++)
		for (size_t i = 0; i < chart->u.chart.categories; i++) {
			const struct doc_point *point
			    = &chart->u.chart.line[l].point[i];
			if (point->has && point->value.scale > finest)
				finest = point->value.scale;
		}
	return finest;
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
	plot_keep_off(plot, (struct plot_area){ item->x, item->y - POINT,
	    item->x + item->w, item->y + POINT });
}

static int side_order(const void *a, const void *b) {
	const struct plot_side *left = a, *right = b;
	if (left->y != right->y)
		return left->y < right->y ? -1 : 1;
	return str_compare(left->text, right->text);
}

static struct lines side_lines(struct plot *plot, const struct plot_side *side,
    const struct text **text) {
	*text = text_plain(plot->fonts, side->text, FONT_GOTHIC, PLOT_SIZE);
	return line_balanced(plot->arena, *text,
	    plot->width - plot->x - plot->w - SIDE_GAP);
}

static int side_height(struct plot *plot, const struct plot_side *side) {
	const struct text *text;
	return (int)side_lines(plot, side, &text).count * PLOT_LINE;
}

int plot_sides_height(struct plot *plot, const struct plot_side *side,
    size_t sides) {
	int height = 0;
	for (size_t i = 0; i < sides; i++)
		height += side_height(plot, &side[i]);
	return height;
}

static void print_side(struct plot *plot, const struct plot_side *side) {
	const struct text *text;
	struct lines lines = side_lines(plot, side, &text);
	int top = side->y - (int)lines.count * PLOT_LINE / 2;
	for (size_t k = 0; k < lines.count; k++)
		print_line(plot, text, &lines.at[k],
		    plot->x + plot->w + SIDE_GAP, top + (int)k * PLOT_LINE
		    + para_baseline(PLOT_SIZE, PLOT_LINE), side->colour);
}

void plot_sides(struct plot *plot, struct plot_side *side, size_t sides) {
	if (sides == 0)
		return;
	qsort(side, sides, sizeof *side, side_order);
	/* down from the top, then up again from the foot of the area */
	int edge = 0;
	for (size_t i = 0; i < sides; i++) {
		int height = side_height(plot, &side[i]);
		if (side[i].y < edge + height / 2)
			side[i].y = edge + height / 2;
		edge = side[i].y + height / 2;
	}
	/* names of categories stand below */
	edge = plot->y + plot->h + 3 * POINT;
	for (size_t i = sides; i-- > 0; ) {
		int height = side_height(plot, &side[i]);
		if (side[i].y > edge - height / 2)
			side[i].y = edge - height / 2;
		edge = side[i].y - height / 2;
	}
	for (size_t i = 0; i < sides; i++)
		print_side(plot, &side[i]);
}
