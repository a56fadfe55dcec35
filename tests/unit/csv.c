/*
 * csv - RFC 4180 and its breaches, public torture files, and a scan that
 * looks at every byte as the judge of the one that does not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "read/csv.h"

static const char torture[] = "../shared/data/csv_torture";

static const char *const fault_names[] = {
	[CSV_UNCLOSED] = "unclosed", [CSV_STRAY] = "stray",
	[CSV_AFTER] = "after", [CSV_NUL] = "nul", [CSV_LONG] = "long",
	[CSV_WIDE] = "wide",
};

/* A row as `LINE[a|b|c]` or `LINE!fault@offset`. */
static void put_row(struct buf *buf, const struct csv_row *row) {
	buf_int(buf, row->line);
	if (row->fault != CSV_GOOD) {
		buf_char(buf, '!');
		buf_text(buf, fault_names[row->fault]);
		buf_char(buf, '@');
		buf_int(buf, (int64_t)row->at);
	}
	for (size_t i = 0; i < row->fields; i++) {
		buf_char(buf, i == 0 ? '[' : '|');
		buf_add(buf, row->field[i]);
	}
	buf_text(buf, row->fault == CSV_GOOD ? "]" : "");
	buf_char(buf, ' ');
}

static const char *rows_of(struct arena *arena, struct str bytes,
    char separator) {
	struct csv *csv = csv_new(arena, arena, bytes, separator);
	struct buf buf = buf_in(arena);
	struct csv_row row;
	while (csv_next(csv, &row))
		put_row(&buf, &row);
	return buf_z(&buf);
}

static void check(const char *text, const char *expected) {
	struct arena *arena = arena_new();
	assert_string_equal(rows_of(arena, str_of(text), ','), expected);
	arena_free(arena);
}

static void good_rows(void **state) {
	(void)state;
	check("", "");
	check("a", "1[a] ");
	check("a,b\n1,2", "1[a|b] 2[1|2] ");
	check("a,b\r\n1,2\r\n", "1[a|b] 2[1|2] ");
	check("a,b\r1,2\r", "1[a|b] 2[1|2] ");
	check("a,\n,b\n,", "1[a|] 2[|b] 3[|] ");
	check("\"a\",\"b,c\"\n", "1[a|b,c] ");
	check("\"\",\"\"\"\"\n", "1[|\"] ");
	check("\"a\n\r\nb\",c\nd,e", "1[a\n\r\nb|c] 4[d|e] ");
	check("a,\"b\"", "1[a|b] ");
	check(" a , b\t\n", "1[ a | b\t] ");
}

static void blank_lines(void **state) {
	(void)state;
	check("\n\r\n\r\ra\n\n\nb\n\n", "5[a] 8[b] ");
	check("\"\"\n", "1[] ");
}

static void faults(void **state) {
	(void)state;
	check("a,b\nx,\"y\n1,2\n3,4\n", "1[a|b] 2!unclosed@2 3[1|2] 4[3|4] ");
	check("x,\"y\n1,2\n3,\"4\"\n5,6", "1!unclosed@2 2[1|2] 3[3|4] 4[5|6] ");
	check("\"m\nn\",\"y\n1,2", "1!unclosed@6 3[1|2] ");
	check("x,y\"z\"\n1,2", "1!stray@3 2[1|2] ");
	check("x, \"y\"\n1,2", "1!stray@3 2[1|2] ");
	check("x,\"y\"z,\"\n1,2", "1!after@5 2[1|2] ");
	check("\"", "1!unclosed@0 ");
	check("a\r\n\"b\r\nc", "1[a] 2!unclosed@0 3[c] ");
}

static void nul_bytes(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct str text = { "a,b\n1\0,2\n\"3\0\",4\n5,6", 19 };
	assert_string_equal(rows_of(arena, text, ','),
	    "1[a|b] 2!nul@1 3!nul@2 4[5|6] ");
	arena_free(arena);
}

