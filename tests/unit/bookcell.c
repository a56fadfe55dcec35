/* bookcell - numbers of a spreadsheet as text, by their formats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/bookcell.h"

static void check(const char *number, const char *code, bool from_1904,
    const char *want) {
	struct arena *arena = arena_new();
	struct buf buf = buf_in(arena);
	bookcell_write(&buf, str_of(number), bookcell_custom(str_of(code)), from_1904);
	assert_string_equal(buf_z(&buf), want);
	arena_free(arena);
}

/* As spreadsheets show them: 15 digits. */
static void test_numbers(void **state) {
	(void)state;
	static const char *const cases[][2] = {
		{ "0.30000000000000004", "0.3" },
		{ "41800000.009999998", "41800000.01" },
		{ "0.1", "0.1" }, { "1.27", "1.27" }, { "40", "40" },
		{ "-0.5", "-0.5" }, { "-0.0", "0" }, { "0", "0" },
		{ "1.0", "1" }, { "100.50", "100.5" },
		{ "0.99999999999999999", "1" },
		{ "999999999999999.9", "1000000000000000" },
		{ "2.5E-2", "0.025" }, { "1.5E+3", "1500" },
		{ "1e-7", "0.0000001" }, { "6.02E+23",
		    "602000000000000000000000" },
		{ "1.25E+50", "1.25E50" }, { "1E-50", "1E-50" },
		{ "5E-324", "5E-324" },
		/* identifiers keep what the file has */
		{ "12345678901234567", "12345678901234567" },
		{ "123456789012345678901", "123456789012345678901" },
		{ "007", "007" },
		/* what is no number stays */
		{ "", "" }, { "-", "-" }, { ".", "." }, { "1.2.3", "1.2.3" },
		{ "1E", "1E" }, { "1E5x", "1E5x" }, { "1E9999", "1E9999" },
		{ "INF", "INF" }, { "0x1p3", "0x1p3" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		check(cases[i][0], "General", false, cases[i][1]);
}

static void test_formats(void **state) {
	(void)state;
	static const char *const cases[][3] = {
		{ "0.9995", "0.00%", "99.95%" }, { "1", "0%", "100%" },
		{ "0", "0.0%", "0%" }, { "0.28999999999999998", "0%", "29%" },
		{ "-0.05", "0%", "-5%" },
		{ "12", "0000", "0012" }, { "12345", "0000", "12345" },
		{ "0", "00", "00" }, { "1.5", "000", "1.5" },
		{ "1234.5", "#,##0.00_ ;[Red]\\-#,##0.00", "1234.5" },
		{ "1234", "[$USD] #,##0", "1234" },
		{ "1234", "#,##0\"days\"", "1234" },
		{ "1234", "0.00E+00", "1234" }, { "5", "0_d", "5" },
		{ "5", "0\\h", "5" }, { "5", "G/standard", "5" },
		{ "5", "GENERAL\"h\"", "5" }, { "5", "@", "5" },
		{ "1", "\"TRUE\";\"TRUE\";\"FALSE\"", "1" },
		{ "1", "0;yyyy", "1" },
		{ "45108", "yyyy/m/d;@", "2023-07-01" },
		{ "45108", "[$-411]ggge\"nen\"m\"gatsu\"", "2023-07-01" },
		{ "45108", "[$-411]ge.m.d", "2023-07-01" },
		{ "45108", "aaa d", "2023-07-01" },
		{ "24472.176388888889", "mm/dd/yy\\ hh:mm\\ AM/PM",
		    "1966-12-31 04:14:00" },
		{ "0.375", "h:mm", "09:00:00" },
		{ "1.09375", "[h]:mm", "26:15:00" },
		{ "-0.5", "[mm]:ss", "-12:00:00" },
		{ "3.0000001", "[h]:mm:ss.000", "72:00:00.009" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		check(cases[i][0], cases[i][1], false, cases[i][2]);
}

/* ECMA-376 part 1, 18.17.4.1: both calendars, and the day that never was. */
static void test_moments(void **state) {
	(void)state;
	static const char *const cases[][3] = {
		{ "1", "1900-01-01", "1904-01-02" },
		{ "59", "1900-02-28", "1904-02-29" },
		{ "60", "1900-02-29", "1904-03-01" },
		{ "61", "1900-03-01", "1904-03-02" },
		{ "60.5", "1900-02-29 12:00:00", "1904-03-01 12:00:00" },
		{ "44835.5", "2022-10-01 12:00:00", "2026-10-02 12:00:00" },
		/* a binary fraction short of the second, of the day */
		{ "16071.623067129629", "1943-12-31 14:57:13",
		    "1948-01-01 14:57:13" },
		{ "44834.999999999993", "2022-10-01", "2026-10-02" },
		{ "0", "00:00:00", "00:00:00" },
		{ "0.99999999999", "1900-01-01", "1904-01-02" },
		{ "1E-300", "00:00:00", "00:00:00" },
		{ "6.9444444444444447E-4", "00:01:00", "00:01:00" },
		{ "0.00001", "00:00:00.864", "00:00:00.864" },
		{ "2957003", "9995-12-30", "9999-12-31" },
		{ "2957004", "9995-12-31", "2957004" },
		{ "2958465", "9999-12-31", "2958465" },
		{ "2958466", "2958466", "2958466" },
		{ "-1", "-1", "-1" }, { "1E+300", "1E300", "1E300" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		check(cases[i][0], "yyyy/mm/dd hh:mm", false, cases[i][1]);
		check(cases[i][0], "yyyy/mm/dd hh:mm", true, cases[i][2]);
	}
}

static void test_builtin(void **state) {
	(void)state;
	static const int64_t moments[] = { 14, 22, 27, 36, 45, 47, 50, 58 };
	static const int64_t numbers[] = { -1, 0, 4, 11, 13, 23, 37, 44, 48, 49,
		59, 163, 164, INT64_MAX };
	for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++)
		assert_int_equal(bookcell_builtin(moments[i]).kind, BOOKCELL_MOMENT);
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		assert_int_equal(bookcell_builtin(numbers[i]).kind, BOOKCELL_NUMBER);
	assert_int_equal(bookcell_builtin(10).kind, BOOKCELL_PERCENT);
	assert_int_equal(bookcell_builtin(46).kind, BOOKCELL_ELAPSED);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_moments),
		cmocka_unit_test(test_builtin),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
