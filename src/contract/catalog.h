/*
 * catalog - ready definitions of indicators, duties and flows, and sets of
 * clauses: templates/catalogue/.
 *
 * An indicator, duty, flow or <clauses> of the contract with use="ID" takes from the
 * definition of that element and id every attribute that it does not give
 * itself, and the elements in it when it has none of its own.  The catalogue
 * is in Japanese; its texts come in the language of the contract.
 */
#ifndef GEPPO_CATALOG_H
#define GEPPO_CATALOG_H

#include "contract/attr.h"

struct words;

/* Fill the elements of the root that use a definition, before the grammar
 * is asked. */
void catalog_fill(struct reading *reading, struct _xmlNode *root);

/* A definition, for `geppo list catalogue`, in the language of words. */
struct catalog {
	struct str id, kind, name, records, note;
};

size_t catalog_list(struct arena *arena, const char *workspace,
    const struct words *words, struct catalog **list);

#endif
