/*
 * calendar - open hours, business days and deadlines (sla.md, Calendars).
 *
 * Instants are seconds since 1970 UTC, days and hours are local.  Since a
 * day's hours begin before its 24:00 and end by its 48:00, the hours of two
 * days are enough to know what is open at any instant; struct walk gives them
 * in order and never a second twice.  `elapsed` answers as a calendar whose
 * every day is open from 0:00 to 24:00, without walking.
 */
#include "base/calendar.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/limits.h"

static const int64_t SECONDS_MOST = (int64_t)LIMIT_CALENDAR_DAYS * DATE_DAY;

/* H:MM up to 48:00, in seconds. */
static bool take_clock(struct str *text, int *seconds) {
	int64_t hour, minute;
	if (str_digits(text, 2, &hour) == 0 || !str_take(text, ":")
	    || str_digits(text, 2, &minute) != 2 || minute > 59)
		return false;
	*seconds = (int)(hour * 3600 + minute * 60);
	return *seconds <= 2 * DATE_DAY;
}

static bool read_hours(struct str text, struct hours *hours) {
	return take_clock(&text, &hours->start) && str_take(&text, "-")
	    && take_clock(&text, &hours->end) && text.n == 0
	    && hours->start < hours->end && hours->start < DATE_DAY;
}

static int by_start(const void *a, const void *b) {
	const struct hours *left = a, *right = b;
	return left->start - right->start;
}

static void join_hours(struct hours_list *list) {
	qsort(list->at, list->count, sizeof *list->at, by_start);
	size_t last = 0;
	for (size_t i = 1; i < list->count; i++) {
		struct hours hours = list->at[i];
		if (hours.start > list->at[last].end)
			list->at[++last] = hours;
		else if (hours.end > list->at[last].end)
			list->at[last].end = hours.end;
	}
	list->count = last + 1;
}

bool calendar_read_hours(struct arena *arena, struct str text,
    struct hours_list *hours) {
	struct hours_list list = { NULL, 0 };
	struct str word;
	while (str_word(&text, &word)) {
		struct hours one;
		if (!read_hours(word, &one))
			return false;
		list.at = arena_room(arena, list.at, list.count,
		    sizeof *list.at);
		list.at[list.count++] = one;
	}
	if (list.count == 0)
		return false;
	join_hours(&list);
	*hours = list;
	return true;
}

/* MM-DD of any year, 02-29 too. */
static bool take_month_day(struct str *text, int *month, int *day) {
	enum { LEAP_YEAR = 2000 };
	int64_t m, d;
	if (str_digits(text, 2, &m) == 0 || !str_take(text, "-")
	    || str_digits(text, 2, &d) == 0)
		return false;
	*month = (int)m;
	*day = (int)d;
	return date_valid((struct civil){ LEAP_YEAR, *month, *day });
}

bool calendar_read_yearly(struct str text, struct calendar_yearly *yearly) {
	struct str rest = str_trim(text);
	struct calendar_yearly found = { .reason = yearly->reason };
	if (!take_month_day(&rest, &found.from_month, &found.from_day))
		return false;
	found.to_month = found.from_month;
	found.to_day = found.from_day;
	if (str_take(&rest, "..")
	    && !take_month_day(&rest, &found.to_month, &found.to_day))
		return false;
	if (rest.n != 0)
		return false;
	*yearly = found;
	return true;
}

/* Compares a day with an element that begins with its day. */
static int by_day(const void *day, const void *element) {
	int64_t wanted = *(const int64_t *)day;
	int64_t here = *(const int64_t *)element;
	return (wanted > here) - (wanted < here);
}

bool calendar_is_holiday(const struct holidays *holidays, int64_t day) {
	return holidays != NULL && holidays->count > 0
	    && bsearch(&day, holidays->day, holidays->count,
	    sizeof *holidays->day, by_day) != NULL;
}

static const struct calendar_day *find_day(const struct calendar_day *list,
    size_t count, int64_t day) {
	return count == 0 ? NULL
	    : bsearch(&day, list, count, sizeof *list, by_day);
}

static bool in_yearly(const struct calendar_yearly *yearly,
    struct civil civil) {
	int from = yearly->from_month * 100 + yearly->from_day;
	int to = yearly->to_month * 100 + yearly->to_day;
	int at = civil.month * 100 + civil.day;
	if (from <= to)
		return from <= at && at <= to;
	return from <= at || at <= to;
}

static bool is_closed(const struct calendar *calendar, int64_t day) {
	if (find_day(calendar->closed, calendar->closed_count, day) != NULL)
		return true;
	if (calendar->yearly_count == 0)
		return false;
	struct civil civil = date_civil(day);
	for (size_t i = 0; i < calendar->yearly_count; i++)
		if (in_yearly(&calendar->yearly[i], civil))
			return true;
	return false;
}

