/* encode - marks, UTF-8, CP932 against the public tables, places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/encode.h"
#include "read/input.h"

static const struct place nowhere;

static struct encode *open_as(struct arena *arena, const char *declared,
    char separator, struct str *bytes) {
	return encode_open(arena, str_of(declared), separator, &nowhere, bytes);
}

/* What the encoding is decided to be, and the first text that is left. */
static void check_decided(const char *declared, const char *bytes, size_t n,
    const char *name, const char *left) {
	struct arena *arena = arena_new();
	struct str text = { bytes, n };
	struct encode *encode = open_as(arena, declared, ',', &text);
	assert_non_null(encode);
	assert_string_equal(encode_name(encode), name);
	assert_true(str_is(text, left));
	encode_close(encode);
	arena_free(arena);
}

static void decided(void **state) {
	(void)state;
	check_decided("utf-8", "a", 1, "utf-8", "a");
	check_decided("cp932", "\xef\xbb\xbf" "a", 4, "utf-8", "a");
	check_decided("auto", "\x83\x5c", 2, "cp932", "\x83\x5c");
	check_decided("auto", "ソ", 3, "utf-8", "ソ");
	check_decided("auto", "", 0, "utf-8", "");
	check_decided("utf-8", "\xff\xfe" "a\0,\0\x42\x30", 8, "utf-16le",
	    "a,あ");
	check_decided("utf-8", "\xfe\xff\0a\0,\x30\x42", 8, "utf-16be", "a,あ");
}

static void cut_whole(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct str text = str_of("\x83\x7c|b");
	struct encode *encode = open_as(arena, "cp932", '|', &text);
	assert_non_null(encode);
	assert_string_equal(encode_name(encode), "cp932");
	assert_true(str_is(text, "ポ|b"));
	encode_close(encode);
	diag_threshold(DIAG_LEVELS);
	text = (struct str){ "\xff\xfe" "a\0\0\xd8", 6 };
	assert_null(open_as(arena, "utf-8", ',', &text));
	assert_int_equal(diag_count(DIAG_ERROR), 1);
	diag_reset();
	arena_free(arena);
}

static void check_text(struct encode *encode, const char *text,
    const char *expected, size_t expected_bad) {
	struct arena *arena = arena_new();
	struct str utf8;
	size_t bad = SIZE_MAX;
	bool good = encode_text(encode, arena, str_of(text), &utf8, &bad);
	assert_true(good == (expected != NULL));
	if (good)
		assert_true(str_is(utf8, expected));
	else
		assert_int_equal(bad, expected_bad);
	arena_free(arena);
}

static void texts(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct str bytes = str_of("x");
	struct encode *utf8 = open_as(arena, "utf-8", ',', &bytes);
	check_text(utf8, "abc 月報 \xf0\x9f\x98\x84", "abc 月報 \xf0\x9f\x98\x84",
	    0);
	check_text(utf8, "abcdefgh\x83\x5c", NULL, 8);
	check_text(utf8, "a\xc0\xaf", NULL, 1);
	check_text(utf8, "a\xed\xa0\x80", NULL, 1);
	check_text(utf8, "a\xe6\x9c", NULL, 1);
	struct encode *cp932 = open_as(arena, "cp932", ',', &bytes);
	check_text(cp932, "\x83\x5c\x95\x5c", "ソ表", 0);
	check_text(cp932, "\x87\x8a\x87\x54\xb1\xdf", "㈱Ⅰｱﾟ", 0);
	check_text(cp932, "a\x83", NULL, 1);
	check_text(cp932, "ab\xfd", NULL, 2);
	/* a broken field leaves nothing behind for the next */
	check_text(cp932, "\x83\x5c", "ソ", 0);
	encode_close(cp932);
	encode_close(utf8);
	arena_free(arena);
}

static void plain(void **state) {
	(void)state;
	for (int c = 0; c < 256; c++)
		for (size_t at = 0; at < 19; at++) {
			char text[19];
			memset(text, 'x', sizeof text);
			text[at] = (char)c;
			assert_true(encode_plain((struct str){ text,
			    sizeof text }) == (c >= 0x20 && c <= 0x7e));
		}
}

static void places(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct str bytes = str_of("x");
	struct encode *utf8 = open_as(arena, "utf-8", ',', &bytes);
	struct encode *cp932 = open_as(arena, "cp932", ',', &bytes);
	struct place place = { .line = 7, .column = 1 };
	encode_move(utf8, str_of("月報,"), &place);
	assert_int_equal(place.line, 7);
	assert_int_equal(place.column, 4);
	encode_move(utf8, str_of("a\r\nb\nc\rde"), &place);
	assert_int_equal(place.line, 10);
	assert_int_equal(place.column, 3);
	encode_move(cp932, str_of("\x83\x5c\xb1,"), &place);
	assert_int_equal(place.column, 6);
	encode_close(cp932);
	encode_close(utf8);
	arena_free(arena);
}

static void open_whole(struct input *input, const char *path) {
	assert_true(input_open(input, path, &nowhere));
	assert_true(input_unpack(input, &nowhere));
}

/* A municipal list that its owner published in both encodings. */
static void published_twice(void **state) {
	(void)state;
	static const char folder[] = "../shared/data/encoding/";
	if (!file_exists(folder)) {
		printf("skipped: no %s\n", folder);
		return;
	}
	struct arena *arena = arena_new();
	struct input sjis, utf8;
	open_whole(&sjis, arena_printf(arena,
	    "%slocalgovjp-sjis_20200104.csv.xz", folder));
	open_whole(&utf8, arena_printf(arena,
	    "%slocalgovjp-utf8_20200104.csv.xz", folder));
	struct str bytes = sjis.bytes, text;
	struct str expected = utf8.bytes;
	struct encode *encode = open_as(arena, "auto", ',', &bytes);
	assert_string_equal(encode_name(encode), "cp932");
	size_t bad;
	assert_true(encode_text(encode, arena, bytes, &text, &bad));
	encode_close(encode);
	encode_close(open_as(arena, "auto", ',', &expected));
	assert_true(str_equal(text, expected));
	input_close(&sjis);
	input_close(&utf8);
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decided), cmocka_unit_test(cut_whole),
		cmocka_unit_test(texts), cmocka_unit_test(plain),
		cmocka_unit_test(places), cmocka_unit_test(published_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
