/* What differs between two lists of published values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "facts/publish.h"

static struct rows_frozen frozen(const char *item, const char *field,
    const char *value) {
	return (struct rows_frozen){ str_of(item), str_of(field),
	    str_of(value) };
}

static void is_change(const struct publish_change *change, const char *item,
    const char *field, const char *before, const char *after) {
	assert_true(str_is(change->item, item));
	assert_true(str_is(change->field, field));
	assert_true(str_is(change->before, before));
	assert_true(str_is(change->after, after));
}

static void changes_are_in_the_order_of_the_later(void **state) {
	struct arena *arena = arena_new();
	const struct rows_frozen before[] = {
		frozen("A1", "value", "99.9"), frozen("A1", "worst", ""),
		frozen("gone", "value", "5"), frozen("gone", "worst", ""),
		frozen("C1", "value", "1"),
	};
	const struct rows_frozen after[] = {
		frozen("new", "value", "7"), frozen("new", "worst", ""),
		frozen("C1", "value", "2"), frozen("A1", "value", "99.9"),
		frozen("A1", "worst", "98"),
	};
	struct publish_change *change;
	(void)state;
	assert_int_equal(publish_changes(arena, before, 5, after, 5, &change),
	    4);
	is_change(&change[0], "new", "value", "", "7");
	is_change(&change[1], "C1", "value", "1", "2");
	is_change(&change[2], "A1", "worst", "", "98");
	is_change(&change[3], "gone", "value", "5", "");
	arena_free(arena);
}

static void order_is_no_change(void **state) {
	struct arena *arena = arena_new();
	const struct rows_frozen before[] = { frozen("a", "x", "1"),
		frozen("b", "x", "2") };
	const struct rows_frozen after[] = { before[1], before[0] };
	struct publish_change *change;
	(void)state;
	assert_int_equal(publish_changes(arena, before, 2, after, 2, &change),
	    0);
	assert_int_equal(publish_changes(arena, NULL, 0, NULL, 0, &change), 0);
	assert_int_equal(publish_changes(arena, NULL, 0, after, 2, &change), 2);
	assert_int_equal(publish_changes(arena, before, 2, NULL, 0, &change), 2);
	assert_true(str_is(publish_version(arena, 2), "2.0"));
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes_are_in_the_order_of_the_later),
		cmocka_unit_test(order_is_no_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
