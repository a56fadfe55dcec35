/* axis - categories across the plot, names of lines down its side, marks. */
#include "set/axis.h"

#include "base/arena.h"
#include "set/line.h"
#include "set/para.h"

#define POINT FRAME_POINT
#define APART (3 * POINT)
/* A longer name is broken, where it must inside a word. */
#define LONGEST_WORD (6 * PLOT_SIZE)

int axis_edge(const struct plot *plot, size_t category) {
	return plot->x + (int)((int64_t)plot->w * (int64_t)category
	    / (int64_t)plot->chart->u.chart.categories);
}

int axis_place(const struct plot *plot, struct decimal at) {
	double n = (double)plot->chart->u.chart.categories;
	double place = scale_value(at);
	place = place < 0 ? 0 : place > n ? n : place;
	return plot->x + (int)(place / n * plot->w);
}

static int middle(const struct plot *plot, size_t category) {
	return (axis_edge(plot, category) + axis_edge(plot, category + 1)) / 2;
}

/* The least width that the name of a category takes. */
static int word_width(struct plot *plot, size_t category) {
	int word = text_plain(plot->fonts,
	    plot->chart->u.chart.category[category], FONT_GOTHIC,
	    PLOT_SIZE)->min;
	return word < LONGEST_WORD ? word : LONGEST_WORD;
}

/* Of how many categories one is named. */
static size_t named(struct plot *plot) {
	size_t n = plot->chart->u.chart.categories, every = 1;
	int widest = 0;
	for (size_t i = 0; i < n; i++)
		if (word_width(plot, i) > widest)
			widest = word_width(plot, i);
	while (every < n && (int64_t)plot->w * (int64_t)every / (int64_t)n
	    < widest + APART)
		every++;
	return every;
}

static void draw_ticks(struct plot *plot, size_t every) {
	for (size_t i = 0; i < plot->chart->u.chart.categories; i++)
		sketch_line(&plot->sketch, middle(plot, i), plot->y + plot->h,
		    0, i % every == 0 ? 3 * POINT : POINT * 3 / 2, POINT / 4,
		    plot->theme->muted);
}

/* The width for a name around the middle of its category, inside the picture
 * and off its neighbours. */
static int name_room(const struct plot *plot, size_t category, size_t every) {
	int x = middle(plot, category);
	int room = (int)((int64_t)plot->w * (int64_t)every
	    / (int64_t)plot->chart->u.chart.categories) - 2 * POINT;
	int edge = 2 * (x < plot->width - x ? x : plot->width - x);
	return room < edge ? room : edge;
}

int axis_categories(struct plot *plot, bool ticks) {
	const struct node *chart = plot->chart;
	size_t n = chart->u.chart.categories, every = named(plot), most = 1;
	int top = plot->y + plot->h + 4 * POINT;
	if (ticks)
		draw_ticks(plot, every);
	for (size_t i = 0; i < n; i += every) {
		int room = name_room(plot, i, every);
		/* at the edge, where others are left out too */
		if (every > 1 && room < word_width(plot, i))
			continue;
		size_t lines = plot_name(plot, i, middle(plot, i), top, room,
		    ALIGN_CENTER);
		if (lines > most)
			most = lines;
	}
	int height = (int)most * PLOT_LINE + 7 * POINT;
	if (chart->u.chart.across.n == 0)
		return height;
	plot_text(plot, chart->u.chart.across, plot->x + plot->w / 2,
	    plot->y + plot->h + height + para_baseline(PLOT_SIZE, PLOT_LINE),
	    ALIGN_CENTER, plot->theme->muted);
	return height + PLOT_LINE + 2 * POINT;
}

int axis_names_width(struct plot *plot, int width) {
	int widest = plot_text_width(plot, plot->chart->u.chart.down);
	for (size_t l = 0; l < plot->chart->u.chart.lines; l++) {
		int wide = plot_text_width(plot,
		    plot->chart->u.chart.line[l].label);
		if (wide > widest)
			widest = wide;
	}
	return widest < width * 2 / 5 ? widest : width * 2 / 5;
}

