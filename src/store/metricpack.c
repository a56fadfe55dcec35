/*
 * metricpack - samples as differences from the sample before: instant, value,
 * import, line.  At steady steps that is five or six bytes a sample.
 */
#include "store/metricpack.h"

#include "base/arena.h"
#include "base/buf.h"
#include "store/varint.h"

static int order(const void *a, const void *b) {
	const struct metricpack_sample *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->import != y->import)
		return x->import < y->import ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

static bool is_sorted(const struct metricpack *samples) {
	for (size_t i = 1; i < samples->count; i++)
		if (samples->at[i - 1].at >= samples->at[i].at)
			return false;
	return true;
}

static bool is_equal(const struct metricpack_sample *a,
    const struct metricpack_sample *b) {
	return ratio_compare_decimal((struct decimal){ a->n, a->scale },
	    (struct decimal){ b->n, b->scale }) == 0;
}

void metricpack_sort(struct metricpack *samples, int64_t *clashes) {
	if (is_sorted(samples))
		return;
	struct metricpack_sample *at = samples->at;
	qsort(at, samples->count, sizeof *at, order);
	size_t kept = 0;
	for (size_t i = 0; i < samples->count; i++) {
		bool repeats = kept != 0 && at[kept - 1].at == at[i].at;
		if (repeats && !is_equal(&at[kept - 1], &at[i]))
			++*clashes;
		kept -= repeats;
		at[kept++] = at[i];
	}
	samples->count = kept;
}

bool metricpack_finer(int64_t n, int more, int64_t *scaled) {
	*scaled = n;
	while (more-- > 0)
		if (__builtin_mul_overflow(*scaled, 10, scaled))
			return false;
	return true;
}

int metricpack_scale(struct metricpack *samples, int64_t *dropped) {
	int scale = 0;
	for (size_t i = 0; i < samples->count; i++)
		if (samples->at[i].scale > scale)
			scale = samples->at[i].scale;
	size_t kept = 0;
	for (size_t i = 0; i < samples->count; i++) {
		struct metricpack_sample sample = samples->at[i];
		if (!metricpack_finer(sample.n, scale - sample.scale,
		    &sample.n)) {
			++*dropped;
			continue;
		}
		sample.scale = scale;
		samples->at[kept++] = sample;
	}
	samples->count = kept;
	return scale;
}

void metricpack_write(struct buf *buf, const struct metricpack *samples) {
	struct metricpack_sample before = { 0 };
	for (size_t i = 0; i < samples->count; i++) {
		const struct metricpack_sample *sample = &samples->at[i];
		varint_write_signed(buf, sample->at - before.at);
		varint_write_signed(buf, (int64_t)((uint64_t)sample->n
		    - (uint64_t)before.n));
		varint_write_signed(buf, sample->import - before.import);
		varint_write_signed(buf, sample->line - before.line);
		before = *sample;
	}
}

void metricpack_read(struct arena *arena, struct str bytes, int scale,
    struct metricpack *samples) {
	struct metricpack_sample sample = { .scale = scale };
	while (bytes.n != 0) {
		sample.at += varint_read_signed(&bytes);
		sample.n = (int64_t)((uint64_t)sample.n
		    + (uint64_t)varint_read_signed(&bytes));
		sample.import += varint_read_signed(&bytes);
		sample.line += varint_read_signed(&bytes);
		samples->at = arena_room(arena, samples->at, samples->count,
		    sizeof *samples->at);
		samples->at[samples->count++] = sample;
	}
}

static int by_value(const void *a, const void *b) {
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static int64_t sum_of(const int64_t *value, size_t n) {
	__int128 sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += value[i];
	return sum > INT64_MAX ? INT64_MAX : sum < INT64_MIN ? INT64_MIN
	    : (int64_t)sum;
}

static int64_t ranked(const int64_t *value, size_t n, size_t percent) {
	return value[(percent * n + 99) / 100 - 1];
}

struct metricpack_rollup metricpack_roll(int64_t *value, size_t n) {
	qsort(value, n, sizeof *value, by_value);
	return (struct metricpack_rollup){ (int64_t)n, value[0], value[n - 1],
	    sum_of(value, n), ranked(value, n, 50), ranked(value, n, 95),
	    ranked(value, n, 99) };
}
