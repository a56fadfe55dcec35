/*
 * swim - a flow as swim lanes: a column for each party, time downwards.
 */
#ifndef GEPPO_SWIM_H
#define GEPPO_SWIM_H

#include "set/font.h"

struct node;

/* The diagram of the node, as wide as its lanes need, and not higher than
 * height if text of 8 points allows; NULL when graphviz cannot. */
const struct fragment *swim_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *diagram, int width, int height);

/* Do width and height hold the flow in type of 8 points? */
bool swim_fits(struct arena *arena, struct fonts *fonts,
    const struct node *diagram, int width, int height);

#endif
