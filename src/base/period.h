/*
 * period - the calendar intervals that a report covers (sla.md, Time).
 *
 * Half-open in days: [first, end).  Day, ISO week, month, fiscal quarter,
 * fiscal year, any two of them as a range, and the whole contract.
 */
#ifndef GEPPO_PERIOD_H
#define GEPPO_PERIOD_H

#include "base/str.h"

struct arena;

enum period_kind {
	PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER, PERIOD_YEAR,
	PERIOD_RANGE, PERIOD_CONTRACT
};

struct period {
	enum period_kind kind;
	int64_t first;	/* first day */
	int64_t end;	/* day after the last */
};

/*
 * Read `2026-10-05`, `2026-W43`, `2026-10`, `FY2026-Q3`, `FY2026`, `A..B`
 * (first day of A to last day of B), `contract`, and the Japanese forms
 * `R8-10`, `令和8年10月`, `令和8年度`, in full-width digits too.  term is what
 * `contract` means.  False when the text is none of them.
 */
bool period_read(struct arena *arena, struct str text,
    const struct period *term, struct period *period);

/* The canonical name: `2026-10`, `FY2026-Q3`, `2026-04-01..2026-09-30`; also
 * the name of the pack's folder. */
struct str period_name(struct arena *arena, const struct period *period);

/* As a Japanese heading: 令和8年10月, 令和8年度第3四半期, 令和8年度 ... */
struct str period_title_ja(struct arena *arena, const struct period *period);
/* As an English heading: October 2026, FY2026 Q3, FY2026 ... */
struct str period_title_en(struct arena *arena, const struct period *period);

/* The period of the same kind just before; a range: as many days before. */
struct period period_before(const struct period *period);

/* The same period a year earlier; false of days and weeks, which no year
 * repeats, and of what does not begin and end with a month. */
bool period_year_before(const struct period *period, struct period *before);

/* The month that holds the day. */
struct period period_month(int64_t day);

/* The fiscal year that holds it. */
struct period period_year(int64_t day);

#endif
