/*
 * burndown - the error budget as it is used up.
 *
 * The last point is what the trace says is left.  Values are minutes, cut to a
 * tenth: never more left, and never more used, than there is.
 */
#include "facts/burndown.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/phrase.h"
#include "facts/picture.h"
#include "facts/ruler.h"
#include "facts/trend.h"

/* Seconds of a tenth of a minute. */
#define TENTH 6

bool burndown_applies(const struct indicator *indicator) {
	return indicator->kind == INDICATOR_AVAILABILITY
	    && indicator->op == COMPARE_GE && indicator->share == SHARE_UP;
}

int64_t burndown_allowed(const struct indicator *indicator,
    const struct availability *a) {
	int64_t agreed = a->second[SECOND_UP] + a->second[SECOND_DOWN]
	    + a->second[SECOND_UNMEASURED];
	__int128 whole = 100 * ratio_power(indicator->value.scale);
	return (int64_t)((__int128)agreed * (whole - indicator->value.n)
	    / whole);
}

static struct fact_point minutes(struct arena *arena, int64_t seconds) {
	struct decimal value = { seconds / TENTH, 1 };
	return (struct fact_point){ .has = true, .value = value,
	    .text = ratio_grouped(arena, ratio_exact(arena, value)) };
}

/* What is left at each edge that has been reached, and the even pace: what is
 * allowed is that of the time up to there. */
static void add_lines(struct picture *picture, const struct ruler *ruler,
    const struct availability *a, int64_t allowed, int64_t as_of) {
	struct arena *arena = picture->arena;
	const struct words *words = picture->facts->words;
	struct fact_point *left = picture_line(picture, words_find(words,
	    "chart.budget.left"))->point;
	struct fact_point *pace = picture_line(picture, words_find(words,
	    "chart.budget.pace"))->point;
	size_t come = 0;
	while (come < ruler->count && ruler->edge[come] < as_of)
		come++;
	for (size_t i = 0; i < come; i++) {
		left[i] = minutes(arena, allowed - span_length_in(
		    a->span[SECOND_DOWN], ruler->edge[0], ruler->edge[i + 1]));
		pace[i] = minutes(arena, allowed
		    * (int64_t)(come - i - 1) / (int64_t)come);
	}
	for (size_t i = come; i < ruler->count; i++)
		left[i] = pace[i] = trend_to_come(picture->facts);
}

static struct str sentence(struct arena *arena, const struct words *words,
    struct str title, int64_t allowed, int64_t used) {
	int64_t left = allowed - used;
	return words_fill(arena, words, left < 0 ? "chart.budget.over"
	    : "chart.budget.text", "title", str_z(arena, title), "allowed",
	    str_z(arena, ratio_hms(arena, allowed)), "used", str_z(arena,
	    ratio_hms(arena, used)), "left", str_z(arena, ratio_hms(arena,
	    left < 0 ? -left : left)), NULL);
}

static void add(struct arena *arena, struct facts *facts, const char *span,
    const struct indicator *indicator, const struct availability *a,
    const struct ruler *ruler) {
	struct picture picture = picture_new(arena, facts, arena_printf(arena,
	    "%s-%.*s", span, (int)indicator->id.n, indicator->id.p),
	    CHART_BURN, span, indicator->name);
	int64_t allowed = burndown_allowed(indicator, a);
	picture.chart.unit = words_find(facts->words, "unit.minutes");
	ruler_across(ruler, &picture);
	picture.chart.sentence = sentence(arena, facts->words,
	    picture.chart.title, allowed, a->second[SECOND_DOWN]);
	add_lines(&picture, ruler, a, allowed, facts->rows->as_of);
	picture_add(&picture);
}

/* The fiscal year so far, of it the contract's term, unless the period is
 * that. */
static void add_year(struct arena *arena, struct facts *facts,
    const struct outcome *outcome) {
	int64_t first = period_year(facts->period.end - 1).first;
	int64_t term = facts->contract->term.first;
	struct scope year = *outcome->scope;
	first = first > term ? first : term;
	if (first >= facts->period.first)
		return;
	struct ruler ruler = ruler_over(arena, facts, first,
	    facts->period.end);
	year.start = date_start(first, facts->contract->offset);
	add(arena, facts, "budget-year", year.indicator,
	    availability_measure(&year), &ruler);
}

void burndown_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	struct ruler ruler = ruler_over(arena, facts, facts->period.first,
	    facts->period.end);
	for (size_t i = 0; i < facts->figures; i++) {
		const struct indicator *indicator
		    = facts->figure[i].indicator;
		if (!burndown_applies(indicator))
			continue;
		add(arena, facts, "budget-period", indicator,
		    outcomes[i]->availability, &ruler);
		add_year(arena, facts, outcomes[i]);
	}
}
