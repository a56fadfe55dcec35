/*
 * folio - galleys into pages, with all that only a page has.
 *
 * Page numbers, running head and foot, the pages in the list of contents, the
 * outline and the page labels.
 */
#ifndef GEPPO_FOLIO_H
#define GEPPO_FOLIO_H

#include "set/flow.h"

/* NULL after a diag when there are too many pages. */
const struct frame *folio_frame(struct flow *flow);

/* The width that the list of contents leaves for a page number. */
int folio_number_width(const struct flow *flow);

#endif
