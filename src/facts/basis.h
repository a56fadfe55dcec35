/*
 * basis - what the report rests on: the table of the sources, and the checks
 * of the data.
 */
#ifndef GEPPO_BASIS_H
#define GEPPO_BASIS_H

#include "facts/facts.h"

struct arena;

void basis_add(struct arena *arena, struct facts *facts);

#endif
