/*
 * contract - every default and every attribute's meaning, holidays in both
 * codes, and the worked cases without a message.  What is refused has its
 * specimens under tests/fault.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <unistd.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "contract/contract.h"

static struct arena *arena;
static char workspace[] = "/tmp/geppo-contract-XXXXXX";

static void put_file(const char *name, const char *text) {
	FILE *file = fopen(file_path(arena, workspace, name), "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* The contract with these elements after title and term. */
static const struct contract *read_with(const char *attributes,
    const char *elements) {
	put_file("contract.xml", arena_printf(arena, "<contract "
	    "xmlns='urn:geppo:contract:1' id='t' %s>\n%s<title>題</title>"
	    "<term from='2026-04-01' to='2031-03-31'/></contract>", attributes,
	    elements));
	return contract_read(arena, workspace);
}

static int64_t day(int year, int month, int number) {
	return date_day((struct civil){ year, month, number });
}

static void test_defaults(void **state) {
	(void)state;
	const struct contract *c = read_with("", "");
	assert_non_null(c);
	assert_int_equal(c->offset, 9 * 3600);
	assert_true(str_is(c->language, "ja"));
	assert_true(str_is(c->title, "題"));
	assert_int_equal(c->number.n, 0);
	assert_true(str_is(c->reject_limit, "1"));
	assert_int_equal(c->term.first, day(2026, 4, 1));
	assert_int_equal(c->term.end, day(2031, 4, 1));
	assert_int_equal(c->term.kind, PERIOD_CONTRACT);
	assert_int_equal(c->calendars, 1);
	assert_true(c->calendar[0]->elapsed);
	assert_true(str_is(c->calendar[0]->id, "elapsed"));
	assert_int_equal(c->digest.n, 64);

	c = read_with("utc-offset='-03:30' lang='en'",
	    "<rejected limit='0.5'/><number> 第1号\n</number>");
	assert_int_equal(c->offset, -(3 * 3600 + 1800));
	assert_true(str_is(c->language, "en"));
	assert_true(str_is(c->reject_limit, "0.5"));
	assert_true(str_is(c->number, "第1号"));
}

static void test_calendars(void **state) {
	(void)state;
	const struct contract *c = read_with("", "<calendar id='office' "
	    "after-hours='same-day'><open day='2026-10-10' hours='13:00-15:00'/>"
	    "<hours days='mon fri'>13:00-17:15</hours>"
	    "<closed every-year='12-29..01-03' reason='年末年始'/>"
	    "<closed day='2026-10-09' reason='停電'/><closed day='2026-05-01'/>"
	    "<hours days='mon'>08:30-12:00</hours>"
	    "<open day='2026-10-10' hours='09:00-12:00'/>"
	    "<open day='2026-01-10' hours='22:00-30:00'/></calendar>"
	    "<calendar id='sunday' holidays='as-sunday'>"
	    "<hours days='sun'>00:00-24:00</hours></calendar>");
	assert_non_null(c);
	const struct calendar *office = contract_calendar(c, str_of("office"));
	assert_true(office->same_day);
	assert_int_equal(office->holidays, HOLIDAYS_CLOSED);
	assert_int_equal(office->offset, 9 * 3600);
	assert_int_equal(office->week[0].count, 2);
	assert_int_equal(office->week[0].at[0].start, 30600);
	assert_int_equal(office->week[0].at[1].end, 62100);
	assert_int_equal(office->week[4].count, 1);
	assert_int_equal(office->week[1].count, 0);
	assert_int_equal(office->yearly_count, 1);
	assert_int_equal(office->yearly[0].from_month, 12);
	assert_int_equal(office->yearly[0].to_day, 3);
	assert_int_equal(office->closed_count, 2);
	assert_int_equal(office->closed[0].day, day(2026, 5, 1));
	assert_true(str_is(office->closed[1].reason, "停電"));
	assert_int_equal(office->open_count, 2);
	assert_int_equal(office->open[0].hours.at[0].end, 30 * 3600);
	assert_int_equal(office->open[1].hours.count, 2);
	assert_int_equal(office->open[1].hours.at[0].start, 9 * 3600);
	assert_int_equal(contract_calendar(c, str_of("sunday"))->holidays,
	    HOLIDAYS_AS_SUNDAY);
	assert_null(contract_calendar(c, str_of("none")));
}

