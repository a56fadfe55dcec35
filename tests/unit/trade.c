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

static struct grid_column prose(int ease, int max, int width) {
	return (struct grid_column){ .min = 50, .ease = ease, .max = max,
	    .width = width };
}

static struct grid_column date(int width) {
	struct grid_column column = prose(80, 80, width);
	column.nowrap = true;
	return column;
}

/* One long name among short ones does not cut the dates of all rows. */
static void one_long_name_cuts_no_dates(void **state) {
	(void)state;
	int ask[ROWS * COLUMNS];
	for (int r = 0; r < ROWS; r++) {
		ask[r * COLUMNS] = r == 3 ? 200 : 90;
		ask[r * COLUMNS + 1] = ask[r * COLUMNS + 2] = 80;
	}
	struct grid_column column[COLUMNS]
	    = { prose(120, 200, 200), date(50), date(50) };
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
	struct grid_column column[COLUMNS]
	    = { prose(120, 1500, 160), prose(120, 160, 160), date(80) };
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
		struct grid_column column[COLUMNS]
		    = { prose(100, 100, 66 + spare), date(50), date(50) };
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
	struct grid_column column[COLUMNS]
	    = { prose(60, 60, 80), prose(60, 60, 75), date(50) };
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
	struct grid_column column[COLUMNS]
	    = { prose(120, 120, 100), prose(120, 120, 95), date(50) };
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
	struct grid_column column[COLUMNS]
	    = { prose(100, 100, 150), prose(60, 60, 90), prose(60, 60, 60) };
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
