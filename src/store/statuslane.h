/*
 * statuslane - samples of status from a file into packed days.
 *
 * As metriclane, by target and local day.
 */
#ifndef GEPPO_STATUSLANE_H
#define GEPPO_STATUSLANE_H

#include "store/statuspack.h"

struct db;
struct statuslane;

struct statuslane_counts {
	int64_t added;		/* instants that the store did not have */
	int64_t changed;	/* instants that became worse */
};

/* interval is that of the source, offset the contract's. */
struct statuslane *statuslane_new(struct arena *arena, struct db *db,
    int64_t interval, int64_t offset);

/* True when the target is new to this file. */
bool statuslane_add(struct statuslane *lane, struct str target,
    struct statuspack_sample sample);

struct statuslane_counts statuslane_end(struct statuslane *lane);

#endif
