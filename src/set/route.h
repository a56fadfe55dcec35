/*
 * route - lines between boxes, in straight pieces that go around boxes.
 */
#ifndef GEPPO_ROUTE_H
#define GEPPO_ROUTE_H

#include "set/dot.h"

#define ROUTE_POINTS 6

struct route {
	int point[2 * ROUTE_POINTS];
	size_t points;
};

/* From the edge of one box to the edge of another of a diagram that was laid
 * out. */
struct route route_find(const struct dot *dot, const struct dot_edge *edge);

#endif
