/*
 * rows - tables, runs, populations, series and results of a small store, and
 * that they do not depend on the order in which files were loaded.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "contract/contract.h"
#include "sql/db.h"
#include "sql/sqltext.h"
#include "store/load.h"
#include "store/rows.h"

static struct arena *arena;
static char workspace[] = "/tmp/geppo-rows-XXXXXX";
static const struct contract *contract;

static void put_file(const char *name, const char *text) {
	FILE *file = fopen(file_path(arena, workspace, name), "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static const char contract_text[] =
    "<contract xmlns='urn:geppo:contract:1' id='t'>\n"
    "<title>t</title><term from='2026-04-01' to='2031-03-31'/>\n"
    "<system id='s' name='s'><target id='web1'/><target id='web2'/></system>\n"
    "<source records='ticket' files='tickets*.csv'/>\n"
    "<source records='ticket_event' files='events.csv'/>\n"
    "<source records='status' files='status.csv' interval='300'/>\n"
    "<source records='metric' files='metric.csv'/>\n"
    "<source records='work' files='work.csv'/>\n"
    "<source records='alert' files='alert.csv'/>\n"
    "<availability id='A1' name='a' object='web1' target='&gt;= 99'>"
    "<from records='ticket' where=\"severity='1'\"/>"
    "<from records='alert'/></availability>\n"
    "<clock id='C1' name='c' records='ticket' where=\"type='incident'\" "
    "start='received_at' stop='resolved_at' target='&lt;= 2h'>"
    "<level where=\"severity='1'\" target='&lt;= 1h'/>"
    "<level where=\"severity='2'\" target='&lt;= 3h'/></clock>\n"
    "<rate id='R1' name='r' records='ticket' where=\"type='inquiry'\" "
    "at='received_at' when='first_contact' target='&gt;= 80'/>\n"
    "<count id='N1' name='n' records='work' at='occurred_at' sum='hours' "
    "target='&lt;= 9'/>\n"
    "<percentile id='P1' name='p' records='metric' at='at' value='value' "
    "where=\"metric='ms' and value &gt; 10\" p='95' target='&lt;= 9'/>\n"
    "<rate id='R2' name='r' records='status' where=\"target='web1'\" at='at' "
    "when=\"state='up'\" target='&gt;= 80'/>\n"
    "<sql id='Q1' name='q' query='q1.sql'/>\n"
    "<sql id='Q2' name='q' query='q2.sql'/>\n"
    "</contract>\n";

enum { A1, C1, R1, N1, P1, R2, Q1, Q2 };

static void put_files(void) {
	put_file("contract.xml", contract_text);
	put_file("tickets-1.csv", "ticket_id,type,title,received_at,status,"
	    "severity,first_contact,resolved_at,outage_start,outage_end\n"
	    "T1,incident,甲,2026-10-01 09:00,closed,1,,2026-10-01 10:00,"
	    "2026-10-01 08:50,2026-10-01 09:30\n"
	    "T2,incident,乙,2026-10-02 09:00,accepted,2,,,,\n"
	    "T3,incident,丙,2026-10-02 08:00,accepted,,,,,\n");
	put_file("tickets-2.csv", "ticket_id,type,title,received_at,status,"
	    "first_contact\nT4,inquiry,丁,2026-10-05 09:00,closed,1\n"
	    "T5,inquiry,戊,2026-10-04 09:00,closed,0\n"
	    "T6,inquiry,己,2026-10-06 09:00,closed,\n"
	    "T7,inquiry,後,2026-11-06 09:00,closed,1\n");
	put_file("events.csv", "ticket_id,at,field,old,new\n"
	    "T4,2026-10-05 10:00,status,accepted,\n");
	put_file("status.csv", "at,target,state\n"
	    "2026-10-01 23:50,web1,up\n2026-10-01 23:55,web1,up\n"
	    "2026-10-02 00:00,web1,up\n2026-10-02 00:05,web1,down\n"
	    "2026-10-31 23:55,web2,up\n2026-11-01 00:00,web2,up\n");
	put_file("metric.csv", "at,host,metric,value,unit\n"
	    "2026-09-30 10:00,h,ms,8.5,ms\n2026-10-01 10:00,h,ms,11,ms\n"
	    "2026-10-01 10:30,h,ms,12.25,ms\n2026-10-03 10:00,h,ms,9,ms\n"
	    "2026-11-01 00:00,h,ms,99,ms\n");
	put_file("work.csv", "work_id,title,occurred_at,finished_at,status,"
	    "assignee,action,hours\n"
	    "W1,a,2026-10-01 09:00,2026-10-01 10:00,done,x,y,1.25\n"
	    "W2,b,2026-10-02 09:00,,in_progress,x,y,0.5\n");
	put_file("alert.csv", "alert_id,raised_at,cleared_at,target\n"
	    "L1,2026-10-01 07:00,2026-10-01 07:10,web1\n");
	put_file("q1.sql", "SELECT count(*) AS num, 2.5 AS den FROM ticket "
	    "WHERE received_at >= :period_start AND received_at < :period_end");
	put_file("q2.sql", "-- every sample\nSELECT max(value) AS value "
	    "FROM metric WHERE host = 'h' AND metric = 'ms'");
}

static struct db *load_all(const char *name, bool backwards) {
	struct db *db = db_open(arena, file_path(arena, workspace, name), false);
	struct load_stats stats = { 0 };
	for (size_t i = 0; i < contract->sources; i++)
		load_source(db, contract, &contract->source[backwards
		    ? contract->sources - 1 - i : i], NULL, 0, &stats);
	return db;
}

static const struct rows *fetch(struct db *db) {
	struct period october = period_month(date_day(
	    (struct civil){ 2026, 10, 1 }));
	return rows_fetch(arena, db, contract, &october,
	    date_start(october.end, contract->offset));
}

static const struct rows *rows;

static int set_up(void **state) {
	(void)state;
	arena = arena_new();
	diag_threshold(DIAG_LEVELS);
	if (mkdtemp(workspace) == NULL)
		return -1;
	put_files();
	contract = contract_read(arena, workspace);
	if (contract == NULL)
		return -1;
	struct db *db = load_all("a.db", false);
	rows = fetch(db);
	db_close(db);
	return 0;
}

static int tear_down(void **state) {
	(void)state;
	file_remove(workspace);
	arena_free(arena);
	return 0;
}

static int64_t at(int month, int day, int hour, int minute) {
	return date_start(date_day((struct civil){ 2026, month, day }),
	    9 * 3600) + hour * 3600 + minute * 60;
}

static void test_tables(void **state) {
	(void)state;
	assert_int_equal(rows->files, 7);
	assert_true(str_is(rows->file[0].path, "alert.csv"));
	const struct rows_table *tickets = &rows->table[RECORD_ticket];
	assert_int_equal(tickets->count, 7);
	assert_true(str_is(tickets->row[3].value[0].text, "T4"));
	assert_int_equal(tickets->row[3].origin.line, 2);
	assert_true(str_is(rows->file[tickets->row[3].origin.file].path,
	    "tickets-2.csv"));
	int first = record_field_find(tickets->type, str_of("first_contact"));
	assert_int_equal(tickets->row[3].value[first].n, 1);
	assert_int_equal(tickets->row[5].value[first].kind, VALUE_NONE);
	int hours = record_field_find(record_type(RECORD_work),
	    str_of("hours"));
	struct value value = rows->table[RECORD_work].row[0].value[hours];
	assert_int_equal(value.kind, VALUE_DECIMAL);
	assert_int_equal(value.n, 125);
	assert_int_equal(value.scale, 2);
	/* an empty cell of a key is empty again */
	assert_int_equal(rows->table[RECORD_ticket_event].row[0].value[4].kind,
	    VALUE_NONE);
	assert_int_equal(rows->table[RECORD_metric].count, 0);
}

