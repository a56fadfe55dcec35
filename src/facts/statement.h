/*
 * statement - an outcome as documents show it: texts, verdict in words, and the
 * sentence that states it.
 */
#ifndef GEPPO_STATEMENT_H
#define GEPPO_STATEMENT_H

#include "facts/facts.h"
#include "facts/outcome.h"

/* All of a figure but its trend, traces and definition. */
struct figure statement_figure(struct arena *arena, const struct words *words,
    const struct outcome *outcome);

#endif
