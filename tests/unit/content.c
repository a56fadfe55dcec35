/* content - ids, references, table geometry and diagrams of documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/content.h"
#include "doc/docxml.h"
#include "xml/xml.h"

static struct arena *arena;

static struct doc *read_body(const char *body) {
	const char *text = arena_printf(arena,
	    "<document xmlns='urn:geppo:document:1' kind='monthly' xml:lang='ja'>"
	    "<section id='one'><title>A</title>%s</section></document>", body);
	struct _xmlDoc *xml = xml_parse(str_of(text), "test");
	assert_non_null(xml);
	return docxml_read(arena, xml);
}

/* Is the body as it must be, and if not, is one thing said? */
static bool accepts(const char *body) {
	diag_reset();
	struct doc *doc = read_body(body);
	bool good = content_check(arena, doc);
	assert_int_equal(diag_count(DIAG_REFUSE), good ? 0 : 1);
	doc_free(doc);
	return good;
}

static bool accepts_rows(int columns, const char *rows) {
	char col[64] = "";
	size_t n = 0;
	for (int i = 0; i < columns; i++)
		n += (size_t)snprintf(col + n, sizeof col - n, "<col/>");
	return accepts(arena_printf(arena,
	    "<table id='t'>%s<body>%s</body></table>", col, rows));
}

static void test_ids(void **state) {
	(void)state;
	assert_true(accepts("<p id='two'/>"));
	assert_false(accepts("<p id='one'/>"));
}

static void test_references(void **state) {
	(void)state;
	assert_true(accepts("<p><ref to='one'/></p>"));
	assert_false(accepts("<p><ref to='nowhere'/></p>"));
	struct doc *doc = read_body("<p id='p'>x<ref to='one'/></p>");
	assert_true(content_check(arena, doc));
	const struct node *section = doc_child(doc->root, ELEMENT_SECTION);
	const struct node *p = doc_child(section, ELEMENT_P);
	assert_ptr_equal(doc_child(p, ELEMENT_REF)->u.ref.target, section);
	doc_free(doc);
}

static void test_geometry(void **state) {
	(void)state;
	assert_true(accepts_rows(2, "<row><cell/><cell/></row>"));
	assert_false(accepts_rows(2, "<row><cell/></row>"));
	assert_false(accepts_rows(2, "<row><cell/><cell/><cell/></row>"));
	assert_true(accepts_rows(2, "<row><cell colspan='2'/></row>"));
	assert_false(accepts_rows(2, "<row><cell colspan='3'/></row>"));
	assert_false(accepts_rows(2, "<row><cell/><cell colspan='2'/></row>"));
	assert_true(accepts_rows(2, "<row><cell rowspan='2'/><cell/></row>"
	    "<row><cell/></row>"));
	/* a span that leaves its group */
	assert_false(accepts_rows(2, "<row><cell rowspan='2'/><cell/></row>"));
	/* a cell across one that still hangs down */
	assert_false(accepts_rows(3, "<row><cell/><cell rowspan='2'/><cell/></row>"
	    "<row><cell colspan='2'/></row>"));
	assert_true(accepts_rows(3, "<row><cell/><cell rowspan='2'/><cell/></row>"
	    "<row><cell/><cell/></row>"));
	assert_true(accepts_rows(1, ""));
}

static void test_diagram(void **state) {
	(void)state;
	assert_true(accepts("<figure id='g'><diagram><box id='a'/><box id='b'/>"
	    "<edge from='a' to='b'/></diagram><caption/><alt/></figure>"));
	assert_false(accepts("<figure id='g'><diagram><box id='a'/>"
	    "<edge from='a' to='b'/></diagram><caption/><alt/></figure>"));
}

static void test_chart(void **state) {
	(void)state;
	struct doc *doc = read_body("<figure><chart kind='bar' threshold='99.9'>"
	    "<category>8</category><category>9</category><line label='x'>"
	    "<point value='1.5'>1.5</point><point/></line></chart><caption/><alt/>"
	    "</figure>");
	const struct node *figure = doc_child(doc_child(doc->root,
	    ELEMENT_SECTION), ELEMENT_FIGURE);
	const struct node *chart = doc_child(figure, ELEMENT_CHART);
	assert_int_equal(chart->u.chart.kind, DOC_CHART_BAR);
	assert_int_equal(chart->u.chart.categories, 2);
	assert_true(chart->u.chart.line[0].point[0].has);
	assert_int_equal(chart->u.chart.line[0].point[0].value.n, 15);
	assert_false(chart->u.chart.line[0].point[1].has);
	assert_true(chart->u.chart.has_threshold);
	doc_free(doc);
}

/* White space between blocks is no text; in a paragraph it is. */
static void test_space(void **state) {
	(void)state;
	struct doc *doc = read_body("\n <p> a  <em>b</em>\n c </p>\n");
	const struct node *section = doc_child(doc->root, ELEMENT_SECTION);
	assert_null(doc_child(section, ELEMENT_TEXT));
	assert_true(str_is(doc_text(arena, doc_child(section, ELEMENT_P)),
	    "a b c"));
	doc_free(doc);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ids), cmocka_unit_test(test_references),
		cmocka_unit_test(test_geometry), cmocka_unit_test(test_diagram),
		cmocka_unit_test(test_chart), cmocka_unit_test(test_space)
	};
	arena = arena_new();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
