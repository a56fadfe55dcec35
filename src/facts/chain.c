/*
 * chain - the improvement chain.
 *
 * It is read off the verdicts of the months of the trend; nobody keeps
 * a state.  A month without a verdict leaves an item as it is.  The plan made
 * for one month is judged by the next figure: the target is met again, the
 * value came nearer to it, or it did not.
 */
#include "facts/chain.h"

#include "base/arena.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"
#include "facts/trend.h"

/* Only months count; a longer period is told by its last one. */
static void follow(const struct facts *facts, struct figure *figure) {
	struct chain chain = { 0 };
	struct trend_months months = trend_months(facts);
	for (int i = 0; i < months.come; i++) {
		enum verdict verdict = figure->monthly[i];
		if (chain.recovered)
			chain = (struct chain){ .before = chain.before + 1 };
		if (verdict == VERDICT_MISSED && chain.misses++ == 0)
			chain.since = months.first[i];
		chain.streak = verdict == VERDICT_MISSED ? chain.streak + 1 : 0;
		chain.recovered = verdict == VERDICT_MET && chain.misses != 0;
	}
	figure->chain = chain;
}

static struct str month_name(struct arena *arena, const struct facts *facts,
    int64_t first) {
	struct period month = period_month(first);
	return phrase_period(arena, facts->words, &month);
}

static const char *state_of(const struct chain *chain) {
	return chain->recovered ? "chain.recovered"
	    : chain->misses > 1 ? "chain.again" : chain->before != 0
	    ? "chain.returned" : "chain.opened";
}

static void add_item(struct sheet *sheet, const struct facts *facts,
    const struct figure *figure) {
	const struct chain *chain = &figure->chain;
	const struct words *words = facts->words;
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, figure->indicator->id);
	sheet_text(sheet, figure->indicator->name);
	sheet_text(sheet, phrase_target(sheet->arena, words,
	    figure->indicator, figure->unit));
	sheet_text(sheet, month_name(sheet->arena, facts, chain->since));
	sheet_int(sheet, chain->misses);
	sheet_int(sheet, chain->streak);
	sheet_int(sheet, chain->before);
	sheet_cell(sheet, phrase_value(sheet->arena, words, figure->value,
	    figure->unit), figure->value, TONE_NONE);
	sheet_cell(sheet, figure->verdict_word, figure->verdict_word,
	    figure->tone);
	sheet_word(sheet, state_of(chain), chain->recovered ? TONE_GOOD
	    : chain->misses > 1 ? TONE_BAD : TONE_WARN);
}

/* Is the value nearer to its target than the one before?  Negative, zero,
 * positive. */
static int nearer(const struct figure *figure, const struct fact_point *now,
    const struct fact_point *before) {
	const struct indicator *indicator = figure->indicator;
	enum comparison op = indicator->kind == INDICATOR_CLOCK
	    ? indicator->attainment_op : indicator->op;
	int order = ratio_compare_decimal(now->value, before->value);
	return op == COMPARE_LE ? -order : order;
}

/* How the plan of the month before came out. */
static const char *effect_of(const struct figure *figure, int month,
    int since) {
	const struct fact_point *point = figure->trend->line[0].point;
	enum verdict verdict = figure->monthly[month];
	if (month == since)
		return "effect.planned";
	if (verdict == VERDICT_MET)
		return "effect.met";
	if (verdict != VERDICT_MISSED || !point[month].has
	    || !point[month - 1].has)
		return "effect.open";
	return nearer(figure, &point[month], &point[month - 1]) > 0
	    ? "effect.nearer" : "effect.none";
}

static void add_months(struct sheet *sheet, const struct facts *facts,
    const struct figure *figure) {
	static const char *const verdicts[] = {
		[VERDICT_MET] = "verdict.met",
		[VERDICT_MISSED] = "verdict.missed",
		[VERDICT_NO_DATA] = "verdict.no-data",
		[VERDICT_UNDECIDED] = "verdict.undecided",
		[VERDICT_INFO] = "verdict.info"
	};
	const struct fact_point *point = figure->trend->line[0].point;
	struct trend_months months = trend_months(facts);
	int since = 0;
	while (months.first[since] != figure->chain.since)
		since++;
	for (int i = since; i < months.come; i++) {
		if (figure->monthly[i] == VERDICTS)
			continue;
		sheet_sum(sheet, ROW_BODY);
		sheet_text(sheet, figure->indicator->id);
		sheet_text(sheet, month_name(sheet->arena, facts,
		    months.first[i]));
		sheet_cell(sheet, phrase_value(sheet->arena, facts->words,
		    point[i].text, figure->unit), point[i].text, TONE_NONE);
		sheet_word(sheet, verdicts[figure->monthly[i]], TONE_NONE);
		sheet_word(sheet, effect_of(figure, i, since), TONE_NONE);
	}
}

void chain_add(struct arena *arena, struct facts *facts) {
	struct sheet items = sheet_new(arena, facts, "improvement-chain");
	struct sheet months = sheet_new(arena, facts, "improvement-months");
	sheet_columns(&items, "id:id name:text target:text since:text "
	    "misses:int streak:int returns:int value:decimal verdict:status "
	    "state:status");
	sheet_columns(&months,
	    "id:id month:text value:decimal verdict:status effect:text");
	for (size_t i = 0; i < facts->figures; i++) {
		follow(facts, &facts->figure[i]);
		if (facts->figure[i].chain.misses == 0)
			continue;
		add_item(&items, facts, &facts->figure[i]);
		add_months(&months, facts, &facts->figure[i]);
	}
	survey_table(arena, facts, sheet_close(&items));
	survey_table(arena, facts, sheet_close(&months));
}
