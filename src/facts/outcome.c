/* outcome - one indicator in one scope: exact values and the verdict. */
#include "facts/outcome.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/judge.h"

/* What is judged in place of 稼働率: what else stands beside it, or the hours
 * up for each spell. */
static void from_share(struct outcome *out, int64_t up) {
	switch (out->scope->indicator->share) {
	case SHARE_UP:
		return;
	case SHARE_TOTAL:
		out->ratio = out->exact = out->total;
		return;
	case SHARE_COVERAGE:
		out->ratio = out->exact = out->coverage;
		return;
	case SHARE_MTBF:
		out->exact = (struct ratio){ up, out->missed * DATE_HOUR };
		out->ratio = out->coverage = out->total = (struct ratio){ 0, 0 };
		out->factor = 1;
		out->has_ratio = false;
	}
}

/* sla.md: 稼働率 = (S - U - D) / (S - U); `unmeasured` of the contract makes U
 * down or up instead, and then only S = 0 is no data. */
static void from_availability(struct outcome *out) {
	const struct indicator *indicator = out->scope->indicator;
	const struct availability *a = availability_measure(out->scope);
	int64_t down = a->second[SECOND_DOWN];
	int64_t unmeasured = a->second[SECOND_UNMEASURED];
	int64_t agreed = a->second[SECOND_UP] + down + unmeasured;
	int64_t up = agreed - unmeasured - down;
	bool judged = indicator->unmeasured == UNMEASURED_JUDGE;
	out->availability = a;
	out->factor = 100;
	out->n = a->n;
	out->missed = a->counted;
	out->has_missed = out->has_ratio = true;
	out->exact = judged ? (struct ratio){ up, agreed - unmeasured }
	    : indicator->unmeasured == UNMEASURED_DOWN
	    ? (struct ratio){ up, agreed }
	    : (struct ratio){ agreed - down, agreed };
	out->ratio = out->exact;
	out->coverage = (struct ratio){ agreed - unmeasured, agreed };
	/* time of which nothing is known is no time up */
	if (!judged || unmeasured == 0 || agreed != unmeasured)
		out->total = (struct ratio){ a->service - a->all_down,
		    a->service };
	from_share(out, up);
	out->verdict = judge_value(out->exact, out->factor, indicator->op,
	    indicator->value);
	if (!judged || out->exact.den == 0 || indicator->share != SHARE_UP)
		return;
	out->worst = (struct ratio){ up, agreed };
	out->best = (struct ratio){ agreed - down, agreed };
	out->verdict = judge_bounds(out->worst, out->best, indicator->op,
	    indicator->value);
}

static void from_clock(struct outcome *out) {
	const struct indicator *indicator = out->scope->indicator;
	const struct clock *clock = clock_measure(out->scope);
	static const struct decimal all = { 100, 0 };
	bool given = indicator->attainment_op != COMPARE_NONE;
	out->clock = clock;
	out->factor = 100;
	out->exact = (struct ratio){ clock->n[CLOCK_MET],
	    clock->n[CLOCK_MET] + clock->n[CLOCK_MISSED] };
	out->ratio = out->exact;
	out->has_ratio = out->has_missed = out->has_scores = true;
	out->missed = clock->n[CLOCK_MISSED];
	out->open = clock->n[CLOCK_OPEN];
	out->unjudged = clock->n[CLOCK_UNJUDGED];
	out->n = out->exact.den + out->open + out->unjudged;
	/* sla-details 57: without an attainment every record has to meet */
	out->verdict = judge_value(out->exact, 100,
	    given ? indicator->attainment_op : COMPARE_GE,
	    given ? indicator->attainment_value : all);
}

static void from_tally(struct outcome *out) {
	const struct indicator *indicator = out->scope->indicator;
	const struct tally *tally = tally_measure(out->scope);
	bool rate = indicator->kind == INDICATOR_RATE;
	out->tally = tally;
	out->factor = rate || indicator->capacity.n != 0 ? 100 : 1;
	out->exact = out->ratio = tally->exact;
	out->has_ratio = rate;
	out->n = tally->n;
	out->verdict = judge_value(out->exact, out->factor, indicator->op,
	    indicator->value);
}

