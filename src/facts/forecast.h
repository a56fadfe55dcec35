/*
 * forecast - when a resource reaches its threshold, by the line of least
 * squares over daily values (sla.md, Rates, counts, statistics).
 */
#ifndef GEPPO_FORECAST_H
#define GEPPO_FORECAST_H

#include "facts/facts.h"

struct arena;

/* A value of a day, in whatever unit. */
struct forecast_point {
	int64_t day;
	int64_t n;
};

enum forecast_result {
	FORECAST_FEW,		/* no line through fewer than three days */
	FORECAST_FLAT,		/* no rise, or R squared below one half */
	FORECAST_REACHED,	/* the line is there already */
	FORECAST_DAY,
	FORECAST_FAR,		/* beyond a hundred years */
	FORECAST_RESULTS
};

struct forecast {
	enum forecast_result result;
	int64_t day;			/* FORECAST_DAY: the first */
	struct ratio slope;		/* units a day; den 0: none */
	struct ratio fit;		/* R squared; den 0: none */
};

/* Points in order of time, at most 90 days of them within two years; exact,
 * values that differ by more than 10^12 units give FORECAST_FEW. */
struct forecast forecast_line(const struct forecast_point *point, size_t n,
    int64_t threshold);

/* The table `forecast`: series that have a threshold. */
void forecast_add(struct arena *arena, struct facts *facts);

#endif
