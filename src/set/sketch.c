/* sketch - a fragment while it is drawn. */
#include "set/sketch.h"

#include "base/arena.h"

struct sketch sketch_in(struct arena *arena) {
	return (struct sketch){ arena, NULL, 0, 0 };
}

struct sketch sketch_of(struct arena *arena, struct item *item, size_t items) {
	return (struct sketch){ arena, item, items, 0 };
}

void sketch_room(struct sketch *sketch, size_t items) {
	struct item *old = sketch->item;
	if (sketch->items + items <= sketch->room)
		return;
	sketch->room = sketch->items + items;
	sketch->item = arena_array(sketch->arena, sketch->room,
	    sizeof *sketch->item);
	if (sketch->items != 0)
		memcpy(sketch->item, old, sketch->items * sizeof *old);
}

struct item *sketch_item(struct sketch *sketch, enum item_kind kind,
    const struct node *node) {
	if (sketch->items >= sketch->room)
		sketch_room(sketch, sketch->items == 0 ? 1 : sketch->items);
	struct item *item = &sketch->item[sketch->items++];
	*item = (struct item){ .kind = kind, .node = node };
	return item;
}

void sketch_line(struct sketch *sketch, int x, int y, int w, int h, int width,
    struct colour colour) {
	struct item *item = sketch_item(sketch, ITEM_LINE, NULL);
	item->x = x;
	item->y = y;
	item->w = w;
	item->h = h;
	item->width = width;
	item->colour = colour;
	item->stroked = true;
}

static struct item *add_box(struct sketch *sketch, int x, int y, int w,
    int h) {
	struct item *item = sketch_item(sketch, ITEM_BOX, NULL);
	item->x = x;
	item->y = y;
	item->w = w;
	item->h = h;
	return item;
}

void sketch_fill(struct sketch *sketch, int x, int y, int w, int h,
    struct colour fill) {
	struct item *item = add_box(sketch, x, y, w, h);
	item->fill = fill;
	item->filled = true;
}

void sketch_outline(struct sketch *sketch, int x, int y, int w, int h,
    int width, struct colour colour) {
	struct item *item = add_box(sketch, x, y, w, h);
	item->width = width;
	item->colour = colour;
	item->stroked = true;
}

void sketch_link(struct sketch *sketch, int x, int y, int w, int h,
    struct str target, const struct node *node) {
	struct item *item = sketch_item(sketch, ITEM_LINK, node);
	item->x = x;
	item->y = y;
	item->w = w;
	item->h = h;
	item->target = target;
}

void sketch_anchor(struct sketch *sketch, int x, int y, struct str id) {
	struct item *item = sketch_item(sketch, ITEM_ANCHOR, NULL);
	item->x = x;
	item->y = y;
	item->target = id;
}

void sketch_claim(struct sketch *sketch, size_t from, const struct node *node,
    enum item_part part) {
	for (size_t i = from; i < sketch->items; i++)
		if (sketch->item[i].kind == ITEM_RUN) {
			sketch->item[i].node = node;
			sketch->item[i].part = part;
		}
}

void sketch_add(struct sketch *sketch, const struct sketch *part, int dx,
    int dy) {
	for (size_t i = 0; i < part->items; i++) {
		struct item *item = sketch_item(sketch, part->item[i].kind,
		    NULL);
		*item = part->item[i];
		item->x += dx;
		item->y += dy;
	}
}

struct fragment sketch_fragment(const struct sketch *sketch, int w, int h) {
	return (struct fragment){ w, h, sketch->item, sketch->items };
}
