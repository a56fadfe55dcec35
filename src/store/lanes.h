/*
 * lanes - one slot per name, found again quickly: the targets and series of a
 * file while it streams by.  A name is a tuple of texts.
 */
#ifndef GEPPO_LANES_H
#define GEPPO_LANES_H

#include "base/str.h"

struct arena;

struct lanes {
	struct arena *arena;
	size_t parts;		/* texts of a name */
	void **slot;		/* in order of first appearance */
	struct str *name;	/* parts of them per slot */
	size_t count;
	uint32_t *known;	/* index + 1 by rec.texts, or 0 */
	size_t knowns;
	uint32_t *table;	/* index + 1, or 0; a power of two of places */
	size_t places;
};

struct lanes lanes_in(struct arena *arena, size_t parts);

/* The slot that records with these texts (rec.h) were found to have, or NULL. */
static inline void **lanes_known(const struct lanes *lanes, size_t texts) {
	return texts < lanes->knowns && lanes->known[texts] != 0
	    ? &lanes->slot[lanes->known[texts] - 1] : NULL;
}

/* The slot of the name, which records with these texts have; a new one
 * is NULL. */
void **lanes_find(struct lanes *lanes, size_t texts, const struct str *name);

#endif
