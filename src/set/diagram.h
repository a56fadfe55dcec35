/*
 * diagram - boxes and the lines between them, in lanes of the parties.
 *
 * graphviz says where boxes stand; what is drawn, and how it reads, is ours.
 */
#ifndef GEPPO_DIAGRAM_H
#define GEPPO_DIAGRAM_H

#include "set/font.h"

struct node;

/* The diagram of the node, not wider than width if text of 8 points allows. */
const struct fragment *diagram_fragment(struct arena *arena,
    struct fonts *fonts, const struct node *diagram, int width);

/* Does it need a landscape page for type of 8 points? */
bool diagram_turns(struct arena *arena, struct fonts *fonts,
    const struct node *diagram);

#endif
