/* period - names of periods, and what they cover. */
#include "table.h"

#include "base/date.h"
#include "base/period.h"

/* The term of ../shared/cases/calendars.xml. */
static struct period term(void) {
	return (struct period){ PERIOD_CONTRACT,
		date_day((struct civil){ 2025, 1, 1 }),
		date_day((struct civil){ 2028, 1, 1 }) };
}

static bool read_period(struct arena *arena, const char *text,
    struct period *period) {
	struct period contract = term();
	return period_read(arena, str_of(text), &contract, period);
}

static const char *days_text(struct arena *arena, const struct period *period) {
	struct buf buf = buf_in(arena);
	date_write_day(&buf, period->first);
	buf_text(&buf, "..");
	date_write_day(&buf, period->end - 1);
	return buf_z(&buf);
}

static void period_table(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_open(arena, "periods.csv");
	while (table_next(&table)) {
		struct period period;
		int64_t days;
		if (!read_period(arena, table_text(&table, 0), &period))
			fail_msg("refused: %s", table_text(&table, 0));
		assert_string_equal(days_text(arena, &period),
		    arena_printf(arena, "%s..%s", table_text(&table, 1),
		    table_text(&table, 2)));
		assert_true(str_int(table.cell[3], &days));
		assert_int_equal(period.end - period.first, days);
	}
	assert_int_equal(table.rows, 17);
	arena_free(arena);
}

static void forms(void **state) {
	(void)state;
	static const struct { const char *text, *days; } rows[] = {
		{ "2026-4", "2026-04-01..2026-04-30" },
		{ "2026年4月", "2026-04-01..2026-04-30" },
		{ " ２０２６－０４ ", "2026-04-01..2026-04-30" },
		{ "令和元年度", "2019-04-01..2020-03-31" },
		{ "平成31年度", "2019-04-01..2020-03-31" },
		{ "2026年度", "2026-04-01..2027-03-31" },
		{ "令和8年度第3四半期", "2026-10-01..2026-12-31" },
		{ "FY2026-Q2", "2026-07-01..2026-09-30" },
		{ "令和8年10月5日", "2026-10-05..2026-10-05" },
		/* an era month outside the era (sla-details 1) */
		{ "R1-5", "2019-05-01..2019-05-31" },
		{ "令和元年4月", "2019-04-01..2019-04-30" },
		/* mixed ends (sla-details 3) */
		{ "2026-04-15..2026-05", "2026-04-15..2026-05-31" },
		{ "FY2026-Q1..2026-10-05", "2026-04-01..2026-10-05" },
		{ "R8-4..R8-9", "2026-04-01..2026-09-30" },
		{ "R8.10", "2026-10-01..2026-10-31" },
		{ "R8.4..R08.9", "2026-04-01..2026-09-30" },
		{ "2026-10..2026-10", "2026-10-01..2026-10-31" },
		{ "2026-10..contract", "2026-10-01..2027-12-31" },
		{ "2020-W53", "2020-12-28..2021-01-03" },
		{ "2024-W01", "2024-01-01..2024-01-07" },
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct period period;
		if (!read_period(arena, rows[i].text, &period))
			fail_msg("refused: %s", rows[i].text);
		assert_string_equal(days_text(arena, &period), rows[i].days);
	}
	arena_free(arena);
}

static void refused(void **state) {
	(void)state;
	static const char *const texts[] = {
		"", "2026", "FY26", "FY2026-Q0", "FY2026-Q5", "FY2026-Q", "FY0000",
		"FY2026-Q1x", "fy2026", "2026-W00", "2026-W54", "2025-W53",
		"2026-W1", "2026-W100", "0000-W01", "2026-00", "2026-13", "2026-",
		"2026-10x", "2026.10", "2026年10", "R8-10月", "S65-1", "平成32年度", "R8",
		"令和8年度第5四半期", "令和8年度第3", "..", "2026-04..",
		"..2026-04", "2026-04..2026-03", "2026-04..2026-05..2026-06",
		"2026-02-29", "Contract", "contract..x", "\xe4\xbb",
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct period period = { PERIOD_RANGE, -7, -7 };
		if (read_period(arena, texts[i], &period))
			fail_msg("not refused: %s", texts[i]);
		assert_int_equal(period.first, -7);
	}
	struct period period;
	assert_false(period_read(arena, str_of("contract"), NULL, &period));
	assert_false(period_read(arena, (struct str){ NULL, 0 }, NULL, &period));
	arena_free(arena);
}

