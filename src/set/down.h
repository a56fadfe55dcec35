/*
 * down - a line of shaped text that runs downwards, as in the heads of narrow
 * columns.
 *
 * Full-width letters stand upright, in their vertical forms; what is narrower,
 * Western letters and digits above all, lies on its side (JLREQ 2.3.2).
 */
#ifndef GEPPO_DOWN_H
#define GEPPO_DOWN_H

#include "set/line.h"

/* Draw with the middle of the line at x and its start at y; colour and node
 * where the spans say none. */
void down_draw(struct sketch *sketch, const struct text *text,
    const struct line *line, int x, int y, struct colour colour,
    const struct node *node);

#endif
