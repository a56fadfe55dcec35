/*
 * load - files of a source into the store.
 *
 * One transaction per file: a run that is killed leaves every file whole or
 * absent.  A file that is known (same bytes, read the same way) changes
 * nothing; a newer file of a known path updates the records.  All files that a
 * mended mapping reads anew are one transaction.
 */
#ifndef GEPPO_LOAD_H
#define GEPPO_LOAD_H

#include "store/renew.h"

struct contract;
struct db;
struct source;

/* What became of the files and rows of a source. */
struct load_stats {
	int64_t files;		/* that were read */
	int64_t known;		/* that were known already */
	int64_t read;		/* rows, the rejected ones too */
	int64_t added, changed, same, rejected;
};

/* Load the files of the source, making the store's tables if it has none.
 * only: when count is not 0, just these files (paths below the workspace).
 * False when no file matched.  *stats is added to. */
bool load_source(struct db *db, const struct contract *contract,
    const struct source *source, const struct str *only, size_t count,
    struct load_stats *stats);

/* Before the sources: load what they read another way than it was read (stats:
 * of each source, added to).  renew_tell takes the answer when all is loaded. */
struct renew load_again(struct arena *arena, struct db *db,
    const struct contract *contract, struct load_stats *stats);

#endif
