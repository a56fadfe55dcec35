/* fetchseries - the figures of each series by day, month and period. */
#ifndef GEPPO_FETCHSERIES_H
#define GEPPO_FETCHSERIES_H

struct fetch;

/* Of all series that have samples in the 12 months up to the period's end, or
 * in the period; samples before rows.as_of only. */
void fetchseries_fill(struct fetch *fetch);

#endif
