/*
 * statuspack - samples of one target as runs, and runs as bytes.
 *
 * A run is count samples of one state and one file at first, first + step ...,
 * on lines line, line + stride ...; packing and unpacking give back the same
 * samples.  At one instant the worse state holds: down > unknown > up
 * (sla-details 18).
 */
#ifndef GEPPO_STATUSPACK_H
#define GEPPO_STATUSPACK_H

#include "base/str.h"

struct arena;
struct buf;

struct statuspack_sample {
	int64_t at;
	int64_t import;
	int64_t line;
	int state;		/* enum rows_state: the worse, the greater */
};

struct statuspack_run {
	int64_t first, step, count;
	int64_t import;
	int64_t line, stride;
	int state;
};

struct statuspack {
	struct statuspack_sample *at;
	size_t count;
	size_t room;
};

/* Append; the room doubles, and stays when count is set back. */
void statuspack_add(struct arena *arena, struct statuspack *samples,
    const struct statuspack_sample *sample);

/* In order of time, one a second.  Of equal instants and states the later
 * import, then the earlier line is kept. */
void statuspack_sort(struct statuspack *samples);

/* Pack sorted samples. */
void statuspack_write(struct buf *buf, const struct statuspack *samples);

/* The next run of a packed text: *run holds the run before it, zeroed at
 * first.  False at the end. */
bool statuspack_next(struct str *bytes, struct statuspack_run *run);

/* Append the samples of a packed text. */
void statuspack_read(struct arena *arena, struct str bytes,
    struct statuspack *samples);

#endif
