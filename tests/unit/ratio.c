/* ratio - exact decimals and ratios, and how they are shown. */
#include "table.h"

#include "base/ratio.h"

typedef __int128 wide;

static void assert_shown(struct str shown, const char *want) {
	if (!str_is(shown, want))
		fail_msg("%.*s, expected %s", (int)shown.n, shown.p, want);
}

/* The digits shown are those of the contract, at least those of the target;
 * equality is shown downwards (sla-details 50, 51). */
static void display_row(struct table *table) {
	struct ratio ratio;
	struct decimal value = { 0, 0 };
	enum comparison op = COMPARE_NONE;
	int64_t digits;
	int written = 0;
	int64_t factor = str_is(table->cell[2], "%") ? 100 : 1;
	bool up = str_is(table->cell[3], "lower");
	assert_true(str_int(table->cell[0], &ratio.num));
	assert_true(str_int(table->cell[1], &ratio.den));
	assert_true(str_int(table->cell[4], &digits));
	if (table->cell[5].n != 0)
		assert_true(ratio_read_target(table->cell[5], &op, &value,
		    &written));
	if (written > digits)
		digits = written;
	assert_shown(ratio_show(table->arena, ratio, factor, (int)digits, up),
	    table_text(table, 6));
	const char *verdict = ratio.den == 0 ? "no-data"
	    : op == COMPARE_NONE ? "info"
	    : ratio_meets(ratio, factor, op, value) ? "met" : "missed";
	assert_string_equal(verdict, table_text(table, 7));
}

static void display_table(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_open(arena, "display.csv");
	while (table_next(&table))
		display_row(&table);
	assert_int_equal(table.rows, 20);
	arena_free(arena);
}

