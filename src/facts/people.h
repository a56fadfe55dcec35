/* people - the organization (体制図) as a graph, from the contacts. */
#ifndef GEPPO_PEOPLE_H
#define GEPPO_PEOPLE_H

#include "facts/facts.h"

struct arena;

/* Add the graph `organization`: who is valid on the last day before the
 * cut-off, an edge from each one reported to. */
void people_add(struct arena *arena, struct facts *facts);

/* Is the row of a contact valid on that day? */
bool people_is_valid(const struct facts *facts, const struct row *row);

#endif
