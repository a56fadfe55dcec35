/*
 * load - what becomes of files: counts, history, the packing of samples, and a
 * store that is whole whenever the run is killed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "contract/contract.h"
#include "sql/db.h"
#include "store/load.h"
#include "store/metricpack.h"
#include "store/statuspack.h"
#include "store/varint.h"

static struct arena *arena;
static char workspace[] = "/tmp/geppo-load-XXXXXX";
static const struct contract *contract;
static struct db *db;

static void put_file(const char *name, const char *text) {
	FILE *file = fopen(file_path(arena, workspace, name), "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static const char *store(void) {
	return file_path(arena, workspace, "geppo.db");
}

static int set_up(void **state) {
	(void)state;
	arena = arena_new();
	diag_threshold(DIAG_LEVELS);
	if (mkdtemp(workspace) == NULL)
		return -1;
	put_file("contract.xml", "<contract xmlns='urn:geppo:contract:1' "
	    "id='t'><title>t</title><term from='2026-04-01' to='2031-03-31'/>"
	    "<system id='s' name='s'><target id='web1'/></system>"
	    "<source records='ticket' files='tickets*.csv'/>"
	    "<source records='status' files='status*.csv' interval='300'/>"
	    "<source records='metric' files='metric*.csv'/>"
	    "<source records='security_event' files='security.csv'/>"
	    "<source records='metric' files='hours.csv' dates='epoch'/>"
	    "</contract>");
	contract = contract_read(arena, workspace);
	return contract == NULL ? -1 : 0;
}

static int tear_down(void **state) {
	(void)state;
	file_remove(workspace);
	arena_free(arena);
	return 0;
}

static int open_store(void **state) {
	(void)state;
	unlink(store());
	db = db_open(arena, store(), false);
	return db == NULL ? -1 : 0;
}

static int close_store(void **state) {
	(void)state;
	db_close(db);
	return 0;
}

/* Load the source: "read added changed same rejected known". */
static const char *load(size_t source) {
	struct load_stats all[8] = { 0 }, *stats = &all[source];
	load_again(arena, db, contract, all);
	load_source(db, contract, &contract->source[source], NULL, 0, stats);
	return arena_printf(arena, "%d %d %d %d %d %d", (int)stats->read,
	    (int)stats->added, (int)stats->changed, (int)stats->same,
	    (int)stats->rejected, (int)stats->known);
}

/* All rows of a statement: columns joined by `,`, rows by ` `. */
static const char *rows_of(const char *sql) {
	struct buf text = buf_in(arena);
	struct db_query *query = db_prepare(db, sql);
	while (db_step(query)) {
		buf_text(&text, buf_str(&text).n == 0 ? "" : " ");
		for (int i = 0; i < db_columns(query); i++) {
			struct value value = db_column(query, i);
			buf_text(&text, i == 0 ? "" : ",");
			if (value.kind == VALUE_INT)
				buf_int(&text, value.n);
			else
				buf_add(&text, value.text);
		}
	}
	return buf_z(&text);
}

#define HEAD "ticket_id,type,title,received_at,status\n"

static void test_records(void **state) {
	(void)state;
	put_file("tickets.csv", HEAD "T1,incident,甲,2026-10-01 09:00,accepted\n"
	    "T2,inquiry,乙,2026-10-02 09:00,accepted\n"
	    "T3,nonsense,丙,2026-10-03 09:00,accepted\n");
	assert_string_equal(load(0), "3 2 0 0 1 0");
	assert_string_equal(load(0), "0 0 0 0 0 1");
	assert_string_equal(rows_of("SELECT line, reason FROM rejected"),
	    "4,csv-word");

	put_file("tickets.csv", HEAD "T1,incident,甲,2026-10-01 09:00,closed\n"
	    "T2,inquiry,乙,2026-10-02 09:00,accepted\n");
	assert_string_equal(load(0), "2 0 1 1 0 0");
	assert_string_equal(rows_of("SELECT record, \"key\", field, old, file, "
	    "line, import FROM history"), "ticket,T1,status,accepted,1,2,2");
	assert_string_equal(rows_of("SELECT ticket_id, status, file, line "
	    "FROM rec_ticket ORDER BY 1"), "T1,closed,2,2 T2,accepted,2,3");
	assert_string_equal(rows_of("SELECT import_id, superseded FROM import"),
	    "1,1 2,0");
}

