/* statement - an outcome as documents show it. */
#include "facts/statement.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/judge.h"
#include "facts/phrase.h"

/* Does the where clause name the metric in quotes? */
static bool names(struct arena *arena, struct str where, struct str metric) {
	const char *quoted = arena_printf(arena, "'%.*s'", (int)metric.n,
	    metric.p);
	return strstr(str_z(arena, where), quoted) != NULL;
}

/* The unit that all series share which the indicator's clause names. */
static struct str metric_unit(const struct rows *rows,
    const struct indicator *indicator) {
	struct arena *scratch = arena_new();
	struct str unit = { NULL, 0 };
	bool agree = true;
	for (size_t i = 0; i < rows->series_count; i++) {
		const struct rows_series *series = &rows->series[i];
		if (!names(scratch, indicator->where, series->metric))
			continue;
		agree = agree && (unit.n == 0 || str_equal(unit, series->unit));
		unit = series->unit;
	}
	arena_free(scratch);
	return agree ? unit : (struct str){ NULL, 0 };
}

/* "%" of shares, else the unit of what is counted or measured. */
static struct str unit_of(const struct rows *rows, const struct words *words,
    const struct indicator *indicator) {
	bool hours = str_is(indicator->measured, "hours")
	    || str_is(indicator->sum, "hours");
	switch (indicator->kind) {
	case INDICATOR_AVAILABILITY:
		return indicator->share == SHARE_MTBF
		    ? words_find(words, "unit.hours") : str_of("%");
	case INDICATOR_CLOCK:
	case INDICATOR_RATE:
		return str_of("%");
	case INDICATOR_COUNT:
		return words_find(words, indicator->per != PER_NOTHING
		    ? "unit.per-hour" : hours ? "unit.hours" : "unit.count");
	default:
		break;
	}
	if (indicator->capacity.n != 0)
		return str_of("%");
	if (indicator->start.n != 0)
		return words_find(words, indicator->unit_seconds == 60
		    ? "unit.minutes" : indicator->unit_seconds == DATE_HOUR
		    ? "unit.hours" : "unit.days");
	if (indicator->records == RECORD_metric)
		return metric_unit(rows, indicator);
	return words_maybe(words, hours ? "unit.hours" : "unit.other");
}

/* A rate of sums is no part of its records. */
static const char *kind_of(const struct indicator *indicator) {
	bool sums = indicator->of != NULL || indicator->sum.n != 0;
	return indicator->kind == INDICATOR_RATE && sums ? "sql"
	    : contract_kind_name(indicator->kind);
}

/* Texts that only one kind has: keys `sentence.KIND.VERDICT`. */
static struct str sentence(struct arena *arena, const struct words *words,
    const struct outcome *outcome, const struct figure *figure) {
	const struct indicator *indicator = figure->indicator;
	const char *key = arena_printf(arena, "sentence.%s.%s",
	    kind_of(indicator), judge_name(figure->verdict));
	return words_fill(arena, words, key, "name",
	    str_z(arena, indicator->name), "value", str_z(arena,
	    phrase_value(arena, words, figure->value, figure->unit)), "target",
	    str_z(arena, phrase_target(arena, words, indicator, figure->unit)),
	    "n", str_z(arena, phrase_int(arena, figure->n)), "scored",
	    str_z(arena, phrase_int(arena, outcome->exact.den)), "part",
	    str_z(arena, phrase_int(arena, outcome->exact.num)), "missed",
	    str_z(arena, phrase_int(arena, figure->missed)), "open",
	    str_z(arena, phrase_int(arena, figure->open)), "unjudged",
	    str_z(arena, phrase_int(arena, figure->unjudged)), "worst",
	    str_z(arena, phrase_value(arena, words, figure->worst,
	    figure->unit)), "best", str_z(arena, phrase_value(arena, words,
	    figure->best, figure->unit)), NULL);
}

/* The remark where one miss alone breaks the target; with a target of all
 * that is no matter of small numbers.  NULL where it does not apply. */
