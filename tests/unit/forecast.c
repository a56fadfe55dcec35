/* The line of least squares: its day, and where there is none. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "facts/forecast.h"

static struct forecast line(const int64_t *y, size_t n, int64_t threshold) {
	struct forecast_point point[90];
	for (size_t i = 0; i < n; i++)
		point[i] = (struct forecast_point){ 1000 + (int64_t)i, y[i] };
	return forecast_line(point, n, threshold);
}

/* A 20, B 20, C 40: R squared is one half, y = x + 0.5. */
static void just_enough(void **state) {
	static const int64_t y[] = { 0, 3, 1, 4 };
	(void)state;
	struct forecast forecast = line(y, 4, 10);
	assert_int_equal(forecast.result, FORECAST_DAY);
	assert_int_equal(forecast.day, 1010);
	assert_int_equal(forecast.fit.num * 2, forecast.fit.den);
	assert_int_equal(line(y, 4, 3).result, FORECAST_REACHED);
	assert_int_equal(line(y, 4, 4).day, 1004);
}

/* A 14, B 20, C 27: 392 < 540. */
static void too_loose(void **state) {
	static const int64_t y[] = { 0, 3, 1, 3 };
	(void)state;
	assert_int_equal(line(y, 4, 10).result, FORECAST_FLAT);
}

static void none(void **state) {
	static const int64_t falling[] = { 3, 2, 1 }, same[] = { 5, 5, 5 };
	static const int64_t wide[] = { 0, 1, 1000000000001 };
	static const int64_t slow[] = { 0, 1, 2 };
	(void)state;
	assert_int_equal(line(falling, 3, 10).result, FORECAST_FLAT);
	assert_int_equal(line(same, 3, 10).result, FORECAST_FLAT);
	assert_int_equal(line(same, 3, 10).fit.den, 0);
	assert_int_equal(line(same, 2, 10).result, FORECAST_FEW);
	assert_int_equal(line(wide, 3, 10).result, FORECAST_FEW);
	assert_int_equal(line(slow, 3, 36525).result, FORECAST_DAY);
	assert_int_equal(line(slow, 3, 36526).result, FORECAST_FAR);
	assert_int_equal(line(slow, 3, INT64_MAX).result, FORECAST_FAR);
	assert_int_equal(line(slow, 3, INT64_MIN).result, FORECAST_REACHED);
}

/* The greatest values that are taken do not overflow. */
static void greatest(void **state) {
	int64_t y[90];
	(void)state;
	for (int i = 0; i < 90; i++)
		y[i] = i < 45 ? INT64_MAX - 1000000000000 : INT64_MAX;
	struct forecast forecast = line(y, 90, INT64_MAX);
	assert_int_equal(forecast.result, FORECAST_REACHED);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(just_enough),
		cmocka_unit_test(too_loose),
		cmocka_unit_test(none),
		cmocka_unit_test(greatest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
