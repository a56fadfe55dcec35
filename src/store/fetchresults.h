/* fetchresults - the results of store/query/: the tables of reports. */
#ifndef GEPPO_FETCHRESULTS_H
#define GEPPO_FETCHRESULTS_H

struct fetch;

/* Each query once, in order of names, for the period and the cut-off. */
void fetchresults_fill(struct fetch *fetch);

#endif