/* Weekly pattern and holidays. */
static struct hours_list usual_hours(const struct calendar *calendar,
    int64_t day) {
	enum { SUNDAY = 6 };
	if (calendar->holidays == HOLIDAYS_AS_WEEKDAY
	    || !calendar_is_holiday(calendar->holiday, day))
		return calendar->week[date_weekday(day)];
	if (calendar->holidays == HOLIDAYS_AS_SUNDAY)
		return calendar->week[SUNDAY];
	return (struct hours_list){ NULL, 0 };
}

struct hours_list calendar_hours(const struct calendar *calendar,
    int64_t day) {
	static struct hours whole_day = { 0, DATE_DAY };
	if (calendar->elapsed)
		return (struct hours_list){ &whole_day, 1 };
	/* the rule that wins is asked first */
	const struct calendar_day *open = find_day(calendar->open,
	    calendar->open_count, day);
	if (open != NULL)
		return open->hours;
	if (is_closed(calendar, day))
		return (struct hours_list){ NULL, 0 };
	return usual_hours(calendar, day);
}

bool calendar_is_business(const struct calendar *calendar, int64_t day) {
	return calendar_hours(calendar, day).count > 0;
}

/* The open spans from an instant on, in order and disjoint. */
struct walk {
	const struct calendar *calendar;
	int64_t day;			/* whose hours are given now */
	int64_t last;			/* the last day to give */
	struct hours_list hours;
	size_t next;
	int64_t reached;		/* all before it has been given */
};

static struct walk walk_from(const struct calendar *calendar, int64_t start,
    int64_t last) {
	/* the day before may still be open; its hours come with the first
	 * step from the day before that */
	int64_t day = date_day_of(start, calendar->offset) - 2;
	return (struct walk){ calendar, day, last, { NULL, 0 }, 0, start };
}

static bool walk_next_day(struct walk *walk) {
	if (walk->day >= walk->last)
		return false;
	walk->day++;
	walk->hours = calendar_hours(walk->calendar, walk->day);
	walk->next = 0;
	return true;
}

static bool walk_next(struct walk *walk, struct span *span) {
	for (;;) {
		if (walk->next == walk->hours.count) {
			if (!walk_next_day(walk))
				return false;
			continue;
		}
		struct hours hours = walk->hours.at[walk->next++];
		int64_t midnight = date_start(walk->day,
		    walk->calendar->offset);
		span->start = midnight + hours.start;
		span->end = midnight + hours.end;
		if (span->start < walk->reached)
			span->start = walk->reached;
		if (span->start >= span->end)
			continue;
		walk->reached = span->end;
		return true;
	}
}

struct spans calendar_open(struct arena *arena,
    const struct calendar *calendar, int64_t start, int64_t end) {
	if (calendar->elapsed)
		return span_single(arena, start, end);
	struct spans set = { NULL, 0 };
	struct span span;
	struct walk walk = walk_from(calendar, start,
	    date_day_of(end, calendar->offset));
	while (walk_next(&walk, &span) && span.start < end)
		span_append(arena, &set, span.start,
		    span.end < end ? span.end : end);
	/* a night shift and the day after it may touch */
	span_normalize(&set);
	return set;
}

static int64_t walked_seconds(const struct calendar *calendar, int64_t start,
    int64_t end) {
	int64_t seconds = 0;
	struct span span;
	struct walk walk = walk_from(calendar, start,
	    date_day_of(end, calendar->offset));
	while (walk_next(&walk, &span) && span.start < end)
		seconds += (span.end < end ? span.end : end) - span.start;
	return seconds;
}

/* The first day of the list from the given one on, at most end.  Elements
 * begin with their day. */
static int64_t next_listed(const void *list, size_t count, size_t size,
    int64_t day, int64_t end) {
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (by_day(&day, (const char *)list + middle * size) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == count)
		return end;
	int64_t found = *(const int64_t *)(const void *)
	    ((const char *)list + low * size);
	return found < end ? found : end;
}

/* The day on which the yearly range begins next, or the day itself inside
 * it. */
static int64_t next_yearly(const struct calendar_yearly *yearly, int64_t day) {
	struct civil civil = date_civil(day);
	if (in_yearly(yearly, civil))
		return day;
	bool over = civil.month > yearly->from_month
	    || (civil.month == yearly->from_month
	    && civil.day > yearly->from_day);
	return date_day((struct civil){ civil.year + over, yearly->from_month,
		yearly->from_day });
}

/* The first day from the given one on, at most end, that the weekly pattern
 * alone may not rule. */
static int64_t next_exception(const struct calendar *calendar, int64_t day,
    int64_t end) {
	end = next_listed(calendar->closed, calendar->closed_count,
	    sizeof *calendar->closed, day, end);
	end = next_listed(calendar->open, calendar->open_count,
	    sizeof *calendar->open, day, end);
	const struct holidays *holidays = calendar->holiday;
	if (holidays != NULL)
		end = next_listed(holidays->day, holidays->count,
		    sizeof *holidays->day, day, end);
	for (size_t i = 0; i < calendar->yearly_count; i++) {
		int64_t begins = next_yearly(&calendar->yearly[i], day);
		if (begins < end)
			end = begins;
	}
	return end;
}

/* How many times the week after the instant repeats itself before the last
 * day, at least once.  The day before counts too: its night may run on. */
