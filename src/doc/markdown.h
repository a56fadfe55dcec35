/*
 * markdown - CommonMark, and tables of pipes, into blocks of a document.
 *
 * The only caller of libcmark.  Markup that a document has no element for
 * falls back to plain text; raw HTML is shown as it is written.
 */
#ifndef GEPPO_MARKDOWN_H
#define GEPPO_MARKDOWN_H

#include "base/str.h"

struct arena;
struct _xmlNode;

/* Add the blocks of text below parent, whose namespace they get; paragraphs
 * know the file, unless that is empty, and their line. */
void markdown_add(struct arena *arena, struct _xmlNode *parent,
    struct str text, struct str file);

/* Add the text as the contents of a cell: inline elements only. */
void markdown_add_inline(struct arena *arena, struct _xmlNode *parent,
    struct str text);

#endif
