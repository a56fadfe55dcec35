/* compose - facts and template into a document, from hand-made facts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diag.h"
#include "doc/compose.h"
#include "doc/factxml.h"
#include "sample_facts.h"
#include "xml/xml.h"
#include "xml/xslt.h"

static struct arena *arena;
static const struct words *words;
static struct xslt *xslt;

/* A workspace without texts or templates of its own. */
static struct doc *compose_sample(void) {
	diag_reset();
	struct doc *doc = compose_document(arena, xslt,
	    sample_facts(arena, "tests/unit", words), KIND_monthly, NULL);
	assert_non_null(doc);
	assert_int_equal(diag_worst(), DIAG_NOTE);
	return doc;
}

static const struct node *node_of(const struct doc *doc, const char *id) {
	const struct node *node = doc->root;
	while (node != NULL && !str_is(node->id, id))
		node = doc_next(doc->root, node, false);
	return node;
}

static void test_facts_grammar(void **state) {
	(void)state;
	struct _xmlDoc *xml = factxml_build(arena,
	    sample_facts(arena, "tests/unit", words), kind_at(KIND_monthly),
	    NULL);
	assert_true(xml_valid(xml, NULL, "xsl/schema/facts.rng"));
	xml_free(xml);
}

static void test_cover(void **state) {
	(void)state;
	struct doc *doc = compose_sample();
	assert_true(str_is(doc->title, "月次運用保守報告書"));
	assert_true(str_is(doc->subtitle, "令和8年10月分"));
	assert_true(str_is(doc->mark, "速報"));
	assert_true(str_is(doc->version, "第1.0版"));
	assert_true(str_is(doc->city, "見本市 情報政策課"));
	assert_int_equal(doc->modified, 1793458800);
	const struct node *cover = doc_child(doc->root, ELEMENT_COVER);
	assert_non_null(doc_child(cover, ELEMENT_FORM));
	assert_true(str_is(doc_text(arena, doc_child(cover, ELEMENT_APPROVALS)),
	    "作成審査承認"));
	const struct node *history = doc_child(doc->root, ELEMENT_HISTORY);
	assert_non_null(strstr(str_z(arena, doc_text(arena, history)), "初版"));
	doc_free(doc);
}

/* Every chapter of requirements.md section 6 stands, empty or not. */
static void test_chapters(void **state) {
	(void)state;
	static const char *const id[] = { "summary", "work", "sla",
		"availability", "capacity", "inspection", "inquiries",
		"incidents", "issues", "changes", "training", "business",
		"improvement", "schedule", "duties", "other", "basis",
		"traces" };
	struct doc *doc = compose_sample();
	size_t n = 0;
	for (const struct node *node = doc->root->first; node != NULL;
	    node = node->next) {
		if (node->type != ELEMENT_SECTION)
			continue;
		assert_true(n < SAMPLE_COUNT(id) && str_is(node->id, id[n]));
		assert_true(str_is(node->number,
		    arena_printf(arena, "第%zu章", ++n)));
	}
	assert_int_equal(n, SAMPLE_COUNT(id));
	doc_free(doc);
}

static void test_numbers(void **state) {
	(void)state;
	struct doc *doc = compose_sample();
	assert_true(str_is(node_of(doc, "figure-A1")->number, "3.1"));
	/* an id of the contract may be any text */
	assert_true(str_is(node_of(doc, "figure-N_2f3_20_e3_81_82")->number,
	    "3.2"));
	assert_true(str_is(node_of(doc, "t-summary")->number, "表1"));
	assert_true(str_is(node_of(doc, "t-systems")->number, "表2"));
	assert_true(str_is(node_of(doc, "trend-A1")->number, "図2"));
	assert_true(str_is(node_of(doc, "sla")->clause, "別紙3-36"));
	const struct node *clauses = node_of(doc, "t-clauses");
	assert_non_null(strstr(str_z(arena, doc_text(arena, clauses)),
	    "第3章 サービスレベル"));
	doc_free(doc);
}

static void test_table(void **state) {
	(void)state;
	struct doc *doc = compose_sample();
	const struct node *table = node_of(doc, "t-summary");
	assert_int_equal(table->u.table.columns, 4);
	assert_true(str_is(table->u.table.note, "工数は作業履歴による。"));
	const char *text = str_z(arena, doc_text(arena, table));
	assert_non_null(strstr(text, "工数（時間）"));
	assert_non_null(strstr(text, "<script>alert(1)</script> & \"引用\""));
	assert_non_null(strstr(text, "=HYPERLINK(\"x\")\xef\xbf\xbd"));
	const struct node *body = doc_child(table, ELEMENT_BODY);
	assert_int_equal(body->last->u.row.kind, DOC_ROW_TOTAL);
	const struct node *status = doc_child(body->first->last,
	    ELEMENT_STATUS);
	assert_int_equal(status->tone, DOC_TONE_GOOD);
	/* an empty table is a sentence */
	assert_null(node_of(doc, "t-issues"));
	assert_non_null(strstr(str_z(arena, doc_text(arena,
	    node_of(doc, "issues"))), "当月の該当はありません。"));
	doc_free(doc);
}

static void test_blank_slot(void **state) {
	(void)state;
	struct doc *doc = compose_sample();
	const struct node *section = node_of(doc, "summary-1");
	const struct node *form = doc_child(section, ELEMENT_FORM);
	assert_int_equal(form->first->u.field.lines, 10);
	assert_true(str_is(form->first->u.field.label, "所見"));
	assert_non_null(doc_child(section, ELEMENT_NOTE));
	assert_non_null(strstr(str_z(arena, doc_text(arena,
	    node_of(doc, "t-slots"))), "所見未記入"));
	doc_free(doc);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts_grammar),
		cmocka_unit_test(test_cover), cmocka_unit_test(test_chapters),
		cmocka_unit_test(test_numbers), cmocka_unit_test(test_table),
		cmocka_unit_test(test_blank_slot)
	};
	arena = arena_new();
	words = words_read(arena, NULL, str_of("ja"));
	xslt = xslt_new(NULL);
	int failed = words == NULL ? 1
	    : cmocka_run_group_tests(tests, NULL, NULL);
	xslt_free(xslt);
	arena_free(arena);
	return failed;
}
