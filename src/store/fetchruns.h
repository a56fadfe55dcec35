/* fetchruns - the samples of status as runs, per target of the contract. */
#ifndef GEPPO_FETCHRUNS_H
#define GEPPO_FETCHRUNS_H

struct fetch;

/* Runs of instants before rows.as_of, in order of time; the runs of following
 * days are joined where they go on without a change. */
void fetchruns_fill(struct fetch *fetch);

#endif
