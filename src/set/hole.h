/*
 * hole - a figure that does not fit is drawn lower; where that does not do, it
 * stands on the next page, and what follows it fills the page before.
 *
 * Figures keep their order, and their chapter unless half a page would stay
 * white.  The sentence that leads to a figure stays where it
 * is and names it; a table that the figure cuts shows its head again below.
 */
#ifndef GEPPO_HOLE_H
#define GEPPO_HOLE_H

#include "set/page.h"

/* After the page [from, page->next) was filled to the height: draw the next
 * figure lower, if it then fits, or move strips that follow it before it, if
 * that fills much of the page.  True when
 * the galley was changed, and the page is to be filled again. */
bool hole_fill(struct arena *arena, struct galley *galley,
    const struct page *page, int height);

#endif