static void test_runs(void **state) {
	(void)state;
	const struct rows_samples *web1 = &rows->samples[0];
	assert_int_equal(web1->count, 2);
	assert_int_equal(web1->run[0].first, at(10, 1, 23, 50));
	assert_int_equal(web1->run[0].step, 300);
	assert_int_equal(web1->run[0].count, 3);
	assert_int_equal(web1->run[0].interval, 300);
	assert_int_equal(web1->run[1].state, STATE_DOWN);
	assert_int_equal(web1->run[1].origin.line, 5);
	/* a sample at the cut-off is none */
	assert_int_equal(rows->samples[1].count, 1);
	assert_int_equal(rows->samples[1].run[0].count, 1);
}

static void test_populations(void **state) {
	(void)state;
	const struct rows_population *of = rows->population;
	assert_int_equal(of[A1].count, 2);
	assert_int_equal(of[A1].member[0].level, 1);
	assert_int_equal(of[A1].member[0].at, at(10, 1, 7, 0));
	assert_int_equal(of[A1].member[1].at, at(10, 1, 8, 50));

	assert_int_equal(of[C1].count, 3);
	assert_int_equal(of[C1].member[0].level, 0);
	assert_int_equal(of[C1].member[1].row, 2);
	assert_int_equal(of[C1].member[1].level, -1);
	assert_int_equal(of[C1].member[2].level, 1);

	assert_int_equal(of[R1].count, 3);
	assert_int_equal(of[R1].member[0].row, 4);
	assert_false(of[R1].member[0].when);
	assert_true(of[R1].member[1].when);
	assert_false(of[R1].member[1].when_taken_back);
	assert_false(of[R1].member[2].when);

	assert_int_equal(of[N1].count, 2);
	assert_true(of[N1].member[0].has_value);
	assert_int_equal(of[N1].member[0].value.n, 125);

	assert_int_equal(of[P1].count, 2);
	assert_int_equal(of[P1].member[1].value.n, 1225);
	assert_int_equal(of[P1].member[1].value.scale, 2);
	assert_int_equal(of[P1].member[1].at, at(10, 1, 10, 30));

	assert_int_equal(of[R2].count, 4);
	assert_true(of[R2].member[2].when);
	assert_false(of[R2].member[3].when);

	assert_true(of[Q1].has_ratio);
	assert_int_equal(of[Q1].num.n, 6);
	assert_int_equal(of[Q1].den.n, 25);
	assert_int_equal(of[Q1].den.scale, 1);
	assert_true(of[Q2].has_value);
	assert_int_equal(of[Q2].value.n, 1225);
}

