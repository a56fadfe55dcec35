/*
 * coursemap - the flows of the contract as graphs: who does what after whom.
 */
#ifndef GEPPO_COURSEMAP_H
#define GEPPO_COURSEMAP_H

#include "facts/facts.h"

struct arena;

/* Append a graph `flow-ID` for each flow of the contract, in its order. */
void coursemap_add(struct arena *arena, struct facts *facts);

#endif
