/*
 * bars - amounts as bars from zero: beside each other, stacked, or sorted with
 * their running share (Pareto).
 */
#ifndef GEPPO_BARS_H
#define GEPPO_BARS_H

#include "set/plot.h"

/* Draw into the plot, whose width is given; returns the height taken. */
int bars_draw(struct plot *plot, int width);

/* The same with the bars lying, for long names of categories. */
int bars_draw_lying(struct plot *plot, int width);

/* Are the names too long to stand below upright bars? */
bool bars_lie(struct plot *plot, int width);

#endif
