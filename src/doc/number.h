/*
 * number - numbers of sections, tables, figures and footnotes.
 */
#ifndef GEPPO_NUMBER_H
#define GEPPO_NUMBER_H

#include "base/words.h"

struct _xmlDoc;

/* Give each section, each table with a caption, each figure and each footnote
 * of the document its `number`, worded by `doc.number.*` of the words, each
 * footnote an `id` where it has none; a `ref` says the number of what it
 * names, or its title where that has none.  What stands nowhere is left to
 * doc/content. */
void number_document(struct arena *arena, const struct words *words,
    struct _xmlDoc *document);

#endif
