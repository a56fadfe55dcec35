/*
 * pipetable - a table drawn with pipes in a text.
 *
 *     | measure | owner | due |
 *     |---|:--:|---:|
 *     | ...     | ...   | ... |
 *
 * CommonMark has no tables; this is the form that people write.
 */
#ifndef GEPPO_PIPETABLE_H
#define GEPPO_PIPETABLE_H

#include "base/str.h"

struct arena;
struct _xmlNode;

/* Add the lines as a table below parent; false, and nothing added, when they
 * are none.  Rows name the file, unless it is empty, and their line in it,
 * where the table begins at first. */
bool pipetable_add(struct arena *arena, struct _xmlNode *parent,
    const struct str *line, size_t lines, struct str file, size_t first);

#endif
