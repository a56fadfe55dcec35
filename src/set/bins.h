/*
 * bins - a histogram: amounts of ranges side by side, with marks at
 * percentiles.
 */
#ifndef GEPPO_BINS_H
#define GEPPO_BINS_H

#include "set/plot.h"

/* Draw into the plot, whose width is given; returns the height taken. */
int bins_draw(struct plot *plot, int width);

#endif
