/*
 * footnote - texts that stand at the foot of the page of their mark.
 */
#ifndef GEPPO_FOOTNOTE_H
#define GEPPO_FOOTNOTE_H

#include "set/flow.h"

/* The footnotes whose marks the strip of the flow shows, as lines over the
 * whole width of the page; NULL when it shows none. */
const struct galley *footnote_galley(struct flow *flow,
    const struct strip *strip);

#endif
