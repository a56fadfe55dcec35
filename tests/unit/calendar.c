/* calendar - open hours, business days, deadlines: the worked cases, and
 * random calendars against a bitmap of minutes. */
#include "table.h"

#include "base/calendar.h"
#include "base/date.h"
#include "base/limits.h"

enum { JST = 9 * 3600, CALENDARS = 6 };

static int64_t day_of(const char *text) {
	int64_t day;
	assert_true(date_read_day(str_of(text), &day));
	return day;
}

static int64_t instant_of(const char *text) {
	int64_t instant;
	if (!date_read_instant(str_of(text), JST, &instant))
		fail_msg("refused: %s", text);
	return instant;
}

static struct hours_list hours_of(struct arena *arena, const char *text) {
	struct hours_list hours = { NULL, 0 };
	if (!calendar_read_hours(arena, str_of(text), &hours))
		fail_msg("refused: %s", text);
	return hours;
}

/* The same hours from one weekday to another, Monday 0. */
static void week_hours(struct arena *arena, struct calendar *calendar,
    int from, int to, const char *text) {
	for (int weekday = from; weekday <= to; weekday++)
		calendar->week[weekday] = hours_of(arena, text);
}

static struct holidays *read_holidays(struct arena *arena) {
	struct table table = table_open(arena, "holidays.csv");
	struct holidays *holidays = arena_alloc(arena, sizeof *holidays);
	while (table_next(&table)) {
		holidays->day = arena_room(arena, holidays->day, holidays->count,
		    sizeof *holidays->day);
		assert_true(date_read_day(table.cell[0],
		    &holidays->day[holidays->count++]));
	}
	return holidays;
}

/* ../shared/cases/calendars.xml, built by hand; then "elapsed". */
static struct calendar *worked_calendars(struct arena *arena) {
	struct calendar *list = arena_array(arena, CALENDARS, sizeof *list);
	static const char *const ids[CALENDARS] = {
		"office", "online", "online-sunday", "service", "night", "elapsed"
	};
	static const enum calendar_holidays policies[CALENDARS] = {
		HOLIDAYS_CLOSED, HOLIDAYS_AS_WEEKDAY, HOLIDAYS_AS_SUNDAY,
		HOLIDAYS_AS_WEEKDAY, HOLIDAYS_CLOSED, HOLIDAYS_CLOSED
	};
	const struct holidays *holidays = read_holidays(arena);
	for (int i = 0; i < CALENDARS; i++)
		list[i] = (struct calendar){ .id = str_of(ids[i]), .offset = JST,
			.holiday = holidays, .holidays = policies[i] };
	week_hours(arena, &list[0], 0, 4, "08:30-12:00 13:00-17:15");
	for (int i = 1; i <= 2; i++) {
		week_hours(arena, &list[i], 0, 5, "07:00-24:00");
		week_hours(arena, &list[i], 6, 6, "07:00-17:30");
	}
	week_hours(arena, &list[3], 0, 6, "06:00-24:00");
	week_hours(arena, &list[4], 0, 4, "22:00-30:00");
	list[5].elapsed = true;
	list[0].yearly = arena_array(arena, 1, sizeof *list[0].yearly);
	list[0].yearly_count = 1;
	assert_true(calendar_read_yearly(str_of("12-29..01-03"),
	    list[0].yearly));
	list[0].closed = arena_array(arena, 1, sizeof *list[0].closed);
	list[0].closed_count = 1;
	list[0].closed[0].day = day_of("2026-10-09");
	list[0].open = arena_array(arena, 1, sizeof *list[0].open);
	list[0].open_count = 1;
	list[0].open[0].day = day_of("2026-10-10");
	list[0].open[0].hours = hours_of(arena, "09:00-12:00");
	return list;
}

static const struct calendar *find_calendar(const struct calendar *list,
    struct str id) {
	for (int i = 0; i < CALENDARS; i++)
		if (str_equal(list[i].id, id))
			return &list[i];
	fail_msg("no calendar %.*s", (int)id.n, id.p);
	return NULL;
}

static void business_time_table(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_open(arena, "business-time.csv");
	const struct calendar *list = worked_calendars(arena);
	while (table_next(&table)) {
		const struct calendar *calendar = find_calendar(list,
		    table.cell[0]);
		int64_t start = instant_of(table_text(&table, 1));
		int64_t end = instant_of(table_text(&table, 2)), want;
		assert_true(str_int(table.cell[3], &want));
		int64_t seconds = calendar_seconds(calendar, start, end);
		if (seconds != want)
			fail_msg("%s: %lld s, expected %lld", table_text(&table, 4),
			    (long long)seconds, (long long)want);
		assert_int_equal(span_length(calendar_open(arena, calendar,
		    start, end)), want);
	}
	assert_int_equal(table.rows, 27);
	arena_free(arena);
}

