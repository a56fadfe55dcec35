/*
 * route - lines between boxes, in straight pieces that go around boxes.
 *
 * Worked out for ranks that run downwards; for ranks that run across, x and y
 * change places before and after.  A line leaves the lower edge of the upper
 * box, runs between the ranks, and enters the upper edge of the lower box.
 */
#include "set/route.h"

#include <limits.h>
#include <stdlib.h>

#include "set/frame.h"

#define POINT FRAME_POINT
/* White between a line that goes around and the box. */
#define CLEAR (6 * POINT)
/* Boxes whose middles are nearer than this are joined by a plain line. */
#define STEP (14 * POINT)

static struct dot_box turned(const struct dot *dot, size_t i) {
	struct dot_box box = dot->box[i];
	if (!dot->across)
		return box;
	return (struct dot_box){ .x = box.y, .y = box.x, .w = box.h,
		.h = box.w };
}

/* Does an upright line at x from top to foot touch a box other than the two
 * that it joins? */
static bool blocked(const struct dot *dot, int x, int top, int foot) {
	for (size_t i = 0; i < dot->boxes; i++) {
		struct dot_box box = turned(dot, i);
		if (x > box.x - CLEAR / 2 && x < box.x + box.w + CLEAR / 2
		    && top < box.y + box.h && foot > box.y)
			return true;
	}
	return false;
}

/* The free x nearest to the wanted one for a line from top to foot. */
static int free_column(const struct dot *dot, int want, int top, int foot) {
	int best = want;
	int64_t away = INT64_MAX;
	for (size_t i = 0; i < 2 * dot->boxes; i++) {
		struct dot_box box = turned(dot, i / 2);
		int x = i % 2 == 0 ? box.x - CLEAR : box.x + box.w + CLEAR;
		int64_t distance = llabs((int64_t)x - want);
		if (x >= 0 && distance < away && !blocked(dot, x, top, foot)) {
			best = x;
			away = distance;
		}
	}
	return best;
}

static void add(struct route *route, int x, int y) {
	route->point[2 * route->points] = x;
	route->point[2 * route->points++ + 1] = y;
}

/* Boxes of one rank: side to side, or below both when one stands between. */
static struct route level(const struct dot *dot, struct dot_box a,
    struct dot_box b) {
	struct route route = { .points = 0 };
	bool right = b.x > a.x;
	int from = right ? a.x + a.w : a.x, to = right ? b.x : b.x + b.w;
	int y = a.y + a.h / 2;
	for (size_t i = 0; i < dot->boxes; i++) {
		struct dot_box box = turned(dot, i);
		int left = from < to ? from : to, end = from < to ? to : from;
		if (box.x >= left && box.x + box.w <= end && box.y < y
		    && box.y + box.h > y) {
			int foot = a.y + a.h > b.y + b.h ? a.y + a.h
			    : b.y + b.h;
			add(&route, a.x + a.w / 2, a.y + a.h);
			add(&route, a.x + a.w / 2, foot + CLEAR);
			add(&route, b.x + b.w / 2, foot + CLEAR);
			add(&route, b.x + b.w / 2, b.y + b.h);
			return route;
		}
	}
	add(&route, from, y);
	add(&route, to, y);
	return route;
}

/* From the upper box to the lower; lines of different boxes run at different
 * heights between the ranks. */
static struct route downwards(const struct dot *dot, struct dot_box upper,
    struct dot_box lower, size_t which) {
	struct route route = { .points = 0 };
	int x1 = upper.x + upper.w / 2, x2 = lower.x + lower.w / 2;
	/* a small step is no help to the eye */
	if (abs(x1 - x2) < STEP)
		x1 = x2;
	int top = upper.y + upper.h, foot = lower.y;
	int shift = ((int)(which % 3) - 1) * 4 * POINT;
	int high = top + dot->below / 2 + shift;
	int low = foot - dot->below / 2 + shift;
	if (high > foot || low < top)
		high = low = (top + foot) / 2;
	if (x1 == x2 && !blocked(dot, x1, top, foot)) {
		add(&route, x1, top);
		add(&route, x1, foot);
		return route;
	}
	int x = !blocked(dot, x1, top, low) ? x1
	    : !blocked(dot, x2, high, foot) ? x2
	    : free_column(dot, (x1 + x2) / 2, high, low);
	add(&route, x1, top);
	add(&route, x1, x == x1 ? low : high);
	if (x != x1 && x != x2) {
		add(&route, x, high);
		add(&route, x, low);
	}
	add(&route, x2, x == x2 ? high : low);
	add(&route, x2, foot);
	return route;
}

static void reverse(struct route *route) {
	for (size_t i = 0; i < route->points / 2; i++)
		for (size_t k = 0; k < 2; k++) {
			size_t other = 2 * (route->points - 1 - i) + k;
			int swapped = route->point[2 * i + k];
			route->point[2 * i + k] = route->point[other];
			route->point[other] = swapped;
		}
}

static void turn_back(struct route *route) {
	for (size_t i = 0; i < route->points; i++) {
		int x = route->point[2 * i];
		route->point[2 * i] = route->point[2 * i + 1];
		route->point[2 * i + 1] = x;
	}
}

struct route route_find(const struct dot *dot, const struct dot_edge *edge) {
	struct dot_box a = turned(dot, edge->from), b = turned(dot, edge->to);
	struct route route;
	if (a.y + a.h <= b.y) {
		route = downwards(dot, a, b, edge->from);
	} else if (b.y + b.h <= a.y) {
		route = downwards(dot, b, a, edge->to);
		reverse(&route);
	} else {
		route = level(dot, a, b);
	}
	if (dot->across)
		turn_back(&route);
	return route;
}
