/* number - numbers of what has one, and references that say them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "doc/number.h"
#include "xml/xml.h"

static struct arena *arena;
static const struct words *words;

static struct str numbered(const char *text) {
	struct _xmlDoc *xml = xml_parse(str_of(text), "made");
	number_document(arena, words, xml);
	struct str after = xml_write(arena, xml, false), first;
	xml_free(xml);
	str_cut(&after, '\n', &first);
	return str_trim(after);
}

#define assert_becomes(before, after) \
	assert_string_equal(str_z(arena, numbered(before)), after)

static void sections_are_counted_in_their_section(void **state) {
	(void)state;
	assert_becomes("<document><section/><section><section/><section>"
	    "<section/><section/></section></section></document>",
	    "<document><section number=\"第1章\"/><section number=\"第2章\">"
	    "<section number=\"2.1\"/><section number=\"2.2\">"
	    "<section number=\"(1)\"/><section number=\"(2)\"/></section>"
	    "</section></document>");
}

static void tables_are_counted_through_where_they_have_a_caption(void **state) {
	(void)state;
	assert_becomes("<document><table><caption/></table><section><table/>"
	    "<figure/><table><caption/></table></section></document>",
	    "<document><table number=\"表1\"><caption/></table>"
	    "<section number=\"第1章\"><table/><figure number=\"図1\"/>"
	    "<table number=\"表2\"><caption/></table></section></document>");
}

static void a_footnote_keeps_its_own_id(void **state) {
	(void)state;
	assert_becomes("<document><p><footnote/><footnote id=\"a\"/></p>"
	    "</document>", "<document><p>"
	    "<footnote id=\"note-1\" number=\"注1\"/>"
	    "<footnote id=\"a\" number=\"注2\"/></p></document>");
}

/* Also of what comes behind it; of what has no number the title; of nothing,
 * nothing: content.c reports it. */
static void a_reference_says_the_number(void **state) {
	(void)state;
	assert_becomes("<document><p><ref to=\"s\">x</ref><ref to=\"t\"/>"
	    "<ref to=\"none\"/></p><table id=\"t\"><title>題</title></table>"
	    "<section id=\"s\"/></document>", "<document><p>"
	    "<ref to=\"s\">第1章</ref><ref to=\"t\">題</ref><ref to=\"none\"/>"
	    "</p><table id=\"t\"><title>題</title></table>"
	    "<section id=\"s\" number=\"第1章\"/></document>");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_are_counted_in_their_section),
		cmocka_unit_test(
		    tables_are_counted_through_where_they_have_a_caption),
		cmocka_unit_test(a_footnote_keeps_its_own_id),
		cmocka_unit_test(a_reference_says_the_number),
	};
	arena = arena_new();
	words = words_read(arena, NULL, str_of("ja"));
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
