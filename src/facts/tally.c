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
#include "facts/cell.h"
#include "facts/episode.h"

#define NANO 1000000000

static const struct ratio none = { 0, 0 };

static int64_t power_of_ten(int n) {
	int64_t power = 1;
	while (n-- > 0)
		power *= 10;
	return power;
}

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

const struct tally *tally_rate(const struct scope *scope) {
	struct tally *tally = arena_alloc(scope->arena, sizeof *tally);
	for (size_t i = 0; i < scope->population->count; i++) {
		const struct rows_member *member = &scope->population->member[i];
		if (!scope_holds(scope, member->at))
			continue;
		tally->n++;
		if (is_hit(scope, member))
			continue;
		tally->missed = arena_room(scope->arena, tally->missed,
		    tally->misses, sizeof *tally->missed);
		tally->missed[tally->misses++] = member;
	}
	tally->exact = (struct ratio){ tally->n - (int64_t)tally->misses,
	    tally->n };
	return tally;
}

/* n * 10^more into *sum; false when that is beyond 64 bits. */
static bool add_scaled(int64_t *sum, int64_t n, int more) {
	int64_t scaled;
	return !__builtin_mul_overflow(n, power_of_ten(more), &scaled)
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
	struct ratio sum = { 0, power_of_ten(scale) };
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
	__int128 whole = (__int128)100 * power_of_ten(percent.scale);
	__int128 rank = ((__int128)percent.n * (__int128)n + whole - 1) / whole;
	if (rank < 1)
		rank = 1;
	return sorted[(rank > (__int128)n ? n : (size_t)rank) - 1];
}

static struct ratio ratio_of(struct decimal value) {
	return (struct ratio){ value.n, power_of_ten(value.scale) };
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

const struct tally *tally_count(const struct scope *scope) {
	struct tally *tally = arena_alloc(scope->arena, sizeof *tally);
	size_t room = scope->population->count;
	struct decimal *value = arena_array(scope->arena, room + 1,
	    sizeof *value);
	for (size_t i = 0; i < room; i++) {
		const struct rows_member *member = &scope->population->member[i];
		if (!scope_holds(scope, member->at))
			continue;
		value[tally->n++] = scope->indicator->sum.n == 0
		    ? (struct decimal){ 1, 0 } : member->value;
	}
	tally->exact = sum_of(value, (size_t)tally->n);
	return tally;
}

static int decimal_order(const void *a, const void *b) {
	return ratio_compare_decimal(*(const struct decimal *)a,
	    *(const struct decimal *)b);
}

/* The values of the period, sorted; with a calendar only those at an instant
 * that is open in it (sla-details 87). */
static struct decimal *values_of(const struct scope *scope, size_t *n) {
	const struct rows_population *population = scope->population;
	struct decimal *value = arena_array(scope->arena, population->count + 1,
	    sizeof *value);
	struct spans open = calendar_open(scope->arena, scope_calendar(scope),
	    scope->start, scope_limit(scope));
	*n = 0;
	for (size_t i = 0; i < population->count; i++)
		if (population->member[i].has_value
		    && span_contains(open, population->member[i].at))
			value[(*n)++] = population->member[i].value;
	qsort(value, *n, sizeof *value, decimal_order);
	return value;
}

static const struct tally *tally_values(const struct scope *scope) {
	const struct indicator *indicator = scope->indicator;
	struct tally *tally = arena_alloc(scope->arena, sizeof *tally);
	size_t n;
	const struct decimal *value = values_of(scope, &n);
	tally->n = (int64_t)n;
	if (indicator->kind == INDICATOR_STATISTIC)
		tally->exact = tally_statistic(value, n, indicator->measure);
	else if (n != 0)
		tally->exact = ratio_of(tally_percentile(value, n,
		    indicator->percent));
	return tally;
}

const struct tally *tally_measure(const struct scope *scope) {
	switch (scope->indicator->kind) {
	case INDICATOR_RATE: return tally_rate(scope);
	case INDICATOR_COUNT: return tally_count(scope);
	default: return tally_values(scope);
	}
}
