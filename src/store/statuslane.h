/*
 * statuslane - samples of status from a file into packed days.
 *
 * As metriclane, by target and local day.
 */
#ifndef GEPPO_STATUSLANE_H
#define GEPPO_STATUSLANE_H

#include "store/statuspack.h"

struct db;
struct earlier;
struct statuslane;

struct statuslane_counts {
	int64_t added;		/* instants that the store did not have */
	int64_t changed;	/* instants that became worse, or were corrected */
	int64_t clashes;	/* instants that another file gives another state */
};

/* interval is that of the source, offset the contract's. */
struct statuslane_file {
	int64_t import;
	int64_t interval, offset;
	const struct earlier *earlier;
};

/* What the file changes of earlier exports of its path goes to the history. */
struct statuslane *statuslane_new(struct arena *arena, struct db *db,
    const struct statuslane_file *file);

/* A sample of the target; texts is that of the record (rec.h).  True when the
 * target is new to this file. */
bool statuslane_add(struct statuslane *lane, size_t texts, struct str target,
    struct statuspack_sample sample);

struct statuslane_counts statuslane_end(struct statuslane *lane);

#endif
