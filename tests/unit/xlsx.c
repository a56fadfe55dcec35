/* xlsx - cells as numbers, dates and text; workbooks that say the same at any
 * time and hold nothing that runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "emit/xlsx.h"
#include "emit/xlsxcell.h"
#include "sample_facts.h"

static struct arena *arena;
static const struct words *words;
static char path[] = "/tmp/geppo-xlsx-XXXXXX";

static struct xlsxcell cell(enum column_type type, const char *text,
    const char *value) {
	const struct fact_cell from = { str_of(text), str_of(value),
	    TONE_NONE };
	return xlsxcell_of(arena, type, &from, 9 * 3600);
}

#define assert_number(cell_, number_, format_) do { \
	struct xlsxcell got = cell_; \
	assert_int_equal(got.kind, XLSXCELL_NUMBER); \
	assert_true(got.number == (number_)); \
	assert_string_equal(got.format, format_); \
} while (0)

#define assert_text(cell_, text_, format_) do { \
	struct xlsxcell got = cell_; \
	assert_int_equal(got.kind, XLSXCELL_TEXT); \
	assert_true(str_is(got.text, text_)); \
	assert_string_equal(got.format, format_); \
} while (0)

static void test_numbers(void **state) {
	(void)state;
	assert_number(cell(COLUMN_INT, "1,944,000", "1944000"), 1944000,
	    "#,##0");
	assert_number(cell(COLUMN_INT, "2026", "2026"), 2026, "0");
	assert_number(cell(COLUMN_PERCENT, "99.90％", "99.90"), 99.90,
	    "#,##0.00\"％\"");
	assert_number(cell(COLUMN_DECIMAL, "-0.25", "-0.25"), -0.25,
	    "#,##0.00");
	assert_number(cell(COLUMN_DECIMAL, "+0.3件", "+0.3"), 0.3,
	    "+#,##0.0\"件\";-#,##0.0\"件\"");
	assert_number(cell(COLUMN_DECIMAL, "99.6", "99.695"), 99.695, "0.000");
	assert_number(cell(COLUMN_DECIMAL, "5\"", "5"), 5, "#,##0");
	assert_number(cell(COLUMN_INT, "x", "999999999999999"),
	    999999999999999.0, "0");
	assert_text(cell(COLUMN_INT, "1000000000000000", "1000000000000000"),
	    "1000000000000000", "General");
	assert_true(cell(COLUMN_INT, "1", "1000000000000000").long_number);
	assert_true(cell(COLUMN_INT, "1", "99999999999999999999").long_number);
	assert_text(cell(COLUMN_INT, "なし", ""), "なし", "General");
	assert_false(cell(COLUMN_INT, "なし", "").long_number);
	assert_int_equal(cell(COLUMN_INT, "", "").kind, XLSXCELL_BLANK);
}

static void test_times(void **state) {
	(void)state;
	assert_number(cell(COLUMN_DATE, "2026-10-01", "2026-10-01"), 46296,
	    "yyyy\\-mm\\-dd");
	assert_number(cell(COLUMN_DATE, "1900-03-01", "1900-03-01"), 61,
	    "yyyy\\-mm\\-dd");
	assert_text(cell(COLUMN_DATE, "1900-02-28", "1900-02-28"),
	    "1900-02-28", "General");
	assert_number(cell(COLUMN_INSTANT, "", "2026-10-01T06:00:00+09:00"),
	    46296.25, "yyyy\\-mm\\-dd hh:mm");
	assert_number(cell(COLUMN_INSTANT, "", "2026-10-01T00:00:27+09:00"),
	    46296 + 27 / 86400.0, "yyyy\\-mm\\-dd hh:mm:ss");
	assert_number(cell(COLUMN_DURATION, "36:00:00", "129600"), 1.5,
	    "[h]:mm:ss");
	assert_text(cell(COLUMN_DURATION, "1日", "86400"), "1日", "General");
}

static void test_texts(void **state) {
	(void)state;
	assert_text(cell(COLUMN_TEXT, "=1+1", "=1+1"), "=1+1", "@");
	assert_text(cell(COLUMN_ID, "0012", "0012"), "0012", "General");
	char *text = arena_array(arena, 40001, 1);
	memset(text, 'x', 40000);
	assert_int_equal(cell(COLUMN_TEXT, text, text).text.n, 32767);
	assert_true(cell(COLUMN_TEXT, text, text).cut);
}

static size_t number_at(const char *p, size_t n) {
	size_t value = 0;
	while (n-- > 0)
		value = value << 8 | (unsigned char)p[n];
	return value;
}

/* The file of the name in the archive, inflated: its directory is at the end
 * (APPNOTE 4.3.12). */
