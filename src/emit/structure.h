/*
 * structure - the tree of a document's parts for reading aids.
 *
 * Built from the document in reading order, not from the pages; the marks tell
 * where each part stands.  Types and attributes are those of PDF 1.7 (ISO
 * 32000-1, 14.8), used as PDF/UA-1 (ISO 14289-1) asks.
 */
#ifndef GEPPO_STRUCTURE_H
#define GEPPO_STRUCTURE_H

#include "emit/mark.h"

struct structure_element;

/* What an element holds, in reading order: one of three. */
struct structure_kid {
	struct structure_kid *next;
	struct structure_element *element;
	const struct mark *mark;
	const struct mark_area *area;
};

struct structure_element {
	const char *type;		/* "P" */
	struct structure_element *parent;
	struct structure_kid *first, *last;
	struct str entries;		/* further entries of its dictionary */
	size_t number;			/* of its object */
};

struct structure {
	struct structure_element **element;	/* parents first */
	size_t elements;
	struct structure_element **of_mark;	/* NULL: an artifact */
	struct structure_element **of_area;	/* its Link */
};

struct structure structure_build(struct arena *arena, const struct doc *doc,
    const struct marks *marks);

#endif
