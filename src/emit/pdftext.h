/*
 * pdftext - the text of a PDF file that was read.
 *
 * Text is what the fonts' ToUnicode maps say, or an ActualText around it; it
 * is given by mark, so that the structure tree puts it into reading order.
 */
#ifndef GEPPO_PDFTEXT_H
#define GEPPO_PDFTEXT_H

#include "emit/pdfread.h"

/* The text of one page by the ids of its marks. */
struct pdftext_page {
	struct str *text;
	size_t ids;
	const char *fault;	/* a glyph without meaning, or NULL */
};

struct pdftext {
	const struct pdfread *file;
	struct pdftext_font *font;
	size_t fonts;
};

/* The page by its object; faults are told of text inside and outside of
 * marks: .notdef, no Unicode value, or one of the private use areas. */
struct pdftext_page pdftext_page(struct pdftext *text, size_t page);

/* The bytes of a string `(...)` or `<...>`. */
struct str pdftext_bytes(struct arena *arena, struct str token);

/* The text of a string `<FEFF...>`, empty for any other. */
struct str pdftext_string(struct arena *arena, struct str string);

#endif
