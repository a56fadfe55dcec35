/*
 * outcome - one indicator in one scope: exact values and the verdict, not yet
 * worded.
 */
#ifndef GEPPO_OUTCOME_H
#define GEPPO_OUTCOME_H

#include "facts/availability.h"
#include "facts/clock.h"
#include "facts/tally.h"

struct outcome {
	const struct scope *scope;
	struct ratio ratio;		/* as printed */
	bool has_ratio;
	struct ratio exact;		/* the value; den 0: there is none */
	int64_t factor;			/* ... times 100 of a percentage */
	struct ratio worst, best, coverage, total;	/* den 0: none */
	int64_t n, missed, open, unjudged;
	bool has_missed, has_scores;
	enum verdict verdict;
	/* how it came about, by the kind of the indicator */
	const struct availability *availability;
	const struct clock *clock;
	const struct tally *tally;
};

const struct outcome *outcome_measure(const struct scope *scope);

/* The ratio as this indicator shows it; empty when there is none. */
struct str outcome_show(const struct outcome *outcome, struct ratio ratio);

/* a - b in the figure's own unit with its digits, rounded to the nearest:
 * `+0.02`, `-1.50`, `±0.00`; empty when one of them is missing. */
struct str outcome_change(const struct outcome *a, const struct outcome *b);

#endif
