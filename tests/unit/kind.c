/* kind - which documents a period owes, and where clauses are answered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "doc/answers.h"
#include "doc/kind.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static bool owes(enum period_kind period, enum verdict verdict,
    enum kind_id kind) {
	struct figure figure = { .verdict = verdict };
	struct facts facts = { .period = { .kind = period },
	    .figure = &figure, .figures = 1 };
	return kind_fits(kind_at(kind), &facts);
}

static void test_fits(void **state) {
	(void)state;
	assert_true(owes(PERIOD_MONTH, VERDICT_MET, KIND_monthly));
	assert_true(owes(PERIOD_QUARTER, VERDICT_MET, KIND_monthly));
	assert_true(owes(PERIOD_RANGE, VERDICT_MET, KIND_service_level));
	assert_false(owes(PERIOD_YEAR, VERDICT_MET, KIND_monthly));
	assert_false(owes(PERIOD_CONTRACT, VERDICT_MET, KIND_monthly));
	assert_true(owes(PERIOD_YEAR, VERDICT_MET, KIND_annual));
	assert_false(owes(PERIOD_MONTH, VERDICT_MET, KIND_annual));
	assert_false(owes(PERIOD_CONTRACT, VERDICT_MET, KIND_annual));
	assert_true(owes(PERIOD_CONTRACT, VERDICT_MET, KIND_issue_ledger));
	assert_true(owes(PERIOD_DAY, VERDICT_MET, KIND_inspection));
	assert_true(owes(PERIOD_CONTRACT, VERDICT_MET, KIND_handover));
	assert_false(owes(PERIOD_MONTH, VERDICT_MET, KIND_handover));
	assert_true(owes(PERIOD_CONTRACT, VERDICT_MET, KIND_completion));
	assert_true(owes(PERIOD_YEAR, VERDICT_MET, KIND_completion));
}

/* An improvement plan is owed where something was missed, no more. */
static void test_miss(void **state) {
	(void)state;
	assert_true(owes(PERIOD_MONTH, VERDICT_MISSED, KIND_improvement_plan));
	assert_false(owes(PERIOD_MONTH, VERDICT_MET, KIND_improvement_plan));
	assert_false(owes(PERIOD_MONTH, VERDICT_UNDECIDED,
	    KIND_improvement_plan));
	assert_false(owes(PERIOD_YEAR, VERDICT_MISSED, KIND_improvement_plan));
}

static void test_names(void **state) {
	(void)state;
	for (size_t i = 0; i < KINDS; i++) {
		assert_int_equal(kind_find(kind_at(i)->name), i);
		/* the number of a document has the code */
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(kind_at(k)->code,
			    kind_at(i)->code);
	}
	assert_int_equal(kind_find("service_level"), KINDS);
	assert_int_equal(kind_find(""), KINDS);
	/* it names the pages of those before it */
	assert_int_equal(KIND_inspection, KINDS - 1);
}

static struct _xmlNode *add_answer(struct _xmlNode *clause, const char *kind,
    const char *section) {
	struct _xmlNode *answer = xmlnode_add(clause, "answer");
	xmlnode_set(answer, "kind", str_of(kind));
	xmlnode_set(answer, "section", str_of(section));
	return answer;
}

static void test_answers(void **state) {
	(void)state;
	struct arena *arena = arena_new();
	struct answers answers = { .arena = arena };
	const struct words words = { .count = 0 };
	struct _xmlDoc *xml = xml_new("urn:geppo:facts:1", "facts");
	struct _xmlNode *clause = xmlnode_add(xmlnode_add(xml_root(xml),
	    "contract"), "clause");
	struct _xmlNode *found = add_answer(clause, "monthly", "sla");
	struct _xmlNode *astray = add_answer(clause, "monthly", "nowhere");
	struct _xmlNode *unknown = add_answer(clause, "poem", "sla");
	answers_add(&answers, (struct answer_section){ str_of("monthly"),
	    str_of("sla"), str_of("第3章"), str_of("サービスレベル"),
	    str_of("13"), false });
	assert_true(answers_have(&answers, str_of("monthly")));
	assert_false(answers_have(&answers, str_of("annual")));
	answers_put(&answers, &words, xml_root(xml));
	assert_true(str_is(xmlnode_attr(found, "page"), "13"));
	assert_true(str_is(xmlnode_attr(found, "number"), "第3章"));
	assert_true(str_is(xmlnode_attr(found, "document"),
	    "月次運用保守報告書"));
	assert_int_equal(xmlnode_attr(astray, "page").n, 0);
	assert_int_not_equal(xmlnode_attr(astray, "document").n, 0);
	assert_int_equal(xmlnode_attr(unknown, "document").n, 0);
	answers_put(NULL, &words, xml_root(xml));
	xml_free(xml);
	arena_free(arena);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fits),
		cmocka_unit_test(test_miss),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_answers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