static void test_series(void **state) {
	(void)state;
	assert_int_equal(rows->series_count, 1);
	const struct rows_series *series = &rows->series[0];
	assert_int_equal(series->scale, 2);
	assert_int_equal(series->days, 2);
	assert_int_equal(series->day[0].n, 2);
	assert_int_equal(series->day[0].max, 1225);
	assert_int_equal(series->day[1].p95, 900);
	assert_int_equal(series->months, 12);
	assert_int_equal(series->month[10].n, 1);
	assert_int_equal(series->month[10].sum, 850);
	assert_int_equal(series->month[9].n, 0);
	assert_int_equal(series->month[11].n, 3);
	assert_int_equal(series->whole.n, 3);
	assert_int_equal(series->whole.p50, 1100);
}

static void test_results(void **state) {
	(void)state;
	size_t queries = 0;
	const struct sqltext *text;
	for (size_t i = 0; (text = sqltext_at(i)) != NULL; i++)
		queries += strncmp(text->name, "query/", 6) == 0;
	assert_int_equal(rows->results, queries);
	const struct rows_result *work = rows_result(rows, "work-by-category");
	assert_non_null(work);
	assert_int_equal(work->count, 1);
	assert_int_equal(work->columns, 5);
	assert_true(str_is(work->column[2], "=count"));
	assert_int_equal(work->value[2].n, 1);
	assert_int_equal(work->value[3].kind, VALUE_DECIMAL);
	assert_int_equal(work->value[3].n, 125);
	assert_int_equal(work->value[4].n, 1);
	assert_true(work->origin[0].file == SIZE_MAX);
	const struct rows_result *incidents = rows_result(rows, "incidents");
	assert_int_equal(incidents->count, 3);
	assert_int_equal(incidents->origin[0].line, 2);
	const struct rows_result *open = rows_result(rows,
	    "inquiry-list-open");
	assert_int_equal(open->count, 2);
	assert_int_equal(open->value[open->columns - 1].n, 29);
	assert_null(rows_result(rows, "no-such"));
}

/* What rows_dump prints of the store. */
static struct str dump_of(struct db *db, const char *name) {
	const char *path = file_path(arena, workspace, name);
	fflush(stdout);
	int kept = dup(STDOUT_FILENO);
	assert_non_null(freopen(path, "w", stdout));
	rows_dump(fetch(db));
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	struct str text;
	assert_true(file_read(arena, path, SIZE_MAX, &text));
	return text;
}

static void test_order(void **state) {
	(void)state;
	struct db *forwards = load_all("b.db", false);
	struct db *backwards = load_all("c.db", true);
	struct str a = dump_of(forwards, "b.txt");
	assert_true(a.n > 5000);
	assert_true(str_equal(a, dump_of(backwards, "c.txt")));
	assert_true(str_equal(a, dump_of(forwards, "d.txt")));
	db_close(forwards);
	db_close(backwards);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tables), cmocka_unit_test(test_runs),
		cmocka_unit_test(test_populations), cmocka_unit_test(test_series),
		cmocka_unit_test(test_results), cmocka_unit_test(test_order),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
