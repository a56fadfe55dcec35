/*
 * calendar - open hours, business days and deadlines (sla.md, Calendars).
 *
 * A calendar gives each local day a set of open intervals.  Rules, later ones
 * winning: weekly pattern < holidays < range closed every year < extra closed
 * days < extra open days with their own hours.  A span that runs past midnight
 * belongs to the day it begins on.
 *
 * Built once from the contract; queries are pure and cost the days looked at.
 */
#ifndef GEPPO_CALENDAR_H
#define GEPPO_CALENDAR_H

#include "base/ratio.h"
#include "base/span.h"
#include "base/str.h"

struct arena;

/* 10000-01-01, after every instant that can be read: what a calendar that does
 * not open enough within LIMIT_CALENDAR_DAYS never reaches. */
#define CALENDAR_NEVER INT64_C(253402300800)

enum calendar_holidays {
	HOLIDAYS_CLOSED, HOLIDAYS_AS_WEEKDAY, HOLIDAYS_AS_SUNDAY
};

/* Seconds from the day's local midnight, start < end; start lies before 24 h,
 * end may be up to 48 h. */
struct hours {
	int start;
	int end;
};

struct hours_list {
	struct hours *at;	/* sorted, disjoint */
	size_t count;
};

struct holidays {
	int64_t *day;		/* sorted */
	struct str *name;
	size_t count;
};

struct calendar_day {
	int64_t day;
	struct hours_list hours;	/* of an extra open day */
	struct str reason;
};

/* Month and day, both ends included; may run over the year's end. */
struct calendar_yearly {
	int from_month, from_day, to_month, to_day;
	struct str reason;
};

struct calendar {
	struct str id;
	bool elapsed;			/* plain clock time; all else unused */
	int64_t offset;			/* of local time from UTC, seconds */
	enum calendar_holidays holidays;
	bool same_day;			/* after-hours="same-day" */
	struct hours_list week[7];	/* Monday first */
	const struct holidays *holiday;
	struct calendar_yearly *yearly;
	size_t yearly_count;
	struct calendar_day *closed;	/* sorted by day */
	size_t closed_count;
	struct calendar_day *open;	/* sorted by day, one entry a day */
	size_t open_count;
};

/* `08:30-12:00 13:00-17:15`, up to 48:00, into a sorted disjoint list; what
 * overlaps or touches is joined, so that several texts of one day are united
 * by a blank between them (sla-details 9).  False leaves *hours untouched. */
bool calendar_read_hours(struct arena *arena, struct str text,
    struct hours_list *hours);

/* `12-29..01-03` or `08-13`; the reason is left as it is. */
bool calendar_read_yearly(struct str text, struct calendar_yearly *yearly);

/* The open hours that begin on the day. */
struct hours_list calendar_hours(const struct calendar *calendar, int64_t day);

/* A day with open time of its own. */
bool calendar_is_business(const struct calendar *calendar, int64_t day);

bool calendar_is_holiday(const struct holidays *holidays, int64_t day);

/* Open time inside [start, end). */
struct spans calendar_open(struct arena *arena,
    const struct calendar *calendar, int64_t start, int64_t end);

/* Open seconds in [start, end); 0 where end <= start.  Weeks without an
 * exception are counted once, so that years cost little. */
int64_t calendar_seconds(const struct calendar *calendar, int64_t start,
    int64_t end);

/* The earliest t with open time [start, t) = seconds (deadlines.csv), or
 * CALENDAR_NEVER. */
int64_t calendar_earliest(const struct calendar *calendar, int64_t start,
    int64_t seconds);

/* The last t with open time [start, t) <= seconds (sla-details, "Deadline of
 * an hour clock"), or CALENDAR_NEVER. */
int64_t calendar_latest(const struct calendar *calendar, int64_t start,
    int64_t seconds);

/* The last closing time of the n-th business day after day 0 of the instant,
 * or CALENDAR_NEVER; n below 0 is 0.  same_day overrides the calendar's own
 * when given (0, 1; -1 = calendar's). */
int64_t calendar_business_days(const struct calendar *calendar, int64_t start,
    int64_t n, int same_day);

/* The n-th business day before the day, the day itself not counted; where
 * there are not so many, the day LIMIT_CALENDAR_DAYS before. */
int64_t calendar_business_before(const struct calendar *calendar, int64_t day,
    int64_t n);

/* The last day on which a notice before the instant is in time (sla-details
 * 34): bd as above, cd and mo so many days or months back, else the day that
 * the instant of so many seconds before lies in. */
int64_t calendar_notice(const struct calendar *calendar, int64_t start,
    struct duration notice);

/* The due instant of a duration: seconds by calendar_earliest, bd as above,
 * cd and mo the end of the day that many days or months later. */
int64_t calendar_due(const struct calendar *calendar, int64_t start,
    struct duration duration, int same_day);

#endif