static void holidays_read(const char *text, size_t count) {
	put_file("h.csv", text);
	const struct contract *c = read_with("", "<holidays file='h.csv'/>");
	assert_non_null(c);
	assert_int_equal(c->holidays.count, count);
	assert_int_equal(c->holidays.day[0], day(2026, 1, 1));
	assert_true(str_is(c->holidays.name[0], "元日"));
}

static void test_holidays(void **state) {
	(void)state;
	/* as the Cabinet Office publishes it: CP932, CRLF, header */
	holidays_read("\x8d\x91\x96\xaf,\x96\xbc\x8f\xcc\r\n"
	    "2026/1/1,\x8c\xb3\x93\xfa\r\n2026/1/12,\x90\xac\x90l\r\n", 2);
	holidays_read("\xef\xbb\xbf" "2026-01-12,成人の日\n2026-01-01,元日,x\n"
	    "\n2026-01-01,二度\n", 2);
	holidays_read("date,name\n2026-01-01,元日", 1);
	assert_int_equal(diag_count(DIAG_WARNING), 0);

	const struct contract *c = read_with("", "<holidays file='h.csv'/>"
	    "<calendar id='a'><hours days='mon'>09:00-10:00</hours></calendar>");
	contract_holidays_cover(c, day(2026, 4, 1), day(2027, 1, 1));
	assert_int_equal(diag_count(DIAG_WARNING), 0);
	contract_holidays_cover(c, day(2025, 12, 31), day(2027, 1, 2));
	assert_int_equal(diag_count(DIAG_WARNING), 2);
	diag_reset();
	c = read_with("", "<holidays file='h.csv'/><calendar id='a' "
	    "holidays='as-weekday'><hours days='mon'>09:00-10:00</hours>"
	    "</calendar>");
	contract_holidays_cover(c, day(2030, 1, 1), day(2031, 1, 1));
	assert_int_equal(diag_count(DIAG_WARNING), 0);
}

static void test_systems(void **state) {
	(void)state;
	const struct contract *c = read_with("", "<system id='s' name='S' "
	    "class='住民' pattern='B'><group id='g' rule='at-least 2' name='G'>"
	    "<member ref='b'/><group rule='any'><member ref='t'/><member ref='a'/>"
	    "</group><member ref='later'/></group><target id='a' name='Web'/>"
	    "<target id='b'/></system><system id='t' name='T'><target id='t'/>"
	    "<group id='later' rule='at-least' k='1'><member ref='s'/></group>"
	    "<group id='three' rule='at-least-1'><member ref='a'/></group>"
	    "</system>");
	assert_non_null(c);
	assert_int_equal(c->leaves, 3);
	assert_int_equal(c->leaf[2]->index, 2);
	assert_true(str_is(c->leaf[0]->name, "Web"));
	assert_true(str_is(c->leaf[1]->name, "b"));
	const struct target *g = contract_target(c, str_of("g"));
	assert_int_equal(g->rule, GROUP_AT_LEAST);
	assert_int_equal(g->k, 2);
	assert_int_equal(g->members, 3);
	assert_ptr_equal(g->member[0], c->leaf[1]);
	assert_int_equal(g->member[1]->rule, GROUP_ANY);
	assert_ptr_equal(g->member[1]->member[0], c->leaf[2]);
	assert_ptr_equal(g->member[2], contract_target(c, str_of("later")));
	assert_ptr_equal(g->member[2]->member[0],
	    &contract_system(c, str_of("s"))->whole);
	assert_int_equal(g->depth, 3);
	assert_int_equal(contract_target(c, str_of("three"))->k, 1);
	/* a target comes before the system of its name */
	assert_false(contract_target(c, str_of("t"))->is_group);
	assert_true(str_is(contract_system(c, str_of("s"))->pattern, "B"));
	assert_null(contract_target(c, str_of("")));
	assert_null(contract_target(c, str_of("none")));
}

