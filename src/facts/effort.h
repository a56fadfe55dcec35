/* effort - work done in the period by person: the table `work-by-person`. */
#ifndef GEPPO_EFFORT_H
#define GEPPO_EFFORT_H

#include "facts/facts.h"

struct arena;

void effort_add(struct arena *arena, struct facts *facts);

#endif
