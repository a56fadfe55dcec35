/* months - the table `indicator-months`: each indicator by month. */
#ifndef GEPPO_MONTHS_H
#define GEPPO_MONTHS_H

#include "facts/facts.h"

struct arena;

/* The months are those of the trends, which are there before. */
void months_add(struct arena *arena, struct facts *facts);

#endif