/* What is no text is stored as one, in a row that is replaced too. */
static void test_replaced(void **state) {
	(void)state;
	put_file("tickets.csv", "ticket_id,type,title,received_at,status,"
	    "due_approved_on\n"
	    "T1,incident,甲,2026-10-01 09:00,accepted,2026-10-05\n"
	    "T1,incident,甲,2026-10-01 09:00,closed,2026-10-06\n");
	assert_string_equal(load(0), "2 1 1 0 0 0");
	assert_string_equal(rows_of("SELECT status, due_approved_on "
	    "FROM rec_ticket"), "closed,2026-10-06");
	assert_string_equal(rows_of("SELECT field, old FROM history "
	    "ORDER BY rowid"), "due_approved_on,2026-10-05 status,accepted");
}

/* A record that a newer file lacks stays, with the file it came from. */
static void test_vanished(void **state) {
	(void)state;
	put_file("tickets.csv", HEAD "T1,incident,甲,2026-10-01 09:00,accepted\n"
	    "T2,inquiry,乙,2026-10-02 09:00,accepted\n");
	load(0);
	put_file("tickets.csv", HEAD "T2,inquiry,乙,2026-10-02 09:00,accepted\n");
	assert_string_equal(load(0), "1 0 0 1 0 0");
	assert_string_equal(rows_of("SELECT ticket_id, file FROM rec_ticket "
	    "ORDER BY 1"), "T1,1 T2,2");
	assert_string_equal(rows_of("SELECT superseded FROM import"), "0 0");
}

/* Cells of a key that may be empty are equal when both are. */
static void test_empty_key(void **state) {
	(void)state;
	put_file("security.csv", "at,type,target,count,source\n"
	    "2026-10-01 09:00,malware,,2,\n2026-10-01 09:00,malware,,3,\n"
	    "2026-10-01 09:00,malware,pc,1,\n");
	assert_string_equal(load(3), "3 2 1 0 0 0");
	assert_string_equal(rows_of("SELECT target, \"count\" "
	    "FROM rec_security_event ORDER BY 1"), ",3 pc,1");
}

static const char *runs_of(struct str bytes) {
	struct buf text = buf_in(arena);
	struct statuspack_run run = { 0 };
	while (statuspack_next(&bytes, &run))
		buf_text(&text, arena_printf(arena, "%lld+%lldx%lld=%d@%lld/%lld ",
		    (long long)run.first, (long long)run.step,
		    (long long)run.count, run.state, (long long)run.line,
		    (long long)run.stride));
	return buf_z(&text);
}

static const char *stored_runs(void) {
	struct db_query *query = db_prepare(db,
	    "SELECT runs FROM status_day ORDER BY target, day");
	const char *text = "";
	while (db_step(query))
		text = arena_printf(arena, "%s%s| ", text,
		    runs_of(db_column(query, 0).text));
	return text;
}

/* 2026-10-01 00:00 +09:00 is 1790780400. */
static void test_status(void **state) {
	(void)state;
	put_file("status.csv", "at,target,state\n"
	    "2026-10-01 00:00,web1,up\n2026-10-01 00:05,web1,up\n"
	    "2026-10-01 00:10,web1,down\n2026-10-01 00:15,web1,down\n"
	    "2026-10-01 00:15,web1,up\n2026-10-02 00:00,web1,up\n");
	assert_string_equal(load(1), "6 5 0 1 0 0");
	assert_string_equal(stored_runs(), "1790780400+300x2=0@2/1 "
	    "1790781000+300x2=2@4/1 | 1790866800+0x1=0@7/0 | ");
	/* an overlapping file: the worse state holds, whichever came first */
	put_file("status-2.csv", "at,target,state\n"
	    "2026-10-01 00:10,web1,up\n2026-10-01 00:05,web1,unknown\n"
	    "2026-10-01 00:20,web1,up\n");
	assert_string_equal(load(1), "3 1 1 1 0 1");
	assert_string_equal(stored_runs(), "1790780400+0x1=0@2/0 "
	    "1790780700+0x1=1@3/0 1790781000+300x2=2@4/1 "
	    "1790781600+0x1=0@4/0 | 1790866800+0x1=0@7/0 | ");
	unlink(file_path(arena, workspace, "status-2.csv"));
}

/* A file that is put in the place of another corrects it; what it lacks stays
 * with the file that said it; its bytes may come back. */
