/*
 * chart - the drawing of a chart's data.
 *
 * The same fragment is painted into the PDF and, as SVG, into HTML.
 */
#ifndef GEPPO_CHART_H
#define GEPPO_CHART_H

#include "set/font.h"

struct node;

/* The chart of the node at a width; its height follows from what it shows.  A
 * sparkline has a width of its own. */
const struct fragment *chart_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *chart, int width);

/* The same where there is less room; as high where its height is that of its
 * rows. */
const struct fragment *chart_low(struct arena *arena, struct fonts *fonts,
    const struct node *chart, int width);

#endif
