/* Rates, counts, nearest rank, statistics. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "facts/tally.h"
#include "made.h"

static int setup(void **state) {
	struct made *m = made_new(arena_new(), "2026-10-01", "2026-11-01");
	*state = m;
	return 0;
}

static int teardown(void **state) {
	arena_free(((struct made *)*state)->arena);
	return 0;
}

static void expect_shown(struct made *m, struct ratio ratio, int digits,
    bool up, const char *text) {
	struct str shown = ratio_show(m->arena, ratio, 1, digits, up);
	assert_string_equal(str_z(m->arena, shown), text);
}

/* Both ends of the period; what is at or after the cut-off is not there. */
static void rate(void **state) {
	struct made *m = *state;
	static const char *const at[] = { "2026-09-30 23:59:59",
	    "2026-10-01 00:00", "2026-10-31 23:59:59", "2026-11-01 00:00" };
	for (size_t i = 0; i < sizeof at / sizeof at[0]; i++) {
		size_t row = made_row(m, RECORD_ticket, arena_printf(m->arena,
		    "ticket_id=T%zu|received_at=%s", i, at[i]));
		struct rows_member *member = made_member(m, row,
		    made_instant(at[i]));
		member->when = true;
	}
	const struct tally *tally = tally_rate(made_scope(m));
	assert_int_equal(tally->exact.num, 2);
	assert_int_equal(tally->exact.den, 2);
	m->scope.as_of = made_instant("2026-10-31 23:59:59");
	assert_int_equal(tally_rate(made_scope(m))->n, 1);
}

/* sla-details 75, 80: reopened on day 7, not on day 8. */
static void taken_back(void **state) {
	struct made *m = *state;
	size_t row = made_row(m, RECORD_ticket,
	    "ticket_id=T|received_at=2026-10-05 08:30");
	struct rows_member *member = made_member(m, row,
	    made_instant("2026-10-05 08:30"));
	member->when = true;
	made_row(m, RECORD_ticket_event, "ticket_id=T|at=2026-10-05 12:00|"
	    "field=status|old=in_progress|new=done");
	size_t reopening = made_row(m, RECORD_ticket_event,
	    "ticket_id=T|at=2026-10-12 23:59|field=status|old=done|"
	    "new=in_progress");
	assert_int_equal(tally_rate(made_scope(m))->exact.num, 0);
	m->scope.as_of = made_instant("2026-10-12 23:59");
	assert_int_equal(tally_rate(made_scope(m))->exact.num, 1);
	m->scope.as_of = m->scope.end;
	struct value *value = (struct value *)m->rows.table[
	    RECORD_ticket_event].row[reopening].value;
	value[1].n = made_instant("2026-10-13 00:00");
	assert_int_equal(tally_rate(made_scope(m))->exact.num, 1);
}

static void count_and_sum(void **state) {
	struct made *m = *state;
	for (int i = 0; i < 3; i++) {
		struct rows_member *member = made_member(m, 0,
		    made_instant("2026-10-05 08:30"));
		member->has_value = i != 2;
		member->value = i == 2 ? (struct decimal){ 0, 0 }
		    : (struct decimal){ 15, i };
	}
	assert_int_equal(tally_count(made_scope(m))->exact.num, 3);
	m->indicator.sum = str_of("count");
	const struct tally *tally = tally_count(made_scope(m));
	expect_shown(m, tally->exact, 1, false, "16.5");
	assert_int_equal(tally->n, 3);
	m->population.count = 0;
	assert_int_equal(tally_count(made_scope(m))->exact.den, 1);
}

static void nearest_rank(void **state) {
	struct decimal value[20];
	(void)state;
	for (int i = 0; i < 20; i++)
		value[i] = (struct decimal){ 100 + 150 * i, 0 };
	assert_int_equal(tally_percentile(value, 20,
	    (struct decimal){ 95, 0 }).n, 2800);
	assert_int_equal(tally_percentile(value, 20,
	    (struct decimal){ 951, 1 }).n, 2950);
	assert_int_equal(tally_percentile(value, 20,
	    (struct decimal){ 100, 0 }).n, 2950);
	assert_int_equal(tally_percentile(value, 20,
	    (struct decimal){ 0, 0 }).n, 100);
	assert_int_equal(tally_percentile(value, 1,
	    (struct decimal){ 50, 0 }).n, 100);
	assert_int_equal(tally_percentile(value, 2,
	    (struct decimal){ 50, 0 }).n, 100);
}

static void statistics(void **state) {
	struct made *m = *state;
	/* 2 4 4 4 5 5 7 9: mean 5, sample variance 32 / 7 */
	static const int64_t raw[] = { 2, 4, 4, 4, 5, 5, 7, 9 };
	struct decimal value[8];
	for (int i = 0; i < 8; i++)
		value[i] = (struct decimal){ raw[i] * (i % 2 ? 100 : 1),
		    i % 2 ? 2 : 0 };
	expect_shown(m, tally_statistic(value, 8, MEASURE_MEAN), 2, true,
	    "5.00");
	/* sqrt(32 / 7) = 2.13808993... */
	struct ratio sd = tally_statistic(value, 8, MEASURE_SD);
	expect_shown(m, sd, 4, false, "2.1380");
	expect_shown(m, sd, 4, true, "2.1381");
	expect_shown(m, sd, 9, false, "2.138089935");
	expect_shown(m, sd, 9, true, "2.138089936");
	expect_shown(m, tally_statistic(value, 8, MEASURE_MEDIAN), 0, true,
	    "4");
	expect_shown(m, tally_statistic(value, 8, MEASURE_SUM), 0, true, "40");
	expect_shown(m, tally_statistic(value, 8, MEASURE_MAX), 0, true, "9");
	assert_int_equal(tally_statistic(value, 1, MEASURE_SD).den, 0);
	assert_int_equal(tally_statistic(value, 0, MEASURE_SUM).den, 0);
	/* an exact root is not pushed up */
	struct decimal exact[] = { { 0, 0 }, { 2, 0 }, { 4, 0 } };
	expect_shown(m, tally_statistic(exact, 3, MEASURE_SD), 2, true,
	    "2.00");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rate, setup, teardown),
		cmocka_unit_test_setup_teardown(taken_back, setup, teardown),
		cmocka_unit_test_setup_teardown(count_and_sum, setup, teardown),
		cmocka_unit_test_setup_teardown(nearest_rank, setup, teardown),
		cmocka_unit_test_setup_teardown(statistics, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
