/* Deadlines, pauses, reopening, which period a record belongs to. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "facts/clock.h"
#include "made.h"

static int setup(void **state) {
	struct made *m = made_new(arena_new(), "2026-10-01", "2026-11-01");
	m->indicator.start = str_of("received_at");
	m->indicator.stop = str_of("resolved_at");
	m->indicator.calendar = &m->office;
	m->indicator.target = str_of("<= 4h");
	m->indicator.limit = (struct duration){ 4 * 3600, UNIT_SECONDS };
	*state = m;
	return 0;
}

static int teardown(void **state) {
	arena_free(((struct made *)*state)->arena);
	return 0;
}

static void add(struct made *m, const char *fields) {
	made_member(m, made_row(m, RECORD_ticket, fields), 0);
}

static void event(struct made *m, const char *ticket, const char *at,
    const char *old, const char *new) {
	made_row(m, RECORD_ticket_event, arena_printf(m->arena,
	    "ticket_id=%s|at=%s|field=status|old=%s|new=%s", ticket, at, old,
	    new));
}

/* `met missed open unjudged` of the scope */
static void expect(struct made *m, const char *text) {
	const struct clock *clock = clock_measure(made_scope(m));
	assert_string_equal(arena_printf(m->arena, "%lld %lld %lld %lld",
	    (long long)clock->n[CLOCK_MET], (long long)clock->n[CLOCK_MISSED],
	    (long long)clock->n[CLOCK_OPEN],
	    (long long)clock->n[CLOCK_UNJUDGED]), text);
}

static void expect_in(struct made *m, const char *start, const char *end,
    const char *as_of, const char *text) {
	m->scope.start = made_instant(start);
	m->scope.end = made_instant(end);
	m->scope.as_of = made_instant(as_of);
	expect(m, text);
}

static int64_t deadline(struct made *m, const char *start, int64_t hours) {
	return clock_deadline(&m->office, made_instant(start),
	    (struct duration){ hours * 3600, UNIT_SECONDS },
	    (struct spans){ NULL, 0 }, -1);
}

/* The last instant within the target: reached at closing time, it is due at
 * the next opening. */
static void last_instant(void **state) {
	struct made *m = *state;
	assert_int_equal(deadline(m, "2026-10-02 15:15", 2),
	    made_instant("2026-10-05 08:30"));
	assert_int_equal(deadline(m, "2026-10-02 16:15", 2),
	    made_instant("2026-10-05 09:30"));
	assert_int_equal(deadline(m, "2026-10-02 10:00", 2),
	    made_instant("2026-10-02 13:00"));
	m->indicator.limit.n = 7200;
	add(m, "ticket_id=T|received_at=2026-10-02 15:15|status=closed|"
	    "resolved_at=2026-10-05 08:30:00");
	expect(m, "1 0 0 0");
	expect_in(m, "2026-10-01", "2026-11-01", "2026-10-03", "0 0 1 0");
	expect_in(m, "2026-10-01", "2026-11-01", "2026-10-05 08:30",
	    "0 0 1 0");
	expect_in(m, "2026-10-01", "2026-11-01", "2026-10-05 08:30:01",
	    "1 0 0 0");
}

/* Case 09. */
static void pauses(void **state) {
	struct made *m = *state;
	struct indicator_pause pause = { str_of("status"),
	    str_of("on_hold confirming"), str_of("city"), 0 };
	m->indicator.pause = &pause;
	m->indicator.pauses = 1;
	add(m, "ticket_id=P1|received_at=2026-10-16 15:15|status=closed|"
	    "resolved_at=2026-10-19 14:00");
	event(m, "P1", "2026-10-16 16:15", "in_progress", "on_hold");
	event(m, "P1", "2026-10-19 10:30", "on_hold", "in_progress");
	add(m, "ticket_id=P4|received_at=2026-10-30 15:15|status=closed|"
	    "resolved_at=2026-11-09 13:30");
	event(m, "P4", "2026-10-30 16:15", "in_progress", "on_hold");
	event(m, "P4", "2026-11-09 09:30", "on_hold", "in_progress");
	add(m, "ticket_id=P5|received_at=2026-10-28 10:00|status=closed|"
	    "resolved_at=2026-11-02 10:00");
	event(m, "P5", "2026-10-28 15:30", "in_progress", "confirming");
	event(m, "P5", "2026-11-02 09:30", "confirming", "in_progress");
	/* on hold since it was received, as its first event tells */
	add(m, "ticket_id=P7|received_at=2026-10-05 08:30|status=closed|"
	    "resolved_at=2026-10-06 17:00");
	event(m, "P7", "2026-10-06 16:00", "on_hold", "in_progress");
	expect(m, "2 1 1 0");
	const struct clock *clock = clock_measure(made_scope(m));
	assert_int_equal(clock->entry[0].counted, 3600);
	assert_int_equal(clock->entry[1].counted, 12600);
	assert_int_equal(clock->entry[1].paused, 10800);
	expect_in(m, "2026-11-01", "2026-12-01", "2026-12-01", "1 0 0 0");
}