static int64_t equal_weeks(const struct calendar *calendar, int64_t day,
    int64_t last) {
	if (last - day < 15)
		return 1;
	int64_t weeks = (next_exception(calendar, day - 1, last) - 1 - day) / 7;
	return weeks > 1 ? weeks : 1;
}

int64_t calendar_seconds(const struct calendar *calendar, int64_t start,
    int64_t end) {
	enum { WEEK = 7 * DATE_DAY };
	if (end <= start)
		return 0;
	if (calendar->elapsed)
		return end - start;
	int64_t seconds = 0, last = date_day_of(end, calendar->offset);
	for (int64_t at = start, weeks; at < end; at += weeks * WEEK) {
		weeks = equal_weeks(calendar,
		    date_day_of(at, calendar->offset), last);
		seconds += weeks * walked_seconds(calendar, at,
		    end - at < WEEK ? end : at + WEEK);
	}
	return seconds;
}

/* The instant in the first span that has more than the seconds in it, or,
 * where it may be the closing time, at least as many. */
static int64_t open_after(const struct calendar *calendar, int64_t start,
    int64_t seconds, bool may_close) {
	struct span span;
	struct walk walk = walk_from(calendar, start,
	    date_day_of(start, calendar->offset) + LIMIT_CALENDAR_DAYS);
	while (walk_next(&walk, &span)) {
		int64_t length = span.end - span.start;
		if (seconds < length || (may_close && seconds == length))
			return span.start + seconds;
		seconds -= length;
	}
	return CALENDAR_NEVER;
}

int64_t calendar_earliest(const struct calendar *calendar, int64_t start,
    int64_t seconds) {
	if (seconds <= 0)
		return start;
	if (seconds > SECONDS_MOST)
		return CALENDAR_NEVER;
	if (calendar->elapsed)
		return start + seconds;
	return open_after(calendar, start, seconds, true);
}

int64_t calendar_latest(const struct calendar *calendar, int64_t start,
    int64_t seconds) {
	if (seconds > SECONDS_MOST)
		return CALENDAR_NEVER;
	if (calendar->elapsed)
		return start + seconds;
	return open_after(calendar, start, seconds, false);
}

/* The last closing time of a business day. */
static int64_t closing(const struct calendar *calendar, int64_t day) {
	struct hours_list hours = calendar_hours(calendar, day);
	return date_start(day, calendar->offset)
	    + hours.at[hours.count - 1].end;
}

/* Move the day to the next business day in the direction (1, -1), at most to
 * the end; false when there is none. */
static bool next_business(const struct calendar *calendar, int64_t *day,
    int direction, int64_t end) {
	while (*day != end) {
		*day += direction;
		if (calendar_is_business(calendar, *day))
			return true;
	}
	return false;
}

int64_t calendar_business_days(const struct calendar *calendar, int64_t start,
    int64_t n, int same_day) {
	int64_t day = date_day_of(start, calendar->offset);
	int64_t end = day + LIMIT_CALENDAR_DAYS;
	if (n > LIMIT_CALENDAR_DAYS)
		return CALENDAR_NEVER;
	if (n < 0)
		n = 0;
	bool any_hour = same_day < 0 ? calendar->same_day : same_day != 0;
	bool is_day_0 = calendar_is_business(calendar, day)
	    && (any_hour || start < closing(calendar, day));
	for (int64_t left = is_day_0 ? n : n + 1; left > 0; left--)
		if (!next_business(calendar, &day, 1, end))
			return CALENDAR_NEVER;
	return closing(calendar, day);
}

int64_t calendar_business_before(const struct calendar *calendar, int64_t day,
    int64_t n) {
	int64_t end = day - LIMIT_CALENDAR_DAYS;
	while (n-- > 0 && next_business(calendar, &day, -1, end))
		continue;
	return day;
}

int64_t calendar_notice(const struct calendar *calendar, int64_t start,
    struct duration notice) {
	int64_t day = date_day_of(start, calendar->offset);
	switch (notice.unit) {
	case UNIT_BUSINESS_DAYS:
		return calendar_business_before(calendar, day, notice.n);
	case UNIT_CALENDAR_DAYS:
		return day - notice.n;
	case UNIT_MONTHS:
		return date_add_months(day, (int)-notice.n);
	default:
		return date_day_of(start - notice.n, calendar->offset);
	}
}

int64_t calendar_due(const struct calendar *calendar, int64_t start,
    struct duration duration, int same_day) {
	int64_t day = date_day_of(start, calendar->offset);
	switch (duration.unit) {
	case UNIT_SECONDS:
		return calendar_earliest(calendar, start, duration.n);
	case UNIT_BUSINESS_DAYS:
		return calendar_business_days(calendar, start, duration.n,
		    same_day);
	case UNIT_CALENDAR_DAYS:
		day += duration.n;
		break;
	case UNIT_MONTHS:
		day = date_add_months(day, (int)duration.n);
		break;
	}
	/* the end of the day: 24:00 (sla-details 15) */
	return date_start(day + 1, calendar->offset);
}
