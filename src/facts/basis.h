/*
 * basis - what the report rests on: the checks of the data, and the tables
 * `sources` and `checks`.
 */
#ifndef GEPPO_BASIS_H
#define GEPPO_BASIS_H

#include "facts/facts.h"

struct arena;

void basis_add(struct arena *arena, struct facts *facts);

/* Alerts, tickets and planned stops whose end lies before their start: said
 * once per run, since their time is left out (sla-details 26). */
size_t basis_reversed(const struct rows *rows, bool say);

#endif