/* A row with a calendar: the due instant. */
static int64_t due_of(struct table *table, const struct calendar *list) {
	struct duration duration;
	assert_true(ratio_read_duration(table->cell[2], &duration));
	int same_day = str_is(table->cell[3], "same-day") ? 1 : -1;
	return calendar_due(find_calendar(list, table->cell[0]),
	    instant_of(table_text(table, 1)), duration, same_day);
}

/* A row without: the day `+1mo` after or `-1mo` before. */
static int64_t months_of(struct table *table) {
	struct str add = table->cell[2];
	struct duration duration;
	bool before = str_take(&add, "-");
	assert_true(before || str_take(&add, "+"));
	assert_true(ratio_read_duration(add, &duration));
	assert_int_equal(duration.unit, UNIT_MONTHS);
	int months = (int)duration.n * (before ? -1 : 1);
	return date_start(date_add_months(day_of(table_text(table, 1)), months),
	    JST);
}

static void deadline_table(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_open(arena, "deadlines.csv");
	const struct calendar *list = worked_calendars(arena);
	while (table_next(&table)) {
		int64_t due = table.cell[0].n == 0 ? months_of(&table)
		    : due_of(&table, list);
		if (due != instant_of(table_text(&table, 4))) {
			struct buf buf = buf_in(arena);
			date_write_instant(&buf, due, JST);
			fail_msg("%s: %s", table_text(&table, 5), buf_z(&buf));
		}
	}
	assert_int_equal(table.rows, 31);
	arena_free(arena);
}

static void reading_hours(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct hours_list hours = hours_of(arena, "13:00-17:15  8:30-12:00");
	assert_int_equal(hours.count, 2);
	assert_int_equal(hours.at[0].start, 8 * 3600 + 1800);
	assert_int_equal(hours.at[0].end, 12 * 3600);
	assert_int_equal(hours.at[1].end, 17 * 3600 + 900);
	/* overlapping, touching, contained: united (sla-details 9) */
	hours = hours_of(arena, "10:00-12:00 09:00-11:00 12:00-13:00 9:30-9:45");
	assert_int_equal(hours.count, 1);
	assert_int_equal(hours.at[0].start, 9 * 3600);
	assert_int_equal(hours.at[0].end, 13 * 3600);
	hours = hours_of(arena, "23:59-48:00");
	assert_int_equal(hours.at[0].end, 48 * 3600);
	static const char *const bad[] = {
		"", " ", "09:00", "09:00-", "-12:00", "12:00-09:00", "09:00-09:00",
		"09:00-48:01", "09:00-49:00", "09:60-12:00", "9-12", "24:00-25:00",
		"09:00-12:00,13:00-14:00", "09:00-12:00 x", "09:00-12:00-13:00",
		"09:0-12:00",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct hours_list none = { NULL, 77 };
		if (calendar_read_hours(arena, str_of(bad[i]), &none))
			fail_msg("not refused: %s", bad[i]);
		assert_int_equal(none.count, 77);
	}
	arena_free(arena);
}

