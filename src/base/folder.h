/*
 * folder - a folder of outputs that appears whole or not at all.
 *
 * The files of a pack are written into a folder beside its place, which then
 * takes the place of the old one in one step.  A run that fails or is killed
 * leaves the old folder as it was.
 */
#ifndef GEPPO_FOLDER_H
#define GEPPO_FOLDER_H

#include "base/str.h"

struct arena;
struct folder;

/* Begin the folder that will stand at path; NULL after a diag. */
struct folder *folder_begin(struct arena *arena, const char *path);

/* Where its files are written meanwhile. */
const char *folder_path(const struct folder *folder);

/* Put it in its place and remove the old one; false after a diag, and then
 * the old one stands. */
bool folder_commit(struct folder *folder);

/* Remove what was written.  NULL is allowed. */
void folder_discard(struct folder *folder);

/* All that lies below the folder and is no folder, links too, sorted by bytes:
 * paths below it in *names. */
size_t folder_files(struct arena *arena, const char *path,
    struct str **names);

#endif
