/*
 * spark - a row of values as a small line in a cell of a table.
 */
#ifndef GEPPO_SPARK_H
#define GEPPO_SPARK_H

#include "set/plot.h"

#define SPARK_WIDTH (64 * FRAME_POINT)
#define SPARK_HEIGHT (10 * FRAME_POINT)

/* Draw into the plot, whose size is as above; returns its height. */
int spark_draw(struct plot *plot, int width);

#endif
