/*
 * sketch - a fragment while it is drawn.
 *
 * Items are appended in painting order, in the coordinates of the fragment.
 */
#ifndef GEPPO_SKETCH_H
#define GEPPO_SKETCH_H

#include "set/frame.h"

struct sketch {
	struct arena *arena;
	struct item *item;
	size_t items;
	size_t room;			/* 0: the items are another's */
};

struct sketch sketch_in(struct arena *arena);

/* What was drawn before, to be added or to be added to: then it is copied. */
struct sketch sketch_of(struct arena *arena, struct item *item, size_t items);

/* Make room for just so many more items. */
void sketch_room(struct sketch *sketch, size_t items);

/* A zeroed item of the kind, to be filled in. */
struct item *sketch_item(struct sketch *sketch, enum item_kind kind,
    const struct node *node);

void sketch_line(struct sketch *sketch, int x, int y, int w, int h, int width,
    struct colour colour);

/* A filled rectangle. */
void sketch_fill(struct sketch *sketch, int x, int y, int w, int h,
    struct colour fill);

/* The outline of a rectangle. */
void sketch_outline(struct sketch *sketch, int x, int y, int w, int h,
    int width, struct colour colour);

void sketch_link(struct sketch *sketch, int x, int y, int w, int h,
    struct str target, const struct node *node);
void sketch_anchor(struct sketch *sketch, int x, int y, struct str id);

/* The runs from item `from` on say a part of the node. */
void sketch_claim(struct sketch *sketch, size_t from, const struct node *node,
    enum item_part part);

/* Append the items of another sketch, moved. */
void sketch_add(struct sketch *sketch, const struct sketch *part, int dx,
    int dy);

/* What was drawn, as a fragment of a size. */
struct fragment sketch_fragment(const struct sketch *sketch, int w, int h);

#endif
