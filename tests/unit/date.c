/* date - civil dates, texts of people and machines, eras. */
#include "table.h"

#include "base/date.h"

enum { JST = 9 * 3600 };

static int64_t day(int year, int month, int day_of_month) {
	return date_day((struct civil){ year, month, day_of_month });
}

static bool read_instant(const char *text, int64_t *instant) {
	return date_read_instant(str_of(text), JST, instant);
}

static void assert_instant(const char *text, const char *iso) {
	struct arena *arena = arena_new();
	struct buf buf = buf_in(arena);
	int64_t instant;
	if (!read_instant(text, &instant))
		fail_msg("refused: %s", text);
	date_write_iso(&buf, instant, JST);
	if (!str_is(buf_str(&buf), iso))
		fail_msg("%s is %s, expected %s", text, buf_z(&buf), iso);
	arena_free(arena);
}

static void assert_no_instant(const char *text) {
	int64_t instant = -7;
	if (read_instant(text, &instant))
		fail_msg("not refused: %s", text);
	assert_int_equal(instant, -7);
}

static void assert_no_day(const char *text) {
	int64_t found = -7;
	if (date_read_day(str_of(text), &found))
		fail_msg("not refused: %s", text);
	assert_int_equal(found, -7);
}

/* Against a calendar that is counted up day by day. */
static void civil_round_trip(void **state) {
	(void)state;
	struct civil next = { 1800, 1, 1 };
	int64_t end = day(2400, 12, 31);
	int weekday = 2;	/* 1800-01-01 was a Wednesday */
	for (int64_t at = day(1800, 1, 1); at <= end; at++) {
		struct civil civil = date_civil(at);
		assert_true(date_valid(civil));
		assert_true(civil.year == next.year
		    && civil.month == next.month && civil.day == next.day);
		assert_int_equal(date_day(civil), at);
		assert_int_equal(date_weekday(at), weekday);
		weekday = (weekday + 1) % 7;
		next.day++;
		if (!date_valid(next))
			next = (struct civil){ next.year + next.month / 12,
				next.month % 12 + 1, 1 };
	}
}

static void known_days(void **state) {
	(void)state;
	assert_int_equal(day(1970, 1, 1), 0);
	assert_int_equal(day(1969, 12, 31), -1);
	assert_int_equal(day(2000, 3, 1), 11017);
	assert_int_equal(day(1, 1, 1), -719162);
	assert_int_equal(date_weekday(0), 3);
	assert_int_equal(date_weekday(-4), 6);
	assert_false(date_valid((struct civil){ 1900, 2, 29 }));
	assert_true(date_valid((struct civil){ 2000, 2, 29 }));
	assert_false(date_valid((struct civil){ 0, 1, 1 }));
	assert_false(date_valid((struct civil){ 10000, 1, 1 }));
	assert_false(date_valid((struct civil){ 2026, 13, 1 }));
	assert_false(date_valid((struct civil){ 2026, 4, 31 }));
}

static void days_of_instants(void **state) {
	(void)state;
	int64_t start = date_start(day(2026, 4, 1), JST);
	assert_int_equal(start, 1774969200);
	assert_int_equal(date_day_of(start, JST), day(2026, 4, 1));
	assert_int_equal(date_day_of(start - 1, JST), day(2026, 3, 31));
	assert_int_equal(date_day_of(-1, 0), -1);
	assert_int_equal(date_day_of(-DATE_DAY, 0), -1);
	assert_int_equal(date_day_of(-DATE_DAY - 1, 0), -2);
}

/* The same day of the month, or the last of a shorter one; and back. */
static void months(void **state) {
	(void)state;
	uint64_t seed = 1;
	for (int i = 0; i < 20000; i++) {
		int64_t at = table_between(&seed, day(1800, 1, 1),
		    day(2400, 1, 1));
		int n = (int)table_between(&seed, -600, 600);
		struct civil from = date_civil(at);
		struct civil to = date_civil(date_add_months(at, n));
		assert_int_equal(to.year * 12 + to.month,
		    from.year * 12 + from.month + n);
		assert_true(to.day == from.day || (to.day < from.day
		    && !date_valid((struct civil){ to.year, to.month,
		    to.day + 1 })));
		assert_int_equal(date_civil(date_month_start(at)).day, 1);
		assert_true(date_month_start(at) <= at
		    && at < date_month_next(at));
		assert_int_equal(date_month_start(date_month_next(at)),
		    date_month_next(at));
		assert_int_equal(date_civil(date_month_next(at) - 1).month,
		    from.month);
	}
}

