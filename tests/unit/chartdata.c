/*
 * chartdata - sentences that name their figures, captions that lead to the
 * data, and the tables that are made of charts.
 */
#include "doc/chartdata.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

#define SECTION "<section data='charts'><title>D</title></section>"

static struct arena *arena;
static const struct words *words;

static int open_words(void **state) {
	(void)state;
	arena = arena_new();
	words = words_read(arena, NULL, str_of("ja"));
	return words == NULL;
}

static int close_words(void **state) {
	(void)state;
	arena_free(arena);
	return 0;
}

/* What becomes of the blocks, without the element around them. */
static const char *done(const char *blocks) {
	struct _xmlDoc *doc = xml_parse(str_of(arena_printf(arena,
	    "<document>%s</document>", blocks)), "test");
	assert_non_null(doc);
	chartdata_add(arena, words, doc);
	const char *text = str_z(arena, xml_write(arena, doc, false));
	xml_free(doc);
	return text;
}

/* A chart with the title: lines a, b ... of the values 1, 2 ... at the
 * categories 1, 2 ... */
static const char *figure(const char *title, const char *attributes,
    int lines, int categories) {
	struct buf buf = buf_in(arena);
	buf_text(&buf, arena_printf(arena,
	    "<figure %s><chart kind='line' unit='件'>", attributes));
	for (int i = 1; i <= categories; i++)
		buf_text(&buf, arena_printf(arena,
		    "<category>%d月</category>", i));
	for (int l = 0; l < lines; l++) {
		buf_text(&buf, arena_printf(arena, "<line label='%s%c'>",
		    title, 'a' + l));
		for (int i = 1; i <= categories; i++)
			buf_text(&buf, arena_printf(arena,
			    "<point value='%d'>%d</point>", i, i));
		buf_text(&buf, "</line>");
	}
	buf_text(&buf, arena_printf(arena,
	    "</chart><caption>%s</caption><alt>x</alt></figure>", title));
	return str_z(arena, buf_str(&buf));
}

static const char *joined(const char *a, const char *b) {
	return arena_printf(arena, "%s%s", a, b);
}

static size_t count(const char *text, const char *part) {
	size_t n = 0;
	for (; (text = strstr(text, part)) != NULL; text++)
		n++;
	return n;
}

static void has(const char *text, const char *part) {
	if (strstr(text, part) == NULL)
		fail_msg("%s is not in %s", part, text);
}

static void a_sentence_names_its_figure(void **state) {
	(void)state;
	const char *text = done(joined("<p>1件です。</p>", figure("T", "", 1,
	    2)));
	has(text, "<p>1件です（<ref to=\"figure-no-1\"/>）。</p>"
	    "<figure id=\"figure-no-1\">");
	/* nothing to lead from */
	text = done(joined("<p>1件です</p>", figure("T", "id='x'", 1, 2)));
	has(text, "<p>1件です</p><figure id=\"x\">");
	text = done(joined("<p>a<em>b</em>。</p>", figure("T", "", 1, 2)));
	has(text, "<p>a<em>b</em>。</p>");
	text = done(arena_printf(arena, "<section page='slide'><p>1。</p>%s"
	    "</section>", figure("T", "", 1, 2)));
	has(text, "<p>1。</p>");
}

static void a_chart_leads_to_its_data_and_back(void **state) {
	(void)state;
	const char *text = done(joined(figure("T", "id='x'", 1, 2), SECTION));
	has(text, "<caption>T（データは<ref to=\"chart-data-1\"/>）</caption>");
	has(text, "<title>D</title><table id=\"chart-data-1\">"
	    "<caption><ref to=\"x\"/>のデータ</caption>");
	has(text, "<ref to=\"x\"/> Ta（件）</cell>");
	has(text, "<cell align=\"end\">1</cell><cell align=\"end\">2</cell>");
	assert_int_equal(count(text, "<table"), 1);
}

static void data_that_stand_elsewhere_are_not_repeated(void **state) {
	(void)state;
	const char *text = done(arena_printf(arena, "<table id='t-a'/>%s%s",
	    figure("T", "id='x' data='t-a'", 1, 2), SECTION));
	has(text, "データは<ref to=\"t-a\"/>");
	has(text, "<p>該当はありません。</p>");
	assert_int_equal(count(text, "chart-data"), 0);
	/* but where that table is missing they are */
	text = done(joined(figure("T", "id='x' data='t-a'", 1, 2), SECTION));
	has(text, "データは<ref to=\"chart-data-1\"/>");
	/* and without a section for them there is no table */
	text = done(figure("T", "id='x'", 1, 2));
	has(text, "<caption>T</caption>");
	assert_int_equal(count(text, "<table"), 0);
}

static void equal_categories_share_tables(void **state) {
	(void)state;
	const char *text = done(arena_printf(arena, "%s%s%s%s", figure("T",
	    "id='x'", 2, 2), figure("U", "id='y'", 1, 3), figure("V",
	    "id='z'", 1, 2), SECTION));
	assert_int_equal(count(text, "<table"), 2);
	has(text, "<caption><ref to=\"x\"/>ほかのデータ</caption>");
	has(text, "<caption><ref to=\"y\"/>のデータ</caption>");
	has(text, "V（データは<ref to=\"chart-data-1\"/>");
	has(text, "U（データは<ref to=\"chart-data-2\"/>");
	/* none between them shows something else */
	text = done(arena_printf(arena, "%s%s%s", figure("T", "id='x'", 2, 2),
	    figure("V", "id='z'", 1, 2), SECTION));
	has(text, "<caption><ref to=\"x\"/>から<ref to=\"z\"/>までのデータ</caption>");
}

/* 12 lines of 30 categories: two tables of six columns and their heads. */
static void many_lines_stand_in_even_tables(void **state) {
	(void)state;
	const char *text = done(arena_printf(arena, "%s%s%s", figure("T",
	    "id='x'", 7, 30), figure("U", "id='y'", 5, 30), SECTION));
	assert_int_equal(count(text, "<table"), 2);
	assert_int_equal(count(text, "<col "), 14);
	assert_int_equal(count(text, "<row>"), 60);
	assert_int_equal(count(text, "<cell align=\"end\">30</cell>"), 12);
	/* a chart in both leads to the first */
	has(text, "T（データは<ref to=\"chart-data-1\"/>");
	has(text, "U（データは<ref to=\"chart-data-2\"/>");
}

static void bars_tell_what_and_when(void **state) {
	(void)state;
	const char *text = done("<figure id='x'><chart kind='timeline' "
	    "down='指標'><class fill='bad' label='停止'/><class fill='done' "
	    "label='計画'/><mark at='1' label='締め'/><category>1</category>"
	    "<line label='A'><bar from='0' to='1' class='1'>1日から</bar></line>"
	    "<line label='B'/></chart><caption>T</caption><alt>x</alt></figure>"
	    SECTION);
	has(text, "<body><row><cell header=\"yes\">A</cell><cell>計画</cell>"
	    "<cell>1日から</cell></row></body></table>");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_names_its_figure),
		cmocka_unit_test(a_chart_leads_to_its_data_and_back),
		cmocka_unit_test(data_that_stand_elsewhere_are_not_repeated),
		cmocka_unit_test(equal_categories_share_tables),
		cmocka_unit_test(many_lines_stand_in_even_tables),
		cmocka_unit_test(bars_tell_what_and_when),
	};
	return cmocka_run_group_tests(tests, open_words, close_words);
}
