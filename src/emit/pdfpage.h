/*
 * pdfpage - what stands on a page of a PDF file that was read.
 */
#ifndef GEPPO_PDFPAGE_H
#define GEPPO_PDFPAGE_H

#include "emit/pdfread.h"
#include "emit/pdftree.h"

/* Is all that the page paints marked, and each mark once in the tree and as
 * the parent tree has it?  NULL, or what is wrong. */
const char *pdfpage_check(const struct pdfread *file,
    const struct pdftree *tree, size_t page);

#endif
