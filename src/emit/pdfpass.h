/*
 * pdfpass - cairo's PDF made into PDF/A-3a and PDF/UA-1.
 *
 * Keeps cairo's pages, fonts and outline, drops its tags but for their ids,
 * and adds the structure tree, links and what the two standards ask for
 * (pages.md 2.3, 2.4).  Nothing is trusted: a page whose marks are not those
 * of the list is refused.
 */
#ifndef GEPPO_PDFPASS_H
#define GEPPO_PDFPASS_H

#include "emit/mark.h"

struct file_out;
struct pdfattach;

/* Write the file that cairo's bytes become, with what is attached to it.
 * NULL, or why not. */
const char *pdfpass_write(struct arena *arena, struct str cairo,
    const struct marks *marks, const struct pdfattach *attach,
    struct file_out *file);

#endif
