/* levels - what came of each level of a clock. */
#include "facts/levels.h"

#include "base/arena.h"
#include "facts/clause.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

struct str levels_name(struct arena *arena, const struct words *words,
    const struct indicator *indicator, int level) {
	if (level < 0)
		return words_find(words, "chart.level.none");
	const struct indicator_level *at = &indicator->level[level];
	return at->name.n != 0 ? at->name : clause_text(arena, words,
	    indicator->records, at->where);
}

static struct str limit_text(struct sheet *sheet,
    const struct indicator *indicator, int level) {
	if (level < 0 && indicator->target.n == 0)
		return (struct str){ NULL, 0 };
	return phrase_duration(sheet->arena, sheet->words, level < 0
	    ? indicator->limit : indicator->level[level].target);
}

/* The share as the figure of all levels shows its own. */
static void add_share(struct sheet *sheet, const struct outcome *outcome,
    int64_t met, int64_t judged) {
	struct str share = judged == 0 ? (struct str){ NULL, 0 }
	    : outcome_show(outcome, (struct ratio){ met, judged });
	sheet_cell(sheet, share.n == 0 ? share : phrase_value(sheet->arena,
	    sheet->words, share, str_of("%")), share, TONE_NONE);
}

static void add_level(struct sheet *sheet, const struct figure *figure,
    const struct outcome *outcome, int level) {
	const struct clock *clock = outcome->clock;
	int64_t n[CLOCK_SCORES] = { 0 }, all = 0;
	for (size_t i = 0; i < clock->entries; i++)
		if (clock->entry[i].level == level) {
			n[clock->entry[i].score]++;
			all++;
		}
	if (level < 0 && all == 0)
		return;
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, figure->indicator->id);
	sheet_text(sheet, figure->indicator->name);
	sheet_text(sheet, levels_name(sheet->arena, sheet->words,
	    figure->indicator, level));
	sheet_text(sheet, limit_text(sheet, figure->indicator, level));
	sheet_int(sheet, all);
	sheet_int(sheet, n[CLOCK_MET]);
	sheet_int(sheet, n[CLOCK_MISSED]);
	sheet_int(sheet, n[CLOCK_OPEN]);
	add_share(sheet, outcome, n[CLOCK_MET], n[CLOCK_MET] + n[CLOCK_MISSED]);
}

void levels_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	struct sheet sheet = sheet_new(arena, facts, "levels");
	sheet_columns(&sheet, "id:id name:text level:text limit:text "
	    "n:int level-met:int level-missed:int open:int level-share:percent");
	for (size_t i = 0; i < facts->figures; i++) {
		const struct indicator *indicator = facts->figure[i].indicator;
		if (outcomes[i]->clock == NULL || indicator->levels == 0)
			continue;
		for (int level = 0; level < (int)indicator->levels; level++)
			add_level(&sheet, &facts->figure[i], outcomes[i], level);
		add_level(&sheet, &facts->figure[i], outcomes[i], -1);
	}
	if (sheet.table.rows != 0)
		survey_table(arena, facts, sheet_close(&sheet));
}
