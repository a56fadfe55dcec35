/*
 * agreed - what the contract says of teams and deliverables, as tables.
 */
#ifndef GEPPO_AGREED_H
#define GEPPO_AGREED_H

#include "facts/facts.h"

struct arena;

/* Append `staff`, teams with the contacts that fill them at the cut-off, and
 * `deliverable-rules`; of a month the sentence `next-report`. */
void agreed_add(struct arena *arena, struct facts *facts);

#endif