static void test_sources(void **state) {
	(void)state;
	const struct contract *c = read_with("", "<source records='work' "
	    "files='../w/*.csv' encoding='cp932' separator='tab' "
	    "header='no' dates='D/M/YYYY' missing='- 共通' interval='300'>"
	    "<constant field='kind' value='operation'/>"
	    "<column number='3' field='occurred_at' dates='YYYYMMDD'/>"
	    "<column name='状況' field='status'><word from='作業中' "
	    "to='in_progress'/></column></source>"
	    "<source files='t.csv' records='ticket'/>");
	assert_non_null(c);
	const struct source *work = &c->source[0];
	assert_int_equal(work->records, RECORD_work);
	assert_true(str_is(work->encoding, "cp932"));
	assert_int_equal(work->separator, '\t');
	assert_false(work->header);
	assert_true(str_is(work->missing, "- 共通"));
	assert_int_equal(work->interval, 300);
	assert_int_equal(work->columns, 2);
	assert_int_equal(work->column[0].number, 3);
	assert_true(str_is(work->column[0].form, "YYYYMMDD"));
	assert_true(str_is(work->column[1].word[0].to, "in_progress"));
	assert_true(str_is(work->constant[0].value, "operation"));
	const struct source *ticket = &c->source[1];
	assert_true(str_is(ticket->encoding, "utf-8"));
	assert_int_equal(ticket->separator, ',');
	assert_true(ticket->header);
	assert_int_equal(ticket->interval, 0);
	assert_int_equal(ticket->line, 2);
}

static const char host[] = "<system id='s' name='S'><target id='a'/></system>";

static const struct indicator *indicator_with(const char *element) {
	const struct contract *c = read_with("", arena_printf(arena, "%s"
	    "<calendar id='office'><hours days='mon'>09:00-17:00</hours>"
	    "</calendar>%s", host, element));
	assert_non_null(c);
	assert_int_equal(c->indicators, 1);
	return &c->indicator[0];
}

static void test_availability(void **state) {
	(void)state;
	const struct indicator *i = indicator_with("<availability id='A' name='N'"
	    " object='s'><from records='alert'/></availability>");
	assert_int_equal(i->kind, INDICATOR_AVAILABILITY);
	assert_int_equal(i->target.n, 0);
	assert_int_equal(i->op, COMPARE_NONE);
	assert_int_equal(i->digits, 2);
	assert_int_equal(i->hold_factor, 2);
	assert_int_equal(i->confirm, 1);
	assert_int_equal(i->min_outage, 0);
	assert_int_equal(i->unmeasured, UNMEASURED_JUDGE);
	assert_int_equal(i->down_from, DOWN_FIRST_FAIL);
	assert_false(i->has_planned);
	assert_null(i->calendar);
	assert_int_equal(i->object->members, 1);

	i = indicator_with("<availability id='A' name='N' object='a' "
	    "target='≥ 99.900' digits='1' calendar='office' unmeasured='down' "
	    "hold='10m' confirm='3' down-from='midpoint' min-outage='90s' "
	    "clause='3-36' owner='運用' note='式'><planned "
	    "notice='10 business-days' calendar='elapsed'/><from records='status' "
	    "where='1'/><from records='ticket'/></availability>");
	assert_int_equal(i->op, COMPARE_GE);
	assert_int_equal(i->digits, 3);
	assert_int_equal(i->hold_factor, 0);
	assert_int_equal(i->hold_seconds, 600);
	assert_int_equal(i->confirm, 3);
	assert_int_equal(i->down_from, DOWN_MIDPOINT);
	assert_int_equal(i->unmeasured, UNMEASURED_DOWN);
	assert_int_equal(i->min_outage, 90);
	assert_true(i->has_notice);
	assert_int_equal(i->notice.n, 10);
	assert_int_equal(i->notice.unit, UNIT_BUSINESS_DAYS);
	assert_true(str_is(i->planned_calendar->id, "elapsed"));
	assert_int_equal(i->froms, 2);
	assert_int_equal(i->from[0].records, RECORD_status);
	assert_true(str_is(i->owner, "運用"));
}

