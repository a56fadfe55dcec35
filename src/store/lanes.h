/*
 * lanes - one slot per name, found again quickly: the targets and series of a
 * file while it streams by.
 */
#ifndef GEPPO_LANES_H
#define GEPPO_LANES_H

#include "base/str.h"

struct arena;

struct lanes {
	struct arena *arena;
	void **slot;		/* in order of first appearance */
	struct str *name;
	size_t count;
	uint32_t *table;	/* index + 1, or 0; a power of two of places */
	size_t places;
};

struct lanes lanes_in(struct arena *arena);

/* The slot of the name; a new one is NULL. */
void **lanes_find(struct lanes *lanes, struct str name);

#endif
