/*
 * renew - files that the contract reads another way than the store did.
 *
 * A mended mapping reads the bytes anew, as if it had been there from the
 * start: what the former one made of them never was.  Files rank by the order
 * in which they came, so all files of the record types that are touched are
 * taken back and read again in that order, each under its number.  Of bytes
 * that are gone the records and samples stay, which is said.
 */
#ifndef GEPPO_RENEW_H
#define GEPPO_RENEW_H

#include "base/str.h"

struct arena;
struct contract;
struct db;

/* A file below the workspace, and the index of the source that reads it. */
struct renew_file {
	struct str path;
	size_t source;
};

struct renew {
	struct renew_file *file;	/* to be loaded, in this order */
	size_t files;
	int64_t *stay;			/* imports whose bytes are gone */
	size_t stays;
};

/* Is there any file that was read in a way that the contract has given up? */
bool renew_wanted(struct db *db, const struct contract *contract);

/* Take back what was read that way.  Runs within the transaction in which all
 * of the files are loaded. */
struct renew renew_begin(struct arena *arena, struct db *db,
    const struct contract *contract);

/* The number that a file with this path, digest, records and reading had before
 * it was taken back, or 0. */
int64_t renew_rank(struct db *db, const struct str key[4]);

/* When all files are loaded: say what stays as it was. */
void renew_tell(struct db *db, const struct contract *contract,
    const struct renew *renew);

#endif
