/* reading - how a source is read, as a digest. */
#ifndef GEPPO_READING_H
#define GEPPO_READING_H

#include "base/str.h"

struct arena;
struct contract;
struct source;

/* All of the <source> that decides what the bytes mean.  The same bytes read
 * another way are another import. */
struct str reading_of(struct arena *arena, const struct contract *contract,
    const struct source *source);

/* Does a source of the contract read that way? */
bool reading_current(struct arena *arena, const struct contract *contract,
    struct str reading);

#endif
