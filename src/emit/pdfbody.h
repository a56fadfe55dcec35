/*
 * pdfbody - the objects of a PDF file that is being written.
 *
 * Objects get their numbers first and their values later, in any order.  What
 * has no stream goes into object streams, which makes tagging affordable
 * (pages.md 1.4).
 */
#ifndef GEPPO_PDFBODY_H
#define GEPPO_PDFBODY_H

#include "base/str.h"

struct arena;
struct buf;
struct file_out;

struct pdfbody_object {
	struct str text;		/* value; of a stream: its entries */
	struct str stream;
	bool streams;
	size_t at;			/* in the file or in its object stream */
	size_t pack;			/* number of the object stream, or 0 */
};

struct pdfbody {
	struct arena *arena;
	struct pdfbody_object *object;	/* object n is at n - 1 */
	size_t objects;
};

struct pdfbody pdfbody_in(struct arena *arena);

/* A number for an object to come. */
size_t pdfbody_number(struct pdfbody *body);

/* Say the value of an object. */
void pdfbody_set(struct pdfbody *body, size_t number, struct str text);

/* Say an object that is a stream: entries of its dictionary but the length,
 * and its bytes as they are to stand in the file. */
void pdfbody_stream(struct pdfbody *body, size_t number, const char *entries,
    struct str bytes);

/* The bytes, deflated. */
struct str pdfbody_deflate(struct arena *arena, struct str bytes);

/* A text string: UTF-16 as `<FEFF...>`. */
void pdfbody_text(struct buf *buf, struct str text);

/* `n 0 R` */
void pdfbody_reference(struct buf *buf, size_t number);

/* A length in points with at most three decimals. */
void pdfbody_points(struct buf *buf, int units);

/* Write the file; its ID is a digest of all that stands before its table. */
void pdfbody_write(struct pdfbody *body, struct file_out *file, size_t root,
    size_t info);

#endif
