/*
 * sametext - do a document's PDF and HTML say the same?
 *
 * Both are read anew and compared section by section, in reading order and
 * without white space and other characters that nobody sees.  What only one
 * of the two has is left out: page numbers with the list of contents, marks
 * before list items and text inside pictures in PDF; the list of contents,
 * the skip link, pictures, the data tables under them, scripts and the foot
 * in HTML.  The running heads and feet of PDF are artifacts and no part of
 * its text.
 */
#ifndef GEPPO_SAMETEXT_H
#define GEPPO_SAMETEXT_H

#include "base/str.h"

struct arena;

/* The first section that differs: its heading, and what stands there from the
 * first difference on. */
struct sametext_difference {
	struct str section, pdf, html;
};

/* True when they say the same. */
bool sametext_compare(struct arena *arena, struct str pdf, struct str html,
    struct sametext_difference *difference);

#endif
