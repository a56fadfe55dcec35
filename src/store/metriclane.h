/*
 * metriclane - samples of metric from a file into packed hours.
 *
 * Each series holds the samples of one hour until another hour begins; then
 * they join what the store has of that hour.  Files in any order come out the
 * same, files in order of time cost one statement per series and hour.
 */
#ifndef GEPPO_METRICLANE_H
#define GEPPO_METRICLANE_H

#include "base/ratio.h"

struct arena;
struct db;
struct metriclane;

struct metriclane_counts {
	int64_t added;		/* instants that the store did not have */
	int64_t clashes;	/* instants with another value before */
	int64_t dropped;	/* too large for the hour's decimals */
};

struct metriclane *metriclane_new(struct arena *arena, struct db *db,
    int64_t import);

/* A sample of one series. */
struct metriclane_sample {
	const struct str *metric, *host, *unit;
	size_t texts;		/* of the record (rec.h) */
	int64_t at;
	struct decimal value;
	int64_t line;
};

void metriclane_add(struct metriclane *lane,
    const struct metriclane_sample *sample);

/* Before the caller uses the database: another thread may be at it. */
void metriclane_rest(struct metriclane *lane);

/* Write what is held, and tell what became of the samples. */
struct metriclane_counts metriclane_end(struct metriclane *lane);

#endif
