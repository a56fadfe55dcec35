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

#include "store/retire.h"

struct arena;

/* Per import; those at count and above are none of them. */
struct earlier {
	bool *gives_way;
	bool *same_bytes;	/* ... read in a way that was given up */
	size_t count;		/* 0: there is none */
};

struct earlier earlier_of(struct arena *arena, struct db *db,
    const struct contract *contract, const struct retire_file *file);

bool earlier_gives_way(const struct earlier *earlier, int64_t import);

/* Behind the last sample of the file: drop what the same bytes gave when they
 * were read another way, and mark the files that no sample comes from any
 * more. */
void earlier_settle(struct db *db, const struct earlier *earlier);

#endif
