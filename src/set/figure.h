/*
 * figure - charts and diagrams with their captions.
 */
#ifndef GEPPO_FIGURE_H
#define GEPPO_FIGURE_H

#include "set/flow.h"

void figure_set(struct flow *flow, const struct node *figure);

#endif
