/*
 * typeset - ENTRY of set: a document into pages.
 */
#ifndef GEPPO_TYPESET_H
#define GEPPO_TYPESET_H

#include "doc/doc.h"
#include "set/font.h"
#include "set/frame.h"

/* The pages of the document, in the arena.  NULL after a diag when there are
 * more pages than a document may have. */
const struct frame *typeset_document(struct arena *arena,
    const struct doc *doc, struct fonts *fonts);

#endif
