/*
 * sampletable - the views `metric` and `status` of user SQL, over the packed
 * samples.
 *
 *     metric  at, at_text, host, metric, value, unit
 *     status  at, at_text, target, state, interval
 *
 * Each with origin_file and origin_line.  The response time of a status sample
 * is in metric, as the metric response_ms of the host that is its target.
 * Hidden columns of metric give the exact value: units / 10^scale.
 */
#ifndef GEPPO_SAMPLETABLE_H
#define GEPPO_SAMPLETABLE_H

struct fetch;

/* Samples before rows.as_of; fetch must live as long as the connection. */
void sampletable_register(struct fetch *fetch);

#endif