static void reading_yearly(void **state) {
	(void)state;
	struct calendar_yearly yearly = { .reason = str_of("休業") };
	assert_true(calendar_read_yearly(str_of("12-29..01-03"), &yearly));
	assert_true(yearly.from_month == 12 && yearly.from_day == 29
	    && yearly.to_month == 1 && yearly.to_day == 3);
	assert_true(calendar_read_yearly(str_of(" 08-13 "), &yearly));
	assert_true(yearly.from_month == 8 && yearly.from_day == 13
	    && yearly.to_month == 8 && yearly.to_day == 13);
	assert_true(str_is(yearly.reason, "休業"));
	assert_true(calendar_read_yearly(str_of("02-29"), &yearly));
	static const char *const bad[] = {
		"", "08", "08-", "13-01", "00-01", "02-30", "04-31", "08-13..",
		"08-13..08", "08-13 08-15", "2026-08-13", "08-13..08-15x",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(calendar_read_yearly(str_of(bad[i]), &yearly));
	assert_int_equal(yearly.from_month, 2);
}

/* Each later rule wins: weekly < holidays < yearly < closed < open. */
static void rules_in_order(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct calendar calendar = { .offset = JST };
	int64_t day = day_of("2026-04-29");	/* a Wednesday */
	struct holidays holidays = { &day, NULL, 1 };
	struct calendar_day closed = { .day = day };
	struct calendar_day open = { .day = day,
		.hours = hours_of(arena, "10:00-11:00") };
	struct calendar_yearly yearly = { 4, 28, 4, 30, { NULL, 0 } };
	week_hours(arena, &calendar, 2, 2, "09:00-17:00");
	week_hours(arena, &calendar, 6, 6, "09:00-12:00");
	assert_int_equal(calendar_hours(&calendar, day).at[0].end, 17 * 3600);
	assert_int_equal(calendar_hours(&calendar, day + 1).count, 0);
	calendar.holiday = &holidays;
	assert_true(calendar_is_holiday(&holidays, day));
	assert_false(calendar_is_holiday(&holidays, day + 1));
	assert_false(calendar_is_holiday(NULL, day));
	assert_false(calendar_is_business(&calendar, day));
	calendar.holidays = HOLIDAYS_AS_WEEKDAY;
	assert_int_equal(calendar_hours(&calendar, day).at[0].end, 17 * 3600);
	calendar.holidays = HOLIDAYS_AS_SUNDAY;
	assert_int_equal(calendar_hours(&calendar, day).at[0].end, 12 * 3600);
	calendar.yearly = &yearly;
	calendar.yearly_count = 1;
	assert_false(calendar_is_business(&calendar, day));
	yearly = (struct calendar_yearly){ 4, 30, 4, 28, { NULL, 0 } };
	assert_true(calendar_is_business(&calendar, day));
	yearly = (struct calendar_yearly){ 4, 30, 4, 29, { NULL, 0 } };
	assert_false(calendar_is_business(&calendar, day));
	yearly = (struct calendar_yearly){ 4, 29, 4, 28, { NULL, 0 } };
	assert_false(calendar_is_business(&calendar, day));
	yearly = (struct calendar_yearly){ 4, 29, 4, 29, { NULL, 0 } };
	assert_false(calendar_is_business(&calendar, day));
	calendar.yearly_count = 0;
	calendar.closed = &closed;
	calendar.closed_count = 1;
	assert_false(calendar_is_business(&calendar, day));
	calendar.yearly_count = 1;
	calendar.open = &open;
	calendar.open_count = 1;
	assert_int_equal(calendar_hours(&calendar, day).at[0].end, 11 * 3600);
	arena_free(arena);
}

/* Decisions that no worked case shows (sla-details 11, 14 to 16). */
static void decisions(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct calendar night = { .offset = JST }, elapsed = { .offset = JST,
		.elapsed = true };
	week_hours(arena, &night, 0, 4, "22:00-30:00");
	int64_t friday = day_of("2026-04-03");
	/* Saturday's only open time is Friday's tail */
	assert_false(calendar_is_business(&night, friday + 1));
	/* Saturday 01:00 is of Saturday: day 0 is Monday */
	assert_int_equal(calendar_business_days(&night,
	    instant_of("2026-04-04 01:00"), 1, -1),
	    instant_of("2026-04-08 06:00"));
	assert_int_equal(calendar_business_days(&elapsed,
	    instant_of("2026-04-03 23:59:59"), 2, -1),
	    instant_of("2026-04-06 00:00"));
	assert_true(calendar_is_business(&elapsed, friday + 1));
	struct duration five = { 5, UNIT_CALENDAR_DAYS };
	assert_int_equal(calendar_due(&night, instant_of("2026-04-03 10:00"),
	    five, -1), instant_of("2026-04-09 00:00"));
	struct duration month = { 1, UNIT_MONTHS };
	assert_int_equal(calendar_due(&night, instant_of("2026-01-31 10:00"),
	    month, -1), instant_of("2026-03-01 00:00"));
	/* the calendar's own rule, and the clock's over it */
	int64_t late = instant_of("2026-04-03 23:00");
	struct calendar office = { .offset = JST, .same_day = true };
	week_hours(arena, &office, 0, 4, "09:00-17:00");
	assert_int_equal(calendar_business_days(&office, late, 1, -1),
	    instant_of("2026-04-06 17:00"));
	assert_int_equal(calendar_business_days(&office, late, 1, 0),
	    instant_of("2026-04-07 17:00"));
	assert_int_equal(calendar_business_days(&office, late, 0, -1),
	    instant_of("2026-04-03 17:00"));
	assert_int_equal(calendar_business_days(&office, late, -5, 0),
	    instant_of("2026-04-06 17:00"));
	assert_int_equal(calendar_business_before(&office, friday, 10),
	    day_of("2026-03-20"));
	assert_int_equal(calendar_business_before(&office, friday, 0), friday);
	arena_free(arena);
}

/* The last instant at which the clock has run no longer than the target. */
static void latest(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct calendar office = { .offset = JST };
	week_hours(arena, &office, 0, 4, "08:30-12:00 13:00-17:15");
	int64_t start = instant_of("2026-04-03 10:00");
	assert_int_equal(calendar_latest(&office, start, 7199),
	    instant_of("2026-04-03 11:59:59"));
	assert_int_equal(calendar_latest(&office, start, 7200),
	    instant_of("2026-04-03 13:00"));
	assert_int_equal(calendar_latest(&office, start, 7201),
	    instant_of("2026-04-03 13:00:01"));
	assert_int_equal(calendar_latest(&office, start, 7200 + 15300),
	    instant_of("2026-04-06 08:30"));
	assert_int_equal(calendar_latest(&office, start, 0), start);
	assert_int_equal(calendar_latest(&office,
	    instant_of("2026-04-03 17:15"), 0),
	    instant_of("2026-04-06 08:30"));
	arena_free(arena);
}

/* A calendar that never opens, or never again, ends every search. */
static void never(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct calendar shut = { .offset = JST };
	int64_t start = instant_of("2026-04-03 10:00");
	int64_t day = day_of("2026-04-03");
	assert_int_equal(calendar_earliest(&shut, start, 1), CALENDAR_NEVER);
	assert_int_equal(calendar_earliest(&shut, start, 0), start);
	assert_int_equal(calendar_latest(&shut, start, 0), CALENDAR_NEVER);
	assert_int_equal(calendar_business_days(&shut, start, 0, -1),
	    CALENDAR_NEVER);
	assert_int_equal(calendar_business_before(&shut, day, 1),
	    day - LIMIT_CALENDAR_DAYS);
	assert_int_equal(calendar_seconds(&shut, start, start + 86400000), 0);
	struct calendar_day open = { .day = day,
		.hours = hours_of(arena, "09:00-12:00") };
	shut.open = &open;
	shut.open_count = 1;
	assert_int_equal(calendar_earliest(&shut, start, 7200), start + 7200);
	assert_int_equal(calendar_earliest(&shut, start, 7201), CALENDAR_NEVER);
	assert_int_equal(calendar_latest(&shut, start, 7200), CALENDAR_NEVER);
	assert_int_equal(calendar_business_days(&shut, start, INT64_MAX, 1),
	    CALENDAR_NEVER);
	struct calendar elapsed = { .offset = JST, .elapsed = true };
	assert_int_equal(calendar_earliest(&elapsed, start, INT64_MAX),
	    CALENDAR_NEVER);
	arena_free(arena);
}

/*
 * Random calendars.  The bitmap says of each minute of a few weeks whether it
 * is open: inside the hours of its own day or of the day before.
 */
enum { DAYS = 40, MINUTES = DAYS * 1440 };

struct world {
	struct arena *arena;
	struct calendar calendar;
	int64_t first;			/* day of minute 0 */
	int64_t start;			/* its instant */
	bool nights;			/* hours may run past 24:00 */
	bool open[MINUTES];
};

static struct hours_list random_hours(struct world *world, uint64_t *seed) {
	struct buf buf = buf_in(world->arena);
	int64_t parts = table_between(seed, 0, 3);
	struct hours_list hours = { NULL, 0 };
	for (; parts > 0; parts--) {
		int64_t from = table_between(seed, 0, 1439);
		int64_t to = from + table_between(seed, 1,
		    table_between(seed, 1, 5) == 1 ? 2880 - from : 300);
		if (!world->nights && to > 1440)
			to = 1440;
		buf_text(&buf, arena_printf(world->arena, "%d:%02d-%d:%02d ",
		    (int)from / 60, (int)from % 60, (int)to / 60,
		    (int)to % 60));
	}
	if (buf.n > 0)
		assert_true(calendar_read_hours(world->arena, buf_str(&buf),
		    &hours));
	return hours;
}

static size_t random_days(struct world *world, uint64_t *seed,
    struct calendar_day **list, bool with_hours) {
	size_t count = 0;
	for (int64_t day = world->first - 3; day < world->first + DAYS; day++) {
		if (table_between(seed, 0, 9) != 0)
			continue;
		*list = arena_room(world->arena, *list, count, sizeof **list);
		(*list)[count++] = (struct calendar_day){ .day = day,
			.hours = with_hours ? random_hours(world, seed)
			: (struct hours_list){ NULL, 0 } };
	}
	return count;
}

static void fill_bitmap(struct world *world) {
	for (int minute = 0; minute < MINUTES; minute++) {
		world->open[minute] = false;
		for (int back = 0; back <= 1; back++) {
			struct hours_list hours = calendar_hours(
			    &world->calendar, world->first + minute / 1440 - back);
			int at = (minute % 1440 + back * 1440) * 60;
			for (size_t i = 0; i < hours.count; i++)
				world->open[minute] |= hours.at[i].start <= at
				    && at < hours.at[i].end;
		}
	}
}

static void random_world(struct world *world, uint64_t *seed) {
	struct calendar *calendar = &world->calendar;
	*calendar = (struct calendar){
		.offset = 1800 * table_between(seed, -24, 28),
		.same_day = table_between(seed, 0, 1) == 1,
		.holidays = (enum calendar_holidays)table_between(seed, 0, 2)
	};
	world->nights = table_between(seed, 0, 1) == 1;
	world->first = table_between(seed, -20000, 30000);
	world->start = date_start(world->first, calendar->offset);
	for (int weekday = 0; weekday < 7; weekday++)
		calendar->week[weekday] = random_hours(world, seed);
	struct calendar_day *days = NULL;
	struct holidays *holidays = arena_alloc(world->arena, sizeof *holidays);
	holidays->count = random_days(world, seed, &days, false);
	holidays->day = arena_array(world->arena, holidays->count,
	    sizeof *holidays->day);
	for (size_t i = 0; i < holidays->count; i++)
		holidays->day[i] = days[i].day;
	calendar->holiday = holidays;
	calendar->closed_count = random_days(world, seed, &calendar->closed,
	    false);
	calendar->open_count = random_days(world, seed, &calendar->open, true);
	calendar->yearly = arena_alloc(world->arena, sizeof *calendar->yearly);
	calendar->yearly_count = 1;
	struct civil from = date_civil(world->first
	    + table_between(seed, 0, DAYS));
	struct civil to = date_civil(world->first + table_between(seed, 0, DAYS));
	*calendar->yearly = (struct calendar_yearly){ from.month, from.day,
		to.month, to.day, { NULL, 0 } };
	if (table_between(seed, 0, 1) == 0)
		calendar->yearly_count = 0;
	fill_bitmap(world);
}

/* Seconds open in [from, to) of the bitmap, both in seconds from start. */
static int64_t counted(const struct world *world, int64_t from, int64_t to) {
	int64_t seconds = 0;
	for (int64_t minute = from / 60; minute * 60 < to; minute++) {
		int64_t left = minute * 60 > from ? minute * 60 : from;
		int64_t right = minute * 60 + 60 < to ? minute * 60 + 60 : to;
		seconds += world->open[minute] ? right - left : 0;
	}
	return seconds;
}

static void check_seconds(const struct world *world, uint64_t *seed) {
	const struct calendar *calendar = &world->calendar;
	int64_t from = table_between(seed, 0, MINUTES * 60);
	int64_t to = table_between(seed, 0, MINUTES * 60);
	int64_t start = world->start + from, end = world->start + to;
	int64_t seconds = calendar_seconds(calendar, start, end);
	assert_int_equal(seconds, from < to ? counted(world, from, to) : 0);
	struct spans open = calendar_open(world->arena, calendar, start, end);
	assert_int_equal(span_length(open), seconds);
	for (size_t i = 0; i < open.count; i++) {
		assert_true(start <= open.at[i].start
		    && open.at[i].start < open.at[i].end
		    && open.at[i].end <= end);
		assert_true(i == 0 || open.at[i - 1].end < open.at[i].start);
	}
	if (start >= end)
		return;
	int64_t sum = 0;
	for (int64_t day = date_day_of(start, calendar->offset);
	    date_start(day, calendar->offset) < end; day++) {
		int64_t left = date_start(day, calendar->offset);
		int64_t right = left + DATE_DAY;
		sum += calendar_seconds(calendar, left < start ? start : left,
		    right > end ? end : right);
	}
	assert_int_equal(sum, seconds);
}

/* earliest and latest are the ends of the instants with just those seconds. */
static void check_deadlines(const struct world *world, uint64_t *seed) {
	const struct calendar *calendar = &world->calendar;
	int64_t start = world->start + table_between(seed, 0, MINUTES * 30);
	int64_t seconds = table_between(seed, 0, 3) == 0
	    ? calendar_seconds(calendar, start, start
	    + table_between(seed, 1, 200) * 1800)
	    : table_between(seed, 0, 400000);
	int64_t first = calendar_earliest(calendar, start, seconds);
	int64_t last = calendar_latest(calendar, start, seconds);
	assert_true(start <= first && first <= last);
	if (first != CALENDAR_NEVER) {
		assert_int_equal(calendar_seconds(calendar, start, first),
		    seconds);
		assert_true(first == start || calendar_seconds(calendar, start,
		    first - 1) == seconds - 1);
	}
	if (last != CALENDAR_NEVER) {
		assert_int_equal(calendar_seconds(calendar, start, last),
		    seconds);
		assert_int_equal(calendar_seconds(calendar, start, last + 1),
		    seconds + 1);
	}
}

/* Later in start and in n; n business days lie between day 0 and the due day,
 * and as many before. */
static void check_business_days(const struct world *world, uint64_t *seed) {
	const struct calendar *calendar = &world->calendar;
	int64_t start = world->start + table_between(seed, 0, MINUTES * 30);
	int64_t n = table_between(seed, 0, 8);
	int same_day = (int)table_between(seed, -1, 1);
	int64_t due = calendar_business_days(calendar, start, n, same_day);
	int64_t next = calendar_business_days(calendar, start, n + 1, same_day);
	int64_t later = calendar_business_days(calendar, start
	    + table_between(seed, 0, 90000), n, same_day);
	/* a night may close after the day that follows it */
	assert_true(world->nights || (due <= later && (due < next
	    || due == CALENDAR_NEVER)));
	if (next == CALENDAR_NEVER)
		return;
	bool any_hour = same_day < 0 ? calendar->same_day : same_day == 1;
	int64_t day = date_day_of(start, calendar->offset), left = n;
	for (bool begun = false;; day++) {
		struct hours_list hours = calendar_hours(calendar, day);
		if (hours.count == 0)
			continue;
		int64_t closes = date_start(day, calendar->offset)
		    + hours.at[hours.count - 1].end;
		if (!begun && !any_hour && start >= closes)
			continue;
		left -= begun;
		begun = true;
		if (left > 0)
			continue;
		assert_int_equal(due, closes);
		break;
	}
	int64_t before = calendar_business_before(calendar, day, n);
	for (int64_t at = before; at < day; at++)
		n -= calendar_is_business(calendar, at);
	assert_int_equal(n, 0);
}

static void random_calendars(void **state) {
	(void)state;
	uint64_t seed = 11;
	struct world *world = calloc(1, sizeof *world);
	world->arena = arena_new();
	for (int round = 0; round < 150; round++) {
		random_world(world, &seed);
		for (int i = 0; i < 30; i++) {
			check_seconds(world, &seed);
			check_deadlines(world, &seed);
			check_business_days(world, &seed);
		}
		arena_reset(world->arena);
	}
	arena_free(world->arena);
	free(world);
}

/* Long windows, which are counted by weeks, equal the sum of their days. */
static void long_windows(void **state) {
	(void)state;
	uint64_t seed = 12;
	struct world *world = calloc(1, sizeof *world);
	world->arena = arena_new();
	for (int round = 0; round < 600; round++) {
		random_world(world, &seed);
		const struct calendar *calendar = &world->calendar;
		int64_t start = world->start + table_between(&seed,
		    round % 2 * -800 * DATE_DAY, DAYS * DATE_DAY);
		int64_t end = start
		    + table_between(&seed, 0, 1600 * (int64_t)DATE_DAY);
		assert_int_equal(calendar_seconds(calendar, start, end),
		    span_length(calendar_open(world->arena, calendar, start,
		    end)));
		arena_reset(world->arena);
	}
	arena_free(world->arena);
	free(world);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(business_time_table),
		cmocka_unit_test(deadline_table), cmocka_unit_test(reading_hours),
		cmocka_unit_test(reading_yearly), cmocka_unit_test(rules_in_order),
		cmocka_unit_test(decisions), cmocka_unit_test(latest),
		cmocka_unit_test(never), cmocka_unit_test(random_calendars),
		cmocka_unit_test(long_windows),
	};
	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
