/*
 * pdftree - the structure tree of a PDF file that was read, and its pages.
 */
#ifndef GEPPO_PDFTREE_H
#define GEPPO_PDFTREE_H

#include "emit/pdfread.h"

#define PDFTREE_NONE ((size_t)-1)

/* An element, in reading order. */
struct pdftree_element {
	size_t number;			/* of its object */
	size_t parent;			/* index, or PDFTREE_NONE */
	struct str type;		/* "/P" */
	struct str text;		/* dictionary */
};

/* Content that an element holds: marked content, or an annotation.  In reading
 * order, too. */
struct pdftree_leaf {
	size_t element;			/* index */
	size_t page;			/* object */
	int64_t id;			/* marked-content id, or -1 */
	size_t annotation;		/* object, or 0 */
};

struct pdftree {
	struct str catalog, root;	/* root: StructTreeRoot */
	size_t *page;			/* objects */
	size_t pages;
	struct pdftree_element *element;
	size_t elements;
	struct pdftree_leaf *leaf;
	size_t leaves;
	struct str *parent;		/* by key of the parent tree */
	size_t parents;
};

struct pdftree pdftree_of(const struct pdfread *file);

#endif
