/*
 * edition - a period that was published is read back as it was, the next
 * period sees it as the former one, and a store of the version before is
 * brought up where it stands.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "contract/contract.h"
#include "sql/db.h"
#include "store/edition.h"
#include "store/schema.h"

static struct arena *arena;
static char workspace[] = "/tmp/geppo-edition-XXXXXX";
static const struct contract *contract;

static const char contract_text[] =
    "<contract xmlns='urn:geppo:contract:1' id='t'>\n"
    "<title>t</title><term from='2026-04-01' to='2031-03-31'/>\n"
    "<system id='s' name='s'><target id='web1'/></system>\n"
    "</contract>\n";

static int set_up(void **state) {
	(void)state;
	arena = arena_new();
	diag_threshold(DIAG_LEVELS);
	if (mkdtemp(workspace) == NULL)
		return -1;
	FILE *file = fopen(file_path(arena, workspace, "contract.xml"), "w");
	if (file == NULL || fputs(contract_text, file) < 0
	    || fclose(file) != 0)
		return -1;
	contract = contract_read(arena, workspace);
	return contract == NULL ? -1 : 0;
}

static int tear_down(void **state) {
	(void)state;
	file_remove(workspace);
	arena_free(arena);
	return 0;
}

static struct db *open_store(const char *name) {
	return db_open(arena, file_path(arena, workspace, name), false);
}

static const struct rows *fetch(struct db *db, int month) {
	struct period period = period_month(date_day(
	    (struct civil){ 2026, month, 1 }));
	return rows_fetch(arena, db, contract, &period,
	    date_start(period.end, contract->offset));
}

static void publish(struct db *db, const struct rows *rows, int64_t number,
    const char *reason, const char *value) {
	struct rows_frozen frozen[] = {
		{ str_of("Z9"), str_of("value"), str_of(value) },
		{ str_of("A1"), str_of("value"), str_of("") },
	};
	struct rows_edition edition = { number, 1000 + number, rows->as_of,
	    str_of(reason), str_of("1"), str_of("0.1"), str_of("abc"), frozen,
	    2 };
	edition_add(db, rows, &edition);
}

static void a_period_that_was_never_published_has_none(void **state) {
	(void)state;
	struct db *db = open_store("none.db");
	const struct rows *rows = fetch(db, 9);
	assert_int_equal(rows->editions, 0);
	assert_null(rows->former);
	db_close(db);
}

static void editions_are_read_back_in_order(void **state) {
	(void)state;
	struct db *db = open_store("two.db");
	const struct rows *rows = fetch(db, 9);
	publish(db, rows, 1, "", "99.9");
	publish(db, rows, 2, "漏れ", "98.1");
	rows = fetch(db, 9);
	assert_int_equal(rows->editions, 2);
	const struct rows_edition *edition = &rows->edition[1];
	assert_int_equal(edition->number, 2);
	assert_int_equal(edition->published, 1002);
	assert_int_equal(edition->as_of, rows->end);
	assert_true(str_is(edition->reason, "漏れ"));
	assert_true(str_is(edition->rules, "1"));
	assert_true(str_is(edition->program, "0.1"));
	assert_true(str_is(edition->contract, "abc"));
	assert_int_equal(edition->values, 2);
	assert_true(str_is(edition->value[0].item, "Z9"));
	assert_true(str_is(edition->value[0].field, "value"));
	assert_true(str_is(edition->value[0].value, "98.1"));
	assert_true(str_is(edition->value[1].item, "A1"));
	assert_int_equal(edition->value[1].value.n, 0);
	assert_true(str_is(rows->edition[0].value[0].value, "99.9"));
	assert_int_equal(rows->edition[0].reason.n, 0);
	db_close(db);
}

static void the_next_period_sees_the_newest(void **state) {
	(void)state;
	struct db *db = open_store("two.db");
	const struct rows *rows = fetch(db, 10);
	assert_int_equal(rows->editions, 0);
	assert_non_null(rows->former);
	assert_int_equal(rows->former->number, 2);
	assert_true(str_is(rows->former->value[0].value, "98.1"));
	assert_null(fetch(db, 9)->former);
	assert_null(fetch(db, 11)->former);
	db_close(db);
}

static void the_version_before_is_brought_up(void **state) {
	(void)state;
	struct db *db = open_store("old.db");
	schema_make(db);
	db_run(db, "DROP TABLE edition_value; DROP TABLE edition_input;"
	    "DROP TABLE edition; PRAGMA user_version = 2");
	db_close(db);
	db = open_store("old.db");
	assert_non_null(db);
	assert_true(db_is_former(db));
	const struct rows *rows = fetch(db, 9);
	assert_false(db_is_former(db));
	publish(db, rows, 1, "", "1");
	assert_int_equal(fetch(db, 9)->editions, 1);
	db_run(db, "PRAGMA user_version = 1");
	db_close(db);
	assert_null(open_store("old.db"));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_period_that_was_never_published_has_none),
		cmocka_unit_test(editions_are_read_back_in_order),
		cmocka_unit_test(the_next_period_sees_the_newest),
		cmocka_unit_test(the_version_before_is_brought_up),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
