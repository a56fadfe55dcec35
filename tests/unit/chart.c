/*
 * chart - scales with round ticks, and drawings in which no text leaves the
 * picture or touches another.
 */
#include "set/chart.h"

#include "doc/doc.h"
#include "set/fill.h"
#include "set/scale.h"
#include "fonts.h"

#define WIDTH (470 * FRAME_POINT)
#define PAGE (730 * FRAME_POINT)

static const char *ticks(double low, double high, int decimals) {
	struct scale scale = scale_fit(low, high, 5, decimals);
	const char *all = "";
	for (int64_t i = 0; i < scale.ticks; i++)
		all = arena_printf(arena, "%s%s%s", all, i > 0 ? " " : "",
		    str_z(arena, scale_label(arena, &scale, i)));
	return all;
}

static void ticks_are_round(void **state) {
	(void)state;
	assert_string_equal(ticks(0, 140, 0), "0 50 100 150");
	assert_string_equal(ticks(99.83, 100, 2),
	    "99.80 99.85 99.90 99.95 100.00");
	assert_string_equal(ticks(0, 4800, 0), "0 1,000 2,000 3,000 4,000 5,000");
	assert_string_equal(ticks(-3, 2, 0), "-3 -2 -1 0 1 2");
	assert_string_equal(ticks(0, 0.004, 3),
	    "0.000 0.001 0.002 0.003 0.004");
	assert_string_equal(ticks(0, 2, 1), "0.0 0.5 1.0 1.5 2.0");
	assert_string_equal(ticks(0, 2, 0), "0 1 2");
	assert_string_equal(ticks(0, 1, 0), "0 1");
}

static void every_range_is_held(void **state) {
	(void)state;
	for (int64_t n = 1; n < 2000000000; n = n * 7 / 3 + 1)
		for (int part = 0; part < 10; part++) {
			double high = (double)n / 1000;
			double low = high * part / 10;
			struct scale scale = scale_fit(low, high, 5, 9);
			assert_true(scale_low(&scale) <= low + high * 1e-6);
			assert_true(scale_high(&scale) >= high - high * 1e-6);
			assert_true(scale.ticks >= 2 && scale.ticks <= 8);
		}
}