static struct ratio quotient(struct decimal num, struct decimal den) {
	while (num.scale < den.scale
	    && !__builtin_mul_overflow(num.n, 10, &num.n))
		num.scale++;
	while (den.scale < num.scale
	    && !__builtin_mul_overflow(den.n, 10, &den.n))
		den.scale++;
	return den.n <= 0 || num.scale != den.scale ? (struct ratio){ 0, 0 }
	    : (struct ratio){ num.n, den.n };
}

static void from_query(struct outcome *out) {
	const struct indicator *indicator = out->scope->indicator;
	const struct rows_population *found = out->scope->population;
	out->has_ratio = found->has_ratio;
	out->factor = found->has_ratio ? 100 : 1;
	out->ratio = quotient(found->num, found->den);
	out->exact = found->has_ratio ? out->ratio : found->has_value
	    ? quotient(found->value, (struct decimal){ 1, 0 })
	    : (struct ratio){ 0, 0 };
	out->n = found->has_ratio ? out->ratio.den : found->has_value;
	out->verdict = judge_value(out->exact, out->factor, indicator->op,
	    indicator->value);
}

/* An expression of the contract was not usable: no figure at all. */
static void decide_nothing(struct outcome *out) {
	out->exact = out->worst = out->best = out->coverage = out->total
	    = (struct ratio){ 0, 0 };
	out->n = out->missed = out->open = out->unjudged = 0;
	out->verdict = VERDICT_UNDECIDED;
}

const struct outcome *outcome_measure(const struct scope *scope) {
	struct outcome *out = arena_alloc(scope->arena, sizeof *out);
	out->scope = scope;
	switch (scope->indicator->kind) {
	case INDICATOR_AVAILABILITY: from_availability(out); break;
	case INDICATOR_CLOCK: from_clock(out); break;
	case INDICATOR_SQL: from_query(out); break;
	default: from_tally(out); break;
	}
	if (scope->population->broken)
		decide_nothing(out);
	if (out->exact.den == 0)
		out->ratio = (struct ratio){ 0, 0 };
	return out;
}

struct str outcome_show(const struct outcome *outcome, struct ratio ratio) {
	const struct indicator *indicator = outcome->scope->indicator;
	return ratio_show(outcome->scope->arena, ratio, outcome->factor,
	    indicator->digits, judge_upwards(indicator));
}

/* |n / den| to the nearest unit of 10^-digits. */
static bool nearest(__int128 n, __int128 den, int digits, int64_t *units) {
	if (n < 0)
		n = -n;
	for (int i = 0; i < digits; i++)
		if (__builtin_mul_overflow(n, 10, &n))
			return false;
	n = (2 * n + den) / (2 * den);
	*units = (int64_t)n;
	return n <= INT64_MAX;
}

struct str outcome_change(const struct outcome *a, const struct outcome *b) {
	struct arena *arena = a->scope->arena;
	int digits = a->scope->indicator->digits;
	__int128 left, right, den, change;
	int64_t units;
	if (a->exact.den == 0 || b->exact.den == 0)
		return (struct str){ NULL, 0 };
	left = (__int128)a->exact.num * b->exact.den;
	right = (__int128)b->exact.num * a->exact.den;
	den = (__int128)a->exact.den * b->exact.den;
	change = left - right;
	if (__builtin_mul_overflow(change, (__int128)a->factor, &change)
	    || !nearest(change, den, digits, &units))
		return (struct str){ NULL, 0 };
	struct str text = ratio_show_decimal(arena,
	    (struct decimal){ units, digits }, digits, false);
	return str_of(arena_printf(arena, "%s%.*s", units == 0 ? "±"
	    : change > 0 ? "+" : "-", (int)text.n, text.p));
}
