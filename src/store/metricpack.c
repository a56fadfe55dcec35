/*
 * metricpack - runs of samples at steady steps, their values as differences.
 *
 * Of each run: first less the end of the run before, step, count, import, line
 * less the last line before, lines from sample to sample; then each value less
 * the one before.  A steady hour is ten bytes and one or two a sample.
 */
#include "store/metricpack.h"

#include "base/arena.h"
#include "base/buf.h"
#include "store/varint.h"

/* Room for samples at first: an hour of minutes, and no power of two, since
 * then all series would share a few places of the cache.  So few values are
 * sorted as one sorts cards. */
enum { FIRST = 61, FEW = 16 };

void metricpack_add(struct arena *arena, struct metricpack *samples,
    const struct metricpack_sample *sample) {
	if (samples->count == samples->room) {
		struct metricpack_sample *at = samples->at;
		samples->room = samples->room == 0 ? FIRST : 2 * samples->room;
		samples->at = arena_array(arena, samples->room, sizeof *at);
		if (samples->count != 0)
			memcpy(samples->at, at, samples->count * sizeof *at);
	}
	samples->at[samples->count++] = *sample;
}

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

/* n * 10^more; false beyond 64 bits. */
static bool finer(int64_t n, int more, int64_t *scaled) {
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
		if (!finer(sample.n, scale - sample.scale,
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

/* Samples of one file whose instants and lines go on at one step each. */
struct run {
	int64_t first, step, count;
	int64_t import;
	int64_t line, stride;
};

/* The longest run that begins at the sample i. */
static struct run run_at(const struct metricpack *samples, size_t i) {
	const struct metricpack_sample *at = samples->at;
	struct run run = { .first = at[i].at, .count = 1,
	    .import = at[i].import, .line = at[i].line };
	size_t next = i + 1;
	if (next < samples->count && at[next].import == run.import) {
		run.step = at[next].at - at[i].at;
		run.stride = at[next].line - at[i].line;
	}
	for (; next < samples->count && at[next].import == run.import
	    && at[next].at - at[next - 1].at == run.step
	    && at[next].line - at[next - 1].line == run.stride; next++)
		run.count++;
	return run;
}

static int64_t run_end(const struct run *run) {
	return run->first + run->step * (run->count - 1);
}

static int64_t run_last_line(const struct run *run) {
	return run->line + run->stride * (run->count - 1);
}

void metricpack_write(struct buf *buf, const struct metricpack *samples) {
	struct run before = { .count = 1 };
	uint64_t n = 0;
	for (size_t i = 0; i < samples->count;) {
		struct run run = run_at(samples, i);
		varint_write_signed(buf, run.first - run_end(&before));
		varint_write(buf, (uint64_t)run.step);
		varint_write(buf, (uint64_t)run.count);
		varint_write(buf, (uint64_t)run.import);
		varint_write_signed(buf, run.line - run_last_line(&before));
		varint_write_signed(buf, run.stride);
		for (size_t end = i + (size_t)run.count; i < end; i++) {
			uint64_t value = (uint64_t)samples->at[i].n;
			varint_write_signed(buf, (int64_t)(value - n));
			n = value;
		}
		before = run;
	}
}

static struct run read_run(struct str *bytes, const struct run *before) {
	struct run run;
	run.first = run_end(before) + varint_read_signed(bytes);
	run.step = (int64_t)varint_read(bytes);
	run.count = (int64_t)varint_read(bytes);
	run.import = (int64_t)varint_read(bytes);
	run.line = run_last_line(before) + varint_read_signed(bytes);
	run.stride = varint_read_signed(bytes);
	return run;
}

void metricpack_read(struct arena *arena, struct str bytes, int scale,
    struct metricpack *samples) {
	struct run run = { .count = 1 };
	uint64_t n = 0;
	while (bytes.n != 0) {
		run = read_run(&bytes, &run);
		for (int64_t i = 0; i < run.count; i++) {
			n += (uint64_t)varint_read_signed(&bytes);
			struct metricpack_sample sample = {
			    run.first + i * run.step, (int64_t)n,
			    run.line + i * run.stride, (int32_t)run.import,
			    scale };
			metricpack_add(arena, samples, &sample);
		}
	}
}

static void sort_few(int64_t *value, size_t n) {
	for (size_t i = 1; i < n; i++) {
		int64_t held = value[i];
		size_t k = i;
		for (; k > 0 && value[k - 1] > held; k--)
			value[k] = value[k - 1];
		value[k] = held;
	}
}

/* Least and most of n > 0 values. */
static void range_of(const int64_t *value, size_t n, int64_t *least,
    int64_t *most) {
	*least = *most = value[0];
	for (size_t i = 1; i < n; i++) {
		*least = value[i] < *least ? value[i] : *least;
		*most = value[i] > *most ? value[i] : *most;
	}
}

/* By the digit of (value - least) that so many bits at the shift are, keeping
 * the order of equals. */
static void sort_digit(const int64_t *from, int64_t *to, size_t n,
    int64_t least, int shift, int bits) {
	uint32_t place[257] = { 0 };
	uint64_t mask = (UINT64_C(1) << bits) - 1;
	for (size_t i = 0; i < n; i++)
		place[(((uint64_t)from[i] - (uint64_t)least) >> shift & mask)
		    + 1]++;
	for (size_t i = 1; i <= mask; i++)
		place[i] += place[i - 1];
	for (size_t i = 0; i < n; i++)
		to[place[((uint64_t)from[i] - (uint64_t)least) >> shift
		    & mask]++] = from[i];
}

/* Measurements spread little: most pass in two rounds of digits. */
static void sort_many(struct arena *scratch, int64_t *value, size_t n) {
	int bits = n < 256 ? 6 : 8;
	int64_t least, most;
	range_of(value, n, &least, &most);
	uint64_t range = (uint64_t)most - (uint64_t)least;
	int64_t *from = value, *to = arena_array(scratch, n, sizeof *to);
	for (int shift = 0; shift < 64 && range >> shift != 0; shift += bits) {
		sort_digit(from, to, n, least, shift, bits);
		int64_t *sorted = to;
		to = from;
		from = sorted;
	}
	if (from != value)
		memcpy(value, from, n * sizeof *value);
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

struct metricpack_rollup metricpack_roll(struct arena *scratch,
    int64_t *value, size_t n) {
	if (n <= FEW)
		sort_few(value, n);
	else
		sort_many(scratch, value, n);
	return (struct metricpack_rollup){ (int64_t)n, value[0], value[n - 1],
	    sum_of(value, n), ranked(value, n, 50), ranked(value, n, 95),
	    ranked(value, n, 99) };
}
