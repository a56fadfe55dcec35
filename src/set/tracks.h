/*
 * tracks - a track of time for each line, with bars of their classes on it: a
 * time line of outages, or plan above actual (gantt).
 */
#ifndef GEPPO_TRACKS_H
#define GEPPO_TRACKS_H

#include "set/plot.h"

/* Draw into the plot, whose width is given; returns the height taken. */
int tracks_draw(struct plot *plot, int width);

#endif