static const char *part(struct str zip, const char *name) {
	const char *at = zip.p + zip.n - 22, *entry;
	size_t entries = number_at(at + 10, 2);
	entry = zip.p + number_at(at + 16, 4);
	for (size_t i = 0; i < entries; i++) {
		size_t length = number_at(entry + 28, 2);
		if (length == strlen(name)
		    && memcmp(entry + 46, name, length) == 0)
			break;
		entry += 46 + length + number_at(entry + 30, 2)
		    + number_at(entry + 32, 2);
	}
	const char *local = zip.p + number_at(entry + 42, 4);
	size_t room = number_at(entry + 24, 4);
	char *out = arena_array(arena, room + 1, 1);
	z_stream stream = { .next_in = (Bytef *)(uintptr_t)(local + 30
	    + number_at(local + 26, 2) + number_at(local + 28, 2)),
	    .avail_in = (uInt)number_at(entry + 20, 4),
	    .next_out = (Bytef *)out, .avail_out = (uInt)room };
	assert_int_equal(inflateInit2(&stream, -15), Z_OK);
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	inflateEnd(&stream);
	return out;
}

static struct str written(const struct facts *facts,
    const struct xlsx_sheet *sheet, size_t sheets) {
	struct str bytes;
	const struct xlsx book = { str_of("題<&>"), sheet, sheets };
	assert_true(xlsx_write(arena, facts, &book, path));
	assert_true(file_read(arena, path, LIMIT_TEMPLATE_BYTES, &bytes));
	return bytes;
}

static void test_book(void **state) {
	(void)state;
	const struct facts *facts = sample_facts(arena, "tests/unit", words);
	struct fact_table table = facts->table[0];
	const char *long_title =
	    "題目が長い題目が長い題目が長い題目が長い題目が長い題目が長い";
	struct xlsx_sheet sheet[] = { { &table, str_of("表1"), str_of("月報") },
	    { &table, str_of("[a]:*?/\\'"), { NULL, 0 } },
	    { &table, str_of("[a]:*?/\\'"), { NULL, 0 } },
	    { &table, { NULL, 0 }, { NULL, 0 } } };
	table.title = str_of(long_title);
	table.row[0].cell[1] = sample_cell("_x0041_ _x004_", "", TONE_NONE);
	table.row[0].cell[2] = sample_cell("1,200.5", "1200.5", TONE_NONE);
	struct str once = written(facts, sheet, 4);
	assert_true(str_equal(once, written(facts, sheet, 4)));

	const char *xml = part(once, "xl/worksheets/sheet1.xml");
	assert_null(strstr(xml, "<f>"));
	assert_null(strstr(xml, "hyperlink"));
	assert_non_null(strstr(xml, "<v>1200.5</v>"));
	assert_non_null(strstr(xml, "state=\"frozen\""));
	/* the total stays below what is filtered */
	assert_non_null(strstr(xml, "<autoFilter ref=\"A5:F8\"/>"));
	assert_non_null(strstr(xml, "paperSize=\"9\""));
	assert_non_null(strstr(xml, "orientation=\"landscape\""));
	xml = part(once, "xl/sharedStrings.xml");
	assert_non_null(strstr(xml, ">=HYPERLINK("));
	assert_non_null(strstr(xml, "工数は作業履歴による。"));
	assert_non_null(strstr(xml, "&lt;script&gt;"));
	assert_non_null(strstr(xml, ">_x005F_x0041_ _x004_<"));
	xml = part(once, "xl/workbook.xml");
	assert_non_null(strstr(xml, "name=\"_a_______ 題"));
	assert_non_null(strstr(xml, "~2\""));
	assert_non_null(strstr(xml, "!$A:$A,'表1 題目が長い題目が長い題'!$5:$5<"));
	xml = part(once, "docProps/core.xml");
	assert_non_null(strstr(xml, "<dc:title>題&lt;&amp;&gt;</dc:title>"));
	assert_non_null(strstr(xml, "2026-10-31T15:00:00Z</dcterms:created>"));
}

/* What a spreadsheet cannot hold is said below the table. */
static void test_notes(void **state) {
	(void)state;
	const struct facts *facts = sample_facts(arena, "tests/unit", words);
	struct fact_table table = facts->table[0];
	struct xlsx_sheet sheet = { &table, { NULL, 0 }, { NULL, 0 } };
	const char *note = str_z(arena, words_find(words, "xlsx.exact"));
	assert_null(strstr(part(written(facts, &sheet, 1),
	    "xl/sharedStrings.xml"), note));
	table.row[0].cell[2] = sample_cell("1234567890123456",
	    "1234567890123456", TONE_NONE);
	assert_non_null(strstr(part(written(facts, &sheet, 1),
	    "xl/sharedStrings.xml"), note));
}

static int set_up(void **state) {
	(void)state;
	arena = arena_new();
	words = words_read(arena, NULL, str_of("ja"));
	return words == NULL;
}

static int tear_down(void **state) {
	(void)state;
	unlink(path);
	arena_free(arena);
	return 0;
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_book),
		cmocka_unit_test(test_notes),
	};
	int fd = mkstemp(path);
	if (fd < 0)
		return 1;
	close(fd);
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