static void test_corrected(void **state) {
	(void)state;
	put_file("status-2.csv", "at,target,state\n"
	    "2026-10-01 00:00,web1,down\n2026-10-01 00:05,web1,up\n"
	    "2026-10-01 00:10,web1,unknown\n2026-10-02 00:00,web1,up\n");
	put_file("status.csv", "at,target,state\n");
	assert_string_equal(load(1), "4 4 0 0 0 0");
	put_file("status-2.csv", "at,target,state\n"
	    "2026-10-01 00:00,web1,up\n2026-10-01 00:05,web1,down\n"
	    "2026-10-01 00:10,web1,unknown\n2026-10-01 00:15,web1,up\n");
	assert_string_equal(load(1), "4 1 2 1 0 1");
	assert_string_equal(stored_runs(), "1790780400+0x1=0@2/0 "
	    "1790780700+0x1=2@3/0 1790781000+0x1=1@4/0 1790781300+0x1=0@5/0 | "
	    "1790866800+0x1=0@5/0 | ");
	assert_string_equal(rows_of("SELECT record, \"key\", field, old, file, "
	    "line, import FROM history"), "status,1790780400\tweb1,state,down,"
	    "1,2,3 status,1790780700\tweb1,state,up,1,3,3");
	assert_string_equal(rows_of("SELECT import_id, superseded FROM import"),
	    "1,0 2,0 3,0");
	assert_string_equal(load(1), "0 0 0 0 0 2");
	put_file("status-2.csv", "at,target,state\n"
	    "2026-10-01 00:00,web1,down\n2026-10-01 00:05,web1,up\n"
	    "2026-10-01 00:10,web1,unknown\n2026-10-02 00:00,web1,up\n");
	assert_string_equal(load(1), "4 0 2 2 0 1");
	assert_string_equal(rows_of("SELECT import_id, superseded FROM import"),
	    "1,1 2,0 3,0 4,0");
	assert_string_equal(rows_of("SELECT count(*) FROM history"), "4");
	unlink(file_path(arena, workspace, "status-2.csv"));
}

static const char *status_contract(const char *interval, const char *word) {
	return arena_printf(arena, "<contract xmlns='urn:geppo:contract:1' "
	    "id='t'><title>t</title><term from='2026-04-01' to='2031-03-31'/>"
	    "<system id='s' name='s'><target id='web1'/></system>"
	    "<source records='status' files='status.csv' interval='%s'>"
	    "<column name='state' field='state'><word from='WARN' to='%s'/>"
	    "</column></source></contract>", interval, word);
}

/* So does a mended mapping of the same file, also where it takes instants or
 * the interval away. */
static void test_mended(void **state) {
	(void)state;
	const struct contract *whole = contract;
	put_file("status.csv", "at,target,state\n"
	    "2026-10-01 00:00,web1,WARN\n2026-10-01 00:05,web1,up\n");
	put_file("contract.xml", status_contract("300", "down"));
	contract = contract_read(arena, workspace);
	assert_string_equal(load(0), "2 2 0 0 0 0");
	put_file("contract.xml", status_contract("600", "up"));
	contract = contract_read(arena, workspace);
	assert_string_equal(load(0), "2 2 0 0 0 1");
	assert_string_equal(stored_runs(), "1790780400+300x2=0@2/1 | ");
	assert_string_equal(rows_of("SELECT interval FROM status_day"), "600");
	assert_string_equal(rows_of("SELECT import_id, superseded FROM import"),
	    "1,0");
	/* what two readings of the same bytes differ in is no amendment */
	assert_string_equal(rows_of("SELECT count(*) FROM history"), "0");
	put_file("contract.xml", "<contract xmlns='urn:geppo:contract:1' "
	    "id='t' utc-offset='+08:00'><title>t</title>"
	    "<term from='2026-04-01' to='2031-03-31'/>"
	    "<system id='s' name='s'><target id='web1'/></system>"
	    "<source records='status' files='status.csv' interval='600'>"
	    "<column name='state' field='state'><word from='WARN' to='up'/>"
	    "</column></source></contract>");
	contract = contract_read(arena, workspace);
	assert_string_equal(load(0), "2 2 0 0 0 1");
	assert_string_equal(stored_runs(), "1790784000+300x2=0@2/1 | ");
	contract = whole;
}

