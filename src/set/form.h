/*
 * form - ruled boxes with labels, and boxes for seals.
 *
 * Sized for a hand and a seal (pages.md 8): a line to write on is 8 mm, a seal
 * box 18 mm square.
 */
#ifndef GEPPO_FORM_H
#define GEPPO_FORM_H

#include "set/flow.h"

void form_set(struct flow *flow, const struct node *form);

/* Boxes for seals, side by side at the right margin. */
void form_approvals(struct flow *flow, const struct node *approvals);

#endif
