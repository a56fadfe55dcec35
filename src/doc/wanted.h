/*
 * wanted - the parts of the facts that a template shows.
 *
 * A document needs a tenth of what a period has; the rest would be built, searched
 * by each key of the stylesheets and freed again for nothing.
 */
#ifndef GEPPO_WANTED_H
#define GEPPO_WANTED_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct _xmlNode;

struct wanted_part {
	const char *element;	/* table, chart, graph, trace */
	struct str name;
	bool prefix;		/* all whose names begin so */
};

struct wanted {
	struct wanted_part *part;
	size_t parts;
};

/* What the template places; names stay those of its tree. */
struct wanted wanted_of(struct arena *arena, const struct _xmlNode *template);

/* Is the part placed?  Everything is, where wanted is NULL. */
bool wanted_has(const struct wanted *wanted, const char *element,
    struct str name);

#endif
