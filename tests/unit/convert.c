/* convert - the text of each kind of field, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "contract/contract.h"
#include "read/convert.h"

static const struct contract contract = { .offset = 9 * 3600 };

/* The text as the field of the record type would hold it, or `refused`. */
static const char *read_as(struct arena *arena, const char *type,
    const char *field, const struct source *source,
    const struct source_column *column, const char *text) {
	const struct record_type *t = record_type(record_find(str_of(type)));
	int index = record_field_find(t, str_of(field));
	struct convert convert;
	struct value value;
	convert_init(&convert, arena, &t->field[index], &contract, source,
	    column, contract.offset);
	/* twice: the second reading may use what the first remembered */
	for (int i = 0; i < 2; i++)
		if (!convert_text(&convert, arena, str_of(text), false, &value))
			return "refused";
	struct buf buf = buf_in(arena);
	if (value.kind == VALUE_TEXT)
		buf_add(&buf, value.text);
	else if (value.kind == VALUE_DECIMAL)
		buf_add(&buf, ratio_exact(arena, (struct decimal){ value.n,
		    value.scale }));
	else if (value.kind == VALUE_INT && t->field[index].kind == FIELD_INSTANT)
		date_write_iso(&buf, value.n, contract.offset);
	else if (value.kind == VALUE_INT && t->field[index].kind == FIELD_DATE)
		date_write_day(&buf, value.n);
	else if (value.kind == VALUE_INT)
		buf_int(&buf, value.n);
	else
		buf_text(&buf, "empty");
	return buf_z(&buf);
}

static const struct source plain_source = { .separator = ',' };

static void check(const char *type, const char *field, const char *text,
    const char *expected) {
	struct arena *arena = arena_new();
	const char *found = read_as(arena, type, field, &plain_source, NULL,
	    text);
	if (strcmp(found, expected) != 0)
		fail_msg("%s.%s `%s`: %s, expected %s", type, field, text,
		    found, expected);
	arena_free(arena);
}

/* What the short way reads is what the long one does: texts of the characters
 * of numbers and instants, at random. */
static void check_common(struct convert *convert, struct str text,
    int *common) {
	struct arena *arena = arena_new();
	struct value brief, value;
	if (convert_common(convert, text, &brief)) {
		++*common;
		assert_true(convert_text(convert, arena, text, true, &value));
		assert_int_equal(brief.kind, value.kind);
		assert_int_equal(brief.n, value.n);
		assert_int_equal(value.kind == VALUE_DECIMAL ? brief.scale : 0,
		    value.kind == VALUE_DECIMAL ? value.scale : 0);
	}
	arena_free(arena);
}

static void short_ways(void **state) {
	(void)state;
	static const char letters[] = "0123456789.0123456789.-+e: T";
	const struct record_type *metric = record_type(RECORD_metric);
	struct arena *arena = arena_new();
	uint64_t random = 1;
	int common[2] = { 0, 0 };
	for (int field = 0; field < 2; field++) {
		struct convert convert;
		struct value value;
		convert_init(&convert, arena, &metric->field[record_field_find(
		    metric, str_of(field == 0 ? "at" : "value"))], &contract,
		    &plain_source, NULL, contract.offset);
		convert_text(&convert, arena, str_of("2026-10-01 00:00"), true,
		    &value);
		for (int i = 0; i < 100000; i++) {
			char text[] = "2026-10-01 12:34:56";
			size_t n = field == 0 ? 16 + random % 2 * 3
			    : 1 + random % 11;
			for (size_t k = 0; k < (field == 0 ? 3u : n); k++) {
				random = random * 6364136223846793005u
				    + 1442695040888963407u;
				size_t at = field == 0 ? (random >> 40) % 19 : k;
				text[at] = letters[(random >> 33)
				    % (sizeof letters - 1)];
			}
			check_common(&convert, (struct str){ text, n },
			    &common[field]);
		}
	}
	arena_free(arena);
	assert_true(common[0] > 100 && common[1] > 1000);
}

static void instants(void **state) {
	(void)state;
	check("metric", "at", "2026-10-05 09:30",
	    "2026-10-05T09:30:00+09:00");
	check("metric", "at", "2026-10-05T09:30:15",
	    "2026-10-05T09:30:15+09:00");
	check("metric", "at", "2026-10-05T00:30:15Z",
	    "2026-10-05T09:30:15+09:00");
	check("metric", "at", "2026/10/5 9:30", "2026-10-05T09:30:00+09:00");
	check("metric", "at", "令和8年10月5日 9:30",
	    "2026-10-05T09:30:00+09:00");
	check("metric", "at", "2026-10-05 24:00", "2026-10-06T00:00:00+09:00");
	check("metric", "at", "2026-10-05", "2026-10-05T00:00:00+09:00");
	check("metric", "at", "2026-10-05 09:60", "refused");
	check("metric", "at", "2026-02-29 09:00", "refused");
	check("metric", "at", "2026-10-05 ab:cd", "refused");
	check("metric", "at", "", "empty");
}

