/*
 * sections - what the search of a pack looks at: every section of a document.
 */
#ifndef GEPPO_SECTIONS_H
#define GEPPO_SECTIONS_H

#include "base/str.h"

struct arena;
struct doc;

struct section_entry {
	struct str href;		/* "monthly.html#summary" */
	struct str title;		/* with its number */
	struct str text;		/* its own, without that of sections in it */
};

struct sections {
	struct section_entry *at;
	size_t count;
};

/* The sections of the document, whose HTML is the file of that name; in the
 * arena, nothing of the document is kept. */
struct sections sections_of(struct arena *arena, const struct doc *doc,
    const char *file);

#endif
