/* span - the algebra of intervals, against sets of single seconds. */
#include "table.h"

#include "base/span.h"

/* Random sets lie inside [0, WINDOW); a bitmap of the seconds is the truth. */
enum { WINDOW = 200, ROUNDS = 3000, SETS = 6 };

struct truth {
	bool second[WINDOW];
};

static struct spans random_set(struct arena *arena, uint64_t *seed) {
	struct spans set = { NULL, 0 };
	int64_t parts = table_between(seed, 0, 12);
	while (parts-- > 0) {
		int64_t start = table_between(seed, 0, WINDOW - 1);
		int64_t length = table_between(seed, -3, 20);
		int64_t end = start + length;
		span_append(arena, &set, start, end < WINDOW ? end : WINDOW);
	}
	return set;
}

static struct truth truth_of(struct spans set) {
	struct truth truth = { { false } };
	for (size_t i = 0; i < set.count; i++)
		for (int64_t at = set.at[i].start; at < set.at[i].end; at++)
			truth.second[at] = true;
	return truth;
}

static int64_t truth_length(const struct truth *truth) {
	int64_t seconds = 0;
	for (int at = 0; at < WINDOW; at++)
		seconds += truth->second[at];
	return seconds;
}

/* Normal, and just these seconds. */
static void assert_set(struct spans set, const struct truth *truth) {
	for (size_t i = 0; i < set.count; i++) {
		assert_true(set.at[i].start < set.at[i].end);
		assert_true(i == 0 || set.at[i - 1].end < set.at[i].start);
	}
	struct truth found = truth_of(set);
	assert_memory_equal(&found, truth, sizeof found);
	assert_int_equal(span_length(set), truth_length(truth));
}

static bool same(struct spans a, struct spans b) {
	return a.count == b.count && (a.count == 0
	    || memcmp(a.at, b.at, a.count * sizeof *a.at) == 0);
}

static void normalizing(void **state) {
	(void)state;
	uint64_t seed = 3;
	struct arena *arena = arena_new();
	for (int round = 0; round < ROUNDS; round++) {
		struct spans set = random_set(arena, &seed);
		struct truth truth = truth_of(set);
		span_normalize(&set);
		assert_set(set, &truth);
		struct spans twin = set;
		span_normalize(&twin);
		assert_true(same(set, twin));
		arena_reset(arena);
	}
	arena_free(arena);
}

/* The three operations second by second, and the laws between them. */
static void algebra(void **state) {
	(void)state;
	uint64_t seed = 4;
	struct arena *arena = arena_new();
	for (int round = 0; round < ROUNDS; round++) {
		struct spans a = random_set(arena, &seed);
		struct spans b = random_set(arena, &seed);
		struct spans all = span_single(arena, 0, WINDOW);
		span_normalize(&a);
		span_normalize(&b);
		struct truth ta = truth_of(a), tb = truth_of(b);
		struct truth either, both, only;
		for (int at = 0; at < WINDOW; at++) {
			either.second[at] = ta.second[at] || tb.second[at];
			both.second[at] = ta.second[at] && tb.second[at];
			only.second[at] = ta.second[at] && !tb.second[at];
		}
		struct spans sum = span_union(arena, a, b);
		struct spans meet = span_intersect(arena, a, b);
		struct spans rest = span_subtract(arena, a, b);
		assert_set(sum, &either);
		assert_set(meet, &both);
		assert_set(rest, &only);
		assert_int_equal(span_length(a) + span_length(b),
		    span_length(sum) + span_length(meet));
		assert_true(same(span_union(arena, a, a), a));
		assert_true(same(span_intersect(arena, a, a), a));
		assert_int_equal(span_subtract(arena, a, a).count, 0);
		/* De Morgan within the window */
		assert_true(same(span_subtract(arena, all, sum),
		    span_intersect(arena, span_subtract(arena, all, a),
		    span_subtract(arena, all, b))));
		assert_true(same(span_subtract(arena, all, meet),
		    span_union(arena, span_subtract(arena, all, a),
		    span_subtract(arena, all, b))));
		arena_reset(arena);
	}
	arena_free(arena);
}

