/*
 * cover - the first page: title, period, mark, then form and seals.
 */
#ifndef GEPPO_COVER_H
#define GEPPO_COVER_H

#include "set/flow.h"

void cover_set(struct flow *flow, const struct node *cover);

/* The list of sections, with leaders; page numbers come later (set/folio). */
void cover_contents(struct flow *flow);

#endif
