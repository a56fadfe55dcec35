/* Classes of seconds, groups of three values, stops, spells. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/diag.h"
#include "facts/availability.h"
#include "made.h"

static int setup(void **state) {
	*state = arena_new();
	return 0;
}

static int teardown(void **state) {
	arena_free(*state);
	return 0;
}

static const struct availability *measure(struct made *m) {
	const struct availability *a = availability_measure(made_scope(m));
	int64_t sum = 0;
	for (int i = 0; i < SECOND_CLASSES; i++) {
		assert_true(a->second[i] >= 0);
		sum += a->second[i];
	}
	assert_int_equal(sum, m->scope.end - m->scope.start);
	return a;
}

/* Case 05: a spell over the month's end is counted where it began. */
static void spell_over_month_end(void **state) {
	struct made *m = made_new(*state, "2026-04-01", "2026-05-01");
	made_alert(m, "a", "2026-04-30 23:40", "2026-05-01 12:00");
	const struct availability *april = measure(m);
	assert_int_equal(april->second[SECOND_DOWN], 1200);
	assert_int_equal(april->counted, 1);
	m->scope.start = made_instant("2026-05-01");
	m->scope.end = m->scope.as_of = made_instant("2026-06-01");
	const struct availability *may = measure(m);
	assert_int_equal(may->second[SECOND_DOWN], 43200);
	assert_int_equal(may->counted, 0);
	assert_true(may->spell[0].continued);
	assert_int_equal(may->n, 1);
}

/* sla-details 32: down outside service time first, counted next month. */
static void counted_where_first_counted(void **state) {
	struct made *m = made_new(*state, "2026-05-01", "2026-06-01");
	m->indicator.calendar = &m->office;
	made_alert(m, "a", "2026-04-30 20:00", "2026-05-01 09:00");
	const struct availability *a = measure(m);
	assert_int_equal(a->second[SECOND_DOWN], 1800);
	assert_int_equal(a->counted, 1);
	assert_false(a->spell[0].continued);
}

static void cutoff_ends_open_spell(void **state) {
	struct made *m = made_new(*state, "2026-05-01", "2026-06-01");
	made_alert(m, "a", "2026-05-01 00:00", "");
	m->scope.as_of = made_instant("2026-05-11");
	const struct availability *a = measure(m);
	assert_int_equal(a->second[SECOND_DOWN], 864000);
	assert_int_equal(a->second[SECOND_AFTER_CUTOFF], 21 * 86400);
}

static void outside_contract(void **state) {
	struct made *m = made_new(*state, "2026-03-01", "2026-05-01");
	made_alert(m, "a", "2026-03-31 23:00", "2026-04-01 01:00");
	const struct availability *a = measure(m);
	assert_int_equal(a->second[SECOND_NO_CONTRACT], 31 * 86400);
	assert_int_equal(a->second[SECOND_DOWN], 3600);
	assert_int_equal(a->counted, 1);
}

/* sla-details 30: the whole length counts, equal is long enough. */
static void brief_spells(void **state) {
	struct made *m = made_new(*state, "2026-05-01", "2026-06-01");
	m->indicator.min_outage = 600;
	made_alert(m, "a", "2026-04-30 23:55", "2026-05-01 00:05");
	made_alert(m, "a", "2026-05-02 00:00", "2026-05-02 00:09:59");
	const struct availability *a = measure(m);
	assert_int_equal(a->second[SECOND_DOWN], 300);
	assert_int_equal(a->all_down, 300);
	assert_int_equal(a->spells, 2);
	assert_true(a->spell[1].brief);
	/* known only up to a cut-off in its midst: shorter then */
	m->scope.as_of = made_instant("2026-05-01 00:04");
	assert_int_equal(measure(m)->second[SECOND_DOWN], 0);
}

static void groups(void **state) {
	struct made *m = made_new(*state, "2026-06-01", "2026-07-01");
	made_targets(m, 3, GROUP_AT_LEAST, 2);
	m->indicator.object = &m->group;
	made_alert(m, "a", "2026-06-03 10:00", "2026-06-03 11:00");
	made_alert(m, "b", "2026-06-03 10:40", "2026-06-03 11:20");
	made_alert(m, "c", "2026-06-03 10:50", "2026-06-03 12:00");
	assert_int_equal(measure(m)->second[SECOND_DOWN], 2400);
	m->group.rule = GROUP_ANY;
	assert_int_equal(measure(m)->second[SECOND_DOWN], 600);
	m->group.rule = GROUP_ALL;
	assert_int_equal(measure(m)->second[SECOND_DOWN], 7200);
	assert_int_equal(measure(m)->n, 3);
}

