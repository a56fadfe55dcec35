/*
 * translate - the words of a template in another language.
 *
 * A phrase is the title, the label or where the whole of an element is, or
 * its text with a place for each element in it: {NAME} for
 * <value of="NAME"/>, {#ID} for <ref to="ID"/>.  Its translation may have the
 * places in another order.
 */
#ifndef GEPPO_TRANSLATE_H
#define GEPPO_TRANSLATE_H

#include "base/words.h"

struct _xmlNode;

/* Every phrase at and below the element that the words have a translation of;
 * others stay as they are. */
void translate_template(struct arena *arena, const struct words *words,
    struct _xmlNode *node);

#endif
