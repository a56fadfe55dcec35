/*
 * spread - how the values behind an indicator lie: the histogram `spread-ID`
 * with percentiles, and of the levels of a clock the box plot `levels-ID`.
 */
#ifndef GEPPO_SPREAD_H
#define GEPPO_SPREAD_H

#include "facts/outcome.h"

/* outcomes: one per figure. */
void spread_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes);

#endif
