/*
 * xmlgrammar - say in plain words where a document leaves its grammar.
 *
 * libxml2 decides whether a document is valid, but its words for patterns in
 * any order (interleave) name neither the culprit nor what was expected.
 */
#ifndef GEPPO_XMLGRAMMAR_H
#define GEPPO_XMLGRAMMAR_H

#include <stdbool.h>

struct arena;
struct _xmlNode;

/*
 * grammar is the root of a RELAX NG grammar in one file, root that of the
 * document.  The first thing wrong in document order becomes a diag: unknown,
 * missing or repeated elements, unknown or missing attributes and their values,
 * text where none is expected.  False when it is something else (an order, the
 * form of a text), after no diag.
 */
bool xmlgrammar_explain(struct arena *arena, const struct _xmlNode *grammar,
    const struct _xmlNode *root);

#endif