static void separators(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	assert_string_equal(rows_of(arena, str_of("a;b,c\n"), ';'),
	    "1[a|b,c] ");
	assert_string_equal(rows_of(arena, str_of("a\tb\n"), '\t'), "1[a|b] ");
	assert_string_equal(rows_of(arena, str_of("a|\"b|\"\n"), '|'),
	    "1[a|b|] ");
	/* the trail byte of U+30BD in CP932 is a backslash, of U+8868 too */
	assert_string_equal(rows_of(arena, str_of("\x83\x5c,\x95\x5c\n"), ','),
	    "1[\x83\x5c|\x95\x5c] ");
	arena_free(arena);
}

static void limits(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct buf buf = buf_in(arena);
	for (size_t i = 0; i < LIMIT_COLUMNS; i++)
		buf_char(&buf, ',');
	buf_text(&buf, "\n1\n");
	struct csv *csv = csv_new(arena, arena, buf_str(&buf), ',');
	struct csv_row row;
	assert_true(csv_next(csv, &row));
	assert_int_equal(row.fault, CSV_WIDE);
	assert_true(csv_next(csv, &row));
	assert_int_equal(row.line, 2);
	assert_int_equal(row.fields, 1);

	size_t n = LIMIT_FIELD_BYTES + 8;
	char *field = arena_alloc(arena, n + 6);
	memset(field, 'x', n);
	memcpy(field + n, ",a\n1,2", 6);
	struct str bytes = { field, n + 6 };
	assert_string_equal(rows_of(arena, bytes, ','), "1!long@0 2[1|2] ");
	field[0] = '"';
	field[4] = '\n';
	assert_string_equal(rows_of(arena, bytes, ','),
	    "1!unclosed@0 2!long@0 3[1|2] ");
	arena_free(arena);
}

static void field_offsets(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct str text = str_of("a,\"b,\"\"c\n\",,d\n");
	struct csv *csv = csv_new(arena, arena, text, ',');
	struct csv_row row;
	assert_true(csv_next(csv, &row));
	static const size_t offsets[] = { 0, 2, 11, 12 };
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(csv_field_at(csv, &row, i), offsets[i]);
	assert_int_equal(row.raw.n, text.n - 1);
	arena_free(arena);
}

/* ----- the judge: one byte after the other, the rules as csv.h has them */

struct judge {
	struct str text;
	size_t at;
	int64_t line;
	struct buf *buf;
};

static int peek(const struct judge *j, size_t at) {
	return at < j->text.n ? (unsigned char)j->text.p[at] : -1;
}

static bool is_line_end(int c) {
	return c == '\r' || c == '\n';
}

static size_t judge_line_end(const struct judge *j, size_t at) {
	return at + (at < j->text.n) + (peek(j, at) == '\r'
	    && peek(j, at + 1) == '\n');
}

/* Put the field at *at; CSV_GOOD moves *at behind it. */
static enum csv_fault judge_field(struct judge *j, struct buf *row, size_t *at,
    int64_t *lines, size_t *fault_at) {
	size_t i = *at;
	bool quoted = peek(j, i) == '"';
	int64_t passed = 0;
	for (i += quoted;;) {
		int c = peek(j, i);
		*fault_at = i;
		if (c == -1 && quoted)
			return *fault_at = *at, CSV_UNCLOSED;
		if (c == 0)
			return *lines += passed, CSV_NUL;
		if (!quoted && (c == ',' || c == -1 || is_line_end(c)))
			break;
		if (c == '"' && !quoted)
			return CSV_STRAY;
		if (c == '"' && peek(j, i + 1) != '"')
			break;
		buf_char(row, (char)c);
		if (quoted && is_line_end(c)) {
			passed++;
			if (judge_line_end(j, i) == i + 2)
				buf_char(row, (char)peek(j, ++i));
		}
		i += c == '"' ? 2 : 1;
	}
	int after = peek(j, i + quoted);
	if (quoted && after != ',' && after != -1 && !is_line_end(after)) {
		*fault_at = passed != 0 ? *at : i + 1;
		return passed != 0 ? CSV_UNCLOSED : CSV_AFTER;
	}
	*lines += passed;
	*at = i + quoted;
	return CSV_GOOD;
}

