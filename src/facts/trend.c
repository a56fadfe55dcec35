/* trend - a figure over its months, and against the period before. */
#include "facts/trend.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/phrase.h"

/* Most of a contract's months are yet to come when its handover is made. */
static int64_t last_day(const struct facts *facts) {
	int64_t known = date_day_of(facts->rows->as_of - 1,
	    facts->contract->offset);
	bool open = facts->period.kind == PERIOD_CONTRACT
	    && known >= facts->period.first && known < facts->period.end;
	return open ? known : facts->period.end - 1;
}

struct trend_months trend_months(const struct facts *facts) {
	struct trend_months months = { .count = 1 };
	int64_t end = date_add_months(date_month_start(last_day(facts)), 1);
	while (months.count < TREND_MONTHS && date_add_months(end,
	    -months.count) > facts->contract->term.first)
		months.count++;
	for (int i = 0; i <= months.count; i++)
		months.first[i] = date_add_months(end, i - months.count);
	while (months.come < months.count && date_start(months.first[
	    months.come], facts->contract->offset) < facts->rows->as_of)
		months.last = months.come++;
	return months;
}

struct fact_point trend_to_come(const struct facts *facts) {
	return (struct fact_point){ .text = words_find(facts->words,
	    "month.to-come") };
}

struct str *trend_labels(struct arena *arena, const struct facts *facts) {
	struct trend_months months = trend_months(facts);
	struct str *label = arena_array(arena, months.count, sizeof *label);
	for (int i = 0; i < months.count; i++) {
		struct civil civil = date_civil(months.first[i]);
		label[i] = words_fill(arena, facts->words, i == 0
		    || civil.month == 1 ? "chart.month-year" : "chart.month",
		    "year", arena_printf(arena, "%d", civil.year), "month",
		    str_z(arena, phrase_month(arena, facts->words,
		    civil.month)), NULL);
	}
	return label;
}

/* The indicator in the days [first, end), as known at their end. */
static const struct outcome *measure(struct arena *arena,
    const struct scope *like, int64_t first, int64_t end) {
	const struct contract *contract = like->rows->contract;
	struct scope *scope = arena_alloc(arena, sizeof *scope);
	*scope = *like;
	scope->arena = arena;
	scope->start = date_start(first, contract->offset);
	scope->end = date_start(end, contract->offset);
	scope->as_of = scope->end < like->as_of ? scope->end : like->as_of;
	return outcome_measure(scope);
}

static bool in_term(const struct facts *facts, int64_t first, int64_t end) {
	return end > facts->contract->term.first
	    && first < facts->contract->term.end;
}

static struct fact_point point_of(struct arena *arena,
    const struct outcome *outcome) {
	struct fact_point point = { .text = str_copy(arena,
	    outcome_show(outcome, outcome->exact)) };
	point.has = point.text.n != 0
	    && ratio_read_decimal(point.text, &point.value);
	return point;
}

/* The answer of a query is of its own period only. */
static bool reaches_back(const struct outcome *outcome) {
	return outcome->scope->indicator->kind != INDICATOR_SQL;
}

/* The value and the verdict of each month. */
static struct fact_point *points(struct arena *arena,
    const struct facts *facts, const struct outcome *outcome,
    enum verdict *monthly) {
	struct trend_months months = trend_months(facts);
	const int64_t *first = months.first;
	struct fact_point *point = arena_array(arena, months.count,
	    sizeof *point);
	struct arena *scratch = arena_new();
	for (int i = 0; i < months.count; i++) {
		bool own = first[i] == facts->period.first
		    && first[i + 1] == facts->period.end;
		monthly[i] = VERDICTS;
		point[i] = i < months.come ? point[i] : trend_to_come(facts);
		if (i >= months.come || !in_term(facts, first[i], first[i + 1])
		    || (!own && !reaches_back(outcome)))
			continue;
		const struct outcome *month = own ? outcome : measure(scratch,
		    outcome->scope, first[i], first[i + 1]);
		point[i] = point_of(arena, month);
		monthly[i] = month->verdict;
		arena_reset(scratch);
	}
	arena_free(scratch);
	return point;
}

/* The value of an earlier period and the difference from it. */
static void compare(struct arena *arena, const struct facts *facts,
    const struct figure *figure, const struct outcome *outcome,
    struct period than, struct str *value, struct str *change) {
	if (!reaches_back(outcome) || !in_term(facts, than.first, than.end))
		return;
	const struct outcome *earlier = measure(arena, outcome->scope,
	    than.first, than.end);
	*value = outcome_show(earlier, earlier->exact);
	struct str by = outcome_change(outcome, earlier);
	if (by.n != 0)
		*change = words_fill(arena, facts->words, "value.unit",
		    "value", str_z(arena, by), "unit", str_z(arena,
		    str_is(figure->unit, "%") ? words_find(facts->words,
		    "unit.point") : figure->unit), NULL);
}

