/*
 * recompute - is a pack what the store and the workspace give today?
 *
 * Writes the pack again beside its place, from the same period, cut-off and
 * kinds, compares the two manifests, and removes what it wrote.
 */
#ifndef GEPPO_RECOMPUTE_H
#define GEPPO_RECOMPUTE_H

#include "cmd/cmd.h"

struct _xmlNode;

/* Name every file of the manifest that would be another today; false after a
 * diag that refuses. */
bool recompute_compare(struct run *run, const struct _xmlNode *manifest);

#endif
