/*
 * tally - rates, counts, percentiles and statistics over records.
 *
 * Sums are made at the finest scale that occurs.  A standard deviation is
 * known between two neighbours of 10^-9: the middle between them compares and
 * rounds exactly as the true root does, since no target has more decimals.
 */
#include "facts/tally.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/episode.h"

#define NANO 1000000000

static const struct ratio none = { 0, 0 };

static const struct row *row_of(const struct scope *scope,
    const struct rows_member *member) {
	return &scope_table(scope, scope->indicator->records)->row[member->row];
}

/* A ticket that was reopened in time was not resolved at first contact
 * (sla-details 80). */
static bool is_hit(const struct scope *scope,
    const struct rows_member *member) {
	if (scope->indicator->records != RECORD_ticket
	    || member->when == member->when_taken_back)
		return member->when;
	struct str ticket = cell_name(row_of(scope, member), RECORD_ticket);
	return episode_taken_back(scope, ticket) ? member->when_taken_back
	    : member->when;
}

/* Records of the period. */
struct members {
	const struct rows_member **at;
	size_t count;
};

static struct spans open_of(const struct scope *scope) {
	return calendar_open(scope->arena, scope_calendar(scope), scope->start,
	    scope_limit(scope));
}

/* In order of time; those of a figure per hour by open hours only. */
static struct members counted_of(const struct scope *scope) {
	const struct rows_population *population = scope->population;
	bool per = scope->indicator->per != PER_NOTHING;
	struct spans open = per ? open_of(scope) : (struct spans){ NULL, 0 };
	struct members members = { arena_array(scope->arena,
	    population->count + 1, sizeof *members.at), 0 };
	for (size_t i = 0; i < population->count; i++) {
		const struct rows_member *member = &population->member[i];
		if (scope_counts(scope, member)
		    && (!per || span_contains(open, member->at)))
			members.at[members.count++] = member;
	}
	return members;
}

/* n * 10^more into *sum; false when that is beyond 64 bits. */
static bool add_scaled(int64_t *sum, int64_t n, int more) {
	int64_t scaled;
	return !__builtin_mul_overflow(n, ratio_power(more), &scaled)
	    && !__builtin_add_overflow(*sum, scaled, sum);
}

static int finest_scale(const struct decimal *value, size_t n) {
	int scale = 0;
	for (size_t i = 0; i < n; i++)
		if (value[i].scale > scale)
			scale = value[i].scale;
	return scale;
}

static struct ratio sum_of(const struct decimal *value, size_t n) {
	int scale = finest_scale(value, n);
	struct ratio sum = { 0, ratio_power(scale) };
	for (size_t i = 0; i < n; i++)
		if (!add_scaled(&sum.num, value[i].n, scale - value[i].scale))
			return none;
	return sum;
}

/* The greatest r with r * r <= q. */
static unsigned __int128 root_of(unsigned __int128 q) {
	unsigned __int128 root = 0;
	for (unsigned __int128 bit = (unsigned __int128)1 << 63; bit != 0;
	    bit >>= 1)
		if ((root + bit) * (root + bit) <= q)
			root += bit;
	return root;
}

/* The root of num / den in units of 10^-9, as the head comment says; num / den
 * is in units of 10^-scale squared. */
static struct ratio root_ratio(unsigned __int128 num, unsigned __int128 den,
    int scale) {
	unsigned __int128 q = num / den, rest = num % den;
	for (int i = 0; i < 2 * (9 - scale); i++) {
		if (q > ((unsigned __int128)1 << 120) / 10)
			return none;
		q = q * 10 + rest * 10 / den;
		rest = rest * 10 % den;
	}
	unsigned __int128 root = root_of(q);
	if (root > INT64_MAX / 4)
		return none;
	bool exact = rest == 0 && root * root == q;
	return (struct ratio){ 2 * (int64_t)root + (exact ? 0 : 1), 2 * NANO };
}

/* (n sum x^2 - (sum x)^2) / (n (n - 1)) */
static struct ratio deviation_of(const struct decimal *value, size_t n) {
	int scale = finest_scale(value, n);
	__int128 sum = 0, squares = 0, spread;
	if (n < 2)
		return none;
	for (size_t i = 0; i < n; i++) {
		int64_t x = 0;
		__int128 square;
		if (!add_scaled(&x, value[i].n, scale - value[i].scale))
			return none;
		square = (__int128)x * x;
		sum += x;
		if (__builtin_add_overflow(squares, square, &squares))
			return none;
	}
	if (__builtin_mul_overflow(squares, (__int128)n, &squares)
	    || __builtin_mul_overflow(sum, sum, &sum)
	    || __builtin_sub_overflow(squares, sum, &spread))
		return none;
	return root_ratio((unsigned __int128)spread,
	    (unsigned __int128)n * (n - 1), scale);
}

