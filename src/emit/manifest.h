/*
 * manifest - what went into a pack and what came out, with digests.
 *
 * manifest.xml (urn:geppo:manifest:1) names program and rules, period and
 * cut-off, the contract, every input file with its rows, and every file of the
 * pack but itself, each with bytes and SHA-256.
 */
#ifndef GEPPO_MANIFEST_H
#define GEPPO_MANIFEST_H

#include "facts/facts.h"

/* Write folder/manifest.xml over the files (paths below folder, in order) of a
 * pack with these documents (names of kinds, a blank between); false after a
 * diag. */
bool manifest_write(struct arena *arena, const struct facts *facts,
    const char *folder, struct str documents, const struct str *name,
    size_t count);

#endif