static void test_clock(void **state) {
	(void)state;
	const struct indicator *i = indicator_with("<clock id='C' name='N' "
	    "records='ticket' start='received_at' stop='resolved_at' "
	    "target='&lt;= 3bd'/>");
	assert_int_equal(i->op, COMPARE_LE);
	assert_int_equal(i->limit.n, 3);
	assert_int_equal(i->limit.unit, UNIT_BUSINESS_DAYS);
	assert_int_equal(i->attainment.n, 0);
	assert_int_equal(i->attainment_op, COMPARE_GE);
	assert_int_equal(i->attainment_value.n, 100);
	assert_int_equal(i->reopen_days, 7);
	assert_int_equal(i->after_hours_same_day, -1);

	i = indicator_with("<clock id='C' name='N' records='ticket' where='x' "
	    "start='received_at' stop='resolved_at' due='due_at' "
	    "attainment='&gt;= 95.125' after-hours='next-day' reopen-days='0'>"
	    "<level where='a' target='&lt;= 90m'/><pause value='on_hold confirming'"
	    " charged='city'/><level where='b' target='&lt;= 5cd'/></clock>");
	assert_int_equal(i->digits, 3);
	assert_int_equal(i->op, COMPARE_NONE);
	assert_true(str_is(i->due, "due_at"));
	assert_int_equal(i->reopen_days, 0);
	assert_int_equal(i->after_hours_same_day, 0);
	assert_int_equal(i->levels, 2);
	assert_int_equal(i->level[0].target.n, 5400);
	assert_int_equal(i->level[1].target.unit, UNIT_CALENDAR_DAYS);
	assert_true(str_is(i->pause[0].field, "status"));
	assert_true(str_is(i->pause[0].charged, "city"));
}

static void test_tallies(void **state) {
	(void)state;
	const struct indicator *i = indicator_with("<rate id='R' name='N' "
	    "records='ticket' at='received_at' when='first_contact'/>");
	assert_true(str_is(i->when, "first_contact"));
	assert_int_equal(i->reopen_days, 7);
	i = indicator_with("<count id='N' name='N' records='security_event' "
	    "at='at' sum='count' target='= 0'/>");
	assert_int_equal(i->digits, 0);
	assert_int_equal(i->op, COMPARE_EQ);
	assert_true(str_is(i->sum, "count"));
	i = indicator_with("<percentile id='P' name='N' records='metric' at='at' "
	    "value='value' p='99.9' target='&lt;= 3000'/>");
	assert_int_equal(i->percent.n, 999);
	assert_int_equal(i->percent.scale, 1);
	assert_true(str_is(i->measured, "value"));
	i = indicator_with("<statistic id='S' name='N' records='metric' at='at' "
	    "value='value' measure='median'/>");
	assert_int_equal(i->measure, MEASURE_MEDIAN);
	put_file("q.sql", "select 1");
	i = indicator_with("<sql id='Q' name='N' query='q.sql'/>");
	assert_int_equal(i->kind, INDICATOR_SQL);
	assert_true(str_is(i->query, "q.sql"));
	assert_string_equal(contract_kind_name(i->kind), "sql");
}

static void test_lists(void **state) {
	(void)state;
	const struct contract *c = read_with("", "<clause id='3-1' title='T'>"
	    "<answer kind='monthly' section='sla'/><answer kind='annual'/></clause>"
	    "<party role='vendor' name='V' address='A' phone='1'/>"
	    "<deliverable kind='monthly' due='5bd' approvals='作成 承認'/>"
	    "<revision kind='monthly' period='R8-10' version='1.1' on='2026-11-20'"
	    " reason='誤記' by='佐藤'/><threshold metric='cpu_percent' value='80.5'"
	    "/>");
	assert_non_null(c);
	assert_int_equal(c->clause[0].answers, 2);
	assert_true(str_is(c->clause[0].answer[0].section, "sla"));
	assert_true(str_is(contract_party(c, "vendor")->address, "A"));
	assert_null(contract_party(c, "city"));
	assert_int_equal(c->deliverable[0].copies, 1);
	assert_int_equal(c->deliverable[0].due_after.unit, UNIT_BUSINESS_DAYS);
	assert_true(str_is(c->revision[0].period, "2026-10"));
	assert_int_equal(c->revision[0].on, day(2026, 11, 20));
	assert_int_equal(c->threshold[0].value.n, 805);
}

