/* Checks of sums that no input can break: figures made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "facts/checkfigure.h"
#include "facts/finding.h"

static struct arena *arena;
static struct rows rows = { .start = 0, .end = 3600, .as_of = 3600 };
static struct contract contract;
static struct facts facts = { .rows = &rows, .contract = &contract };

static int open_words(void **state) {
	(void)state;
	arena = arena_new();
	facts.words = words_read(arena, NULL, str_of("en"));
	return facts.words == NULL;
}

static int close_words(void **state) {
	(void)state;
	arena_free(arena);
	return 0;
}

/* The n-th finding as shown. */
static const char *found(const struct findings *findings, size_t n) {
	return str_z(arena, findings->sheet.table.row[n].cell[2].text);
}

static void a_ledger_that_does_not_balance(void **state) {
	struct carry_over carries[] = {
		{ .label = str_of("good"), .opening = 3, .added = 2,
		    .closed = 1, .closing = 4, .ledger = 3, .balances = true },
		{ .label = str_of("bad"), .opening = 3, .added = 2,
		    .closed = 1, .closing = 5, .ledger = 3 },
	};
	(void)state;
	facts.carry = carries;
	facts.carries = 2;
	struct findings findings = finding_begin(arena, &facts, "carry-over");
	checkfigure_carry(&findings);
	assert_int_equal(findings.count, 1);
	assert_true(str_is(findings.sheet.table.row[0].cell[1].text, "bad"));
	assert_string_equal(found(&findings, 0), "3 + 2 - 1 is not 5");
}

static void seconds_that_do_not_sum(void **state) {
	static const struct indicator indicators[] = {
		{ .id = { "A1", 2 }, .name = { "A", 1 },
		    .kind = INDICATOR_AVAILABILITY },
		{ .id = { "N1", 2 }, .kind = INDICATOR_COUNT },
	};
	struct figure figures[] = {
		{ .indicator = &indicators[0],
		    .second = { [SECOND_UP] = 3000, [SECOND_DOWN] = 600 } },
		{ .indicator = &indicators[0],
		    .second = { [SECOND_UP] = 3000, [SECOND_DOWN] = 601 } },
		{ .indicator = &indicators[0],
		    .second = { [SECOND_UP] = 3599 } },
		{ .indicator = &indicators[1] },
	};
	(void)state;
	facts.figure = figures;
	facts.figures = 4;
	struct findings findings = finding_begin(arena, &facts, "second-sums");
	checkfigure_sums(&findings);
	assert_int_equal(findings.count, 2);
	assert_non_null(strstr(found(&findings, 0), "3,601"));
	assert_non_null(strstr(found(&findings, 1), "3,599"));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_ledger_that_does_not_balance),
		cmocka_unit_test(seconds_that_do_not_sum),
	};
	return cmocka_run_group_tests(tests, open_words, close_words);
}
