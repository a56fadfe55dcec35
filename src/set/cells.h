/*
 * cells - a grid of a cell for each line and category, filled by its class: a
 * heat map, or a matrix whose texts are to be read.
 */
#ifndef GEPPO_CELLS_H
#define GEPPO_CELLS_H

#include "set/plot.h"

/* Draw into the plot, whose width is given; returns the height taken. */
int cells_draw(struct plot *plot, int width);

#endif
