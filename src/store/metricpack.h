/*
 * metricpack - values of one series in one hour, as bytes, and their figures.
 *
 * Values are whole numbers in units of 10^-scale, one scale for the hour.  Of
 * two values at one instant the later one (import, then line) holds.
 */
#ifndef GEPPO_METRICPACK_H
#define GEPPO_METRICPACK_H

#include "base/ratio.h"

struct arena;
struct buf;

/* Small, since an hour of every series is held at once. */
struct metricpack_sample {
	int64_t at;
	int64_t n;
	int64_t line;
	int32_t import;
	int scale;		/* n is in units of 10^-scale */
};

struct metricpack {
	struct metricpack_sample *at;
	size_t count;
	size_t room;
};

/* Exact, nearest rank: p95 is x[ceil(95/100 n)]. */
struct metricpack_rollup {
	int64_t n, min, max, sum;
	int64_t p50, p95, p99;
};

/* Append; the room doubles, and stays when count is set back. */
void metricpack_add(struct arena *arena, struct metricpack *samples,
    const struct metricpack_sample *sample);

/* In order of time, one a second.  *clashes counts instants whose values
 * differ. */
void metricpack_sort(struct metricpack *samples, int64_t *clashes);

/* Bring all to the finest scale among them, which is returned; samples that do
 * not fit into 64 bits there are dropped and counted. */
int metricpack_scale(struct metricpack *samples, int64_t *dropped);

/* Pack sorted samples of one scale. */
void metricpack_write(struct buf *buf, const struct metricpack *samples);

/* Append the samples of a packed text. */
void metricpack_read(struct arena *arena, struct str bytes, int scale,
    struct metricpack *samples);

/* The figures of n > 0 values, whose order is lost; room of n in scratch.  A
 * sum beyond 64 bits is the greatest or least of 64 bits. */
struct metricpack_rollup metricpack_roll(struct arena *scratch,
    int64_t *value, size_t n);

#endif
