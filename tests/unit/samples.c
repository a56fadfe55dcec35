/* Polled states: hold, gaps, confirm, where a spell begins. */
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "facts/samples.h"
#include "made.h"

static struct samples_rule rule = { 2, 0, 1, DOWN_FIRST_FAIL, 0 };

static int setup(void **state) {
	struct arena *arena = arena_new();
	rule = (struct samples_rule){ 2, 0, 1, DOWN_FIRST_FAIL, 100000 };
	*state = arena;
	return 0;
}

static int teardown(void **state) {
	arena_free(*state);
	return 0;
}

/* Runs of one sample each: `U100 D200 ?300`, interval 100. */
static struct rows_samples made_samples(struct arena *arena,
    const char *text) {
	struct rows_samples samples = { NULL, 0 };
	struct str rest = str_of(text), word;
	while (str_word(&rest, &word)) {
		struct rows_run run = { 0, 100, 1, STATE_UP, 100, { 0, 0 } };
		run.state = word.p[0] == 'D' ? STATE_DOWN : word.p[0] == '?'
		    ? STATE_UNKNOWN : STATE_UP;
		str_int((struct str){ word.p + 1, word.n - 1 }, &run.first);
		samples.run = arena_room(arena, samples.run, samples.count,
		    sizeof *samples.run);
		samples.run[samples.count++] = run;
	}
	return samples;
}

static void expect_spans(struct arena *arena, struct spans set,
    const char *text) {
	char *got = arena_printf(arena, "%s", "");
	for (size_t i = 0; i < set.count; i++)
		got = arena_printf(arena, "%s%s%lld-%lld", got, i == 0 ? "" : " ",
		    (long long)set.at[i].start, (long long)set.at[i].end);
	assert_string_equal(got, text);
}

static void expect(struct arena *arena, const char *text, const char *up,
    const char *down) {
	struct rows_samples samples = made_samples(arena, text);
	struct samples_spans held = samples_read(arena, &samples, &rule);
	expect_spans(arena, held.up, up);
	expect_spans(arena, held.down, down);
}

static void hold_and_gap(void **state) {
	expect(*state, "U100 D200 U300 U900", "100-200 300-500 900-1100",
	    "200-300");
	rule.hold_factor = 0;
	rule.hold_seconds = 50;
	expect(*state, "U100 D200 U300", "100-150 300-350", "200-250");
}

static void unknown_ends_hold(void **state) {
	expect(*state, "U100 ?150 D400", "100-150", "400-600");
}

static void cutoff(void **state) {
	rule.as_of = 250;
	expect(*state, "U100 D200 U250", "100-200", "200-250");
	rule.as_of = 200;
	expect(*state, "U100 D200", "100-200", "");
}

/* sla-details 21: a gap does not end the run, unknown does; too short is up */
static void confirm(void **state) {
	rule.confirm = 2;
	expect(*state, "U100 D200 U300", "100-500", "");
	expect(*state, "U100 D200 D700 U800", "100-200 800-1000",
	    "200-400 700-800");
	expect(*state, "D200 ?300 D400", "200-300 400-600", "");
	rule.as_of = 300;
	expect(*state, "D200 D300", "200-300", "");
}

/* sla-details 22: what no sample holds stays unmeasured. */
static void down_from(void **state) {
	rule.down_from = DOWN_LAST_GOOD;
	expect(*state, "U100 D200 U300", "300-500", "100-300");
	expect(*state, "U100 D900 U1000", "1000-1200", "100-300 900-1000");
	expect(*state, "U100 ?150 D400 U500", "500-700", "100-150 400-500");
	expect(*state, "D100 U200", "200-400", "100-200");
	rule.down_from = DOWN_MIDPOINT;
	expect(*state, "U100 D201 U300", "100-150 300-500", "150-300");
}

static void runs(void **state) {
	struct rows_run run[] = {
		{ 0, 100, 5, STATE_UP, 100, { 0, 0 } },
		{ 500, 100, 2, STATE_DOWN, 100, { 0, 0 } },
		{ 700, 1000, 3, STATE_UP, 100, { 0, 0 } },
	};
	struct rows_samples samples = { run, 3 };
	struct samples_spans held = samples_read(*state, &samples, &rule);
	expect_spans(*state, held.up, "0-500 700-900 1700-1900 2700-2900");
	expect_spans(*state, held.down, "500-700");
	assert_int_equal(samples_count(*state, &samples, 0, 10000), 10);
	assert_int_equal(samples_count(*state, &samples, 101, 700), 5);
	assert_int_equal(samples_count(*state, &samples, 701, 2701), 2);
	rule.as_of = 400;
	held = samples_read(*state, &samples, &rule);
	expect_spans(*state, held.up, "0-400");
	assert_int_equal(samples_count(*state, &samples, 0, 400), 4);
	assert_int_equal(samples_count(*state, &samples, 0, 401), 5);
}

/* Two sources of one target: each ends the hold of the other, the worst state
 * of one instant wins, and each instant is counted once. */
static void two_sources(void **state) {
	struct rows_run run[] = {
		{ 0, 100, 4, STATE_UP, 100, { 0, 0 } },
		{ 100, 150, 2, STATE_DOWN, 10, { 0, 0 } },
	};
	struct rows_samples samples = { run, 2 };
	struct samples_spans held = samples_read(*state, &samples, &rule);
	expect_spans(*state, held.up, "0-100 200-250 300-500");
	expect_spans(*state, held.down, "100-120 250-270");
	assert_int_equal(samples_count(*state, &samples, 0, 1000), 5);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hold_and_gap, setup, teardown),
		cmocka_unit_test_setup_teardown(unknown_ends_hold, setup, teardown),
		cmocka_unit_test_setup_teardown(cutoff, setup, teardown),
		cmocka_unit_test_setup_teardown(confirm, setup, teardown),
		cmocka_unit_test_setup_teardown(down_from, setup, teardown),
		cmocka_unit_test_setup_teardown(runs, setup, teardown),
		cmocka_unit_test_setup_teardown(two_sources, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
