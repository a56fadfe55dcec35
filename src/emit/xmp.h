/*
 * xmp - what a PDF file says about itself, as XMP.
 *
 * The same as its information dictionary, and that it is PDF/A-3a and
 * PDF/UA-1.
 */
#ifndef GEPPO_XMP_H
#define GEPPO_XMP_H

#include "doc/doc.h"

struct str xmp_packet(struct arena *arena, const struct doc *doc,
    struct str producer);

/* What the document is about: its subtitle, else its period. */
struct str xmp_subject(const struct doc *doc);

#endif