static void test_metric(void **state) {
	(void)state;
	put_file("metric.csv", "at,host,metric,value,unit\n"
	    "2026-10-01 00:00,h,cpu,10,%\n2026-10-01 00:05,h,cpu,20.5,%\n"
	    "2026-10-01 00:05,h,cpu,30.25,%\n2026-10-01 01:00,h,cpu,-1,%\n"
	    "2026-10-01 00:00,h,cpu,10.0,%\n");
	assert_string_equal(load(2), "5 3 1 1 0 0");
	assert_string_equal(rows_of("SELECT scale, n, min, max, sum, p50, p95, "
	    "p99 FROM metric_hour ORDER BY hour"),
	    "2,2,1000,3025,4025,1000,3025,3025 0,1,-1,-1,-1,-1,-1,-1");
	put_file("metric-2.csv", "at,host,metric,value,unit\n"
	    "2026-10-01 00:00,h,cpu,11,%\n");
	assert_string_equal(load(2), "1 0 1 0 0 1");
	assert_string_equal(rows_of("SELECT scale, min, max FROM metric_hour "
	    "ORDER BY hour"), "2,1100,3025 0,-1,-1");
	unlink(file_path(arena, workspace, "metric-2.csv"));
}

/* 70,000 hours, more than wait at once, from the last to the first; then some
 * of them again. */
static void test_hours(void **state) {
	(void)state;
	enum { HOURS = 70000, FIRST = 1600000000 / 3600 };
	struct buf text = buf_in(arena);
	buf_text(&text, "at,host,metric,value\n");
	for (int i = HOURS; i-- > 0;)
		buf_text(&text, arena_printf(arena, "%d,h,cpu,%d.%d\n",
		    (FIRST + i) * 3600, i % 100, i % 7));
	for (int i = 0; i < HOURS; i += 1000)
		buf_text(&text, arena_printf(arena, "%d,h,cpu,200\n",
		    (FIRST + i) * 3600 + 60));
	put_file("hours.csv", buf_z(&text));
	assert_string_equal(load(4), "70070 70070 0 0 0 0");
	assert_string_equal(rows_of("SELECT count(*), sum(n), "
	    "sum(max) FILTER (WHERE n = 2), min(hour), max(hour) "
	    "FROM metric_hour"), arena_printf(arena, "70000,70070,%d,%d,%d",
	    70 * 2000, FIRST, FIRST + HOURS - 1));
	unlink(file_path(arena, workspace, "hours.csv"));
}

/* A file is known by its bytes alone: not by size, time or name. */
static void test_known(void **state) {
	(void)state;
	const struct timespec times[2] = { { 1790780400, 5 }, { 1790780400, 5 } };
	const char *path = file_path(arena, workspace, "metric.csv");
	put_file("metric.csv", "at,host,metric,value,unit\n"
	    "2026-10-01 00:00,h,cpu,10,%\n");
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	assert_string_equal(load(2), "1 1 0 0 0 0");
	assert_string_equal(load(2), "0 0 0 0 0 1");
	assert_string_equal(rows_of("SELECT length(quick), length(digest) FROM "
	    "import JOIN import_quick USING (import_id)"), "16,64");
	put_file("metric.csv", "at,host,metric,value,unit\n"
	    "2026-10-01 00:00,h,cpu,11,%\n");
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	assert_string_equal(load(2), "1 0 1 0 0 0");
	assert_int_equal(utimensat(AT_FDCWD, path, NULL, 0), 0);
	assert_string_equal(load(2), "0 0 0 0 0 1");
	/* a store that has no quick digests knows it by SHA-256 */
	db_run(db, "DELETE FROM import_quick");
	assert_string_equal(load(2), "0 0 0 0 0 1");
	assert_string_equal(rows_of("SELECT min, n FROM metric_hour"), "11,1");
}

static void test_response(void **state) {
	(void)state;
	put_file("status.csv", "at,target,state,response_ms\n"
	    "2026-10-01 00:00,web1,up,12.5\n2026-10-01 00:05,web1,down,\n");
	assert_string_equal(load(1), "2 2 0 0 0 0");
	assert_string_equal(rows_of("SELECT metric, host, unit, n, max, scale "
	    "FROM series JOIN metric_hour ON series = series_id"),
	    "response_ms,web1,ms,1,125,1");
}

