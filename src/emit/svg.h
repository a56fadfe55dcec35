/*
 * svg - a fragment of positioned items as an SVG element with real text.
 *
 * One of the two painters of charts and diagrams; cairo is the other.  The
 * picture has a title and a description for those who do not see it.
 */
#ifndef GEPPO_SVG_H
#define GEPPO_SVG_H

#include "set/frame.h"

struct _xmlNode;

/* Add <svg> below parent, without an empty description; id makes the ids of
 * its title and description and must be unique in the document. */
void svg_add(struct arena *arena, struct _xmlNode *parent,
    const struct fragment *fragment, struct str id, struct str title,
    struct str description);

#endif
