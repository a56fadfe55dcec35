/*
 * estatemap - the assets and their links as a graph (構成図, O-20): which
 * software runs on which hardware, what is connected, what stands where.
 */
#ifndef GEPPO_ESTATEMAP_H
#define GEPPO_ESTATEMAP_H

#include "facts/facts.h"

struct arena;

/* Graph assets: those in use at the cut-off that some link joins. */
void estatemap_add(struct arena *arena, struct facts *facts);

#endif
