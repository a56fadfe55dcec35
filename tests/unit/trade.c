/*
 * trade - columns give their width to those that need it: rows get lower, the
 * sum stays.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "set/trade.h"

enum { COLUMNS = 3, ROWS = 10, LETTER = 10 };

static int lines(int ask, int width) {
	return (ask + width - 1) / width;
}

/* One long name among short ones does not cut the dates of all rows. */
static void one_long_name_cuts_no_dates(void **state) {
	(void)state;
	int ask[ROWS * COLUMNS];
	for (int r = 0; r < ROWS; r++) {
		ask[r * COLUMNS] = r == 3 ? 200 : 90;
		ask[r * COLUMNS + 1] = ask[r * COLUMNS + 2] = 80;
	}
	struct grid_column column[COLUMNS] = {
		{ .min = 50, .ease = 120, .max = 200, .width = 200 },
		{ .min = 50, .ease = 80, .max = 80, .nowrap = true,
		    .width = 50 },
		{ .min = 50, .ease = 80, .max = 80, .nowrap = true,
		    .width = 50 } };
	struct trade_cells cells = { ask, ROWS, COLUMNS, 0, LETTER };
	trade_widths(column, &cells);
	assert_int_equal(column[1].width, 80);
	assert_int_equal(column[2].width, 80);
	assert_int_equal(column[0].width, 140);
}

/* The column that makes all rows tall gets what dates do not need: they stand
 * in two lines beside many. */
static void long_prose_takes_from_all(void **state) {
	(void)state;
	int ask[ROWS * COLUMNS];
	for (int r = 0; r < ROWS; r++) {
		ask[r * COLUMNS] = 1500;
		ask[r * COLUMNS + 1] = 160;
		ask[r * COLUMNS + 2] = 80;
	}
	struct grid_column column[COLUMNS] = {
		{ .min = 50, .ease = 120, .max = 1500, .width = 160 },
		{ .min = 50, .ease = 120, .max = 160, .width = 160 },
		{ .min = 50, .ease = 80, .max = 80, .nowrap = true,
		    .width = 80 } };
	struct trade_cells cells = { ask, ROWS, COLUMNS, 0, LETTER };
	int before = lines(1500, column[0].width);
	trade_widths(column, &cells);
	assert_true(lines(1500, column[0].width) < before - 2);
	assert_true(column[1].width >= 80);
	assert_int_equal(column[0].width + column[1].width + column[2].width,
	    400);
}

/* Not one of two dates on its line and the other cut. */
static void dates_stay_alike(void **state) {
	(void)state;
	int ask[ROWS * COLUMNS];
	for (int r = 0; r < ROWS; r++) {
		ask[r * COLUMNS] = 100;
		ask[r * COLUMNS + 1] = ask[r * COLUMNS + 2] = 80;
	}
	for (int spare = 0; spare <= 60; spare += 20) {
		struct grid_column column[COLUMNS] = {
			{ .min = 50, .ease = 100, .max = 100,
			    .width = 66 + spare },
			{ .min = 50, .ease = 80, .max = 80, .nowrap = true,
			    .width = 50 },
			{ .min = 50, .ease = 80, .max = 80, .nowrap = true,
			    .width = 50 } };
		struct trade_cells cells = { ask, ROWS, COLUMNS, 0, LETTER };
		trade_widths(column, &cells);
		assert_int_equal(column[1].width, spare == 60 ? 80 : 50);
		assert_int_equal(column[2].width, column[1].width);
		assert_int_equal(column[0].width + 2 * column[1].width,
		    166 + spare);
	}
}

/* The white of all columns together. */
static void dates_use_white(void **state) {
	(void)state;
	int ask[ROWS * COLUMNS];
	for (int r = 0; r < ROWS; r++) {
		ask[r * COLUMNS] = ask[r * COLUMNS + 1] = 60;
		ask[r * COLUMNS + 2] = 80;
	}
	struct grid_column column[COLUMNS] = {
		{ .min = 50, .ease = 60, .max = 60, .width = 80 },
		{ .min = 50, .ease = 60, .max = 60, .width = 75 },
		{ .min = 50, .ease = 80, .max = 80, .nowrap = true,
		    .width = 50 } };
	struct trade_cells cells = { ask, ROWS, COLUMNS, 0, LETTER };
	trade_widths(column, &cells);
	assert_int_equal(column[0].width, 60);
	assert_int_equal(column[1].width, 65);
	assert_int_equal(column[2].width, 80);
}

/* No column alone could give what a date needs. */
static void dates_take_from_all(void **state) {
	(void)state;
	int ask[ROWS * COLUMNS];
	for (int r = 0; r < ROWS; r++) {
		ask[r * COLUMNS] = ask[r * COLUMNS + 1] = r == 2 ? 120 : 70;
		ask[r * COLUMNS + 2] = 80;
	}
	struct grid_column column[COLUMNS] = {
		{ .min = 50, .ease = 120, .max = 120, .width = 100 },
		{ .min = 50, .ease = 120, .max = 120, .width = 95 },
		{ .min = 50, .ease = 80, .max = 80, .nowrap = true,
		    .width = 50 } };
	struct trade_cells cells = { ask, ROWS, COLUMNS, 0, LETTER };
	trade_widths(column, &cells);
	assert_int_equal(column[2].width, 80);
	assert_int_equal(column[0].width + column[1].width, 165);
	assert_true(column[0].width >= 80 && column[1].width >= 80);
}

/* Where nothing wraps nothing moves. */
static void what_has_its_line_stays(void **state) {
	(void)state;
	int ask[COLUMNS] = { 100, 60, 60 };
	struct grid_column column[COLUMNS] = {
		{ .min = 50, .ease = 100, .max = 100, .width = 150 },
		{ .min = 50, .ease = 60, .max = 60, .width = 90 },
		{ .min = 50, .ease = 60, .max = 60, .width = 60 } };
	struct trade_cells cells = { ask, 1, COLUMNS, 0, LETTER };
	trade_widths(column, &cells);
	assert_int_equal(column[0].width, 150);
	assert_int_equal(column[1].width, 90);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_long_name_cuts_no_dates),
		cmocka_unit_test(long_prose_takes_from_all),
		cmocka_unit_test(dates_stay_alike),
		cmocka_unit_test(dates_use_white),
		cmocka_unit_test(dates_take_from_all),
		cmocka_unit_test(what_has_its_line_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