/* Case 03, A5 and A6 in small: one member unmeasured. */
static void three_values(void **state) {
	struct made *m = made_new(*state, "2026-06-01 00:00", "2026-06-01 04:00");
	made_run(m, 0, "2026-06-01 00:00", 1800, 2, STATE_UP);
	made_run(m, 1, "2026-06-01 00:00", 1800, 6, STATE_UP);
	made_run(m, 1, "2026-06-01 03:00", 1800, 2, STATE_DOWN);
	made_targets(m, 2, GROUP_ANY, 0);
	m->indicator.object = &m->group;
	/* a holds 00:00-01:30; b is up to 03:00, then down */
	const struct availability *any = measure(m);
	assert_int_equal(any->second[SECOND_UP], 3 * 3600);
	assert_int_equal(any->second[SECOND_UNMEASURED], 3600);
	m->group.rule = GROUP_ALL;
	const struct availability *all = measure(m);
	assert_int_equal(all->second[SECOND_UP], 5400);
	assert_int_equal(all->second[SECOND_UNMEASURED], 5400);
	assert_int_equal(all->second[SECOND_DOWN], 3600);
	assert_int_equal(all->n, 10);
}

static void add_stop(struct made *m, const char *target, const char *notified,
    const char *rest) {
	made_row(m, RECORD_maintenance, arena_printf(m->arena,
	    "maintenance_id=M|target=%s|start=2026-06-12 20:00|"
	    "end=2026-06-12 22:00|approved_on=2026-05-01|notified_on=%s%s",
	    target, notified, rest));
}

static void stop_of_one_of_two(void **state) {
	struct made *m = made_new(*state, "2026-06-01", "2026-07-01");
	m->indicator.has_planned = true;
	made_alert(m, "a", "2026-06-12 20:00", "2026-06-12 21:00");
	add_stop(m, "a", "2026-05-12", "");
	m->indicator.object = &m->group;
	m->group.rule = GROUP_ANY;
	assert_int_equal(measure(m)->second[SECOND_PLANNED], 0);
	m->group.rule = GROUP_ALL;
	assert_int_equal(measure(m)->second[SECOND_PLANNED], 7200);
	add_stop(m, "b", "2026-05-12", "");
	m->group.rule = GROUP_ANY;
	assert_int_equal(measure(m)->second[SECOND_PLANNED], 7200);
}

static enum stops_verdict verdict(struct made *m, const char *notified,
    const char *rest) {
	m->rows.table[RECORD_maintenance].count = 0;
	add_stop(m, "a", notified, rest);
	return stops_planned(made_scope(m)).at[0].verdict;
}

static void notices(void **state) {
	struct made *m = made_new(*state, "2026-06-01", "2026-07-01");
	assert_int_equal(verdict(m, "2026-01-01", ""), STOPS_NOT_IN_CONTRACT);
	m->indicator.has_planned = true;
	assert_int_equal(verdict(m, "2026-06-12", ""), STOPS_VALID);
	m->indicator.has_notice = true;
	m->indicator.notice = (struct duration){ 1, UNIT_MONTHS };
	assert_int_equal(verdict(m, "2026-05-12", ""), STOPS_VALID);
	assert_int_equal(verdict(m, "2026-05-13", ""), STOPS_NOTIFIED_LATE);
	assert_int_equal(verdict(m, "", ""), STOPS_NOT_NOTIFIED);
	m->indicator.notice = (struct duration){ 86400, UNIT_SECONDS };
	assert_int_equal(verdict(m, "2026-06-11", ""), STOPS_VALID);
	assert_int_equal(verdict(m, "2026-06-12", ""), STOPS_NOTIFIED_LATE);
	assert_int_equal(verdict(m, "2026-06-11", "|start=2026-06-12 00:00"),
	    STOPS_VALID);
	/* Friday 06-12: ten working days before is Friday 05-29 */
	m->indicator.notice = (struct duration){ 10, UNIT_BUSINESS_DAYS };
	m->indicator.planned_calendar = &m->office;
	assert_int_equal(verdict(m, "2026-05-29", ""), STOPS_VALID);
	assert_int_equal(verdict(m, "2026-05-30", ""), STOPS_NOTIFIED_LATE);
	assert_int_equal(verdict(m, "2026-01-01", "|cancelled=1"),
	    STOPS_CANCELLED);
	assert_int_equal(verdict(m, "2026-01-01", "|approved_on=2026-06-13"),
	    STOPS_APPROVED_LATE);
	assert_int_equal(verdict(m, "2026-01-01", "|approved_on=2026-06-12"),
	    STOPS_VALID);
	assert_int_equal(verdict(m, "2026-01-01", "|end=2026-06-12 19:00"),
	    STOPS_TIMES);
	assert_int_equal(verdict(m, "2026-01-01", "|target=nowhere"),
	    STOPS_TARGET);
}

