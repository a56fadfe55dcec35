/* upshot - headlines that no single table tells. */
#include "facts/upshot.h"

#include "base/arena.h"
#include "base/buf.h"
#include "facts/headline.h"
#include "facts/phrase.h"

/* Indicators that a headline names; the others are a number. */
#define NAMED 2

static const char *number(struct arena *arena, int64_t n) {
	return str_z(arena, phrase_int(arena, n));
}

/* a - b; false where it is too great. */
static bool minus(struct decimal a, struct decimal b, struct decimal *c) {
	c->scale = a.scale > b.scale ? a.scale : b.scale;
	return !__builtin_mul_overflow(a.n, ratio_power(c->scale - a.scale),
	    &a.n)
	    && !__builtin_mul_overflow(b.n, ratio_power(c->scale - b.scale),
	    &b.n)
	    && !__builtin_sub_overflow(a.n, b.n, &c->n) && c->n != INT64_MIN;
}

/* A difference of two values of the figure, with its unit. */
static const char *show(struct arena *arena, const struct facts *facts,
    const struct figure *figure, struct decimal difference) {
	struct str unit = str_is(figure->unit, "%")
	    ? words_find(facts->words, "unit.point") : figure->unit;
	return str_z(arena, phrase_value(arena, facts->words,
	    ratio_exact(arena, difference), unit));
}

static enum comparison wanted(const struct figure *figure,
    struct decimal *target) {
	const struct indicator *indicator = figure->indicator;
	bool clock = indicator->kind == INDICATOR_CLOCK;
	*target = clock ? indicator->attainment_value : indicator->value;
	return clock ? indicator->attainment_op : indicator->op;
}

/* The distance of the value from its target.  A clock without a share of its
 * own wants all. */
static bool gap_of(const struct figure *figure, enum comparison op,
    struct decimal target, struct decimal *gap) {
	struct decimal value;
	if (op == COMPARE_NONE)
		target = (struct decimal){ 100, 0 };
	if (!ratio_read_decimal(figure->value, &value)
	    || !minus(value, target, gap))
		return false;
	if (gap->n < 0)
		gap->n = -gap->n;
	return true;
}

/* `KEY.short`, `KEY.over` or `KEY.off`: how the value lies to its target; the
 * figure's own sentence where that cannot be told. */
static struct str miss(struct arena *arena, const struct facts *facts,
    const struct figure *figure, const char *key) {
	static const char *const side[] = { [COMPARE_NONE] = "short",
		[COMPARE_GE] = "short", [COMPARE_LE] = "over",
		[COMPARE_EQ] = "off" };
	struct decimal target, gap;
	enum comparison op = wanted(figure, &target);
	if (!gap_of(figure, op, target, &gap))
		return figure->sentence;
	return words_fill(arena, facts->words, arena_printf(arena, "%s.%s",
	    key, side[op]), "name", str_z(arena, figure->indicator->name),
	    "value", str_z(arena, phrase_value(arena, facts->words,
	    figure->value, figure->unit)), "target", str_z(arena,
	    phrase_target(arena, facts->words, figure->indicator,
	    figure->unit)), "gap", show(arena, facts, figure, gap), NULL);
}

static size_t count(const struct facts *facts, enum verdict verdict) {
	size_t n = 0;
	for (size_t i = 0; i < facts->figures; i++)
		n += facts->figure[i].verdict == verdict;
	return n;
}

/* The first missed indicators, each with its gap. */
static struct str misses(struct arena *arena, const struct facts *facts,
    size_t missed) {
	struct buf buf = buf_in(arena);
	size_t n = 0;
	for (size_t i = 0; i < facts->figures && n < NAMED; i++) {
		if (facts->figure[i].verdict != VERDICT_MISSED)
			continue;
		if (n++ > 0)
			buf_add(&buf, phrase_and(arena, facts->words));
		buf_add(&buf, miss(arena, facts, &facts->figure[i],
		    "headline.sla.item"));
	}
	if (missed > NAMED)
		buf_add(&buf, words_fill(arena, facts->words, "chart.more",
		    "n", number(arena, (int64_t)(missed - NAMED)), NULL));
	return buf_str(&buf);
}

static struct str sla(struct arena *arena, const struct facts *facts) {
	size_t missed = count(facts, VERDICT_MISSED), i = 0;
	size_t undecided = count(facts, VERDICT_UNDECIDED);
	if (missed == 1) {
		while (facts->figure[i].verdict != VERDICT_MISSED)
			i++;
		return miss(arena, facts, &facts->figure[i], "headline.sla");
	}
	return words_fill(arena, facts->words, facts->figures == 0
	    ? "headline.sla.none" : missed > 0 ? "headline.sla.many"
	    : undecided > 0 ? "headline.sla.undecided" : "headline.sla.good",
	    "n", number(arena, (int64_t)facts->figures), "k", number(arena,
	    (int64_t)missed), "undecided", number(arena, (int64_t)undecided),
	    "list", str_z(arena, misses(arena, facts, missed)), NULL);
}

