/* checksource - data checks of what was loaded, and what was not. */
#ifndef GEPPO_CHECKSOURCE_H
#define GEPPO_CHECKSOURCE_H

struct findings;

/* Sources of the contract of which no file was loaded. */
void checksource_missing(struct findings *findings);

/* Sources of daily data that end a week or more before the limit. */
void checksource_old(struct findings *findings);

/* Rows that could not be read. */
void checksource_rejected(struct findings *findings);

/* Sources of which more was rejected than <rejected limit=""> allows. */
void checksource_limit(struct findings *findings);

/* Records that one file holds twice, differing; the later holds. */
void checksource_repeated(struct findings *findings);

/* Records that an earlier file of a path has and the latest has not; samples,
 * a finding per target and file. */
void checksource_vanished(struct findings *findings);

/* Samples of the period that a newer file of their path gives another
 * state. */
void checksource_corrected(struct findings *findings);

#endif