static void at_least(void **state) {
	(void)state;
	uint64_t seed = 5;
	struct arena *arena = arena_new();
	for (int round = 0; round < ROUNDS; round++) {
		struct spans sets[SETS];
		struct truth truths[SETS];
		size_t n = (size_t)table_between(&seed, 0, SETS);
		for (size_t i = 0; i < n; i++) {
			sets[i] = random_set(arena, &seed);
			span_normalize(&sets[i]);
			truths[i] = truth_of(sets[i]);
		}
		for (size_t k = 1; k <= n + 1; k++) {
			struct truth want;
			for (int at = 0; at < WINDOW; at++) {
				size_t hits = 0;
				for (size_t i = 0; i < n; i++)
					hits += truths[i].second[at];
				want.second[at] = hits >= k;
			}
			assert_set(span_at_least(arena, sets, n, k), &want);
		}
		arena_reset(arena);
	}
	arena_free(arena);
}

/* Clip, the length inside, and membership; the parts of any cut add up. */
static void windows(void **state) {
	(void)state;
	uint64_t seed = 6;
	struct arena *arena = arena_new();
	for (int round = 0; round < ROUNDS; round++) {
		struct spans set = random_set(arena, &seed);
		span_normalize(&set);
		struct truth truth = truth_of(set), inside = { { false } };
		int64_t start = table_between(&seed, -5, WINDOW + 5);
		int64_t end = table_between(&seed, -5, WINDOW + 5);
		for (int at = 0; at < WINDOW; at++) {
			inside.second[at] = truth.second[at] && start <= at
			    && at < end;
			assert_int_equal(span_contains(set, at),
			    truth.second[at]);
		}
		assert_false(span_contains(set, -1));
		assert_false(span_contains(set, WINDOW));
		struct spans part = span_clip(arena, set, start, end);
		assert_set(part, &inside);
		assert_int_equal(span_length_in(set, start, end),
		    span_length(part));
		int64_t sum = 0;
		for (int64_t at = 0; at < WINDOW; at += 17)
			sum += span_length_in(set, at, at + 17);
		assert_int_equal(sum, span_length(set));
		arena_reset(arena);
	}
	arena_free(arena);
}

/* A set that an operation made may be appended to without harm to others. */
static void appending_to_results(void **state) {
	(void)state;
	uint64_t seed = 7;
	struct arena *arena = arena_new();
	for (int round = 0; round < 300; round++) {
		struct spans a = random_set(arena, &seed);
		span_normalize(&a);
		struct spans part = span_clip(arena, a, 20, 150);
		struct truth before = truth_of(a);
		for (int64_t at = 151; at < 190; at += 2)
			span_append(arena, &part, at, at + 1);
		assert_set(a, &before);
		assert_int_equal(span_length(part),
		    span_length_in(a, 20, 150) + 20);
		arena_reset(arena);
	}
	arena_free(arena);
}

static void edges(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	assert_int_equal(span_single(arena, 5, 5).count, 0);
	assert_int_equal(span_single(arena, 6, 5).count, 0);
	struct spans empty = { NULL, 0 };
	span_normalize(&empty);
	assert_int_equal(empty.count, 0);
	assert_int_equal(span_length(empty), 0);
	assert_false(span_contains(empty, 0));
	struct spans touching = span_union(arena, span_single(arena, 0, 5),
	    span_single(arena, 5, 9));
	assert_int_equal(touching.count, 1);
	assert_true(span_contains(touching, 0));
	assert_true(span_contains(touching, 5));
	assert_false(span_contains(touching, 9));
	/* the days of October 2026 add up to the month, whatever lies in it */
	struct spans set = { NULL, 0 };
	uint64_t seed = 8;
	int64_t from = 1790780400, days = 31;
	for (int i = 0; i < 500; i++) {
		int64_t start = table_between(&seed, from - 86400,
		    from + 32 * 86400);
		span_append(arena, &set, start,
		    start + table_between(&seed, 0, 9000));
	}
	span_normalize(&set);
	int64_t sum = 0;
	for (int64_t day = 0; day < days; day++)
		sum += span_length_in(set, from + day * 86400,
		    from + (day + 1) * 86400);
	assert_int_equal(sum, span_length(span_clip(arena, set, from,
	    from + days * 86400)));
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(normalizing), cmocka_unit_test(algebra),
		cmocka_unit_test(at_least), cmocka_unit_test(windows),
		cmocka_unit_test(appending_to_results), cmocka_unit_test(edges),
	};
	return cmocka_run_group_tests_name("span", tests, NULL, NULL);
}