static void test_varint(void **state) {
	(void)state;
	static const int64_t cases[] = { 0, 1, -1, 63, 64, -64, -65, 127, 128,
	    INT32_MAX, INT64_MAX, INT64_MIN };
	struct buf buf = buf_in(arena);
	size_t n = sizeof cases / sizeof cases[0];
	for (size_t i = 0; i < n; i++) {
		varint_write_signed(&buf, cases[i]);
		varint_write(&buf, (uint64_t)cases[i]);
	}
	struct str bytes = buf_str(&buf);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(varint_read_signed(&bytes), cases[i]);
		assert_int_equal((int64_t)varint_read(&bytes), cases[i]);
	}
	assert_int_equal(bytes.n, 0);
}

/* Packing and unpacking any samples gives them back: a linear congruential
 * generator stands for any. */
static void test_packing(void **state) {
	(void)state;
	uint64_t random = 1;
	for (int round = 0; round < 200; round++) {
		struct statuspack in = { .count = 0 }, out = { .count = 0 };
		int64_t at = -1000;
		for (int i = 0; i < round; i++) {
			random = random * 6364136223846793005u + 1442695040888963407u;
			at += random >> 62 == 0 ? (int64_t)(random >> 50) + 1 : 300;
			statuspack_add(arena, &in, &(struct statuspack_sample){
			    at, 1 + (int64_t)(random >> 40 & 1), 2 * i
			    + (int64_t)(random >> 44 & 8),
			    (int)(random >> 45 & 3) % 3 });
		}
		struct buf buf = buf_in(arena);
		statuspack_write(&buf, &in);
		statuspack_read(arena, buf_str(&buf), &out);
		assert_int_equal(in.count, out.count);
		for (size_t i = 0; i < in.count; i++) {
			assert_int_equal(in.at[i].at, out.at[i].at);
			assert_int_equal(in.at[i].import, out.at[i].import);
			assert_int_equal(in.at[i].line, out.at[i].line);
			assert_int_equal(in.at[i].state, out.at[i].state);
		}
	}
}

static void test_ranks(void **state) {
	(void)state;
	int64_t value[] = { 9, 1, 5 };
	struct metricpack_rollup roll = metricpack_roll(arena, value, 3);
	assert_int_equal(roll.p50, 5);
	assert_int_equal(roll.p95, 9);
	int64_t large[] = { INT64_MAX, INT64_MAX };
	assert_int_equal(metricpack_roll(arena, large, 2).sum, INT64_MAX);
	int64_t hundred[100];
	for (int i = 0; i < 100; i++)
		hundred[i] = 100 - i;
	roll = metricpack_roll(arena, hundred, 100);
	assert_int_equal(roll.p50, 50);
	assert_int_equal(roll.p95, 95);
	assert_int_equal(roll.p99, 99);
}

/* Killed in the middle of a file, a store holds all files before it. */
static void test_killed(void **state) {
	(void)state;
	put_file("tickets.csv", HEAD "T1,incident,甲,2026-10-01 09:00,accepted\n");
	load(0);
	FILE *file = fopen(file_path(arena, workspace, "metric.csv"), "w");
	fputs("at,host,metric,value\n", file);
	for (int i = 0; i < 400000; i++)
		fprintf(file, "2026-10-%02d %02d:%02d:%02d,h%d,cpu,%d\n",
		    1 + i / 20000, i / 3600 % 24, i / 60 % 60, i % 60, i % 7, i);
	fclose(file);
	db_close(db);
	pid_t child = fork();
	if (child == 0) {
		db = db_open(arena, store(), false);
		load(2);
		_exit(0);
	}
	usleep(60000);
	kill(child, 9);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	db = db_open(arena, store(), true);
	assert_string_equal(rows_of("PRAGMA integrity_check"), "ok");
	assert_string_equal(rows_of("SELECT ticket_id FROM rec_ticket"), "T1");
	const char *imports = rows_of("SELECT count(*) FROM import");
	assert_string_equal(rows_of("SELECT count(*) FROM series"),
	    strcmp(imports, "1") == 0 ? "0" : "7");
	unlink(file_path(arena, workspace, "metric.csv"));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_records, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_replaced, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_vanished, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_empty_key, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_status, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_corrected, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_mended, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_hours, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_known, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_metric, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_response, open_store,
		    close_store),
		cmocka_unit_test_setup_teardown(test_killed, open_store,
		    close_store),
		cmocka_unit_test(test_varint), cmocka_unit_test(test_packing),
		cmocka_unit_test(test_ranks),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
