/* overview - tables over all indicators and targets. */
#include "facts/overview.h"

#include "base/arena.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"
#include "facts/trace.h"

static void add_shown(struct sheet *sheet, struct str value, struct str unit) {
	sheet_cell(sheet, value.n == 0 ? value : phrase_value(sheet->arena,
	    sheet->words, value, unit), value, TONE_NONE);
}

static struct str verdict_text(struct sheet *sheet,
    const struct figure *figure) {
	struct str text = words_fill(sheet->arena, sheet->words, "verdict.text",
	    "mark", str_z(sheet->arena, figure->verdict_mark), "word",
	    str_z(sheet->arena, figure->verdict_word), NULL);
	return figure->preliminary ? words_fill(sheet->arena, sheet->words,
	    "verdict.preliminary", "verdict", str_z(sheet->arena, text), NULL)
	    : text;
}

static size_t count_verdict(const struct facts *facts, enum verdict verdict) {
	size_t n = 0;
	for (size_t i = 0; i < facts->figures; i++)
		n += facts->figure[i].verdict == verdict;
	return n;
}

static const char *count_text(struct arena *arena, const struct facts *facts,
    enum verdict verdict) {
	return str_z(arena, phrase_int(arena, (int64_t)count_verdict(facts,
	    verdict)));
}

static struct str summary_sentence(struct arena *arena,
    const struct facts *facts) {
	bool missed = count_verdict(facts, VERDICT_MISSED) != 0;
	return words_fill(arena, facts->words, missed ? "summary.missed"
	    : "summary.met", "n", str_z(arena, phrase_int(arena,
	    (int64_t)facts->figures)), "met", count_text(arena, facts,
	    VERDICT_MET), "missed", count_text(arena, facts, VERDICT_MISSED),
	    "undecided", count_text(arena, facts, VERDICT_UNDECIDED), "no-data",
	    count_text(arena, facts, VERDICT_NO_DATA), "info",
	    count_text(arena, facts, VERDICT_INFO), NULL);
}

/* In the first year of a contract there is nothing to compare with. */
static bool has_year_before(const struct facts *facts) {
	struct period before;
	return period_year_before(&facts->period, &before)
	    && before.end > facts->contract->term.first;
}

static void add_summary(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "summary");
	bool year = has_year_before(facts);
	sheet_columns(&sheet, "id:id name:text target:text value:decimal "
	    "verdict:status before:decimal change:decimal");
	if (year)
		sheet_columns(&sheet, "year-before:decimal "
		    "year-change:decimal");
	sheet_columns(&sheet, "n:int");
	for (size_t i = 0; i < facts->figures; i++) {
		const struct figure *figure = &facts->figure[i];
		struct str verdict = str_copy(arena,
		    verdict_text(&sheet, figure));
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, figure->indicator->id);
		sheet_text(&sheet, figure->indicator->name);
		sheet_text(&sheet, phrase_target(arena, facts->words,
		    figure->indicator, figure->unit));
		add_shown(&sheet, figure->value, figure->unit);
		sheet_cell(&sheet, verdict, figure->verdict_word, figure->tone);
		add_shown(&sheet, figure->before, figure->unit);
		sheet_text(&sheet, figure->change);
		if (year) {
			add_shown(&sheet, figure->year_before, figure->unit);
			sheet_text(&sheet, figure->year_change);
		}
		sheet_int(&sheet, figure->n);
	}
	sheet.table.wide = year;
	sheet.table.sentence = summary_sentence(arena, facts);
	survey_table(arena, facts, sheet_close(&sheet));
}

/* Of an indicator whose figure is 稼働率 itself; another measure of the same
 * object would only repeat its row. */
static const struct availability *up_rate(const struct outcome *outcome) {
	return outcome->scope->indicator->share == SHARE_UP
	    ? outcome->availability : NULL;
}

static void add_detail(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	struct sheet sheet = sheet_new(arena, facts, "availability-detail");
	sheet_columns(&sheet, "id:id name:text service:duration "
	    "excluded:duration planned-stop:duration unmeasured:duration "
	    "down:duration spells:int value:percent worst:percent best:percent "
	    "coverage:percent total-rate:percent");
	for (size_t i = 0; i < facts->figures; i++) {
		const struct figure *figure = &facts->figure[i];
		const struct availability *a = up_rate(outcomes[i]);
		if (a == NULL)
			continue;
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, figure->indicator->id);
		sheet_text(&sheet, figure->indicator->name);
		sheet_seconds(&sheet, true, a->service);
		sheet_seconds(&sheet, true, a->second[SECOND_EXCLUDED]);
		sheet_seconds(&sheet, true, a->second[SECOND_PLANNED]);
		sheet_seconds(&sheet, true, a->second[SECOND_UNMEASURED]);
		sheet_seconds(&sheet, true, a->second[SECOND_DOWN]);
		sheet_int(&sheet, a->counted);
		add_shown(&sheet, figure->value, figure->unit);
		add_shown(&sheet, figure->worst, figure->unit);
		add_shown(&sheet, figure->best, figure->unit);
		add_shown(&sheet, figure->coverage, figure->unit);
		add_shown(&sheet, figure->total, figure->unit);
	}
	sheet.table.wide = true;
	survey_table(arena, facts, sheet_close(&sheet));
}