/* Before any day was read none is remembered: JSON can hold NUL characters. */
static void no_day_yet(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	const struct record_type *metric = record_type(RECORD_metric);
	static const char text[] = "\0\0\0\0\0\0\0\0\0\0 09:30";
	struct convert convert;
	struct value value;
	convert_init(&convert, arena, &metric->field[0], &contract,
	    &plain_source, NULL, contract.offset);
	assert_false(convert_text(&convert, arena, (struct str){ text,
	    sizeof text - 1 }, false, &value));
	arena_free(arena);
}

static void forms(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct source source = { .dates = str_of("D/M/YYYY h:mm") };
	struct source_column column = { .form = str_of("MM/DD/YYYY hh:mm:ss") };
	assert_string_equal(read_as(arena, "ticket", "received_at", &source,
	    NULL, "29/2/2016 01:16"), "2016-02-29T01:16:00+09:00");
	assert_string_equal(read_as(arena, "ticket", "received_at", &source,
	    NULL, "2016-02-29 01:16"), "refused");
	assert_string_equal(read_as(arena, "ticket", "received_at", &source,
	    &column, "09/19/2017 09:51:39"), "2017-09-19T09:51:39+09:00");
	arena_free(arena);
}

static void dates(void **state) {
	(void)state;
	check("change", "approved_on", "2026-10-05", "2026-10-05");
	check("change", "approved_on", "2026/10/5", "2026-10-05");
	check("change", "approved_on", "R8.10.5", "2026-10-05");
	check("change", "approved_on", "令和８年１０月５日", "2026-10-05");
	check("change", "approved_on", "2026/10/5 0:00", "2026-10-05");
	check("change", "approved_on", "5 Oct", "refused");
}

static void numbers(void **state) {
	(void)state;
	check("metric", "value", "12.50", "12.50");
	check("metric", "value", "-0.5", "-0.5");
	check("metric", "value", "１２．５", "12.5");
	check("metric", "value", "0.20199999999999999", "0.202");
	check("metric", "value", "51.846000000000004", "51.846");
	check("metric", "value", "-1.5e-05", "-0.000015");
	check("metric", "value", "1e-10", "0");
	check("metric", "value", "5e-10", "0.000000001");
	check("metric", "value", "2.5E3", "2500");
	check("metric", "value", "1e400", "refused");
	check("metric", "value", "99999999999999999999", "refused");
	check("metric", "value", "1,234", "refused");
	check("metric", "value", "1.2.3", "refused");
	check("metric", "value", "12%", "refused");
	check("metric", "value", ".", "refused");
	check("metric", "value", "NaN", "refused");
	check("work", "hours", "1.25", "1.25");
	check("job", "exit_code", "-1", "-1");
	check("job", "exit_code", "１２", "12");
	check("job", "records", "1,502", "refused");
	check("job", "records", "1.0", "refused");
}

static void truths(void **state) {
	(void)state;
	static const char *const yes[] = { "true", "TRUE", "yes", "Yes", "1",
	    "はい", "○", "１" };
	static const char *const no[] = { "false", "No", "0", "いいえ", "×" };
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		check("ticket", "known", yes[i], "1");
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		check("ticket", "known", no[i], "0");
	check("ticket", "known", "2", "refused");
	check("ticket", "known", "maybe", "refused");
}

static void words(void **state) {
	(void)state;
	check("status", "state", "down", "down");
	check("status", "state", "Down", "down");
	check("status", "state", "停止", "down");
	check("work", "status", "In progress", "in_progress");
	check("status", "state", "broken", "refused");

	struct arena *arena = arena_new();
	struct source_word map[] = { { str_of("failed"), str_of("down") },
	    { str_of("-"), str_of("unknown") }, { str_of("skip"), str_of("") } };
	struct source_column column = { .word = map, .words = 3 };
	struct source source = { .missing = str_of("- ? n/a") };
	static const char *const cases[][2] = { { "failed", "down" },
	    { "-", "unknown" }, { "skip", "empty" }, { "?", "empty" },
	    { "n/a", "empty" }, { "up", "up" }, { "Failed", "refused" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(read_as(arena, "status", "state", &source,
		    &column, cases[i][0]), cases[i][1]);
	arena_free(arena);
}

static void texts(void **state) {
	(void)state;
	check("work", "title", "二行\r\nの件名", "二行 の件名");
	check("work", "action", "一行\r\n二行\r三行\n四行", "一行\n二行\n三行\n四行");
	check("work", "action", "a\tb", "a\tb");
	check("work", "title", "\x1b[31m赤", "\uFFFD[31m赤");
	check("work", "title", "\uFF0D\uFFE5", "\uFF0D\uFFE5");
	check("work", "title", "\uFFFF", "\uFFFD");
	check("work", "title", "=cmd", "=cmd");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_day_yet),
		cmocka_unit_test(short_ways),
		cmocka_unit_test(instants), cmocka_unit_test(forms),
		cmocka_unit_test(dates), cmocka_unit_test(numbers),
		cmocka_unit_test(truths), cmocka_unit_test(words),
		cmocka_unit_test(texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
