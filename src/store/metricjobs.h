/*
 * metricjobs - hours of samples that a second thread settles.
 *
 * Hours are settled in the order in which they were added, whichever thread
 * does it: the second one while the first reads on, or, when there is none, the
 * first.  Both use the database, never at once: what else the first thread
 * asks of it comes behind metricjobs_rest.
 */
#ifndef GEPPO_METRICJOBS_H
#define GEPPO_METRICJOBS_H

#include "store/metricpack.h"

struct metricjobs;

/* What a series held of an hour; the samples may be moved and grow. */
struct metricjobs_hour {
	void *series;
	int64_t hour;
	struct metricpack samples;
};

typedef void metricjobs_settle(void *self, struct metricjobs_hour *hour);

/* settle is called with self. */
struct metricjobs *metricjobs_new(struct arena *arena,
    metricjobs_settle *settle, void *self);

/* The samples are copied. */
void metricjobs_add(struct metricjobs *jobs, void *series, int64_t hour,
    const struct metricpack *samples);

/* Wait until the second thread does nothing. */
void metricjobs_rest(struct metricjobs *jobs);

/* Settle all, and end. */
void metricjobs_end(struct metricjobs *jobs);

#endif
