/*
 * curve - values over time as lines with marks; where a value is missing the
 * line has a gap.
 */
#ifndef GEPPO_CURVE_H
#define GEPPO_CURVE_H

#include "set/plot.h"

/* Draw into the plot, whose width is given; returns the height taken. */
int curve_draw(struct plot *plot, int width);

#endif