/* sla-details 37: it ends with the work, and with the announcement. */
static void actual_end(void **state) {
	struct made *m = made_new(*state, "2026-06-01", "2026-07-01");
	m->indicator.has_planned = true;
	made_alert(m, "a", "2026-06-12 20:00", "2026-06-12 22:30");
	add_stop(m, "a", "2026-05-12", "|actual_end=2026-06-12 22:30");
	assert_int_equal(measure(m)->second[SECOND_DOWN], 1800);
	m->rows.table[RECORD_maintenance].count = 0;
	add_stop(m, "a", "2026-05-12", "|actual_end=2026-06-12 21:00");
	assert_int_equal(measure(m)->second[SECOND_DOWN], 5400);
	assert_int_equal(measure(m)->all_down, 9000);
}

static void exclusions(void **state) {
	struct made *m = made_new(*state, "2026-06-01", "2026-07-01");
	made_alert(m, "a", "2026-06-12 20:00", "2026-06-12 22:00");
	made_row(m, RECORD_exclusion, "exclusion_id=X1|start=2026-06-12 20:00|"
	    "end=2026-06-12 20:30|reason=r|approved_on=2026-07-01|approver=p");
	made_row(m, RECORD_exclusion, "exclusion_id=X2|indicator=Y|"
	    "start=2026-06-12 20:00|end=2026-06-12 21:00|reason=r|"
	    "approved_on=2026-07-01|approver=p");
	made_row(m, RECORD_exclusion, "exclusion_id=X3|target=b|"
	    "start=2026-06-12 20:00|end=2026-06-12 21:00|reason=r|"
	    "approved_on=2026-07-01|approver=p");
	made_row(m, RECORD_exclusion, "exclusion_id=X4|target=a|"
	    "start=2026-06-12 20:00|end=2026-06-12 21:00|reason=r|"
	    "approver=p");
	const struct availability *a = measure(m);
	assert_int_equal(a->second[SECOND_EXCLUDED], 1800);
	assert_int_equal(a->second[SECOND_DOWN], 5400);
	assert_int_equal(a->excluded.count, 3);
	/* a second in both is excluded, and subtracted once */
	m->indicator.has_planned = true;
	add_stop(m, "a", "2026-05-12", "");
	a = measure(m);
	assert_int_equal(a->second[SECOND_EXCLUDED], 1800);
	assert_int_equal(a->second[SECOND_PLANNED], 5400);
	assert_int_equal(a->second[SECOND_DOWN], 0);
	assert_int_equal(a->all_down, 7200);
}

static void tickets(void **state) {
	struct made *m = made_new(*state, "2026-06-01", "2026-07-01");
	static const char *const rows[] = {
		"type=incident|component=a|status=closed|"
		    "outage_start=2026-06-02 00:00|outage_end=2026-06-02 00:10",
		"type=request|component=a|status=closed|"
		    "outage_start=2026-06-03 00:00|outage_end=2026-06-03 00:10",
		"type=incident|component=a|status=cancelled|"
		    "outage_start=2026-06-04 00:00|outage_end=2026-06-04 00:10",
		"type=incident|component=a|status=closed|duplicate_of=T|"
		    "outage_start=2026-06-05 00:00|outage_end=2026-06-05 00:10",
		"type=incident|component=a|status=closed|"
		    "outage_start=2026-06-06 00:10|outage_end=2026-06-06 00:00",
		"type=incident|component=b|status=closed|"
		    "outage_start=2026-06-07 00:10|outage_end=2026-06-07 00:20",
	};
	m->from[0].records = RECORD_ticket;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		made_member(m, made_row(m, RECORD_ticket, rows[i]),
		    0)->level = 0;
	const struct availability *a = measure(m);
	assert_int_equal(a->second[SECOND_DOWN], 600);
	assert_int_equal(a->n, 1);
	assert_int_equal(a->second[SECOND_UNMEASURED], 0);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(spell_over_month_end, setup, teardown),
		cmocka_unit_test_setup_teardown(counted_where_first_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(cutoff_ends_open_spell, setup, teardown),
		cmocka_unit_test_setup_teardown(outside_contract, setup, teardown),
		cmocka_unit_test_setup_teardown(brief_spells, setup, teardown),
		cmocka_unit_test_setup_teardown(groups, setup, teardown),
		cmocka_unit_test_setup_teardown(three_values, setup, teardown),
		cmocka_unit_test_setup_teardown(stop_of_one_of_two, setup, teardown),
		cmocka_unit_test_setup_teardown(notices, setup, teardown),
		cmocka_unit_test_setup_teardown(actual_end, setup, teardown),
		cmocka_unit_test_setup_teardown(exclusions, setup, teardown),
		cmocka_unit_test_setup_teardown(tickets, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
