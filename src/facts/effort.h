/*
 * effort - work done in the period: tables `work-by-person` and `work-by-item`,
 * chart `effort-by-month`.
 */
#ifndef GEPPO_EFFORT_H
#define GEPPO_EFFORT_H

#include "facts/facts.h"

struct arena;

void effort_add(struct arena *arena, struct facts *facts);

#endif