/* Reached at the very instant at which a pause begins: not past, and due when
 * the pause is over. */
static void reached_at_pause(void **state) {
	struct made *m = *state;
	struct indicator_pause pause = { str_of("status"), str_of("on_hold"),
	    str_of(""), 0 };
	m->indicator.pause = &pause;
	m->indicator.pauses = 1;
	add(m, "ticket_id=P|received_at=2026-10-05 13:00|status=on_hold");
	event(m, "P", "2026-10-05 17:00", "in_progress", "on_hold");
	expect(m, "0 0 1 0");
	event(m, "P", "2026-10-06 10:00", "on_hold", "in_progress");
	expect(m, "0 1 0 0");
	assert_int_equal(clock_measure(made_scope(m))->entry[0].deadline,
	    made_instant("2026-10-06 10:00"));
	/* days: over at the instant at which the pause begins */
	struct span gap = { made_instant("2026-10-08 17:15"),
	    made_instant("2026-10-09 10:00") };
	assert_int_equal(clock_deadline(&m->office,
	    made_instant("2026-10-05 10:00"),
	    (struct duration){ 3, UNIT_BUSINESS_DAYS },
	    (struct spans){ &gap, 1 }, -1), made_instant("2026-10-08 17:15"));
}

/* Case 09, C2: each open second that a pause takes moves the due instant. */
static void business_days(void **state) {
	struct made *m = *state;
	struct indicator_pause pause = { str_of("status"), str_of("on_hold"),
	    str_of(""), 0 };
	m->indicator.limit = (struct duration){ 3, UNIT_BUSINESS_DAYS };
	add(m, "ticket_id=B1|received_at=2026-10-19 10:00|status=closed|"
	    "resolved_at=2026-10-23 17:00");
	event(m, "B1", "2026-10-21 10:00", "in_progress", "on_hold");
	event(m, "B1", "2026-10-22 10:00", "on_hold", "in_progress");
	expect(m, "0 1 0 0");
	m->indicator.pause = &pause;
	m->indicator.pauses = 1;
	expect(m, "1 0 0 0");
	assert_int_equal(clock_measure(made_scope(m))->entry[0].deadline,
	    made_instant("2026-10-23 17:15"));
}

/* Case 10, and the same as of an earlier day. */
static void reopened(void **state) {
	struct made *m = *state;
	m->indicator.limit.n = 8 * 3600;
	add(m, "ticket_id=T1|received_at=2026-10-05 08:30|status=closed|"
	    "resolved_at=2026-10-13 13:00");
	event(m, "T1", "2026-10-05 12:00", "in_progress", "done");
	event(m, "T1", "2026-10-12 23:59", "done", "in_progress");
	event(m, "T1", "2026-10-13 13:00", "in_progress", "done");
	expect(m, "1 0 0 0");
	add(m, "ticket_id=T2|received_at=2026-10-05 08:30|status=closed|"
	    "resolved_at=2026-10-14 09:00");
	event(m, "T2", "2026-10-05 12:00", "in_progress", "done");
	event(m, "T2", "2026-10-06 09:00", "done", "closed");
	event(m, "T2", "2026-10-13 09:00", "closed", "in_progress");
	event(m, "T2", "2026-10-14 09:00", "in_progress", "done");
	expect(m, "3 0 0 0");
	/* T5: the stamp still holds the first completion */
	add(m, "ticket_id=T5|received_at=2026-10-19 08:30|status=closed|"
	    "resolved_at=2026-10-19 10:00");
	event(m, "T5", "2026-10-19 10:00", "in_progress", "done");
	event(m, "T5", "2026-10-20 08:30", "done", "in_progress");
	event(m, "T5", "2026-10-21 16:00", "in_progress", "done");
	expect(m, "3 1 0 0");
	/* as of the 10th both were done once, though the stamps lie later */
	expect_in(m, "2026-10-01", "2026-11-01", "2026-10-10", "2 0 0 0");
}