static void decimals(void **state) {
	(void)state;
	static const struct { const char *text; int64_t n; int scale; } rows[] = {
		{ "99.9", 999, 1 }, { "-3", -3, 0 }, { "+3", 3, 0 }, { "0", 0, 0 },
		{ "-0.50", -50, 2 }, { " 12 ", 12, 0 }, { "007.5", 75, 1 },
		{ "0.000000001", 1, 9 }, { "00", 0, 0 },
		{ "999999999999999999", 999999999999999999, 0 },
		{ "-999999999.999999999", -999999999999999999, 9 },
		{ "00000000000000000000000000.1", 1, 1 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct decimal value;
		if (!ratio_read_decimal(str_of(rows[i].text), &value))
			fail_msg("refused: %s", rows[i].text);
		assert_int_equal(value.n, rows[i].n);
		assert_int_equal(value.scale, rows[i].scale);
	}
	static const char *const bad[] = {
		"", "-", "+-3", "--3", ".5", "5.", "1,234.5", "1e3", "0x10", "1 2",
		"1.2.3", "NaN", "1000000000000000000", "1.0000000000",
		"9999999999.999999999", "1000000000.000000000", "３",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct decimal value = { -7, -7 };
		if (ratio_read_decimal(str_of(bad[i]), &value))
			fail_msg("not refused: %s", bad[i]);
		assert_true(value.n == -7 && value.scale == -7);
	}
}

/* A number of a few digits has a short way: zeros in front of it take the long
 * one. */
static void short_numbers(void **state) {
	(void)state;
	enum { TEXTS = 200000, ZEROS = 10, MOST = 10 };
	static const char characters[] = "0123456789012345678901234567890123456789"
	    "....-/:x\xae\xff";
	char text[ZEROS + MOST];
	memset(text, '0', sizeof text);
	uint64_t random = 1;
	size_t read = 0;
	for (int i = 0; i < TEXTS; i++) {
		struct decimal few = { -7, -7 }, many = few;
		size_t n = 1 + (size_t)i % MOST;
		for (size_t k = 0; k < n; k++) {
			random = random * 6364136223846793005u
			    + 1442695040888963407u;
			text[ZEROS + k] = characters[(random >> 33)
			    % (sizeof characters - 1)];
		}
		if (text[ZEROS] == '.' || text[ZEROS] == '-')
			continue;
		bool good = ratio_read_decimal((struct str){ text + ZEROS, n },
		    &few);
		assert_int_equal(ratio_read_decimal((struct str){ text,
		    ZEROS + n }, &many), good);
		assert_true(few.n == many.n && few.scale == many.scale);
		read += good;
	}
	assert_true(read > TEXTS / 4);
}

static void targets(void **state) {
	(void)state;
	static const struct {
		const char *text; enum comparison op; int64_t n; int digits;
	} rows[] = {
		{ ">= 99.90", COMPARE_GE, 9990, 2 }, { ">=99.9", COMPARE_GE, 999, 1 },
		{ "<= 3000", COMPARE_LE, 3000, 0 }, { "= 0", COMPARE_EQ, 0, 0 },
		{ "≥ 95", COMPARE_GE, 95, 0 }, { "≤ 1.5", COMPARE_LE, 15, 1 },
		{ " ≧95 ", COMPARE_GE, 95, 0 }, { "≦ 2", COMPARE_LE, 2, 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum comparison op;
		struct decimal value;
		int digits;
		assert_true(ratio_read_target(str_of(rows[i].text), &op, &value,
		    &digits));
		assert_int_equal(op, rows[i].op);
		assert_int_equal(value.n, rows[i].n);
		assert_int_equal(value.scale, rows[i].digits);
		assert_int_equal(digits, rows[i].digits);
	}
	static const char *const bad[] = {
		"", "99.9", ">= ", "> 99.9", "< 3", "== 3", "=> 3", ">= 2h",
		"!= 3",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		enum comparison op = COMPARE_NONE;
		struct decimal value = { -7, 0 };
		int digits = -7;
		assert_false(ratio_read_target(str_of(bad[i]), &op, &value,
		    &digits));
		assert_true(op == COMPARE_NONE && value.n == -7 && digits == -7);
	}
}

static void durations(void **state) {
	(void)state;
	static const struct {
		const char *text; int64_t n; enum duration_unit unit;
	} rows[] = {
		{ "90s", 90, UNIT_SECONDS }, { "15m", 900, UNIT_SECONDS },
		{ "2h", 7200, UNIT_SECONDS }, { "24h", 86400, UNIT_SECONDS },
		{ "3bd", 3, UNIT_BUSINESS_DAYS }, { "5cd", 5, UNIT_CALENDAR_DAYS },
		{ "1mo", 1, UNIT_MONTHS }, { "1 month", 1, UNIT_MONTHS },
		{ "2 months", 2, UNIT_MONTHS },
		{ "10 business-days", 10, UNIT_BUSINESS_DAYS },
		{ "1 business-day", 1, UNIT_BUSINESS_DAYS },
		{ "30 days", 30, UNIT_CALENDAR_DAYS },
		{ " 1 day ", 1, UNIT_CALENDAR_DAYS }, { "0h", 0, UNIT_SECONDS },
		{ "999999h", 3599996400, UNIT_SECONDS },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct duration duration;
		if (!ratio_read_duration(str_of(rows[i].text), &duration))
			fail_msg("refused: %s", rows[i].text);
		assert_int_equal(duration.n, rows[i].n);
		assert_int_equal(duration.unit, rows[i].unit);
	}
	static const char *const bad[] = {
		"", "h", "2", "2 hx", "-2h", "1.5h", "1000000s", "2H", "3 b d",
		"2h30m", "1d",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct duration duration = { -7, UNIT_MONTHS };
		if (ratio_read_duration(str_of(bad[i]), &duration))
			fail_msg("not refused: %s", bad[i]);
		assert_int_equal(duration.n, -7);
	}
	enum comparison op = COMPARE_NONE;
	struct duration limit = { 0, UNIT_SECONDS };
	assert_true(ratio_read_limit(str_of("<= 3bd"), &op, &limit));
	assert_true(op == COMPARE_LE && limit.n == 3
	    && limit.unit == UNIT_BUSINESS_DAYS);
	assert_false(ratio_read_limit(str_of("3bd"), &op, &limit));
	assert_false(ratio_read_limit(str_of("<= 3"), &op, &limit));
}

static int sign_of(wide n) {
	return (n > 0) - (n < 0);
}

/* A random number of random size, so that small and huge ones meet. */
static int64_t random_int(uint64_t *seed) {
	int64_t n = (int64_t)(table_random(seed) >> 1)
	    >> table_between(seed, 0, 62);
	return table_random(seed) % 2 == 0 ? n : -n;
}

static wide power_of_ten(int64_t n) {
	return n == 0 ? 1 : 10 * power_of_ten(n - 1);
}

static void comparisons(void **state) {
	(void)state;
	uint64_t seed = 9;
	for (int round = 0; round < 100000; round++) {
		struct ratio a = { random_int(&seed), 1 + (random_int(&seed)
		    & INT64_MAX) / 2 };
		struct ratio b = { random_int(&seed), 1 + (random_int(&seed)
		    & INT64_MAX) / 2 };
		if (round % 3 == 0)	/* equal, or as good as */
			b = (struct ratio){ a.num / 2 * 2 + round % 2, a.den };
		assert_int_equal(ratio_compare(a, b),
		    sign_of((wide)a.num * b.den - (wide)b.num * a.den));
		assert_int_equal(ratio_compare(a, b), -ratio_compare(b, a));
		struct decimal x = { random_int(&seed) / 16,
			(int)table_between(&seed, 0, 9) };
		struct decimal y = { x.n, (int)table_between(&seed, 0, 9) };
		wide dx = x.n * power_of_ten(9 - x.scale);
		wide dy = y.n * power_of_ten(9 - y.scale);
		assert_int_equal(ratio_compare_decimal(x, y), sign_of(dx - dy));
		int sign = sign_of((wide)100 * a.num * power_of_ten(x.scale)
		    - (wide)x.n * a.den);
		assert_int_equal(ratio_meets(a, 100, COMPARE_GE, x), sign >= 0);
		assert_int_equal(ratio_meets(a, 100, COMPARE_LE, x), sign <= 0);
		assert_int_equal(ratio_meets(a, 100, COMPARE_EQ, x), sign == 0);
		assert_true(ratio_meets(a, 100, COMPARE_NONE, x));
	}
}

/* The text as a whole number of its last digit, and how many decimals. */
static wide parse_shown(struct str text, int *decimals) {
	wide n = 0;
	bool point = false;
	*decimals = 0;
	for (size_t i = text.p[0] == '-'; i < text.n; i++) {
		if (text.p[i] == '.') {
			point = true;
			continue;
		}
		n = n * 10 + (text.p[i] - '0');
		*decimals += point;
	}
	return text.p[0] == '-' ? -n : n;
}

/* Shown down, the figure is at most the truth and less than one digit off;
 * shown up, the same the other way round. */
static void showing(void **state) {
	(void)state;
	uint64_t seed = 10;
	struct arena *arena = arena_new();
	for (int round = 0; round < 50000; round++) {
		struct ratio ratio = { random_int(&seed) / 1000,
			1 + (random_int(&seed) & INT64_MAX) / 1000 };
		int64_t factor = round % 2 == 0 ? 1 : 100;
		int digits = (int)table_between(&seed, 0, 9), decimals;
		wide truth = (wide)ratio.num * factor * power_of_ten(digits);
		struct str down = ratio_show(arena, ratio, factor, digits, false);
		struct str up = ratio_show(arena, ratio, factor, digits, true);
		wide below = parse_shown(down, &decimals) * ratio.den;
		assert_int_equal(decimals, digits);
		assert_true(below <= truth && truth < below + ratio.den);
		wide above = parse_shown(up, &decimals) * ratio.den;
		assert_int_equal(decimals, digits);
		assert_true(truth <= above && above - ratio.den < truth);
		arena_reset(arena);
	}
	arena_free(arena);
}

static void shown_forms(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	assert_shown(ratio_show(arena, (struct ratio){ -1, 3 }, 1, 2, false),
	    "-0.34");
	assert_shown(ratio_show(arena, (struct ratio){ -1, 3 }, 1, 2, true),
	    "-0.33");
	assert_shown(ratio_show(arena, (struct ratio){ -1, 300 }, 1, 0, true),
	    "0");
	assert_shown(ratio_show(arena, (struct ratio){ 5, 0 }, 1, 2, true), "");
	assert_shown(ratio_show(arena, (struct ratio){ INT64_MAX, 1 }, 100, 9,
	    false), "922337203685477580700.000000000");
	assert_shown(ratio_show_decimal(arena, (struct decimal){ 3000001, 3 }, 2,
	    false), "3000.00");
	assert_shown(ratio_show_decimal(arena, (struct decimal){ 3000001, 3 }, 2,
	    true), "3000.01");
	assert_shown(ratio_show_decimal(arena, (struct decimal){ 15, 1 }, 3,
	    true), "1.500");
	assert_shown(ratio_exact(arena, (struct decimal){ 3000001, 3 }),
	    "3000.001");
	assert_shown(ratio_exact(arena, (struct decimal){ -5, 3 }), "-0.005");
	assert_shown(ratio_exact(arena, (struct decimal){ 42, 0 }), "42");
	assert_shown(ratio_hms(arena, 43389), "12:03:09");
	assert_shown(ratio_hms(arena, 0), "0:00:00");
	assert_shown(ratio_hms(arena, 7200), "2:00:00");
	assert_shown(ratio_hms(arena, 1944000), "540:00:00");
	assert_shown(ratio_hms(arena, -61), "-0:01:01");
	arena_free(arena);
}

static void grouping(void **state) {
	(void)state;
	static const struct { const char *text, *grouped; } rows[] = {
		{ "1944000", "1,944,000" }, { "999", "999" }, { "1000", "1,000" },
		{ "-1234.5678", "-1,234.5678" }, { "+1000000", "+1,000,000" },
		{ "123456789012345678901234", "123,456,789,012,345,678,901,234" },
		{ "", "" }, { "－", "－" }, { "12:03:09", "12:03:09" },
		{ "1000.", "1000." }, { "1000 x", "1000 x" }, { "-", "-" },
		{ ".1000", ".1000" }, { "1000.1.1", "1000.1.1" },
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_shown(ratio_grouped(arena, str_of(rows[i].text)),
		    rows[i].grouped);
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(display_table), cmocka_unit_test(decimals),
		cmocka_unit_test(short_numbers),
		cmocka_unit_test(targets), cmocka_unit_test(durations),
		cmocka_unit_test(comparisons), cmocka_unit_test(showing),
		cmocka_unit_test(shown_forms), cmocka_unit_test(grouping),
	};
	return cmocka_run_group_tests_name("ratio", tests, NULL, NULL);
}