/* How much worse a share became; false where it cannot be told. */
static bool worsened(const struct figure *figure, struct decimal *by) {
	struct decimal value, before, target;
	enum comparison op = wanted(figure, &target);
	if (!str_is(figure->unit, "%") || op == COMPARE_EQ
	    || !ratio_read_decimal(figure->value, &value)
	    || !ratio_read_decimal(figure->before, &before))
		return false;
	return op == COMPARE_LE ? minus(value, before, by)
	    : minus(before, value, by);
}

/* Only shares have one unit, and can be compared. */
static struct str trend(struct arena *arena, const struct facts *facts) {
	const struct figure *worst = NULL;
	struct decimal most = { 0, 0 }, by;
	bool any = false;
	for (size_t i = 0; i < facts->figures; i++) {
		if (!worsened(&facts->figure[i], &by))
			continue;
		any = true;
		if (ratio_compare_decimal(by, most) <= 0)
			continue;
		worst = &facts->figure[i];
		most = by;
	}
	if (worst == NULL)
		return words_find(facts->words, any ? "headline.trend.good"
		    : "headline.trend.none");
	return words_fill(arena, facts->words, "headline.trend.worst", "name",
	    str_z(arena, worst->indicator->name), "value", str_z(arena,
	    phrase_value(arena, facts->words, worst->value, worst->unit)),
	    "before", str_z(arena, phrase_value(arena, facts->words,
	    worst->before, worst->unit)), "by", show(arena, facts, worst,
	    most), NULL);
}

static const char *way(int64_t before, int64_t now) {
	return now > before ? "more" : now < before ? "fewer" : "same";
}

/* Tickets of all types; issues are told elsewhere. */
static struct str tickets(struct arena *arena, const struct facts *facts) {
	struct carry_over sum = { 0 };
	for (size_t i = 0; i < facts->carries; i++) {
		const struct carry_over *carry = &facts->carry[i];
		if (str_is(carry->id, "issue"))
			continue;
		sum.opening += carry->opening;
		sum.added += carry->added;
		sum.closed += carry->closed;
		sum.closing += carry->closing;
	}
	bool any = sum.opening + sum.added + sum.closed + sum.closing > 0;
	return words_fill(arena, facts->words, arena_printf(arena,
	    "headline.tickets.%s", any ? way(sum.opening, sum.closing)
	    : "none"), "opening", number(arena, sum.opening), "added",
	    number(arena, sum.added), "closed", number(arena, sum.closed),
	    "closing", number(arena, sum.closing), NULL);
}

/* All series of a category together; false where one is a gap. */
static bool sum_at(const struct fact_chart *chart, size_t category,
    int64_t *sum) {
	*sum = 0;
	for (size_t l = 0; l < chart->lines; l++) {
		const struct fact_point *point = &chart->line[l].point[category];
		if (!point->has)
			return false;
		*sum += point->value.n;
	}
	return true;
}

/* The last month of a chart of counts that has come, beside the one before. */
static struct str months(struct arena *arena, const struct facts *facts,
    const struct fact_chart *chart, const char *key) {
	int64_t now = 0, before = 0;
	size_t last = chart->categories - 1;
	while (last > 0 && !sum_at(chart, last, &now))
		last--;
	bool any = sum_at(chart, last, &now);
	bool compared = any && last > 0 && sum_at(chart, last - 1, &before);
	int64_t by = now > before ? now - before : before - now;
	return words_fill(arena, facts->words, arena_printf(arena, "%s.%s",
	    key, !any ? "none" : compared ? way(before, now) : "alone"),
	    "month", str_z(arena, chart->category[last]), "n",
	    number(arena, now), "before", number(arena, before), "by",
	    number(arena, by), NULL);
}

static void add_months(struct arena *arena, struct facts *facts) {
	static const char *const charts[] = { "work-by-month",
		"tickets-by-month", "backlog" };
	for (size_t k = 0; k < sizeof charts / sizeof *charts; k++)
		for (size_t i = 0; i < facts->charts; i++) {
			const char *key = arena_printf(arena, "headline.%s",
			    charts[k]);
			if (str_is(facts->chart[i].id, charts[k]))
				headline_put(arena, facts, key, months(arena,
				    facts, &facts->chart[i], key));
		}
}

/* Proposals to decide on, and what the city owes and is late with. */
static struct str asks(struct arena *arena, const struct facts *facts) {
	int64_t proposals = headline_findings(arena, facts, "improvements");
	int64_t overdue = 0;
	for (size_t i = 0; i < facts->duties; i++)
		overdue += facts->duty[i].state == DUTY_OVERDUE
		    && str_is(facts->duty[i].duty->owner, "city");
	return words_fill(arena, facts->words, proposals > 0
	    ? overdue > 0 ? "headline.asks.both" : "headline.asks.proposals"
	    : overdue > 0 ? "headline.asks.overdue" : "headline.asks.none",
	    "proposals", number(arena, proposals), "overdue",
	    number(arena, overdue), NULL);
}

void upshot_add(struct arena *arena, struct facts *facts) {
	headline_put(arena, facts, "headline.sla", sla(arena, facts));
	headline_put(arena, facts, "headline.trend", trend(arena, facts));
	headline_put(arena, facts, "headline.tickets", tickets(arena, facts));
	add_months(arena, facts);
	headline_put(arena, facts, "headline.asks", asks(arena, facts));
}