static const char *fragile_key(const struct outcome *outcome) {
	const struct indicator *indicator = outcome->scope->indicator;
	static const struct decimal all = { 100, 0 };
	bool clock = indicator->kind == INDICATOR_CLOCK;
	enum comparison op = clock ? indicator->attainment_op : indicator->op;
	struct decimal target = clock ? indicator->attainment_value
	    : indicator->value;
	if ((!clock && indicator->kind != INDICATOR_RATE)
	    || indicator->of != NULL || indicator->sum.n != 0
	    || !judge_fragile(outcome->exact.den, op, target))
		return NULL;
	return ratio_compare_decimal(target, all) < 0 ? "remark.fragile"
	    : "remark.every";
}

/* The days of the period before or after the contract's term. */
static int64_t days_outside(const struct scope *scope) {
	const struct contract *contract = scope->rows->contract;
	int64_t first = date_day_of(scope->start, contract->offset);
	int64_t end = date_day_of(scope->end - 1, contract->offset) + 1;
	int64_t from = contract->term.first > first ? contract->term.first
	    : first;
	int64_t to = contract->term.end < end ? contract->term.end : end;
	return end - first - (to > from ? to - from : 0);
}

static struct str remark(struct arena *arena, const struct words *words,
    const struct outcome *outcome, const struct figure *figure) {
	struct buf buf = buf_in(arena);
	const char *fragile = fragile_key(outcome);
	if (fragile != NULL)
		phrase_add(&buf, words, words_find(words, fragile));
	if (figure->indicator->kind == INDICATOR_AVAILABILITY
	    && days_outside(outcome->scope) != 0)
		phrase_add(&buf, words, words_fill(arena, words, "remark.term", "days",
		    str_z(arena, phrase_int(arena,
		    days_outside(outcome->scope))), NULL));
	if (figure->second[SECOND_UNMEASURED] != 0)
		phrase_add(&buf, words, words_fill(arena, words, "remark.unmeasured",
		    "seconds", str_z(arena, ratio_hms(arena,
		    figure->second[SECOND_UNMEASURED])), "coverage",
		    str_z(arena, phrase_value(arena, words, figure->coverage,
		    figure->unit)), NULL));
	if (figure->unjudged != 0)
		phrase_add(&buf, words, words_fill(arena, words, "remark.unjudged", "n",
		    str_z(arena, phrase_int(arena, figure->unjudged)), NULL));
	return buf_str(&buf);
}

static void read_values(struct figure *figure, const struct outcome *outcome) {
	figure->ratio = outcome->ratio;
	figure->has_ratio = outcome->has_ratio;
	figure->n = outcome->n;
	figure->missed = outcome->missed;
	figure->open = outcome->open;
	figure->unjudged = outcome->unjudged;
	figure->has_missed = outcome->has_missed;
	figure->has_scores = outcome->has_scores;
	figure->value = outcome_show(outcome, outcome->exact);
	figure->worst = outcome_show(outcome, outcome->worst);
	figure->best = outcome_show(outcome, outcome->best);
	figure->coverage = outcome_show(outcome, outcome->coverage);
	figure->total = outcome_show(outcome, outcome->total);
	figure->verdict = outcome->verdict;
	figure->tone = judge_tone(outcome->verdict);
	figure->preliminary = outcome->scope->as_of < outcome->scope->end;
	if (outcome->availability != NULL)
		memcpy(figure->second, outcome->availability->second,
		    sizeof figure->second);
}

struct figure statement_figure(struct arena *arena, const struct words *words,
    const struct outcome *outcome) {
	const char *verdict = judge_name(outcome->verdict);
	struct figure figure = { .indicator = outcome->scope->indicator };
	read_values(&figure, outcome);
	/* num and den of a query are a share, as those of a rate are */
	figure.unit = outcome->has_ratio ? str_of("%")
	    : unit_of(outcome->scope->rows, words, figure.indicator);
	figure.verdict_word = words_find(words, arena_printf(arena,
	    "verdict.%s", verdict));
	figure.verdict_mark = words_find(words, arena_printf(arena,
	    "verdict.%s.mark", verdict));
	figure.sentence = sentence(arena, words, outcome, &figure);
	figure.remark = remark(arena, words, outcome, &figure);
	return figure;
}