/* Small numbers that look random, the same in every run. */
static unsigned next(unsigned *seed) {
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static const struct node *chart_of(enum doc_chart kind, size_t lines,
    size_t categories, const char *name, unsigned seed) {
	struct node *node = arena_alloc(arena, sizeof *node);
	node->type = ELEMENT_CHART;
	node->u.chart.kind = kind;
	node->u.chart.unit = str_of("件");
	node->u.chart.categories = categories;
	node->u.chart.lines = lines;
	node->u.chart.category = arena_array(arena, categories,
	    sizeof (struct str));
	node->u.chart.line = arena_array(arena, lines,
	    sizeof (struct doc_line));
	for (size_t i = 0; i < categories; i++)
		node->u.chart.category[i] = str_of(arena_printf(arena, name,
		    i + 1));
	for (size_t l = 0; l < lines; l++) {
		struct doc_line *line = &node->u.chart.line[l];
		line->label = str_of(arena_printf(arena, "系列%zu%s", l,
		    l == 1 ? "の名前がとても長くて一行には入らない場合" : ""));
		line->point = arena_array(arena, categories,
		    sizeof *line->point);
		for (size_t i = 0; i < categories; i++) {
			unsigned value = next(&seed) % 400;
			line->point[i] = (struct doc_point){
			    .has = value % 9 != 0, .value = { value, 0 },
			    .text = str_of(arena_printf(arena, "%u", value)) };
		}
	}
	node->u.chart.has_threshold = kind == DOC_CHART_LINE;
	node->u.chart.threshold = (struct decimal){ 200, 0 };
	node->u.chart.threshold_label = str_of("目標 200");
	return node;
}

struct area {
	int left, top, right, foot;
};

static struct area area_of(const struct item *run) {
	const struct frame_glyph *last = &run->glyph[run->glyphs - 1];
	int size = run->face->size;
	return (struct area){ run->x, run->y - size * 3 / 4,
		run->x + last->x + last->advance, run->y + size / 8 };
}

static void texts_keep_apart(const struct fragment *drawing) {
	for (size_t i = 0; i < drawing->items; i++) {
		if (drawing->item[i].kind != ITEM_RUN)
			continue;
		struct area a = area_of(&drawing->item[i]);
		assert_true(a.left >= 0 && a.right <= drawing->w);
		assert_true(a.top >= 0 && a.foot <= drawing->h);
		for (size_t k = 0; k < i; k++) {
			if (drawing->item[k].kind != ITEM_RUN)
				continue;
			struct area b = area_of(&drawing->item[k]);
			bool apart = a.left >= b.right || b.left >= a.right
			    || a.top >= b.foot || b.top >= a.foot;
			if (!apart)
				fail_msg("%.*s touches %.*s",
				    (int)drawing->item[i].text.n,
				    drawing->item[i].text.p,
				    (int)drawing->item[k].text.n,
				    drawing->item[k].text.p);
		}
	}
}

/* Nothing is painted outside the picture. */
static void shapes_stay_inside(const struct fragment *drawing) {
	for (size_t i = 0; i < drawing->items; i++) {
		const struct item *item = &drawing->item[i];
		if (item->kind == ITEM_BOX || item->kind == ITEM_LINE) {
			assert_true(item->x >= 0 && item->y >= 0);
			assert_true(item->x + item->w <= drawing->w);
			assert_true(item->y + item->h <= drawing->h);
		}
		for (size_t k = 0; item->kind == ITEM_PATH
		    && k < item->points; k++) {
			assert_in_range(item->x + item->point[2 * k], 0,
			    drawing->w);
			assert_in_range(item->y + item->point[2 * k + 1], 0,
			    drawing->h);
		}
	}
}

static void texts_of_charts_keep_apart(void **state) {
	static const char *const names[] = { "%zu月", "2026年%zu月",
	    "分類の名前が長いとき%zu", "a-host-name-without-any-blank%zu" };
	(void)state;
	for (int kind = DOC_CHART_LINE; kind <= DOC_CHART_PARETO; kind++)
		for (size_t lines = 1; lines <= 8; lines++)
			for (size_t n = 1; n <= 61; n += 5)
				for (size_t k = 0; k < 4; k++) {
					const struct fragment *drawing =
					    chart_fragment(arena, fonts,
					    chart_of(kind, lines, n, names[k],
					    (unsigned)(lines * n)), WIDTH);
					texts_keep_apart(drawing);
					shapes_stay_inside(drawing);
					assert_true(drawing->h <= PAGE);
				}
}

/* Classes, bars and marks at random; places may lie outside the axis. */
static struct node *filled_chart(enum doc_chart kind, size_t lines,
    size_t categories, const char *name, unsigned seed) {
	struct node *node = (struct node *)chart_of(kind, lines, categories,
	    name, seed);
	node->u.chart.across = str_of("横の項目");
	node->u.chart.down = str_of("縦の項目");
	node->u.chart.classes = 10;
	node->u.chart.class = arena_array(arena, 10,
	    sizeof *node->u.chart.class);
	for (size_t i = 0; i < 10; i++)
		node->u.chart.class[i] = (struct doc_class){ (enum doc_fill)i,
		    str_of("凡例の項目の名前") };
	node->u.chart.marks = seed % 5;
	node->u.chart.mark = arena_array(arena, 5,
	    sizeof *node->u.chart.mark);
	for (size_t i = 0; i < node->u.chart.marks; i++)
		node->u.chart.mark[i] = (struct doc_mark){
		    { next(&seed) % (100 * (unsigned)categories), 2 },
		    str_of("95パーセンタイル 1,234時間") };
	for (size_t l = 0; l < lines; l++) {
		struct doc_line *line = &node->u.chart.line[l];
		line->bars = next(&seed) % 5;
		line->bar = arena_array(arena, 5, sizeof *line->bar);
		for (size_t i = 0; i < line->bars; i++) {
			int from = (int)(next(&seed) % 4000) - 500;
			line->bar[i] = (struct doc_bar){ { from, 2 },
			    { from + (int)(next(&seed) % 900), 2 },
			    next(&seed) % 10, str_of("") };
		}
		for (size_t i = 0; i < categories; i++)
			line->point[i].class = next(&seed) % 10;
	}
	return node;
}

static void filled_charts_keep_apart(void **state) {
	static const char *const names[] = { "%zu", "2026年%zu月",
	    "分類の名前が長いとき%zu", "a-host-name-without-any-blank%zu" };
	unsigned seed = 1;
	(void)state;
	for (int kind = DOC_CHART_BURN; kind <= DOC_CHART_BOX; kind++)
		for (size_t lines = 1; lines <= 16; lines += 3)
			for (size_t n = 1; n <= 31; n += 5)
				for (size_t k = 0; k < 4; k++) {
					const struct fragment *drawing =
					    chart_fragment(arena, fonts,
					    filled_chart(kind, lines, n,
					    names[k], seed++), WIDTH);
					texts_keep_apart(drawing);
					shapes_stay_inside(drawing);
				}
}

/* The boxes of the drawing that are filled with the colour. */
static size_t count_boxes(const struct fragment *drawing, struct colour fill) {
	size_t n = 0;
	for (size_t i = 0; i < drawing->items; i++) {
		const struct item *item = &drawing->item[i];
		n += item->kind == ITEM_BOX && item->filled
		    && item->fill.r == fill.r && item->fill.g == fill.g
		    && item->fill.b == fill.b;
	}
	return n;
}

/* Lines and paths of paper's colour that are drawn into the bar of a series,
 * as a text that tells two patterns apart. */
static const char *pattern_of(size_t series) {
	struct plot plot = { .arena = arena, .fonts = fonts,
	    .theme = font_theme(fonts), .sketch = sketch_in(arena) };
	const char *all = "";
	fill_series(&plot, 0, 0, 30 * FRAME_POINT, 30 * FRAME_POINT, series);
	assert_int_equal(plot.sketch.item[0].kind, ITEM_BOX);
	for (size_t i = 1; i < plot.sketch.items; i++) {
		const struct item *item = &plot.sketch.item[i];
		assert_int_equal(item->colour.r, plot.theme->paper.r);
		all = arena_printf(arena, "%s %d,%d,%d,%d,%d,%d", all,
		    item->kind, item->w, item->h, item->dashed,
		    item->points == 0 ? 0 : item->point[0],
		    item->points == 0 ? 0 : item->point[2]);
	}
	return all;
}

static void series_differ_without_colour(void **state) {
	(void)state;
	assert_string_equal(pattern_of(0), "");
	for (size_t i = 0; i < THEME_CHARTS; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(pattern_of(i), pattern_of(k));
	/* the seventh has the first one's colour, but not its pattern */
	assert_string_not_equal(pattern_of(THEME_CHARTS), pattern_of(0));
}

/* Bars of a stack lie on those of their own side of zero. */
static void a_stack_grows_from_zero(void **state) {
	(void)state;
	static const int64_t value[] = { 10, -20, 30, -40 };
	struct node *node = (struct node *)chart_of(DOC_CHART_STACKED, 4, 1,
	    "%zu", 1);
	for (size_t l = 0; l < 4; l++)
		node->u.chart.line[l].point[0] = (struct doc_point){
		    .has = true, .value = { value[l], 0 } };
	const struct fragment *drawing = chart_fragment(arena, fonts, node,
	    WIDTH);
	const struct item *bar[4];
	size_t bars = 0;
	for (size_t i = 0; i < drawing->items && bars < 4; i++) {
		const struct item *item = &drawing->item[i];
		if (item->kind == ITEM_BOX && item->w > 20 * FRAME_POINT)
			bar[bars++] = item;
	}
	assert_int_equal(bars, 4);
	assert_in_range(bar[2]->y + bar[2]->h, bar[0]->y - 1, bar[0]->y + 1);
	assert_in_range(bar[3]->y, bar[1]->y + bar[1]->h - 1,
	    bar[1]->y + bar[1]->h + 1);
	assert_in_range(bar[0]->y + bar[0]->h, bar[1]->y - 1, bar[1]->y + 1);
}

/* One bar from the second quarter of an axis of four: its edges. */
static void a_bar_stands_at_its_time(void **state) {
	(void)state;
	struct node *node = filled_chart(DOC_CHART_TIMELINE, 1, 4, "%zu", 0);
	struct doc_bar bar = { { 10, 1 }, { 25, 1 }, 0, { NULL, 0 } };
	struct doc_class down = { DOC_FILL_BAD, { NULL, 0 } };
	node->u.chart.line[0].bar = &bar;
	node->u.chart.line[0].bars = 1;
	node->u.chart.class = &down;
	node->u.chart.classes = 1;
	const struct fragment *drawing = chart_fragment(arena, fonts, node,
	    WIDTH);
	struct colour bad = font_theme(fonts)->tone[DOC_TONE_BAD];
	const struct item *found = NULL, *axis = NULL;
	assert_int_equal(count_boxes(drawing, bad), 2);	/* and its key */
	for (size_t i = 0; i < drawing->items; i++) {
		const struct item *item = &drawing->item[i];
		if (item->kind == ITEM_BOX && item->filled
		    && item->fill.r == bad.r)
			found = item;
		if (item->kind == ITEM_LINE && item->h == 0 && axis == NULL)
			axis = item;
	}
	assert_int_equal(found->x, axis->x + axis->w / 4);
	assert_in_range(found->w, axis->w * 3 / 8 - 2, axis->w * 3 / 8 + 2);
}

static void a_gap_is_a_gap(void **state) {
	(void)state;
	struct node *node = (struct node *)chart_of(DOC_CHART_LINE, 1, 5,
	    "%zu月", 1);
	for (size_t i = 0; i < 5; i++)
		node->u.chart.line[0].point[i].has = i != 2;
	const struct fragment *drawing = chart_fragment(arena, fonts, node,
	    WIDTH);
	size_t stretches = 0;
	for (size_t i = 0; i < drawing->items; i++)
		if (drawing->item[i].kind == ITEM_PATH
		    && drawing->item[i].stroked) {
			assert_int_equal(drawing->item[i].points, 2);
			stretches++;
		}
	assert_int_equal(stretches, 2);
}

static void a_chart_without_data_is_drawn(void **state) {
	(void)state;
	assert_non_null(chart_fragment(arena, fonts,
	    chart_of(DOC_CHART_BAR, 0, 3, "%zu", 1), WIDTH));
	assert_non_null(chart_fragment(arena, fonts,
	    chart_of(DOC_CHART_LINE, 2, 0, "%zu", 1), WIDTH));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ticks_are_round),
		cmocka_unit_test(every_range_is_held),
		cmocka_unit_test(texts_of_charts_keep_apart),
		cmocka_unit_test(filled_charts_keep_apart),
		cmocka_unit_test(series_differ_without_colour),
		cmocka_unit_test(a_stack_grows_from_zero),
		cmocka_unit_test(a_bar_stands_at_its_time),
		cmocka_unit_test(a_gap_is_a_gap),
		cmocka_unit_test(a_chart_without_data_is_drawn),
	};
	return cmocka_run_group_tests(tests, fonts_open, fonts_close);
}
