/* maskfacts - what the public edition hides in tables, charts and sentences. */
#ifndef GEPPO_MASKFACTS_H
#define GEPPO_MASKFACTS_H

#include "facts/mask.h"

/* Hide it in all that the facts show. */
void maskfacts_hide(struct arena *arena, const struct mask *mask,
    struct facts *facts);

#endif
