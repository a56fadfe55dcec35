/*
 * factparty - the document and its contract in the facts XML.
 *
 * Title page matter: number, version, date, parties, revisions, boxes for
 * approval, and the clauses with their answers.
 */
#ifndef GEPPO_FACTPARTY_H
#define GEPPO_FACTPARTY_H

#include "doc/kind.h"
#include "facts/facts.h"

struct _xmlNode;

/* Adds <document> and <contract> to the root of the facts. */
void factparty_add(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts, const struct kind *kind);

#endif
