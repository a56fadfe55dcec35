/* connector - a line of straight pieces with an arrow at its end. */
#include "set/connector.h"

#include <string.h>

#include "base/arena.h"

#define POINT FRAME_POINT

static struct item *path(struct sketch *sketch, const int *point,
    size_t points, const struct node *node) {
	struct item *item = sketch_item(sketch, ITEM_PATH, node);
	item->points = points;
	item->point = arena_array(sketch->arena, 2 * points,
	    sizeof *item->point);
	memcpy(item->point, point, 2 * points * sizeof *point);
	return item;
}

/* A filled triangle whose tip is the end. */
static void draw_head(struct sketch *sketch, const int *end,
    struct colour colour, const struct node *node) {
	int dx = (end[0] > end[-2]) - (end[0] < end[-2]);
	int dy = (end[1] > end[-1]) - (end[1] < end[-1]);
	int back = CONNECTOR_HEAD, half = CONNECTOR_HEAD / 2;
	const int tip[] = { 0, 0, -dx * back - dy * half,
	    -dy * back - dx * half, -dx * back + dy * half,
	    -dy * back + dx * half };
	struct item *item = path(sketch, tip, 3, node);
	item->x = end[0];
	item->y = end[1];
	item->closed = true;
	item->filled = true;
	item->fill = colour;
}

void connector_draw(struct sketch *sketch, const int *point, size_t points,
    struct colour colour, const struct node *node) {
	struct item *item = path(sketch, point, points, node);
	item->stroked = true;
	item->width = POINT * 4 / 5;
	item->colour = colour;
	draw_head(sketch, &point[2 * points - 2], colour, node);
}