static void judge_row(struct judge *j, struct arena *arena) {
	struct buf row = buf_in(arena);
	size_t at = j->at;
	size_t fault_at = 0;
	int64_t lines = 0;
	enum csv_fault fault;
	for (;;) {
		buf_char(&row, at == j->at ? '[' : '|');
		fault = judge_field(j, &row, &at, &lines, &fault_at);
		if (fault != CSV_GOOD || peek(j, at) != ',')
			break;
		at++;
	}
	buf_int(j->buf, j->line);
	if (fault == CSV_GOOD) {
		buf_add(j->buf, buf_str(&row));
		buf_text(j->buf, "] ");
	} else {
		struct csv_row faulty = { .line = 0, .fault = fault,
		    .at = fault_at - j->at };
		j->buf->n -= j->line < 10 ? 1 : j->line < 100 ? 2 : 3;
		faulty.line = j->line;
		put_row(j->buf, &faulty);
		for (at = fault_at; at < j->text.n && !is_line_end(peek(j, at));)
			at++;
	}
	j->at = judge_line_end(j, at);
	j->line += lines + 1;
}

static const char *judge_rows(struct arena *arena, struct str text) {
	struct buf buf = buf_in(arena);
	struct judge j = { text, 0, 1, &buf };
	while (j.at < text.n)
		if (is_line_end(peek(&j, j.at))) {
			j.at = judge_line_end(&j, j.at);
			j.line++;
		} else {
			judge_row(&j, arena);
		}
	return buf_z(&buf);
}

static void random_bytes(void **state) {
	(void)state;
	static const char alphabet[] = "aaaaaa,,,\"\"\n\r\0";
	struct arena *arena = arena_new();
	uint64_t seed = 20261121;
	for (int round = 0; round < 60000; round++) {
		char text[200];
		size_t n = 0;
		seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
		/* with all, without NUL, without CR */
		unsigned letters = 14 - (unsigned)(round % 3);
		size_t length = (size_t)(seed >> 40) % sizeof text;
		for (; n < length; n++) {
			seed = seed * UINT64_C(6364136223846793005)
			    + 1442695040888963407;
			text[n] = alphabet[(seed >> 33) % letters];
		}
		struct str bytes = { text, n };
		assert_string_equal(rows_of(arena, bytes, ','),
		    judge_rows(arena, bytes));
		arena_reset(arena);
	}
	arena_free(arena);
}

/* ----- files of csv-spectrum and csv-test-data against their JSON twins */

/* All strings of the JSON text, each followed by a newline. */
static const char *json_strings(struct arena *arena, struct str json) {
	struct buf buf = buf_in(arena);
	bool inside = false;
	for (size_t i = 0; i < json.n; i++) {
		char c = json.p[i];
		if (c == '"') {
			if (inside)
				buf_char(&buf, '\n');
			inside = !inside;
		} else if (inside && c == '\\') {
			c = json.p[++i];
			buf_char(&buf, c == 'n' ? '\n' : c == 'r' ? '\r' : c);
		} else if (inside) {
			buf_char(&buf, c);
		}
	}
	return buf_z(&buf);
}