static void add_before(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	struct period year;
	if (facts->period.kind != PERIOD_CONTRACT)
		compare(arena, facts, figure, outcome,
		    period_before(&facts->period), &figure->before,
		    &figure->change);
	if (period_year_before(&facts->period, &year))
		compare(arena, facts, figure, outcome, year,
		    &figure->year_before, &figure->year_change);
}

static void add_threshold(struct arena *arena, const struct facts *facts,
    const struct figure *figure, struct fact_chart *chart) {
	const struct indicator *indicator = figure->indicator;
	bool clock = indicator->kind == INDICATOR_CLOCK;
	enum comparison op = clock ? indicator->attainment_op : indicator->op;
	if (op == COMPARE_NONE)
		return;
	chart->has_threshold = true;
	chart->threshold = clock ? indicator->attainment_value
	    : indicator->value;
	chart->threshold_label = words_fill(arena, facts->words,
	    "trend.threshold", "value", str_z(arena, phrase_value(arena,
	    facts->words, ratio_exact(arena, chart->threshold), figure->unit)),
	    NULL);
}

static struct str sentence(struct arena *arena, const struct facts *facts,
    const struct figure *figure) {
	const struct words *words = facts->words;
	const char *key = figure->value.n == 0 ? "trend.none"
	    : figure->change.n == 0 ? "trend.alone"
	    : str_starts(figure->change, "±") && str_equal(figure->value,
	    figure->before) ? "trend.same"
	    : "trend.compared";
	return words_fill(arena, words, key, "name", str_z(arena,
	    figure->indicator->name),
	    "value", str_z(arena, phrase_value(arena, words, figure->value,
	    figure->unit)), "before", str_z(arena, phrase_value(arena, words,
	    figure->before, figure->unit)), "change", str_z(arena,
	    figure->change), NULL);
}

/* The worst month stands beside a quarter or a year (sla.md, Availability). */
static void add_worst_month(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct fact_chart *trend) {
	const struct fact_point *point = trend->line[0].point;
	struct trend_months months = trend_months(facts);
	const int64_t *first = months.first;
	int worst = -1;
	if (figure->indicator->kind != INDICATOR_AVAILABILITY
	    || facts->period.end - facts->period.first <= 31
	    || facts->period.first < first[0])
		return;
	for (int i = 0; i < months.count; i++)
		if (first[i] >= facts->period.first && point[i].has
		    && (worst < 0 || ratio_compare_decimal(point[i].value,
		    point[worst].value) < 0))
			worst = i;
	if (worst < 0)
		return;
	struct buf buf = buf_in(arena);
	buf_add(&buf, figure->remark);
	phrase_add(&buf, facts->words, words_fill(arena, facts->words,
	    "remark.worst-month", "month", str_z(arena, trend->category[worst]), "value",
	    str_z(arena, phrase_value(arena, facts->words, point[worst].text,
	    figure->unit)), NULL));
	figure->remark = buf_str(&buf);
}

void trend_add(struct arena *arena, const struct facts *facts,
    struct figure *figure, const struct outcome *outcome) {
	struct fact_chart *chart = arena_alloc(arena, sizeof *chart);
	struct str id = figure->indicator->id;
	struct fact_line *line = arena_alloc(arena, sizeof *line);
	add_before(arena, facts, figure, outcome);
	chart->id = str_of(arena_printf(arena, "trend-%.*s", (int)id.n, id.p));
	chart->kind = CHART_LINE;
	chart->title = words_fill(arena, facts->words, "trend.title", "name",
	    str_z(arena, figure->indicator->name), NULL);
	chart->unit = figure->unit;
	chart->category = trend_labels(arena, facts);
	chart->categories = trend_months(facts).count;
	line->label = figure->indicator->name;
	figure->monthly = arena_array(arena, chart->categories,
	    sizeof *figure->monthly);
	line->point = points(arena, facts, outcome, figure->monthly);
	chart->line = line;
	chart->lines = 1;
	chart->sentence = sentence(arena, facts, figure);
	add_threshold(arena, facts, figure, chart);
	add_worst_month(arena, facts, figure, chart);
	figure->trend = chart;
}
