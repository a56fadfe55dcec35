/*
 * structbody - the structure tree as objects of a PDF file.
 */
#ifndef GEPPO_STRUCTBODY_H
#define GEPPO_STRUCTBODY_H

#include "emit/structure.h"

struct pdfbody;

/* Object numbers of pages and of the annotations of areas. */
struct structure_numbers {
	const size_t *page, *area;
};

/* Write all elements; the number of the StructTreeRoot.  Page i has the key i
 * in the parent tree, area i the key pages + i. */
size_t structbody_write(struct structure *structure, const struct marks *marks,
    const struct structure_numbers *numbers, struct pdfbody *body);

#endif