struct decimal tally_percentile(const struct decimal *sorted, size_t n,
    struct decimal percent) {
	__int128 whole = (__int128)100 * ratio_power(percent.scale);
	__int128 rank = ((__int128)percent.n * (__int128)n + whole - 1) / whole;
	if (rank < 1)
		rank = 1;
	return sorted[(rank > (__int128)n ? n : (size_t)rank) - 1];
}

/* Empty fields last, so that they can be left off. */
static int value_order(const void *a, const void *b) {
	const struct value *x = *(const struct value *const *)a;
	const struct value *y = *(const struct value *const *)b;
	if (x->kind != y->kind)
		return x->kind == VALUE_NONE ? 1 : y->kind == VALUE_NONE ? -1
		    : (int)x->kind - (int)y->kind;
	if (x->kind == VALUE_TEXT)
		return str_compare(x->text, y->text);
	return ratio_compare_decimal((struct decimal){ x->n, x->scale },
	    (struct decimal){ y->n, y->scale });
}

static int64_t different(const struct scope *scope, struct members members) {
	enum record_id records = scope->indicator->records;
	int field = record_field_find(record_type(records),
	    scope->indicator->distinct);
	const struct value **value = arena_array(scope->arena,
	    members.count + 1, sizeof *value);
	int64_t n = 0;
	for (size_t i = 0; i < members.count; i++)
		value[i] = &row_of(scope, members.at[i])->value[field];
	qsort(value, members.count, sizeof *value, value_order);
	for (size_t i = 0; i < members.count
	    && value[i]->kind != VALUE_NONE; i++)
		n += i == 0 || value_order(&value[i - 1], &value[i]) != 0;
	return n;
}

/* What the indicator counts of the members. */
static struct ratio quantity(const struct scope *scope,
    struct members members) {
	const struct indicator *indicator = scope->indicator;
	if (indicator->distinct.n != 0)
		return (struct ratio){ different(scope, members), 1 };
	if (indicator->sum.n == 0)
		return (struct ratio){ (int64_t)members.count, 1 };
	struct decimal *value = arena_array(scope->arena, members.count + 1,
	    sizeof *value);
	for (size_t i = 0; i < members.count; i++)
		value[i] = members.at[i]->value;
	return sum_of(value, members.count);
}

/* a / b as whole numbers of the finer of the two scales. */
static struct ratio quotient(struct ratio a, struct ratio b) {
	int64_t scale = a.den > b.den ? a.den : b.den;
	if (a.den == 0 || b.den == 0 || b.num <= 0
	    || __builtin_mul_overflow(a.num, scale / a.den, &a.num)
	    || __builtin_mul_overflow(b.num, scale / b.den, &b.num))
		return none;
	return (struct ratio){ a.num, b.num };
}

/* What the records are divided by: all of them, or what `of` counts. */
static struct ratio whole(const struct scope *scope, struct members counted,
    struct tally *tally) {
	struct scope of = *scope;
	tally->n = (int64_t)counted.count;
	if (scope->indicator->of == NULL)
		return quantity(scope, counted);
	of.indicator = scope->indicator->of;
	of.population = scope->population->of;
	const struct tally *other = tally_count(&of);
	tally->n = other->n;
	return other->exact;
}

const struct tally *tally_rate(const struct scope *scope) {
	struct tally *tally = arena_alloc(scope->arena, sizeof *tally);
	struct members counted = counted_of(scope);
	struct members hits = { arena_array(scope->arena, counted.count + 1,
	    sizeof *hits.at), 0 };
	tally->missed = arena_array(scope->arena, counted.count + 1,
	    sizeof *tally->missed);
	for (size_t i = 0; i < counted.count; i++)
		if (is_hit(scope, counted.at[i]))
			hits.at[hits.count++] = counted.at[i];
		else
			tally->missed[tally->misses++] = counted.at[i];
	tally->exact = quotient(quantity(scope, hits),
	    whole(scope, counted, tally));
	return tally;
}

static struct ratio ratio_of(struct decimal value) {
	return (struct ratio){ value.n, ratio_power(value.scale) };
}

struct ratio tally_statistic(const struct decimal *sorted, size_t n,
    enum measure measure) {
	static const struct decimal half = { 50, 0 };
	if (n == 0)
		return none;
	switch (measure) {
	case MEASURE_MIN: return ratio_of(sorted[0]);
	case MEASURE_MAX: return ratio_of(sorted[n - 1]);
	case MEASURE_MEDIAN: return ratio_of(tally_percentile(sorted, n, half));
	case MEASURE_SD: return deviation_of(sorted, n);
	case MEASURE_SUM: return sum_of(sorted, n);
	case MEASURE_MEAN: break;
	}
	struct ratio mean = sum_of(sorted, n);
	return __builtin_mul_overflow(mean.den, (int64_t)n, &mean.den) ? none
	    : mean;
}

