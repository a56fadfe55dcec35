/* screen, csvtext: what terminals, JSON and spreadsheets are given. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/csvtext.h"
#include "base/screen.h"

static void widths(void **state) {
	(void)state;
	assert_int_equal(screen_width(str_of("A1 稼働率")), 9);
	assert_int_equal(screen_width(str_of("ｶﾅ")), 2);
	assert_int_equal(screen_width(str_of("辻\U000E0101町")), 4);
	assert_int_equal(screen_width(str_of("が")), 2);
	assert_int_equal(screen_width((struct str){ "\xff", 1 }), 1);
}

static const char *with(void (*put)(struct buf *, struct str),
    struct arena *arena, const char *text) {
	struct buf buf = buf_in(arena);
	put(&buf, str_of(text));
	return buf_z(&buf);
}

static void pad_right(struct buf *buf, struct str text) {
	screen_pad(buf, text, 6, true);
}

static void safe(struct buf *buf, struct str text) {
	csvtext_safe(buf, text, true);
}

static void texts(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	assert_string_equal(with(pad_right, arena, "達成"), "  達成");
	assert_string_equal(with(pad_right, arena, "長すぎる語"), "長すぎる語");
	assert_string_equal(with(screen_json, arena, "\"a\\b\n\x1b\""),
	    "\"\\\"a\\\\b\\u000a\\u001b\\\"\"");
	assert_string_equal(with(safe, arena, "a,\"b\"\n"), "\"a,\"\"b\"\"\n\"");
	arena_free(arena);
}

static void formulas(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	assert_string_equal(with(safe, arena, "=cmd|' /C calc'!A0"),
	    "'=cmd|' /C calc'!A0");
	assert_string_equal(with(safe, arena, "@SUM(A1)"), "'@SUM(A1)");
	assert_string_equal(with(safe, arena, "\t=1"), "'\t=1");
	assert_string_equal(with(safe, arena, "-3"), "-3");
	assert_string_equal(with(safe, arena, "-3.5"), "-3.5");
	assert_string_equal(with(safe, arena, "-3+cmd"), "'-3+cmd");
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths),
		cmocka_unit_test(texts),
		cmocka_unit_test(formulas),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