int axis_name_lines(struct plot *plot, struct str name, int width) {
	return (int)line_balanced(plot->arena, text_plain(plot->fonts, name,
	    FONT_GOTHIC, PLOT_SIZE), width).count;
}

void axis_name(struct plot *plot, struct str name, int x, int y, int width) {
	const struct text *text = text_plain(plot->fonts, name, FONT_GOTHIC,
	    PLOT_SIZE);
	struct lines lines = line_balanced(plot->arena, text, width);
	y -= (int)lines.count * PLOT_LINE / 2;
	for (size_t k = 0; k < lines.count; k++, y += PLOT_LINE)
		line_draw(&plot->sketch, text, &lines.at[k],
		    x - lines.at[k].width, y + para_baseline(PLOT_SIZE,
		    PLOT_LINE), plot->theme->text, plot->chart);
}

/* Where the label of a mark begins: around its line, inside the picture. */
static int label_left(struct plot *plot, const struct doc_mark *mark) {
	int width = plot_text_width(plot, mark->label);
	int left = axis_place(plot, mark->at) - width / 2;
	int most = plot->width - width;
	left = left > most ? most : left;
	return left < 0 ? 0 : left;
}

static bool labels_touch(struct plot *plot, const struct doc_mark *a,
    const struct doc_mark *b) {
	int left = label_left(plot, a), other = label_left(plot, b);
	return left < other + plot_text_width(plot, b->label) + APART
	    && other < left + plot_text_width(plot, a->label) + APART;
}

/* The row of each label, below all before it that it would touch. */
static int *label_rows(struct plot *plot, int *rows) {
	const struct doc_mark *mark = plot->chart->u.chart.mark;
	size_t n = plot->chart->u.chart.marks;
	int *row = arena_array(plot->arena, n + 1, sizeof *row);
	*rows = 0;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < i; k++)
			if (labels_touch(plot, &mark[i], &mark[k])
			    && row[k] >= row[i])
				row[i] = row[k] + 1;
		if (row[i] >= *rows)
			*rows = row[i] + 1;
	}
	return row;
}

int axis_marks_height(struct plot *plot) {
	int rows;
	label_rows(plot, &rows);
	return rows == 0 ? 0 : rows * PLOT_LINE + 2 * POINT;
}

static void draw_mark(struct plot *plot, const struct doc_mark *mark,
    int top) {
	struct item *item = sketch_item(&plot->sketch, ITEM_LINE, NULL);
	item->x = axis_place(plot, mark->at);
	item->y = top;
	item->h = plot->y + plot->h - top;
	item->width = POINT * 3 / 4;
	item->colour = plot->theme->tone[DOC_TONE_BAD];
	item->stroked = true;
	item->dashed = true;
}

/* Labels stand on paper: the line of a neighbour stops at them. */
void axis_marks(struct plot *plot, int y) {
	size_t n = plot->chart->u.chart.marks;
	const struct doc_mark *mark = plot->chart->u.chart.mark;
	int rows, *row = label_rows(plot, &rows);
	for (size_t i = 0; i < n; i++)
		draw_mark(plot, &mark[i], y + (row[i] + 1) * PLOT_LINE);
	for (size_t i = 0; i < n; i++) {
		int left = label_left(plot, &mark[i]);
		int top = y + row[i] * PLOT_LINE;
		sketch_fill(&plot->sketch, left, top, plot_text_width(plot,
		    mark[i].label), PLOT_LINE, plot->theme->paper);
		plot_text(plot, mark[i].label, left, top
		    + para_baseline(PLOT_SIZE, PLOT_LINE), ALIGN_START,
		    plot->theme->tone[DOC_TONE_BAD]);
	}
}