static void era_table(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_open(arena, "eras.csv");
	while (table_next(&table)) {
		int64_t found;
		struct buf buf = buf_in(arena);
		if (!date_read_day(table.cell[0], &found))
			fail_msg("refused: %s", table_text(&table, 0));
		date_write_day(&buf, found);
		assert_string_equal(buf_z(&buf), table_text(&table, 1));
	}
	assert_int_equal(table.rows, 15);
	arena_free(arena);
}

static void days_as_written(void **state) {
	(void)state;
	static const char *const texts[] = {
		"2026-10-01", "2026/10/1", "2026.10.1", "2026年10月1日",
		"２０２６／１０／０１", " 2026-10-1\t", "　2026年10月01日　",
		"令和8年10月1日", "Ｒ８．１０．１", "R08-10-01",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		int64_t found = 0;
		if (!date_read_day(str_of(texts[i]), &found))
			fail_msg("refused: %s", texts[i]);
		assert_int_equal(found, day(2026, 10, 1));
	}
}

static void no_days(void **state) {
	(void)state;
	static const char *const texts[] = {
		"", " ", "2026", "2026-10", "26-10-01", "2026-10-01x",
		"2026-10-010", "2026-1O-01", "2026-13-01", "2026-00-01",
		"2026-02-29", "2026-10-00", "2026-10/01", "2026年10月1",
		"2026年10-1日", "02026-10-01", "0000-01-01", "-2026-10-01",
		"2026-10-01 09:00", "2026--1-01", "\xff\xfe", "令", "R",
		/* outside the era (sla-details 1) */
		"平成31年5月1日", "令和元年4月30日", "S65.1.1", "昭和64年1月8日",
		"明治45年7月30日", "大正15年12月25日", "明治5年12月31日",
		"R0.1.1", "令和0年5月1日", "平成32年1月1日", "R8.10", "X8.10.1",
		"2026-10-01-----------------------------------------------------",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_no_day(texts[i]);
	assert_false(date_read_day((struct str){ NULL, 0 }, &(int64_t){ 0 }));
}

static void era_years(void **state) {
	(void)state;
	int year = 0;
	assert_int_equal(date_read_era_year(str_of("R8-10"), &year), 2);
	assert_int_equal(year, 2026);
	assert_int_equal(date_read_era_year(str_of("令和元年度"), &year), 9);
	assert_int_equal(year, 2019);
	assert_int_equal(date_read_era_year(str_of("平成31年12月"), &year), 8);
	assert_int_equal(year, 2019);
	assert_int_equal(date_read_era_year(str_of("平成32年"), &year), 0);
	assert_int_equal(date_read_era_year(str_of("昭和65"), &year), 0);
	assert_int_equal(date_read_era_year(str_of("明治5"), &year), 0);
	assert_int_equal(date_read_era_year(str_of("令和"), &year), 0);
	assert_int_equal(date_read_era_year(str_of("2026"), &year), 0);
	assert_int_equal(year, 2019);
}

static void instants(void **state) {
	(void)state;
	assert_instant("2026-10-01 09:05", "2026-10-01T09:05:00+09:00");
	assert_instant("2026-10-01 23:59:59", "2026-10-01T23:59:59+09:00");
	assert_instant("2026-10-01T09:05:06", "2026-10-01T09:05:06+09:00");
	assert_instant("2026/10/1 9:05", "2026-10-01T09:05:00+09:00");
	assert_instant("2026/10/01  9:05", "2026-10-01T09:05:00+09:00");
	assert_instant("R8.10.1 9:05:06.999", "2026-10-01T09:05:06+09:00");
	assert_instant("２０２６年１０月１日　９：０５", "2026-10-01T09:05:00+09:00");
	assert_instant("2026-10-01", "2026-10-01T00:00:00+09:00");
	assert_instant("2026-10-01 24:00", "2026-10-02T00:00:00+09:00");
	assert_instant("2026-10-01 30:00:00", "2026-10-02T06:00:00+09:00");
	assert_instant("2026-10-01 48:00", "2026-10-03T00:00:00+09:00");
	assert_instant("2026-10-01 47:59:60", "2026-10-03T00:00:00+09:00");
	/* the next second, at any minute (sla-details 5, 6) */
	assert_instant("2026-10-01 09:05:60", "2026-10-01T09:06:00+09:00");
	assert_instant("2026-10-01 09:05:60.5", "2026-10-01T09:06:00+09:00");
	assert_instant("2026-10-01T00:05Z", "2026-10-01T09:05:00+09:00");
	assert_instant("2026-10-01T00:05:00+00:00", "2026-10-01T09:05:00+09:00");
	assert_instant("2026-10-01 00:05:00.123456789012345678901+0000",
	    "2026-10-01T09:05:00+09:00");
	assert_instant("2026-10-01 00:05:00-05:30", "2026-10-01T14:35:00+09:00");
	assert_instant("2026-10-01 00:05:00+09", "2026-10-01T00:05:00+09:00");
	assert_instant("1969-12-31 23:59:59.9", "1969-12-31T23:59:59+09:00");
	assert_instant("2026-10-01 00:05:00 +0000", "2026-10-01T09:05:00+09:00");
	assert_instant("2026-10-01 00:05:00 UTC", "2026-10-01T09:05:00+09:00");
}

static void halves(void **state) {
	(void)state;
	assert_instant("2026-10-01 12:00 AM", "2026-10-01T00:00:00+09:00");
	assert_instant("2026-10-01 12:59 am", "2026-10-01T00:59:00+09:00");
	assert_instant("2026-10-01 1:00AM", "2026-10-01T01:00:00+09:00");
	assert_instant("2026-10-01 11:59:59 a.m.", "2026-10-01T11:59:59+09:00");
	assert_instant("2026-10-01 12:00 PM", "2026-10-01T12:00:00+09:00");
	assert_instant("2026-10-01 12:30 p.m.", "2026-10-01T12:30:00+09:00");
	assert_instant("2026-10-01 1:00\u202fPM", "2026-10-01T13:00:00+09:00");
	assert_instant("2026-10-01 11:59 Pm", "2026-10-01T23:59:00+09:00");
	assert_instant("2026-10-01 02:30:15.5 PM Z", "2026-10-01T23:30:15+09:00");
	assert_instant("2026/10/01 02:30 午後", "2026-10-01T14:30:00+09:00");
	assert_instant("2026/10/1 午後 0:30", "2026-10-01T12:30:00+09:00");
	assert_instant("2026/10/1 午前0:30", "2026-10-01T00:30:00+09:00");
	assert_instant("２０２６／１０／１　午後２：３０", "2026-10-01T14:30:00+09:00");
	assert_instant("令和8年10月1日午後2時30分15秒", "2026-10-01T14:30:15+09:00");
	assert_instant("2026年10月1日14時5分", "2026-10-01T14:05:00+09:00");
	assert_instant("2026年10月1日 午前9時", "2026-10-01T09:00:00+09:00");
	assert_instant("2026-10-01 9時", "2026-10-01T09:00:00+09:00");
}

static void no_instants(void **state) {
	(void)state;
	static const char *const texts[] = {
		"", "2026-10-01T", "2026-10-01 9", "2026-10-01 9:5",
		"2026-10-01 09:60", "2026-10-01 09:05:61", "2026-10-01 09:05:6",
		"2026-10-01 48:01", "2026-10-01 48:00:01", "2026-10-01 49:00",
		"2026-10-01 09:05:06.", "2026-10-01 09:05.5", "2026-10-01Z",
		"2026-10-01 09:05z", "2026-10-01 09:05+9", "2026-10-01 09:05+24:00",
		"2026-10-01 09:05+09:60", "2026-10-01 09:05+09:", "2026-02-30 09:05",
		"2026-10-01 09:05 x", "2026-10-01x09:05", "2026-10-01 -9:05",
		"2026-10-01 09:05:0:", "20x6-10-01 09:05", "2026-1/-01 09:05",
		"2026-10-01 13:00 PM", "2026-10-01 13:00 AM", "2026-10-01 24:00 PM",
		"2026-10-01 2:30 XM", "2026-10-01 2:30 P", "2026-10-01 PM",
		"2026-10-01 午後", "2026-10-01 2:30 PM PM", "2026-10-01 PM 2:30 PM",
		"2026-10-0114:00", "2026-10-01 2時30", "2026-10-01 2時60分",
		"2026-10-01 2時3分4", "2026-10-01 2時:30", "2026-10-01 2:60 PM",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_no_instant(texts[i]);
}

/* Both roads of the reader agree: `T` takes the long one. */
static void canonical_form(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	uint64_t seed = 2;
	for (int i = 0; i < 20000; i++) {
		int64_t instant = table_between(&seed,
		    date_start(day(1800, 1, 1), JST),
		    date_start(day(2400, 1, 1), JST));
		struct buf buf = buf_in(arena);
		int64_t found = 0, twin = 0;
		date_write_instant(&buf, instant, JST);
		assert_true(date_read_instant(buf_str(&buf), JST, &found));
		assert_int_equal(found, instant);
		buf.p[10] = 'T';
		assert_true(date_read_instant(buf_str(&buf), JST, &twin));
		assert_int_equal(twin, instant);
		arena_reset(arena);
	}
	arena_free(arena);
}

static void assert_form(const char *text, const char *form, const char *want) {
	struct arena *arena = arena_new();
	struct buf buf = buf_in(arena);
	int64_t instant;
	if (!date_read_form(str_of(text), str_of(form), JST, &instant))
		buf_text(&buf, "refused");
	else
		date_write_instant(&buf, instant, JST);
	if (!str_is(buf_str(&buf), want))
		fail_msg("%s as %s is %s", text, form, buf_z(&buf));
	arena_free(arena);
}

static void forms(void **state) {
	(void)state;
	assert_form("29/2/2016 01:16", "D/M/YYYY h:mm", "2016-02-29 01:16");
	assert_form("1/12/2016 9:05", "DD/MM/YYYY hh:mm", "2016-12-01 09:05");
	assert_form("201602290116", "YYYYMMDDhhmm", "2016-02-29 01:16");
	assert_form("20160229T011659", "YYYYMMDDThhmmss", "2016-02-29 01:16:59");
	assert_form("16.02.29", "YY.MM.DD", "2016-02-29 00:00");
	assert_form("2016年2月29日 1時6分", "Y年M月D日 h時m分", "2016-02-29 01:06");
	assert_form("２９／２／２０１６", "D/M/YYYY", "2016-02-29 00:00");
	assert_form("29/2/2016 24:00", "D/M/YYYY h:m", "2016-03-01 00:00");
	assert_form("29/2/2016 49:00", "D/M/YYYY h:m", "refused");
	assert_form("29/2/2015", "D/M/YYYY", "refused");
	assert_form("29/2/16", "D/M/YYYY", "refused");
	/* a date without a time is the start of that day (sla.md, Time) */
	assert_form("29/2/2016 ", "D/M/YYYY h", "2016-02-29 00:00");
	assert_form("29/2/2016", "D/M/YYYY h:mm a", "2016-02-29 00:00");
	assert_form("29/2/2016 1", "D/M/YYYY h:mm", "refused");
	assert_form("29/2/2016 1:16", "D/M/YYYY h:mm UTC", "refused");
	assert_form("29/2", "D/M/YYYY h:mm", "refused");
	assert_form("02/29/2016 12:16 AM", "MM/DD/YYYY hh:mm a", "2016-02-29 00:16");
	assert_form("02/29/2016 12:16 pm", "M/D/YYYY h:mm a", "2016-02-29 12:16");
	assert_form("2/29/2016 1:16:05PM", "M/D/YYYY h:mm:ss a", "2016-02-29 13:16:05");
	assert_form("2016/02/29 01:16 午後", "YYYY/MM/DD hh:mm a", "2016-02-29 13:16");
	assert_form("2016/02/29 午後 1:16", "YYYY/MM/DD a h:mm", "2016-02-29 13:16");
	assert_form("2/29/2016 13:16 PM", "M/D/YYYY h:mm a", "refused");
	assert_form("2/29/2016 1:16", "M/D/YYYY h:mm a", "refused");
	assert_form("2/29/2016 1:16 XM", "M/D/YYYY h:mm a", "refused");
	assert_form("29/Feb/16 1:16 PM", "DD/MMM/YY h:mm a", "2016-02-29 13:16");
	assert_form("february 29, 2016", "MMM D, YYYY", "2016-02-29 00:00");
	assert_form("Feb  9  2016", "MMM D YYYY", "2016-02-09 00:00");
	assert_form("29/Fev/16", "DD/MMM/YY", "refused");
	assert_form("2/29/2016 1:16:05.25", "M/D/YYYY h:mm:ss", "2016-02-29 01:16:05");
	assert_form("29/2/2016x", "D/M/YYYY", "refused");
	assert_form("29/2", "D/M", "refused");
	assert_form("2016229", "YYYYMMDD", "refused");
	assert_form("2016111", "YYYYMMDD", "refused");
	assert_form("112/2016", "DM/YYYY", "refused");
	assert_form("29-2-2016", "D/M/YYYY", "refused");
	assert_form("", "", "refused");
	assert_form("001/2/2016", "DDD/M/YYYY", "refused");
}

static void assert_written(struct buf *buf, const char *want) {
	assert_string_equal(buf_z(buf), want);
	buf_reset(buf);
}

static void writing(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct buf buf = buf_in(arena);
	int64_t nine = date_start(day(2026, 10, 1), JST) + 9 * 3600;
	date_write_instant(&buf, nine, JST);
	assert_written(&buf, "2026-10-01 09:00");
	date_write_instant(&buf, nine + 1, JST);
	assert_written(&buf, "2026-10-01 09:00:01");
	date_write_iso(&buf, nine, 0);
	assert_written(&buf, "2026-10-01T00:00:00+00:00");
	date_write_iso(&buf, nine, -(3 * 3600 + 1800));
	assert_written(&buf, "2026-09-30T20:30:00-03:30");
	date_write_day(&buf, day(1, 2, 3));
	assert_written(&buf, "0001-02-03");
	date_write_era(&buf, day(2019, 5, 1));
	assert_written(&buf, "令和元年5月1日");
	date_write_era(&buf, day(2019, 4, 30));
	assert_written(&buf, "平成31年4月30日");
	date_write_era(&buf, day(1872, 12, 31));
	assert_written(&buf, "1872年12月31日");
	date_write_era_month(&buf, day(2026, 10, 1));
	assert_written(&buf, "令和8年10月");
	date_write_era_fiscal(&buf, 2019);
	assert_written(&buf, "令和元年度");
	date_write_era_fiscal(&buf, 1988);
	assert_written(&buf, "昭和63年度");
	date_write_era_fiscal(&buf, 2026);
	assert_written(&buf, "令和8年度");
	arena_free(arena);
}

/* What date_write_era writes, date_read_day reads. */
static void era_round_trip(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	for (int64_t at = day(1860, 1, 1); at < day(2100, 1, 1); at++) {
		struct buf buf = buf_in(arena);
		int64_t found = 0;
		date_write_era(&buf, at);
		if (!date_read_day(buf_str(&buf), &found) || found != at)
			fail_msg("%s", buf_z(&buf));
		arena_reset(arena);
	}
	arena_free(arena);
}

static void offsets(void **state) {
	(void)state;
	int64_t offset = 1;
	assert_true(date_read_offset(str_of("+09:00"), &offset));
	assert_int_equal(offset, JST);
	assert_true(date_read_offset(str_of("-03:30"), &offset));
	assert_int_equal(offset, -12600);
	static const char *const texts[] = {
		"", "Z", "+0900", "09:00", "+9:00", "+09:00 ", "+24:00", "+09:60",
		"+0a:00", "+09-00",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(date_read_offset(str_of(texts[i]), &offset));
	assert_int_equal(offset, -12600);
}

static void now_is_given(void **state) {
	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1790812800", 1);
	assert_int_equal(date_now(), 1790812800);
	setenv("SOURCE_DATE_EPOCH", "5", 1);
	assert_int_equal(date_now(), 1790812800);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(civil_round_trip), cmocka_unit_test(known_days),
		cmocka_unit_test(days_of_instants), cmocka_unit_test(months),
		cmocka_unit_test(era_table), cmocka_unit_test(days_as_written),
		cmocka_unit_test(no_days), cmocka_unit_test(era_years),
		cmocka_unit_test(instants), cmocka_unit_test(no_instants),
		cmocka_unit_test(canonical_form), cmocka_unit_test(forms),
		cmocka_unit_test(halves),
		cmocka_unit_test(writing), cmocka_unit_test(era_round_trip),
		cmocka_unit_test(offsets), cmocka_unit_test(now_is_given),
	};
	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
