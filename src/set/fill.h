/*
 * fill - how the classes of a chart are filled, and the key to them.
 *
 * Tints differ in grey by a quarter at least, the others and series by their
 * pattern, so that a copy without colour still tells every class.
 */
#ifndef GEPPO_FILL_H
#define GEPPO_FILL_H

#include "set/plot.h"

/* The fill of a class; blank when the chart has none of the number. */
enum doc_fill fill_class(const struct plot *plot, size_t class);

void fill_box(struct plot *plot, int x, int y, int w, int h,
    enum doc_fill fill);

/* A bar of a series: its colour, and its pattern where colours are many. */
void fill_series(struct plot *plot, int x, int y, int w, int h,
    size_t series);

/* The colour of a text that stands on the fill. */
struct colour fill_ink(const struct plot *plot, enum doc_fill fill);

/* Each class with its label, from x on; the height that they take. */
int fill_legend(struct plot *plot, int x, int width, bool draw);

/* The same of the series; nothing for a single one. */
int fill_series_legend(struct plot *plot, int x, int width, bool draw);

#endif
