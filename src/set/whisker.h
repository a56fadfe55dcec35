/*
 * whisker - box plots: of each category the least value, the quartiles, the
 * median and the greatest value.
 */
#ifndef GEPPO_WHISKER_H
#define GEPPO_WHISKER_H

#include "set/plot.h"

/* Draw into the plot, whose width is given; returns the height taken. */
int whisker_draw(struct plot *plot, int width);

#endif
