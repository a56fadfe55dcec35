/*
 * inline - the inline content of a node as one shaped text.
 *
 * Emphasis becomes the bold face, a status the colour of its tone, a reference
 * the number of its target with a link to it.
 */
#ifndef GEPPO_INLINE_H
#define GEPPO_INLINE_H

#include "set/text.h"

struct node;

/* All content of the node; texts without inline elements are shared. */
const struct text *inline_text(struct fonts *fonts, struct arena *arena,
    const struct node *node, enum font_role role, int size);

/* The id of the place where a footnote is referred to. */
struct str inline_mark(struct arena *arena, const struct node *footnote);

/* The status that is all of the node's content, or NULL. */
const struct node *inline_status(const struct node *node);

#endif
