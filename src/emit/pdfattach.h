/*
 * pdfattach - files inside a PDF file: what its figures come from.
 *
 * Associated files of the document (ISO 19005-3, 6.8), each with its media
 * type, its relationship and the date of the document.
 */
#ifndef GEPPO_PDFATTACH_H
#define GEPPO_PDFATTACH_H

#include "base/str.h"

struct buf;
struct pdfbody;

struct pdfattach_file {
	struct str name;		/* ASCII, no two alike: summary.csv */
	struct str title;		/* for people */
	const char *type;		/* text/csv */
	const char *relation;		/* Data, Source */
	struct str bytes;
};

struct pdfattach {
	const struct pdfattach_file *file;	/* in the order of names */
	size_t files;
};

/* Write the files into the body, and what refers to them into the dictionary
 * of the catalogue.  date: as a PDF string. */
void pdfattach_write(struct pdfbody *body, const struct pdfattach *attach,
    struct str date, struct buf *catalog);

#endif