/* Spells that ended in the period, and the seconds from their first to their
 * last, at whatever hour. */
static int64_t restored(const struct facts *facts,
    const struct availability *a, int64_t *seconds) {
	int64_t n = 0;
	*seconds = 0;
	for (size_t i = 0; i < a->spells; i++) {
		const struct availability_spell *spell = &a->spell[i];
		if (spell->brief || (spell->seconds == 0 && !spell->continued)
		    || spell->end > facts->rows->end
		    || spell->end >= facts->rows->as_of)
			continue;
		*seconds += spell->end - spell->start;
		n++;
	}
	return n;
}

/* sla.md, Rates: MTTR is the mean restore time, rounded up; MTBF the time up
 * over the number of spells, rounded down; none without a spell. */
static void add_reliability(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	struct sheet sheet = sheet_new(arena, facts, "reliability");
	sheet_columns(&sheet, "id:id name:text spells:int restored:int "
	    "mttr:duration mtbf:duration");
	for (size_t i = 0; i < facts->figures; i++) {
		const struct availability *a = up_rate(outcomes[i]);
		int64_t seconds;
		if (a == NULL)
			continue;
		int64_t n = restored(facts, a, &seconds);
		int64_t up = a->second[SECOND_UP];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, facts->figure[i].indicator->id);
		sheet_text(&sheet, facts->figure[i].indicator->name);
		sheet_int(&sheet, a->counted);
		sheet_int(&sheet, n);
		sheet_seconds(&sheet, n != 0, n == 0 ? 0 : (seconds + n - 1) / n);
		sheet_seconds(&sheet, a->counted != 0, a->counted == 0 ? 0
		    : up / a->counted);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static struct str outage_state(struct sheet *sheet, const struct facts *facts,
    const struct availability_spell *spell) {
	bool before = spell->start < facts->rows->start;
	bool after = spell->end >= facts->rows->as_of;
	const char *key = spell->brief ? "outage.brief"
	    : before && after ? "outage.through" : before ? "outage.continued"
	    : after ? "outage.open" : "outage.closed";
	return words_find(sheet->words, key);
}

static void add_outages(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	struct sheet sheet = sheet_new(arena, facts, "outages");
	sheet_columns(&sheet, "id:id name:text start:instant end:instant "
	    "duration:duration down:duration state:status source:text");
	for (size_t i = 0; i < facts->figures; i++) {
		const struct availability *a = up_rate(outcomes[i]);
		for (size_t k = 0; a != NULL && k < a->spells; k++) {
			const struct availability_spell *spell = &a->spell[k];
			struct origin origin;
			struct str source = trace_source(arena, facts,
			    outcomes[i]->scope, spell, &origin);
			sheet_row(&sheet, origin);
			sheet_text(&sheet, facts->figure[i].indicator->id);
			sheet_text(&sheet, facts->figure[i].indicator->name);
			sheet_instant(&sheet, true, spell->start);
			sheet_instant(&sheet, spell->end < facts->rows->as_of,
			    spell->end);
			sheet_seconds(&sheet, true, spell->end - spell->start);
			sheet_seconds(&sheet, true, spell->seconds);
			sheet_text(&sheet, outage_state(&sheet, facts, spell));
			sheet_text(&sheet, source);
		}
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static void add_target(struct sheet *sheet, const struct facts *facts,
    const struct target *target) {
	static const struct rows_population nobody;
	const struct rows *rows = facts->rows;
	struct indicator indicator = availability_plain(target);
	struct scope scope = { sheet->arena, rows, NULL, &indicator, &nobody,
	    rows->start, rows->end, rows->as_of };
	struct outcome out = { .scope = &scope, .factor = 100 };
	const struct availability *a = availability_measure(&scope);
	int64_t measured = a->second[SECOND_UP] + a->second[SECOND_DOWN];
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, target->id);
	sheet_text(sheet, target->name);
	sheet_seconds(sheet, true, measured);
	sheet_seconds(sheet, true, a->second[SECOND_DOWN]);
	sheet_seconds(sheet, true, a->second[SECOND_UNMEASURED]);
	sheet_int(sheet, a->counted);
	add_shown(sheet, outcome_show(&out, (struct ratio){
	    a->second[SECOND_UP], measured }), str_of("%"));
}

static void add_targets(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "targets");
	sheet_columns(&sheet, "monitored:id name:text measured:duration "
	    "down:duration unmeasured:duration spells:int "
	    "availability:percent");
	for (size_t i = 0; i < facts->contract->leaves; i++)
		add_target(&sheet, facts, facts->contract->leaf[i]);
	survey_table(arena, facts, sheet_close(&sheet));
}

void overview_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	add_summary(arena, facts);
	add_detail(arena, facts, outcomes);
	add_reliability(arena, facts, outcomes);
	add_targets(arena, facts);
	add_outages(arena, facts, outcomes);
}
