/*
 * statuspack - runs as differences from the run before.
 *
 * Of each run: first less the end of the run before, step, count and state in
 * one number, import, line less the line before, and the lines from sample to
 * sample.  A healthy day at steady steps is one run of some ten bytes.
 */
#include "store/statuspack.h"

#include "base/arena.h"
#include "base/buf.h"
#include "store/varint.h"

enum { ROOM_FIRST = 64 };

void statuspack_add(struct arena *arena, struct statuspack *samples,
    const struct statuspack_sample *sample) {
	if (samples->count == samples->room) {
		struct statuspack_sample *at = samples->at;
		samples->room = samples->room == 0 ? ROOM_FIRST
		    : 2 * samples->room;
		samples->at = arena_array(arena, samples->room, sizeof *at);
		if (samples->count != 0)
			memcpy(samples->at, at, samples->count * sizeof *at);
	}
	samples->at[samples->count++] = *sample;
}

static int order(const void *a, const void *b) {
	const struct statuspack_sample *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->state != y->state)
		return y->state - x->state;
	if (x->import != y->import)
		return x->import > y->import ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

static bool is_sorted(const struct statuspack *samples) {
	for (size_t i = 1; i < samples->count; i++)
		if (samples->at[i - 1].at >= samples->at[i].at)
			return false;
	return true;
}

void statuspack_sort(struct statuspack *samples) {
	if (is_sorted(samples))
		return;
	qsort(samples->at, samples->count, sizeof *samples->at, order);
	size_t kept = 0;
	for (size_t i = 0; i < samples->count; i++)
		if (kept == 0 || samples->at[kept - 1].at != samples->at[i].at)
			samples->at[kept++] = samples->at[i];
	samples->count = kept;
}

/* The longest run that begins at the sample i. */
static struct statuspack_run run_at(const struct statuspack *samples,
    size_t i) {
	const struct statuspack_sample *at = samples->at;
	struct statuspack_run run = { .first = at[i].at, .count = 1,
	    .import = at[i].import, .line = at[i].line, .state = at[i].state };
	if (i + 1 < samples->count) {
		run.step = at[i + 1].at - at[i].at;
		run.stride = at[i + 1].line - at[i].line;
	}
	for (size_t next = i + 1; next < samples->count; next++) {
		if (at[next].at - at[next - 1].at != run.step
		    || at[next].line - at[next - 1].line != run.stride
		    || at[next].state != run.state
		    || at[next].import != run.import)
			break;
		run.count++;
	}
	if (run.count == 1)
		run.step = run.stride = 0;
	return run;
}

static void write_run(struct buf *buf, const struct statuspack_run *before,
    const struct statuspack_run *run) {
	int64_t end = before->first + before->step * (before->count - 1);
	varint_write_signed(buf, run->first - end);
	varint_write(buf, (uint64_t)run->step);
	varint_write(buf, (uint64_t)run->count << 2 | (uint64_t)run->state);
	varint_write(buf, (uint64_t)run->import);
	varint_write_signed(buf, run->line - before->line);
	varint_write_signed(buf, run->stride);
}

void statuspack_write(struct buf *buf, const struct statuspack *samples) {
	struct statuspack_run before = { .count = 1 };
	for (size_t i = 0; i < samples->count; i += (size_t)before.count) {
		struct statuspack_run run = run_at(samples, i);
		write_run(buf, &before, &run);
		before = run;
	}
}

bool statuspack_next(struct str *bytes, struct statuspack_run *run) {
	if (bytes->n == 0)
		return false;
	int64_t end = run->count == 0 ? 0
	    : run->first + run->step * (run->count - 1);
	run->first = end + varint_read_signed(bytes);
	run->step = (int64_t)varint_read(bytes);
	uint64_t packed = varint_read(bytes);
	run->count = (int64_t)(packed >> 2);
	run->state = (int)(packed & 3);
	run->import = (int64_t)varint_read(bytes);
	run->line += varint_read_signed(bytes);
	run->stride = varint_read_signed(bytes);
	return true;
}

void statuspack_read(struct arena *arena, struct str bytes,
    struct statuspack *samples) {
	struct statuspack_run run = { 0 };
	while (statuspack_next(&bytes, &run))
		for (int64_t i = 0; i < run.count; i++) {
			struct statuspack_sample sample = {
			    run.first + i * run.step, run.import,
			    run.line + i * run.stride, run.state };
			statuspack_add(arena, samples, &sample);
		}
}
