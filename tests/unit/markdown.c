/* markdown - CommonMark and tables of pipes as blocks of a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/markdown.h"
#include "xml/xml.h"

static struct arena *arena;

/* The blocks of text between <b> and </b>, as XML. */
static const char *blocks(const char *text) {
	struct _xmlDoc *doc = xml_new(NULL, "b");
	markdown_add(arena, xml_root(doc), str_of(text), str_of(""));
	struct str xml = xml_write(arena, doc, false);
	xml_free(doc);
	const char *from = strstr(str_z(arena, xml), "<b>");
	if (from == NULL)
		return "";
	const char *to = strstr(from, "</b>");
	return arena_copy(arena, from + 3, (size_t)(to - from) - 3);
}

static void test_ruby(void **state) {
	(void)state;
	assert_string_equal(blocks("字は｜葛《かつら》、｜辻《つじ》。"),
	    "<p>字は<ruby base=\"葛\">かつら</ruby>、"
	    "<ruby base=\"辻\">つじ</ruby>。</p>");
	assert_string_equal(blocks("資料《案》と｜線、｜《空》｜甲《》"),
	    "<p>資料《案》と｜線、｜《空》｜甲《》</p>");
}

static void test_blocks(void **state) {
	(void)state;
	assert_string_equal(blocks("一つ\n\n二つ"), "<p>一つ</p><p>二つ</p>");
	assert_string_equal(blocks("- a\n- b"),
	    "<list><item><p>a</p></item><item><p>b</p></item></list>");
	assert_string_equal(blocks("1. a"),
	    "<list ordered=\"yes\"><item><p>a</p></item></list>");
	assert_string_equal(blocks("> a"), "<callout><p>a</p></callout>");
	assert_string_equal(blocks("# 見出し"), "<p><strong>見出し</strong></p>");
	assert_string_equal(blocks("    x\n    y"),
	    "<p><code>x</code></p><p><code>y</code></p>");
	assert_string_equal(blocks(""), "");
	assert_string_equal(blocks("---"), "");
}

static void test_inline(void **state) {
	(void)state;
	assert_string_equal(blocks("*a* **b** `c`"),
	    "<p><em>a</em> <strong>b</strong> <code>c</code></p>");
	assert_string_equal(blocks("[x](https://example.jp/)"),
	    "<p><link href=\"https://example.jp/\">x</link></p>");
	/* a program is no address, a picture is its words */
	assert_string_equal(blocks("[x](javascript:alert(1))"), "<p>x</p>");
	assert_string_equal(blocks("![絵](a.png)"), "<p>絵</p>");
}

/* A broken line is a blank between words, nothing between ideographs. */
static void test_breaks(void **state) {
	(void)state;
	assert_string_equal(blocks("漢字\nかな"), "<p>漢字かな</p>");
	assert_string_equal(blocks("one\ntwo"), "<p>one two</p>");
	assert_string_equal(blocks("漢字\nA"), "<p>漢字 A</p>");
}

static void test_hostile(void **state) {
	(void)state;
	assert_string_equal(blocks("<script>alert(1)</script>"),
	    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
	assert_string_equal(blocks("a <b>c</b> & d"),
	    "<p>a &lt;b&gt;c&lt;/b&gt; &amp; d</p>");
	assert_string_equal(blocks("a\x01\xff"),
	    "<p>a\xef\xbf\xbd\xef\xbf\xbd</p>");
	struct buf deep = buf_in(arena);
	for (int i = 0; i < 5000; i++)
		buf_text(&deep, "> ");
	buf_text(&deep, "x");
	assert_non_null(strstr(blocks(buf_z(&deep)), "x</p>"));
}

static void test_table(void **state) {
	(void)state;
	assert_string_equal(blocks("| a | b |\n|---|--:|\n| **1** | 2 |"),
	    "<table><col align=\"start\"/><col align=\"end\"/>"
	    "<head><row kind=\"head\"><cell header=\"yes\">a</cell>"
	    "<cell header=\"yes\">b</cell></row></head><body><row>"
	    "<cell align=\"start\"><strong>1</strong></cell>"
	    "<cell align=\"end\">2</cell></row></body></table>");
	/* no delimiter line, or another number of columns: text */
	assert_string_equal(blocks("| a | b |\n| 1 | 2 |"),
	    "<p>| a | b | | 1 | 2 |</p>");
	assert_null(strstr(blocks("| a |\n|---|---|"), "<table>"));
	/* short rows are filled, long ones lose no word */
	assert_non_null(strstr(blocks("| a | b |\n|---|---|\n| 1 |"),
	    "<cell align=\"start\">1</cell><cell align=\"start\"/></row>"));
	assert_non_null(strstr(blocks("| a | b |\n|---|---|\n| 1 | 2 | 3 |"),
	    ">2 | 3</cell></row>"));
	assert_non_null(strstr(blocks("| a |\n|---|\n| 1\\|2 |"),
	    ">1|2</cell>"));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ruby), cmocka_unit_test(test_blocks), cmocka_unit_test(test_inline),
		cmocka_unit_test(test_breaks), cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_table)
	};
	arena = arena_new();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
