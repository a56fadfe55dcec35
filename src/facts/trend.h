/*
 * trend - a figure over the months of the contract up to the period, twelve at
 * most, and against the period before.
 *
 * Each earlier month is measured as of its own end, as its report was.
 */
#ifndef GEPPO_TREND_H
#define GEPPO_TREND_H

#include "facts/outcome.h"

#define TREND_MONTHS 12

/* Fill trend, before and change of the figure. */
void trend_add(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome);

/* First days of the months, and of the one after them. */
struct trend_months {
	int count;
	int come;			/* of them begun before the cut-off */
	int last;			/* the last of those; 0 without any */
	int64_t first[TREND_MONTHS + 1];
};

/* The months up to the one that holds the period's last day, of a contract the
 * last day before the cut-off; those that ended before its term began are
 * none. */
struct trend_months trend_months(const struct facts *facts);

/* What a month shows that has not come: no value, and the word for it. */
struct fact_point trend_to_come(const struct facts *facts);

/* Labels of the months on an axis: 4月, with the year where it begins. */
struct str *trend_labels(struct arena *arena, const struct facts *facts);

#endif