/* The stamp of a plain stop stands; the closed span does not count. */
static void plain_stop(void **state) {
	struct made *m = *state;
	m->indicator.stop = str_of("answered_at");
	add(m, "ticket_id=T|received_at=2026-10-05 08:30|status=in_progress|"
	    "answered_at=2026-10-07 09:30");
	expect(m, "0 1 0 0");
	event(m, "T", "2026-10-05 09:30", "in_progress", "done");
	event(m, "T", "2026-10-07 08:30", "done", "in_progress");
	expect(m, "1 0 0 0");
}

/* Case 11. */
static void attribution(void **state) {
	struct made *m = *state;
	m->indicator.limit = (struct duration){ 3, UNIT_BUSINESS_DAYS };
	add(m, "ticket_id=M1|received_at=2026-09-29 09:00|status=closed|"
	    "resolved_at=2026-10-05 09:00");
	add(m, "ticket_id=M2|received_at=2026-09-29 09:00|status=closed|"
	    "resolved_at=2026-10-01 09:00");
	add(m, "ticket_id=M6|received_at=2026-10-20 09:00|status=closed|"
	    "resolved_at=2026-10-19 09:00");
	add(m, "ticket_id=M7|received_at=2026-10-20 09:00|status=cancelled");
	add(m, "ticket_id=M8|received_at=2026-10-20 09:00|status=closed|"
	    "duplicate_of=M1|resolved_at=2026-10-21 09:00");
	expect(m, "1 1 0 1");
	expect_in(m, "2026-09-01", "2026-10-01", "2026-10-01", "0 0 2 0");
	expect_in(m, "2026-11-01", "2026-12-01", "2026-12-01", "0 0 0 0");
}

/* sla-details 69, 70: which stamps are missing. */
static void missing(void **state) {
	struct made *m = *state;
	m->indicator.stop = str_of("arrived_at");
	add(m, "ticket_id=A|received_at=2026-10-05 08:30|status=closed|"
	    "closed_at=2026-10-06 09:00");
	expect(m, "0 0 0 1");
	m->indicator.start = str_of("detected_at");
	add(m, "ticket_id=B|received_at=2026-10-05 08:30|status=in_progress");
	expect(m, "0 0 0 1");
	add(m, "ticket_id=C|received_at=2026-10-05 08:30|status=in_progress|"
	    "arrived_at=2026-10-05 09:00");
	expect(m, "0 0 0 2");
	expect_in(m, "2026-11-01", "2026-12-01", "2026-12-01", "0 0 0 0");
}

static void due_dates(void **state) {
	struct made *m = *state;
	m->indicator.due = str_of("due_at");
	add(m, "ticket_id=D|received_at=2026-10-05 08:30|status=closed|"
	    "due_at=2026-10-20 17:00|resolved_at=2026-10-20 17:00");
	expect(m, "1 0 0 0");
	made_row(m, RECORD_ticket_event, "ticket_id=D|at=2026-10-08 10:00|"
	    "field=due_at|old=2026-10-09 17:00|new=2026-10-20 17:00");
	expect(m, "0 1 0 0");
	add(m, "ticket_id=E|received_at=2026-10-05 08:30|status=closed|"
	    "due_at=2026-10-20 17:00|due_approved_on=2026-10-08|"
	    "resolved_at=2026-10-20 17:00");
	made_row(m, RECORD_ticket_event, "ticket_id=E|at=2026-10-08 10:00|"
	    "field=due_at|old=2026-10-09 17:00|new=2026-10-20 17:00");
	expect(m, "1 1 0 0");
}

static void levels(void **state) {
	struct made *m = *state;
	struct indicator_level level = { .where = str_of("severity='1'"),
	    .target = { 3600, UNIT_SECONDS }, .target_text = str_of("<= 1h") };
	m->indicator.level = &level;
	m->indicator.levels = 1;
	add(m, "ticket_id=L|received_at=2026-10-05 08:30|status=closed|"
	    "resolved_at=2026-10-05 10:00");
	expect(m, "1 0 0 0");
	m->population.member[0].level = 0;
	expect(m, "0 1 0 0");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(last_instant, setup, teardown),
		cmocka_unit_test_setup_teardown(pauses, setup, teardown),
		cmocka_unit_test_setup_teardown(reached_at_pause, setup, teardown),
		cmocka_unit_test_setup_teardown(business_days, setup, teardown),
		cmocka_unit_test_setup_teardown(reopened, setup, teardown),
		cmocka_unit_test_setup_teardown(plain_stop, setup, teardown),
		cmocka_unit_test_setup_teardown(attribution, setup, teardown),
		cmocka_unit_test_setup_teardown(missing, setup, teardown),
		cmocka_unit_test_setup_teardown(due_dates, setup, teardown),
		cmocka_unit_test_setup_teardown(levels, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
