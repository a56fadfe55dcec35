/* spark - a row of values as a small line in a cell of a table. */
#include "set/spark.h"

#include "base/arena.h"

#define POINT FRAME_POINT
/* Room for the mark of the last value, which may be the highest. */
#define MARGIN (2 * POINT)
#define MARK (3 * POINT)

struct reach {
	double low, high;
	size_t last;			/* the last that there is */
	bool any;
};

static const struct doc_point *point_at(const struct plot *plot, size_t i) {
	return &plot->chart->u.chart.line[0].point[i];
}

static struct reach reach_of(const struct plot *plot) {
	struct reach reach = { .any = false };
	for (size_t i = 0; i < plot->chart->u.chart.categories; i++) {
		double value = scale_value(point_at(plot, i)->value);
		if (!point_at(plot, i)->has)
			continue;
		reach.low = !reach.any || value < reach.low ? value : reach.low;
		reach.high = !reach.any || value > reach.high ? value
		    : reach.high;
		reach.last = i;
		reach.any = true;
	}
	return reach;
}

static int value_x(const struct plot *plot, size_t i) {
	size_t n = plot->chart->u.chart.categories;
	return MARGIN + (n < 2 ? 0 : (int)((int64_t)(SPARK_WIDTH - 2 * MARGIN)
	    * (int64_t)i / (int64_t)(n - 1)));
}

/* Values that are all alike stand in the middle. */
static int value_y(const struct plot *plot, const struct reach *reach,
    size_t i) {
	double range = reach->high - reach->low;
	double share = range > 0 ? (scale_value(point_at(plot, i)->value)
	    - reach->low) / range : 0.5;
	return SPARK_HEIGHT - MARGIN
	    - (int)(share * (SPARK_HEIGHT - 2 * MARGIN));
}

/* From each value to the next, where both are there. */
static void draw_line(struct plot *plot, const struct reach *reach) {
	for (size_t i = 1; i <= reach->last; i++) {
		if (!point_at(plot, i - 1)->has || !point_at(plot, i)->has)
			continue;
		struct item *item = sketch_item(&plot->sketch, ITEM_PATH,
		    plot->chart);
		item->points = 2;
		item->point = arena_array(plot->arena, 4,
		    sizeof *item->point);
		item->point[0] = value_x(plot, i - 1);
		item->point[1] = value_y(plot, reach, i - 1);
		item->point[2] = value_x(plot, i);
		item->point[3] = value_y(plot, reach, i);
		item->stroked = true;
		item->width = POINT;
		item->colour = plot->theme->accent;
	}
}

int spark_draw(struct plot *plot, int width) {
	struct reach reach = reach_of(plot);
	(void)width;
	if (!reach.any)
		return SPARK_HEIGHT;
	draw_line(plot, &reach);
	struct item *mark = sketch_item(&plot->sketch, ITEM_BOX, plot->chart);
	mark->x = value_x(plot, reach.last) - MARK / 2;
	mark->y = value_y(plot, &reach, reach.last) - MARK / 2;
	mark->w = mark->h = MARK;
	mark->filled = true;
	mark->fill = plot->theme->accent;
	return SPARK_HEIGHT;
}
