/*
 * compose - entry of doc: facts and a template into a validated document.
 *
 * facts → facts XML with the slots and templates/KIND.xml → xsl/doc/KIND.xsl,
 * or document.xsl where the kind has none → doc/number → held against
 * document.rng → struct doc, its content checked.
 */
#ifndef GEPPO_COMPOSE_H
#define GEPPO_COMPOSE_H

#include "doc/doc.h"
#include "doc/kind.h"

struct _xmlDoc;
struct answers;
struct facts;
struct xslt;

/* The document; the caller ends it with doc_free.  answers: where other
 * documents answer the clauses of the contract, or NULL.  NULL after a diag at
 * level refuse. */
struct doc *compose_document(struct arena *arena, struct xslt *xslt,
    const struct facts *facts, enum kind_id kind,
    const struct answers *answers);

/* The facts that the document is made from, as XML; the caller ends it with
 * xml_free.  NULL after a diag. */
struct _xmlDoc *compose_facts(struct arena *arena, const struct facts *facts,
    enum kind_id kind);

#endif
