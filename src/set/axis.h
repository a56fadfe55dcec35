/*
 * axis - the categories of a chart across the plot, the names of its lines
 * down its left side, and lines drawn across the axis.
 */
#ifndef GEPPO_AXIS_H
#define GEPPO_AXIS_H

#include "set/plot.h"

/* The left edge of a category; of the number of categories: the right edge of
 * the area. */
int axis_edge(const struct plot *plot, size_t category);

/* A place on the axis, held inside the area. */
int axis_place(const struct plot *plot, struct decimal at);

/* The categories below the area, every k-th so that none touches its
 * neighbour, and what they are; returns the height that they take. */
int axis_categories(struct plot *plot, bool ticks);

/* The widest name of a line, but at most two fifths of the width. */
int axis_names_width(struct plot *plot, int width);

/* The lines of a name in the width; print it up to x, with its middle at y. */
int axis_name_lines(struct plot *plot, struct str name, int width);
void axis_name(struct plot *plot, struct str name, int x, int y, int width);

/* The height that the labels of the marks take, each on a row of its own
 * where they would touch. */
int axis_marks_height(struct plot *plot);

/* The marks through the area, their labels from y down. */
void axis_marks(struct plot *plot, int y);

#endif
