/*
 * pdf - pages as a PDF file, through cairo.
 *
 * The same frame gives the same bytes: dates come from the document.  Text can
 * be taken out as it was written.
 */
#ifndef GEPPO_PDF_H
#define GEPPO_PDF_H

#include "set/frame.h"

struct pdfattach;

/* Write the frame, with what is attached to it, whole or not at all; false
 * after a diag. */
bool pdf_write(const struct frame *frame, const struct pdfattach *attach,
    const char *path);

#endif
