/*
 * metrichours - packed hours on their way into the store.
 *
 * Files in order of time end an hour of every series at once, each of which
 * has its own place in the table.  So hours wait until there are many, and are
 * written in the order of the table: the hours of a series stand together.
 */
#ifndef GEPPO_METRICHOURS_H
#define GEPPO_METRICHOURS_H

#include "store/metricpack.h"

struct db;
struct metrichours;

struct metrichours_hour {
	int64_t series, hour;
	int scale;
	const struct metricpack *samples;	/* sorted, of that scale */
};

struct metrichours *metrichours_new(struct arena *arena, struct db *db);

/* The hour of the series, which the table does not have, becomes this when it is
 * written. */
void metrichours_add(struct metrichours *hours, struct arena *scratch,
    const struct metrichours_hour *hour);

/* Write all that wait: before the table is read, and at the end. */
void metrichours_write(struct metrichours *hours);

/* Write all, and give the memory back. */
void metrichours_end(struct metrichours *hours);

#endif
