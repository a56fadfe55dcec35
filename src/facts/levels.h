/*
 * levels - the levels of clocks: their names, and the table `levels` of what
 * came of each, also where there was nothing to judge.
 */
#ifndef GEPPO_LEVELS_H
#define GEPPO_LEVELS_H

#include "facts/outcome.h"

struct words;

/* As the contract names the level, else its condition in words; -1 is what no
 * level fits. */
struct str levels_name(struct arena *arena, const struct words *words,
    const struct indicator *indicator, int level);

/* outcomes: one per figure. */
void levels_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes);

#endif
