/*
 * cells - a grid of a cell for each line and category, filled by its class.
 *
 * A heat map prints a value where the cell is filled and has room for it; a
 * matrix makes its rows as high as their texts.
 */
#include "set/cells.h"

#include "base/arena.h"
#include "set/axis.h"
#include "set/fill.h"
#include "set/line.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define LOWEST (14 * POINT)
#define LOWEST_MATRIX (40 * POINT)
#define WIDEST_CELL (44 * POINT)
#define HAIR (POINT / 2)
#define PAD (4 * POINT)

static bool is_matrix(const struct plot *plot) {
	return plot->chart->u.chart.kind == DOC_CHART_MATRIX;
}

static const struct doc_point *point_at(const struct plot *plot, size_t l,
    size_t i) {
	return &plot->chart->u.chart.line[l].point[i];
}

static const struct text *text_of(struct plot *plot, size_t l, size_t i) {
	return text_plain(plot->fonts, point_at(plot, l, i)->text, FONT_GOTHIC,
	    PLOT_SIZE);
}

static struct lines lines_of(struct plot *plot, size_t l, size_t i) {
	return line_ragged(plot->arena, text_of(plot, l, i),
	    plot->w / (int)plot->chart->u.chart.categories - 2 * PAD);
}

static int row_height(struct plot *plot, size_t l, int names) {
	int height = is_matrix(plot) ? LOWEST_MATRIX : LOWEST;
	int name = axis_name_lines(plot, plot->chart->u.chart.line[l].label,
	    names) * PLOT_LINE + POINT;
	if (name > height)
		height = name;
	for (size_t i = 0; is_matrix(plot)
	    && i < plot->chart->u.chart.categories; i++) {
		int text = (int)lines_of(plot, l, i).count * PLOT_LINE
		    + 2 * PAD;
		if (text > height)
			height = text;
	}
	return height;
}

static void draw_texts(struct plot *plot, size_t l, size_t i, int y,
    struct colour ink) {
	struct lines lines = lines_of(plot, l, i);
	for (size_t k = 0; k < lines.count; k++, y += PLOT_LINE)
		line_draw(&plot->sketch, text_of(plot, l, i), &lines.at[k],
		    axis_edge(plot, i) + PAD, y + para_baseline(PLOT_SIZE,
		    PLOT_LINE), ink, plot->chart);
}

static void draw_cell(struct plot *plot, size_t l, size_t i, int y, int h) {
	const struct doc_point *point = point_at(plot, l, i);
	enum doc_fill fill = fill_class(plot, point->class);
	int x = axis_edge(plot, i), w = axis_edge(plot, i + 1) - x;
	fill_box(plot, x + HAIR, y + HAIR, w - 2 * HAIR, h - 2 * HAIR, fill);
	if (is_matrix(plot))
		draw_texts(plot, l, i, y + PAD, fill_ink(plot, fill));
	else if (point->has && fill != DOC_FILL_BLANK
	    && plot_text_width(plot, point->text) <= w - 2 * POINT)
		plot_text(plot, point->text, x + w / 2, y + h / 2
		    + PLOT_SIZE * 38 / 100, ALIGN_CENTER,
		    fill_ink(plot, fill));
}

static int grid_width(const struct plot *plot, int width) {
	int64_t most = (int64_t)plot->chart->u.chart.categories * WIDEST_CELL;
	return is_matrix(plot) || width < most ? width : (int)most;
}

/* The key above the grid, and what its lines are above their names. */
static void lay_area(struct plot *plot, int width, int names) {
	struct str down = plot->chart->u.chart.down;
	plot->x = names + 2 * PAD;
	plot->w = grid_width(plot, width - plot->x);
	plot->y = fill_legend(plot, plot->x, width - plot->x, true) + PAD;
	if (down.n == 0)
		return;
	plot->y += PLOT_LINE;
	plot_text(plot, down, plot->x - PAD, plot->y - PAD, ALIGN_END,
	    plot->theme->muted);
}

int cells_draw(struct plot *plot, int width) {
	const struct node *chart = plot->chart;
	int names = axis_names_width(plot, width);
	lay_area(plot, width, names);
	int y = plot->y;
	for (size_t l = 0; l < chart->u.chart.lines; l++) {
		int h = row_height(plot, l, names);
		axis_name(plot, chart->u.chart.line[l].label, plot->x - PAD,
		    y + h / 2, names);
		for (size_t i = 0; i < chart->u.chart.categories; i++)
			draw_cell(plot, l, i, y, h);
		y += h;
	}
	plot->h = y - plot->y;
	return y + axis_categories(plot, false);
}
