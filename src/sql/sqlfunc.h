/*
 * sqlfunc - functions of geppo in SQL, the program's and users' alike.
 *
 *     local_date(at)              2026-10-01
 *     local_month(at)             2026-10
 *     local_text(at)              2026-10-01T09:00:00+09:00
 *     business_seconds(start, end, calendar)
 *     business_deadline(start, n, calendar)   due n business days after start
 *     percentile(x, p)            aggregate: nearest rank x[ceil(p/100 n)]
 *     decimal_sum(text)           aggregate: exact, as text
 *
 * An argument that is NULL gives NULL; aggregates pass it over.  at, start,
 * end are instants; calendar is the id of a calendar of the contract.
 */
#ifndef GEPPO_SQLFUNC_H
#define GEPPO_SQLFUNC_H

#include "base/calendar.h"

struct db;

/* What the functions know; it must live as long as the connection. */
struct sqlfunc {
	int64_t offset;			/* of local time from UTC, seconds */
	struct calendar *const *calendar;
	size_t calendars;
};

void sqlfunc_register(struct db *db, const struct sqlfunc *known);

#endif
