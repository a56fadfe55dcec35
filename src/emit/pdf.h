/*
 * pdf - pages as a PDF file, through cairo.
 *
 * The same frame gives the same bytes: dates come from the document.  Text can
 * be taken out as it was written.
 */
#ifndef GEPPO_PDF_H
#define GEPPO_PDF_H

#include "set/frame.h"

/* Write the frame whole or not at all; false after a diag. */
bool pdf_write(const struct frame *frame, const char *path);

#endif
