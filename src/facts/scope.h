/*
 * scope - what one figure is computed over: an indicator in a period, as known
 * at a cut-off.
 *
 * The period's own cut-off and those of the earlier months of a trend are
 * different scopes over the same rows.
 */
#ifndef GEPPO_SCOPE_H
#define GEPPO_SCOPE_H

#include "store/rows.h"

struct arena;
struct histories;

struct scope {
	struct arena *arena;
	const struct rows *rows;
	const struct histories *histories;
	const struct indicator *indicator;
	const struct rows_population *population;
	int64_t start, end;		/* the period */
	int64_t as_of;			/* the cut-off */
};

/* The first instant that no longer counts: of the end of the period and the
 * cut-off the earlier, and never before the start. */
int64_t scope_limit(const struct scope *scope);

/* Does the instant count in the period? */
bool scope_holds(const struct scope *scope, int64_t instant);

/* Does the member count in the period: by its key instant or, when records
 * last, because it does at the end? */
bool scope_counts(const struct scope *scope, const struct rows_member *member);

/* The calendar, `elapsed` when the indicator names none. */
const struct calendar *scope_calendar(const struct scope *scope);

/* The records of the indicator. */
const struct rows_table *scope_table(const struct scope *scope,
    enum record_id records);

#endif