static void titles(void **state) {
	(void)state;
	static const struct { const char *text, *name, *ja, *en; } rows[] = {
		{ "R8.10.5", "2026-10-05", "令和8年10月5日", "5 October 2026" },
		{ "2026-W01", "2026-W01", "令和7年12月29日の週",
		    "week of 29 December 2025" },
		{ "2026-W53", "2026-W53", "令和8年12月28日の週",
		    "week of 28 December 2026" },
		{ "R8-10", "2026-10", "令和8年10月", "October 2026" },
		{ "2019-05", "2019-05", "令和元年5月", "May 2019" },
		{ "FY2026-Q4", "FY2026-Q4", "令和8年度第4四半期", "FY2026 Q4" },
		{ "FY2026-Q1", "FY2026-Q1", "令和8年度第1四半期", "FY2026 Q1" },
		{ "令和元年度", "FY2019", "令和元年度", "FY2019" },
		{ "2026-04..2026-09", "2026-04-01..2026-09-30",
		    "令和8年4月～令和8年9月", "April 2026 to September 2026" },
		{ "2026-04-02..2026-09", "2026-04-02..2026-09-30",
		    "令和8年4月2日～令和8年9月30日",
		    "2 April 2026 to 30 September 2026" },
		{ "contract", "contract", "令和7年1月～令和9年12月",
		    "January 2025 to December 2027" },
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct period period;
		assert_true(read_period(arena, rows[i].text, &period));
		assert_string_equal(str_z(arena, period_name(arena, &period)),
		    rows[i].name);
		assert_string_equal(
		    str_z(arena, period_title_ja(arena, &period)), rows[i].ja);
		assert_string_equal(
		    str_z(arena, period_title_en(arena, &period)), rows[i].en);
	}
	arena_free(arena);
}

static void before(void **state) {
	(void)state;
	static const struct { const char *text, *name; } rows[] = {
		{ "2026-03-01", "2026-02-28" }, { "2026-W01", "2025-W52" },
		{ "2027-W01", "2026-W53" }, { "2026-01", "2025-12" },
		{ "2026-03", "2026-02" }, { "FY2026-Q1", "FY2025-Q4" },
		{ "FY2026", "FY2025" },
		{ "2026-10-11..2026-10-20", "2026-10-01..2026-10-10" },
		{ "contract", "2022-01-02..2024-12-31" },
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct period period, earlier;
		assert_true(read_period(arena, rows[i].text, &period));
		earlier = period_before(&period);
		assert_int_equal(earlier.end, period.first);
		assert_string_equal(str_z(arena, period_name(arena, &earlier)),
		    rows[i].name);
	}
	arena_free(arena);
}

/* Every period is read back from its name, and periods of a kind tile time. */
static void name_round_trip(void **state) {
	(void)state;
	static const char *const starts[] = {
		"2026-10-05", "2026-W43", "2026-10", "FY2026-Q3", "FY2026",
		"2026-04-03..2026-09-11"
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		struct period period;
		assert_true(read_period(arena, starts[i], &period));
		for (int n = 0; n < 150; n++) {
			struct period twin, earlier = period_before(&period);
			struct str name = period_name(arena, &earlier);
			assert_int_equal(earlier.end, period.first);
			assert_true(period_read(arena, name, NULL, &twin));
			assert_true(twin.kind == earlier.kind
			    && twin.first == earlier.first
			    && twin.end == earlier.end);
			period = earlier;
		}
	}
	arena_free(arena);
}

/* Months, and quarters of months, tile the fiscal year. */
static void years_of_months(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	for (int year = 1990; year < 2060; year++) {
		struct period whole;
		assert_true(read_period(arena,
		    arena_printf(arena, "FY%d", year), &whole));
		int64_t at = whole.first;
		for (int n = 0; n < 12; n++) {
			struct period month = period_month(at), quarter;
			assert_int_equal(month.first, at);
			assert_true(read_period(arena, arena_printf(arena,
			    "FY%d-Q%d", year, n / 3 + 1), &quarter));
			assert_true(quarter.first <= month.first
			    && month.end <= quarter.end);
			assert_true(n % 3 != 2 || month.end == quarter.end);
			assert_int_equal(period_month(month.end - 1).first, at);
			at = month.end;
		}
		assert_int_equal(at, whole.end);
	}
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(period_table), cmocka_unit_test(forms),
		cmocka_unit_test(refused), cmocka_unit_test(titles),
		cmocka_unit_test(before), cmocka_unit_test(name_round_trip),
		cmocka_unit_test(years_of_months),
	};
	return cmocka_run_group_tests_name("period", tests, NULL, NULL);
}
