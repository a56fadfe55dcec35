/*
 * tally - rates, counts, percentiles and statistics over records (sla.md,
 * Rates, counts, statistics).
 *
 * A record belongs to the period that holds its key instant.  Results are
 * exact ratios; nothing is interpolated.
 */
#ifndef GEPPO_TALLY_H
#define GEPPO_TALLY_H

#include "facts/clock.h"

struct tally {
	struct ratio exact;	/* of a rate the share; den 0: no data */
	int64_t n;		/* records; of a rate those of its denominator */
	const struct rows_member **missed;	/* of a rate: not in num */
	size_t misses;
	const struct clock *times;	/* of values from start to stop */
};

const struct tally *tally_measure(const struct scope *scope);

/* The share of members for which `when` holds, of all or of what `of` counts. */
const struct tally *tally_rate(const struct scope *scope);

/* The number of members, the sum of their values, or how many different ones;
 * over the open hours, or of the hour with the most, where `per` says so. */
const struct tally *tally_count(const struct scope *scope);

/* The values of the period in the open time of the calendar, sorted. */
struct decimal *tally_sorted(const struct scope *scope, size_t *n);

/* Sort from the least to the greatest. */
void tally_sort(struct decimal *value, size_t n);

/* Nearest rank: the value at index ceil(percent / 100 n), counted from 1. */
struct decimal tally_percentile(const struct decimal *sorted, size_t n,
    struct decimal percent);

/* mean, sd (n - 1), min, max, sum or median of n sorted values; den 0 when
 * there is none, or when it is beyond 64 bits. */
struct ratio tally_statistic(const struct decimal *sorted, size_t n,
    enum measure measure);

#endif
