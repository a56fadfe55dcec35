/*
 * pdfbody - the objects of a PDF file that is being written.
 *
 * Objects get their numbers first and their values later, in any order, each
 * once; a value is written at once and not held.  What has no stream goes into
 * object streams, which makes tagging affordable (pages.md 1.4).
 */
#ifndef GEPPO_PDFBODY_H
#define GEPPO_PDFBODY_H

#include "base/buf.h"

struct arena;
struct digest;
struct file_out;

/* Where an object stands. */
struct pdfbody_object {
	size_t at;			/* in the file or in its object stream */
	size_t pack;			/* number of the object stream, or 0 */
};

struct pdfbody {
	struct arena *arena;
	struct arena *scratch;		/* reset when a stream is written */
	struct file_out *file;
	struct digest *digest;
	size_t n;			/* bytes written */
	struct pdfbody_object *object;	/* object n is at n - 1 */
	size_t objects;
	size_t pack;			/* the object stream being filled, or 0 */
	struct buf head, data;		/* what it holds */
	size_t packed;
};

/* Begin to write the file; ends with pdfbody_end.  What is in scratch is gone
 * when a stream or some hundred objects are written. */
struct pdfbody pdfbody_begin(struct arena *arena, struct arena *scratch,
    struct file_out *file);

/* A number for an object to come. */
size_t pdfbody_number(struct pdfbody *body);

/* Write an object without a stream. */
void pdfbody_set(struct pdfbody *body, size_t number, struct str text);

/* Write an object that is a stream: entries of its dictionary but the length,
 * and its bytes as they are to stand in the file. */
void pdfbody_stream(struct pdfbody *body, size_t number, const char *entries,
    struct str bytes);

/* Write a stream whose bytes are deflated here: its entries but length and
 * filter. */
void pdfbody_deflate(struct pdfbody *body, size_t number, const char *entries,
    struct str bytes);

/* Write what is left; the file's ID is a digest of all that stands before its
 * table. */
void pdfbody_end(struct pdfbody *body, size_t root, size_t info);

/* A text string: UTF-16 as `<FEFF...>`. */
void pdfbody_text(struct buf *buf, struct str text);

/* `n 0 R` */
void pdfbody_reference(struct buf *buf, size_t number);

/* A length in points with at most three decimals. */
void pdfbody_points(struct buf *buf, int units);

#endif
