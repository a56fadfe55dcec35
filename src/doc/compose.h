/*
 * compose - entry of doc: facts and a template into a validated document.
 *
 * facts → facts XML with the slots and templates/KIND.xml → xsl/doc/KIND.xsl →
 * xsl/doc/number.xsl → held against document.rng → struct doc, its content
 * checked.
 */
#ifndef GEPPO_COMPOSE_H
#define GEPPO_COMPOSE_H

#include "doc/doc.h"
#include "doc/kind.h"

struct facts;
struct xslt;

/* The document; the caller ends it with doc_free.  NULL after a diag at level
 * refuse. */
struct doc *compose_document(struct arena *arena, struct xslt *xslt,
    const struct facts *facts, enum kind_id kind);

#endif
