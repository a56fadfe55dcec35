/*
 * db - every embedded statement prepares, values come back as they went in,
 * users' SQL stays in its room, the functions count as the rules say.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/resource.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/limits.h"
#include "sql/db.h"
#include "sql/sqlfunc.h"
#include "sql/sqltext.h"
#include "sql/usersql.h"
#include "store/schema.h"

static struct arena *arena;
static struct db *db;
static char path[] = "/tmp/geppo-db-XXXXXX";

/* Open Monday to Friday 9:00-17:00 of UTC+9. */
static struct calendar office = { .offset = 9 * 3600 };
static struct calendar *calendars[] = { &office };
static struct sqlfunc known = { 9 * 3600, calendars, 1 };

static int set_up(void **state) {
	(void)state;
	static struct hours hours = { 9 * 3600, 17 * 3600 };
	office.id = str_of("office");
	for (int day = 0; day < 5; day++)
		office.week[day] = (struct hours_list){ &hours, 1 };
	arena = arena_new();
	close(mkstemp(path));
	db = db_open(arena, path, false);
	if (db == NULL)
		return -1;
	schema_make(db);
	db_run(db, sqltext_find("quick")->text);
	sqlfunc_register(db, &known);
	schema_views(db);
	diag_threshold(DIAG_LEVELS);
	return 0;
}

static int tear_down(void **state) {
	(void)state;
	db_close(db);
	arena_free(arena);
	return unlink(path);
}

static void test_embedded(void **state) {
	(void)state;
	const struct sqltext *text;
	size_t n = 0;
	for (; (text = sqltext_at(n)) != NULL; n++) {
		assert_ptr_equal(sqltext_find(text->name), text);
		/* the two files of tables hold more than one statement */
		if (strcmp(text->name, "schema") == 0
		    || strcmp(text->name, "edition") == 0)
			continue;
		/* tables of samples need rows.c, which tests/unit/rows.c has */
		assert_non_null(db_prepare_file(db, text->name));
	}
	assert_true(n > 40);
}

/* "file.sql" orders its rows totally, as far as a text can tell. */
static void test_ordered(void **state) {
	(void)state;
	const struct sqltext *text;
	for (size_t n = 0; (text = sqltext_at(n)) != NULL; n++)
		if (strncmp(text->name, "query/", 6) == 0) {
			assert_non_null(strstr(text->text, "ORDER BY"));
			assert_non_null(strstr(text->text, "-- order: "));
		}
}

static void test_values(void **state) {
	(void)state;
	db_run(db, "CREATE TABLE v (a INTEGER, b TEXT, c TEXT, d BLOB) STRICT");
	struct db_query *query = db_prepare(db,
	    "INSERT INTO v VALUES (?1, ?2, ?3, ?4)");
	db_bind(query, 1, (struct value){ .kind = VALUE_INT, .n = INT64_MIN });
	db_bind(query, 2, (struct value){ .kind = VALUE_TEXT,
	    .text = str_of("見本") });
	db_bind(query, 3, (struct value){ .kind = VALUE_DECIMAL, .n = -1250,
	    .scale = 2 });
	db_bind_blob(query, 4, (struct str){ "a\0b", 3 });
	db_finish(query);
	query = db_prepare(db, "SELECT *, NULL AS e FROM v");
	assert_true(db_step(query));
	assert_int_equal(db_columns(query), 5);
	assert_string_equal(db_column_name(query, 4), "e");
	assert_int_equal(db_column(query, 0).n, INT64_MIN);
	assert_true(str_is(db_column(query, 1).text, "見本"));
	assert_true(str_is(db_column(query, 2).text, "-12.50"));
	assert_int_equal(db_column(query, 3).text.n, 3);
	assert_int_equal(db_column(query, 4).kind, VALUE_NONE);
	assert_false(db_step(query));
}

/* A second connection sees what was committed, and nothing of a transaction
 * that its connection left open. */
static void test_transactions(void **state) {
	(void)state;
	struct db *other = db_open(arena, path, false);
	assert_non_null(other);
	assert_false(db_is_new(other));
	db_run(other, "BEGIN IMMEDIATE; INSERT INTO series (metric, host, unit)"
	    " VALUES ('a', 'b', 'c')");
	db_close(other);
	other = db_open(arena, path, true);
	struct db_query *query = db_prepare(other, "SELECT * FROM series");
	assert_false(db_step(query));
	db_close(other);
}

/* The first column of the first row, as text; "none", or "error". */
static const char *answer(const char *sql) {
	struct place place = { str_of("t"), 1, 0 };
	struct usersql *query = usersql_open(db, str_of(sql), &place, "t");
	if (query == NULL)
		return "refused";
	const char *text = "none";
	if (usersql_step(query)) {
		struct value value = usersql_column(query, 0);
		text = value.kind == VALUE_INT ? arena_printf(arena, "%lld",
		    (long long)value.n) : str_z(arena, value.text);
	}
	return usersql_close(query) ? text : "error";
}

static void test_room(void **state) {
	(void)state;
	assert_string_equal(answer("SELECT count(*) FROM ticket"), "0");
	assert_string_equal(answer("SELECT 1 -- the end"), "1");
	assert_string_equal(answer("WITH t AS (SELECT title FROM ticket) "
	    "SELECT count(*) FROM t"), "0");
	static const char *const refused[] = { "DELETE FROM ticket",
	    "SELECT path FROM import", "SELECT ticket_id FROM rec_ticket",
	    "SELECT sql FROM sqlite_schema", "PRAGMA user_version",
	    "ATTACH '/tmp/x' AS x", "CREATE TEMP TABLE x (y)", "SELECT 1; SELECT 2",
	    "SELECT random()", "SELECT current_timestamp", "SELECT", "",
	    "SELECT load_extension('x')", "BEGIN", "VACUUM" };
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		assert_string_equal(answer(refused[i]), "refused");
	assert_string_equal(answer("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
	    "SELECT i + 1 FROM n) SELECT max(i) FROM n"), "error");
	assert_string_equal(answer("SELECT 1"), "1");
}

