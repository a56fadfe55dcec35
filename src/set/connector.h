/*
 * connector - a line of straight pieces with an arrow at its end.
 */
#ifndef GEPPO_CONNECTOR_H
#define GEPPO_CONNECTOR_H

#include "set/sketch.h"

/* How far the head reaches back from the end. */
#define CONNECTOR_HEAD (5 * FRAME_POINT)

/* Draw along the points (x y pairs, at least two of them); every piece runs
 * across or down. */
void connector_draw(struct sketch *sketch, const int *point, size_t points,
    struct colour colour, const struct node *node);

#endif
