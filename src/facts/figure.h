/*
 * figure - an outcome as documents show it: texts, verdict in words, and the
 * sentence that states it.
 */
#ifndef GEPPO_FIGURE_H
#define GEPPO_FIGURE_H

#include "facts/facts.h"
#include "facts/outcome.h"

/* All of a figure but its trend, traces and definition. */
struct figure figure_read(struct arena *arena, const struct words *words,
    const struct outcome *outcome);

/* "%" of shares, else the unit of what is counted or measured. */
struct str figure_unit(const struct rows *rows, const struct words *words,
    const struct indicator *indicator);

#endif
