/*
 * pdfread - the objects of a PDF file that cairo or geppo wrote.
 *
 * Reads the two forms that those writers use: a table of offsets with plain
 * objects, and a stream of offsets with object streams (ISO 32000-1, 7.5).
 * Nothing is repaired: a file that differs is not read.
 */
#ifndef GEPPO_PDFREAD_H
#define GEPPO_PDFREAD_H

#include "base/str.h"

struct arena;

struct pdfread_object {
	struct str text;		/* its value; empty: no such object */
	struct str stream;		/* as it stands in the file */
	bool streams;			/* it has one */
};

struct pdfread {
	struct arena *arena;
	struct str bytes;
	struct pdfread_object *object;	/* by number */
	size_t objects;
	struct str trailer;		/* dictionary */
	const char *fault;		/* why it could not be read */
};

/* The file, into the arena; fault tells when it could not be read. */
struct pdfread pdfread_open(struct arena *arena, struct str bytes);

/* The value itself, or that of the object that it refers to. */
struct str pdfread_resolve(const struct pdfread *file, struct str value);

/* The entry of a dictionary or of the object that it is, resolved. */
struct str pdfread_entry(const struct pdfread *file, struct str dictionary,
    const char *key);

/* The stream of an object, inflated where it is deflated; p is NULL when that
 * fails or it has none. */
struct str pdfread_stream(const struct pdfread *file, size_t number);

#endif
