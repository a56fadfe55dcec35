/*
 * estatemap - the assets and their links as graphs (構成図, O-20): which
 * software runs on which hardware, what is connected, what stands where.
 */
#ifndef GEPPO_ESTATEMAP_H
#define GEPPO_ESTATEMAP_H

#include "facts/facts.h"

struct arena;

/* Graphs assets-software, assets-network, assets-places: the assets in use at
 * the cut-off that a link of the kind joins; empty where they are too many. */
void estatemap_add(struct arena *arena, struct facts *facts);

#endif
