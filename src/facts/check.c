/*
 * check - the named data checks, from check.def.
 *
 * The table is the only list: its order is that of the reports, its functions
 * do nothing but list what they find.
 */
#include "facts/check.h"

#include "base/arena.h"
#include "facts/checkfigure.h"
#include "facts/checkgap.h"
#include "facts/checkjoin.h"
#include "facts/checkledger.h"
#include "facts/checksource.h"
#include "facts/checkstamp.h"
#include "facts/checktext.h"
#include "facts/finding.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

static const struct check checks[CHECKS] = {
#define CHECK(id, name, level, list) [CHECK_##id] = { name, DIAG_##level, list },
#include "facts/check.def"
#undef CHECK
};

const struct check *check_at(enum check_id id) {
	return &checks[id];
}

static struct str summary(struct arena *arena, const struct words *words,
    const char *name, int64_t n) {
	const char *key = arena_printf(arena, "check.%s.one", name);
	if (n == 0)
		return words_find(words, "check.none");
	if (n != 1 || words_maybe(words, key).p == NULL)
		key = arena_printf(arena, "check.%s.some", name);
	return words_fill(arena, words, key, "n", str_z(arena,
	    phrase_int(arena, n)), NULL);
}

static void run(struct arena *arena, struct facts *facts,
    const struct check *check) {
	struct findings findings = finding_begin(arena, facts, check->name);
	check->list(&findings);
	struct fact_check done = { str_of(check->name),
	    words_find(facts->words, arena_printf(arena, "check.%s",
	    check->name)), check->level, findings.count,
	    summary(arena, facts->words, check->name, findings.count) };
	facts->check = arena_room(arena, facts->check, facts->checks,
	    sizeof *facts->check);
	facts->check[facts->checks++] = done;
	if (findings.count == 0)
		return;
	struct fact_table *table = &findings.sheet.table;
	table->title = done.title;
	table->sentence = words_fill(arena, facts->words, "check.sentence",
	    "title", str_z(arena, done.title), "result",
	    str_z(arena, done.sentence), NULL);
	survey_table(arena, facts, sheet_close(&findings.sheet));
}

static void add_table(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "checks");
	sheet_columns(&sheet, "check:id title:text count:int result:text");
	for (size_t i = 0; i < facts->checks; i++) {
		const struct fact_check *check = &facts->check[i];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, check->name);
		sheet_text(&sheet, check->title);
		sheet_int(&sheet, check->count);
		sheet_cell(&sheet, check->sentence, check->sentence,
		    check->count != 0 && check->level != DIAG_NOTE ? TONE_WARN
		    : TONE_NONE);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void check_add(struct arena *arena, struct facts *facts) {
	for (int id = 0; id < CHECKS; id++)
		run(arena, facts, &checks[id]);
	add_table(arena, facts);
}

const struct fact_table *check_found(struct arena *arena,
    const struct facts *facts, const struct fact_check *check) {
	return check->count == 0 ? NULL : facts_table(facts,
	    arena_printf(arena, "check-%s", str_z(arena, check->name)));
}

const struct fact_check *check_refusal(const struct facts *facts) {
	for (size_t i = 0; i < facts->checks; i++)
		if (facts->check[i].level == DIAG_REFUSE
		    && facts->check[i].count != 0)
			return &facts->check[i];
	return NULL;
}