/* The fields of all rows; with names, each behind its header. */
static const char *csv_strings(struct arena *arena, struct str bytes,
    bool names) {
	struct csv *csv = csv_new(arena, arena, bytes, ',');
	struct buf buf = buf_in(arena);
	struct str header[64];
	struct csv_row row;
	for (bool first = true; csv_next(csv, &row); first = false) {
		assert_int_equal(row.fault, CSV_GOOD);
		for (size_t i = 0; i < row.fields; i++) {
			if (first)
				header[i] = row.field[i];
			if (first && names)
				continue;
			if (names) {
				buf_add(&buf, header[i]);
				buf_char(&buf, '\n');
			}
			buf_add(&buf, row.field[i]);
			buf_char(&buf, '\n');
		}
	}
	return buf_z(&buf);
}

static struct str torture_file(struct arena *arena, const char *folder,
    const char *kind, const char *name) {
	struct str bytes = { NULL, 0 };
	const char *path = arena_printf(arena, "%s/%s/%s/%s.%s", torture, folder,
	    kind, name, kind[0] == 'j' ? "json" : "csv");
	if (!file_read(arena, path, 1 << 20, &bytes))
		fail_msg("cannot read %s", path);
	return bytes;
}

static bool has_torture(void) {
	if (file_exists(torture))
		return true;
	printf("skipped: no %s\n", torture);
	return false;
}

static void check_twin(const char *folder, const char *kind,
    const char *name) {
	struct arena *arena = arena_new();
	struct str csv = torture_file(arena, folder, kind, name);
	struct str json = torture_file(arena, folder, "json", name);
	bool names = memchr(json.p, '{', json.n) != NULL
	    || memchr(json.p, '"', json.n) == NULL;
	assert_string_equal(csv_strings(arena, csv, names),
	    json_strings(arena, json));
	arena_free(arena);
}

static void spectrum(void **state) {
	(void)state;
	/* the stored newlines_crlf.csv has lost its CR, its twin has not */
	static const char *const names[] = { "comma_in_quotes", "empty",
	    "empty_crlf", "escaped_quotes", "json", "newlines",
	    "quotes_and_newlines", "simple", "simple_crlf", "utf8" };
	for (size_t i = 0; has_torture() && i < sizeof names / sizeof *names;
	    i++)
		check_twin("csv-spectrum", "csvs", names[i]);
}

static void test_data(void **state) {
	(void)state;
	/* all-empty and empty-one-column hold empty lines, which are no rows */
	static const char *const names[] = { "empty-field", "header-no-rows",
	    "header-simple", "leading-space", "one-column", "quotes-empty",
	    "quotes-with-comma", "quotes-with-escaped-quote",
	    "quotes-with-newline", "quotes-with-space", "simple-crlf",
	    "simple-lf", "trailing-newline-one-field", "trailing-newline",
	    "trailing-space", "utf8" };
	for (size_t i = 0; has_torture() && i < sizeof names / sizeof *names;
	    i++)
		check_twin("csv-test-data", "csv", names[i]);
}

static void bad_data(void **state) {
	(void)state;
	static const char *const bad[][2] = {
		{ "bad-missing-quote", "1[foo|bar|baz] 2!unclosed@2 " },
		{ "bad-quotes-with-unescaped-quote",
		    "1[foo|bar|baz] 2!after@18 " },
		{ "bad-unescaped-quote", "1[foo|bar|baz] 2!stray@7 " },
		{ "bad-header-less-fields", "1[foo|bar|baz] 2[1|2] " },
		{ "bad-header-more-fields", "1[foo|bar|baz] 2[1|2|3|4] " },
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; has_torture() && i < sizeof bad / sizeof *bad; i++)
		assert_string_equal(rows_of(arena, torture_file(arena,
		    "csv-test-data", "csv", bad[i][0]), ','), bad[i][1]);
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_rows), cmocka_unit_test(blank_lines),
		cmocka_unit_test(faults), cmocka_unit_test(nul_bytes),
		cmocka_unit_test(separators), cmocka_unit_test(limits),
		cmocka_unit_test(field_offsets),
		cmocka_unit_test(random_bytes), cmocka_unit_test(spectrum),
		cmocka_unit_test(test_data), cmocka_unit_test(bad_data),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