/* One group refers twice to the next: more paths than can be walked. */
/* A ready definition, what goes over it, and what has to be whole. */
static void test_duties(void **state) {
	(void)state;
	const struct contract *c = read_with("",
	    "<calendar id='o'><hours days='mon'>9:00-17:00</hours></calendar>"
	    "<duty id='K1' use='minutes' calendar='o'/>"
	    "<duty id='K2' use='report-final' within='2h' clause='7'/>"
	    "<duty id='K3' use='training' on='04-15'/>"
	    "<duty id='K4' name='d' owner='city' every='contract'"
	    " before='3mo' ahead='6mo'/>");
	assert_non_null(c);
	assert_int_equal(c->duties, 4);
	const struct duty *minutes = &c->duty[0], *final = &c->duty[1];
	const struct duty *training = &c->duty[2], *last = &c->duty[3];
	assert_int_equal(minutes->every, DUTY_EACH);
	assert_int_equal(minutes->records, RECORD_meeting);
	assert_true(str_is(minutes->from, "held_at"));
	assert_true(str_is(minutes->met, "minutes_submitted_on"));
	assert_int_equal(minutes->term_kind, TERM_WITHIN);
	assert_int_equal(minutes->term.unit, UNIT_BUSINESS_DAYS);
	assert_int_equal(minutes->term.n, 3);
	assert_true(str_is(minutes->calendar->id, "o"));
	assert_int_equal(final->term.n, 7200);
	assert_int_equal(final->stage, STAGE_FINAL);
	assert_true(str_is(final->event, "report"));
	assert_true(str_is(final->value, "final"));
	assert_true(final->calendar->elapsed);
	assert_int_equal(training->every, DUTY_YEARLY);
	assert_int_equal(training->month, 4);
	assert_int_equal(training->day, 15);
	assert_int_equal(last->records, RECORD_TYPES);
	assert_int_equal(last->term_kind, TERM_BEFORE);
	assert_true(last->has_ahead);
	assert_int_equal(last->ahead.n, 6);
}

static void test_many_paths(void **state) {
	(void)state;
	const char *text = "<system id='s' name='S'><target id='g0'/>";
	for (int i = 1; i <= 30; i++)
		text = arena_printf(arena, "%s<group id='g%d' rule='all'>"
		    "<member ref='g%d'/><member ref='g%d'/></group>", text, i,
		    i - 1, i - 1);
	const struct contract *c = read_with("", arena_printf(arena,
	    "%s</system>", text));
	assert_non_null(c);
	assert_int_equal(contract_target(c, str_of("g30"))->depth, 30);
}

static void test_cases(void **state) {
	(void)state;
	struct str *names;
	size_t n = file_glob(arena, "../shared/cases", "[0-9]*", &names);
	for (size_t i = 0; i < n; i++) {
		const struct contract *c = contract_read(arena, file_path(arena,
		    "../shared/cases", str_z(arena, names[i])));
		assert_non_null(c);
		assert_true(c->indicators > 0);
	}
	if (file_exists("inputs/contract.xml"))
		assert_non_null(contract_read(arena, "inputs"));
	assert_non_null(contract_read(arena, "templates/init"));
}

static int setup(void **state) {
	(void)state;
	arena = arena_new();
	diag_language("en");
	/* the grammar, wherever the objects were built */
	setenv("GEPPO_SHARE", ".", 0);
	return mkdtemp(workspace) == NULL;
}

static int nothing_said(void **state) {
	(void)state;
	assert_int_equal(diag_worst(), DIAG_NOTE);
	return 0;
}

static int teardown(void **state) {
	(void)state;
	static const char *const made[] = { "contract.xml", "h.csv", "q.sql",
		"" };
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		remove(file_path(arena, workspace, made[i]));
	arena_free(arena);
	return 0;
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_defaults, nothing_said),
		cmocka_unit_test_teardown(test_calendars, nothing_said),
		cmocka_unit_test_teardown(test_holidays, nothing_said),
		cmocka_unit_test_teardown(test_systems, nothing_said),
		cmocka_unit_test_teardown(test_sources, nothing_said),
		cmocka_unit_test_teardown(test_availability, nothing_said),
		cmocka_unit_test_teardown(test_clock, nothing_said),
		cmocka_unit_test_teardown(test_tallies, nothing_said),
		cmocka_unit_test_teardown(test_lists, nothing_said),
		cmocka_unit_test_teardown(test_duties, nothing_said),
		cmocka_unit_test_teardown(test_many_paths, nothing_said),
		cmocka_unit_test_teardown(test_cases, nothing_said),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
