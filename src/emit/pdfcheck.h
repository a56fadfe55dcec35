/*
 * pdfcheck - does a PDF file that geppo wrote keep the rules of PDF/A-3a and
 * PDF/UA-1 that a program can check (pages.md 2.6)?
 *
 * Reads the file anew and knows nothing of how it was made.
 */
#ifndef GEPPO_PDFCHECK_H
#define GEPPO_PDFCHECK_H

#include "base/str.h"

struct arena;

/* Who is told of each rule that is broken, once, with the first place. */
struct pdfcheck_sink {
	void *self;
	void (*broken)(void *self, const char *rule, const char *what);
};

/* How many rules the file breaks. */
size_t pdfcheck_file(struct arena *arena, struct str bytes,
    const struct pdfcheck_sink *sink);

#endif
