/*
 * retire - files that were read by a mapping which the contract has given up.
 *
 * A mended mapping reads the bytes anew.  What the former one rejected is no
 * news then, and a record that it alone made of the same bytes never was one.
 * Records of other bytes stay: their file may be gone.  Nothing is retired
 * that a source of the contract still reads that way.
 */
#ifndef GEPPO_RETIRE_H
#define GEPPO_RETIRE_H

#include "base/record.h"

struct contract;
struct db;

/* The file that is being loaded: its path below the workspace, the SHA-256 of
 * its bytes, its reading and import. */
struct retire_file {
	struct str path, digest, reading;
	enum record_id records;
	int64_t import;
};

/* Retire earlier readings of the file.  Runs within the file's transaction,
 * behind its last row. */
void retire_readings(struct db *db, const struct contract *contract,
    const struct retire_file *file);

#endif
