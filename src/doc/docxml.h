/*
 * docxml - document XML into the document tree.
 *
 * The last place that knows element and attribute names.  The document has
 * been validated against xsl/schema/document.rng before.
 */
#ifndef GEPPO_DOCXML_H
#define GEPPO_DOCXML_H

#include "doc/doc.h"

/* The tree of the document, which it takes over (doc_free).  References are
 * not resolved yet: that is content_check's. */
struct doc *docxml_read(struct arena *arena, struct _xmlDoc *xml);

#endif
