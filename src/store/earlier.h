/*
 * earlier - the files of samples that one file takes the place of.
 *
 * A file of the same path, read as this one or in a way that the contract has
 * given up, is an earlier export of the same: at one instant its samples give
 * way to those of this file.  Between other files the worse state holds
 * (sla.md, Where "up" and "down" come from; records.md, Notes).
 */
#ifndef GEPPO_EARLIER_H
#define GEPPO_EARLIER_H

#include "base/record.h"

struct arena;
struct contract;
struct db;

/* Per import; those at count and above are none of them. */
struct earlier {
	bool *gives_way;
	size_t count;		/* 0: there is none */
};

/* A file of samples: its path below the workspace, its reading and import. */
struct earlier_file {
	struct str path, reading;
	enum record_id records;
	int64_t import;
};

struct earlier earlier_of(struct arena *arena, struct db *db,
    const struct contract *contract, const struct earlier_file *file);

bool earlier_gives_way(const struct earlier *earlier, int64_t import);

/* Behind the last sample of the file: mark the files that no sample comes from
 * any more. */
void earlier_settle(struct db *db, const struct earlier *earlier);

#endif