/* ratio * by / over, or none. */
static struct ratio scaled(struct ratio ratio, int64_t by, int64_t over) {
	return over == 0 || __builtin_mul_overflow(ratio.num, by, &ratio.num)
	    || __builtin_mul_overflow(ratio.den, over, &ratio.den) ? none
	    : ratio;
}

static int64_t hour_of(const struct scope *scope, int64_t at) {
	at += scope->rows->contract->offset;
	return at / DATE_HOUR - (at % DATE_HOUR < 0);
}

/* That of the hour of the clock with the most; members are in order of time. */
static struct ratio peak(const struct scope *scope, struct members members) {
	struct ratio most = { 0, 1 };
	for (size_t i = 0, n; i < members.count; i += n) {
		struct members hour = { &members.at[i], 0 };
		for (n = 0; i + n < members.count && hour_of(scope,
		    members.at[i + n]->at) == hour_of(scope,
		    members.at[i]->at); n++)
			hour.count++;
		struct ratio sum = quantity(scope, hour);
		if (sum.den == 0)
			return none;
		if (ratio_compare(sum, most) > 0)
			most = sum;
	}
	return most;
}

const struct tally *tally_count(const struct scope *scope) {
	struct tally *tally = arena_alloc(scope->arena, sizeof *tally);
	struct members counted = counted_of(scope);
	int64_t open = span_length(open_of(scope));
	enum count_per per = scope->indicator->per;
	tally->n = (int64_t)counted.count;
	tally->exact = per == PER_PEAK_HOUR && open != 0
	    ? peak(scope, counted) : quantity(scope, counted);
	if (per == PER_HOUR)
		tally->exact = scaled(tally->exact, DATE_HOUR, open);
	else if (per == PER_PEAK_HOUR && open == 0)
		tally->exact = none;
	return tally;
}

static int decimal_order(const void *a, const void *b) {
	return ratio_compare_decimal(*(const struct decimal *)a,
	    *(const struct decimal *)b);
}

void tally_sort(struct decimal *value, size_t n) {
	if (n != 0)
		qsort(value, n, sizeof *value, decimal_order);
}

/* The values of the period, sorted; with a calendar only those at an instant
 * that is open in it (sla-details 87). */
struct decimal *tally_sorted(const struct scope *scope, size_t *n) {
	const struct rows_population *population = scope->population;
	struct decimal *value = arena_array(scope->arena, population->count + 1,
	    sizeof *value);
	struct spans open = open_of(scope);
	*n = 0;
	for (size_t i = 0; i < population->count; i++)
		if (population->member[i].has_value
		    && span_contains(open, population->member[i].at))
			value[(*n)++] = population->member[i].value;
	tally_sort(value, *n);
	return value;
}

/* The seconds that each record took, sorted. */
static struct decimal *seconds_of(const struct scope *scope,
    const struct clock *times) {
	struct decimal *value = arena_array(scope->arena, times->entries + 1,
	    sizeof *value);
	for (size_t i = 0; i < times->entries; i++)
		value[i] = (struct decimal){ times->entry[i].counted, 0 };
	tally_sort(value, times->entries);
	return value;
}

/* In the unit that the figure is told in. */
static struct ratio told(const struct indicator *indicator,
    struct ratio exact) {
	if (indicator->start.n != 0)
		return scaled(exact, 1, indicator->unit_seconds);
	if (indicator->capacity.n != 0)
		return scaled(exact, ratio_power(indicator->capacity.scale),
		    indicator->capacity.n);
	return exact;
}

static const struct tally *tally_values(const struct scope *scope) {
	const struct indicator *indicator = scope->indicator;
	struct tally *tally = arena_alloc(scope->arena, sizeof *tally);
	const struct decimal *value;
	size_t n;
	if (indicator->start.n != 0) {
		tally->times = clock_times(scope);
		n = tally->times->entries;
		value = seconds_of(scope, tally->times);
	} else {
		value = tally_sorted(scope, &n);
	}
	tally->n = (int64_t)n;
	if (indicator->kind == INDICATOR_STATISTIC)
		tally->exact = tally_statistic(value, n, indicator->measure);
	else if (n != 0)
		tally->exact = ratio_of(tally_percentile(value, n,
		    indicator->percent));
	tally->exact = told(indicator, tally->exact);
	return tally;
}

const struct tally *tally_measure(const struct scope *scope) {
	switch (scope->indicator->kind) {
	case INDICATOR_RATE: return tally_rate(scope);
	case INDICATOR_COUNT: return tally_count(scope);
	default: return tally_values(scope);
	}
}