/* Nothing of the day, the time zone or the machine's memory gets in. */
static void test_steady(void **state) {
	(void)state;
	assert_string_equal(answer("SELECT ifnull(date('now'), 'null')"), "null");
	assert_string_equal(answer("SELECT ifnull(unixepoch('now'), 'null')"),
	    "null");
	assert_string_equal(answer("SELECT ifnull(datetime(), 'null')"), "null");
	assert_string_equal(answer("SELECT date('2026-10-01', '+1 month')"),
	    "2026-11-01");
	assert_string_equal(answer("SELECT datetime(0, 'unixepoch', "
	    "'localtime')"), "error");
	assert_string_equal(answer("WITH RECURSIVE n (i) AS (SELECT zeroblob("
	    "100000000) UNION ALL SELECT i || zeroblob(100000000) FROM n LIMIT "
	    "90) SELECT count(DISTINCT i) FROM n"), "error");
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	assert_true(usage.ru_maxrss < 2 * LIMIT_SQL_BYTES / 1024);
	assert_string_equal(answer("SELECT hex(zeroblob(2000000000))"), "error");
	assert_string_equal(answer("SELECT hex(zeroblob(10000)) LIKE "
	    "'%0%0%0%0%0%0%0%0%0%0%0%0%1'"), "0");
	assert_string_equal(answer("SELECT 1"), "1");
}

static void test_expressions(void **state) {
	(void)state;
	static const struct {
		const char *text;
		bool good;
	} cases[] = {
		{ "type='incident'", true }, { "1", true },
		{ "first_contact -- so", true },
		{ "received_at_text < '2026-10-02' AND hours > 2", false },
		{ "received_at_text < '2026-10-02'", true },
		{ "type = ", false }, { "1, 2", false }, { "1) FROM ticket --", false },
		{ "\"no such\" = 1", false }, { "type = :x", false },
		{ "EXISTS (SELECT 1 FROM ticket_event)", true },
		{ "EXISTS (SELECT path FROM import)", false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(usersql_check(db, "ticket",
		    str_of(cases[i].text), NULL, "where", "x"), cases[i].good);
}

static void test_functions(void **state) {
	(void)state;
	assert_string_equal(answer("SELECT local_date(1790780400)"), "2026-10-01");
	assert_string_equal(answer("SELECT local_month(1790780399)"), "2026-09");
	assert_string_equal(answer("SELECT local_text(1790780400)"),
	    "2026-10-01T00:00:00+09:00");
	assert_string_equal(answer("SELECT ifnull(local_date(NULL), 'null')"),
	    "null");
	/* Thursday 2026-10-01 16:00 to Friday 10:00 */
	assert_string_equal(answer("SELECT business_seconds(1790838000, "
	    "1790902800, 'office')"), "7200");
	assert_string_equal(answer("SELECT business_deadline(1790838000, 1, "
	    "'office')"), "1790928000");
	assert_string_equal(answer("SELECT business_seconds(1, 2, 'none')"),
	    "error");
	assert_string_equal(answer("SELECT business_seconds('x', 2, 'office')"),
	    "error");
}

static void test_aggregates(void **state) {
	(void)state;
#define TENTHS "WITH x (n) AS (VALUES ('0.1'), ('0.25'), (NULL), ('-3')) "
	assert_string_equal(answer(TENTHS "SELECT decimal_sum(n) FROM x"),
	    "-2.65");
	assert_string_equal(answer(TENTHS
	    "SELECT ifnull(decimal_sum(n), 'null') FROM x WHERE n > '9'"), "null");
	assert_string_equal(answer("SELECT decimal_sum('1e3')"), "error");
#undef TENTHS
#define TEN "WITH RECURSIVE x (n) AS (SELECT 10 UNION ALL SELECT n - 1 FROM x " \
	    "WHERE n > 1) "
	assert_string_equal(answer(TEN "SELECT percentile(n, 95) FROM x"), "10");
	assert_string_equal(answer(TEN "SELECT percentile(n, 90) FROM x"), "9");
	assert_string_equal(answer(TEN "SELECT percentile(n, 50) FROM x"), "5");
	assert_string_equal(answer(TEN "SELECT percentile(n, 0) FROM x"), "1");
	assert_string_equal(answer(TEN "SELECT percentile(n, '90.1') FROM x"),
	    "10");
	assert_string_equal(answer(TEN "SELECT percentile(n, 101) FROM x"),
	    "error");
#undef TEN
	assert_string_equal(answer("SELECT percentile('a', 50)"), "error");
	assert_string_equal(answer("SELECT ifnull(percentile(NULL, 50), 'x')"),
	    "x");
}

/* A statement of which only the first row was wanted keeps no other run from
 * writing once its transaction has ended. */
static void test_locks(void **state) {
	(void)state;
	db_run(db, "BEGIN IMMEDIATE");
	assert_true(db_step(db_prepare(db, "SELECT 1 FROM sqlite_schema")));
	db_run(db, "COMMIT");
	struct db *other = db_open(arena, path, false);
	db_run(other, "BEGIN EXCLUSIVE");
	db_run(other, "COMMIT");
	db_close(other);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_embedded), cmocka_unit_test(test_ordered),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_transactions), cmocka_unit_test(test_room),
		cmocka_unit_test(test_steady),
		cmocka_unit_test(test_expressions),
		cmocka_unit_test(test_functions),
		cmocka_unit_test(test_aggregates), cmocka_unit_test(test_locks),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
