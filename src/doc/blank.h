/*
 * blank - the texts that nobody has written yet.
 *
 * The places are those of the templates of every document that the period
 * owes.
 */
#ifndef GEPPO_BLANK_H
#define GEPPO_BLANK_H

#include "facts/facts.h"

struct blank {
	struct str path;		/* below the workspace */
	struct str label;
};

struct blanks {
	struct blank *at;		/* in the order of the documents */
	size_t count;
};

/* None in a workspace that keeps no texts at all (it has no folder text). */
struct blanks blank_list(struct arena *arena, const struct facts *facts);

#endif
