/*
 * pdf - pages as a PDF file, through cairo.
 *
 * The same frame gives the same bytes: dates come from the document.  Text can
 * be taken out as it was written.
 */
#ifndef GEPPO_PDF_H
#define GEPPO_PDF_H

#include "set/frame.h"

struct file_out;
struct pdfattach;

/* Write the frame, with what is attached to it; NULL, or why it cannot be done:
 * then the file is to be discarded.  Nothing but the arguments is touched and
 * nothing is told, so that any thread may call. */
const char *pdf_write(const struct frame *frame,
    const struct pdfattach *attach, struct file_out *out);

#endif
