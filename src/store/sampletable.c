/*
 * sampletable - cursors over packed samples.
 *
 * A cursor takes the packed text of all it may need when it opens (a few bytes
 * a sample), so that no statement of the store is under way while a user's
 * statement runs.
 */
#include "store/sampletable.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "sql/db.h"
#include "sql/sqltable.h"
#include "store/fetch.h"
#include "store/metricpack.h"
#include "store/statuspack.h"

/* Packed samples of one hour or day, and whose they are. */
struct part {
	struct str name[3];	/* metric, host, unit; or target */
	int64_t number;		/* scale; or interval */
	struct str packed;
};

struct cursor {
	const struct fetch *fetch;
	struct arena *arena;	/* of the cursor */
	struct arena *scratch;	/* of the part at hand, and of one row */
	struct part *part;
	size_t parts;
	size_t next_part;
	const struct part *now;
	struct metricpack metric;
	struct statuspack status;
	size_t next;		/* sample in the part at hand */
};

static struct cursor *cursor_new(const struct fetch *fetch) {
	struct arena *arena = arena_new();
	struct cursor *cursor = arena_alloc(arena, sizeof *cursor);
	*cursor = (struct cursor){ .fetch = fetch, .arena = arena,
	    .scratch = arena_new() };
	return cursor;
}

static void cursor_close(void *self) {
	struct cursor *cursor = self;
	arena_free(cursor->scratch);
	arena_free(cursor->arena);
}

static struct part *add_part(struct cursor *cursor) {
	cursor->part = arena_room(cursor->arena, cursor->part, cursor->parts,
	    sizeof *cursor->part);
	struct part *part = &cursor->part[cursor->parts++];
	*part = (struct part){ .number = 0 };
	return part;
}

/* The next part becomes the one at hand, still packed. */
static bool enter_part(struct cursor *cursor) {
	if (cursor->next_part == cursor->parts)
		return false;
	arena_reset(cursor->scratch);
	cursor->now = &cursor->part[cursor->next_part++];
	cursor->metric = (struct metricpack){ .count = 0 };
	cursor->status = (struct statuspack){ .count = 0 };
	cursor->next = 0;
	return true;
}

static void bind_filter(struct db_query *query, int n, struct str equal) {
	if (equal.p != NULL)
		db_bind(query, n, (struct value){ .kind = VALUE_TEXT,
		    .text = equal });
}

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

static struct value text(struct str text) {
	return (struct value){ .kind = text.n == 0 ? VALUE_NONE : VALUE_TEXT,
	    .text = text };
}

static struct value local_text(struct cursor *cursor, int64_t at) {
	struct buf buf = buf_in(cursor->scratch);
	date_write_iso(&buf, at, cursor->fetch->contract->offset);
	return text(buf_str(&buf));
}

enum { METRIC_AT, METRIC_TEXT, METRIC_HOST, METRIC_METRIC, METRIC_VALUE,
	METRIC_UNIT, METRIC_FILE, METRIC_LINE, METRIC_UNITS, METRIC_SCALE };

static void *metric_open(void *self, const struct sqltable_filter *filter) {
	struct fetch *fetch = self;
	struct cursor *cursor = cursor_new(fetch);
	struct db_query *query = db_prepare_file(fetch->db, "metric-hours");
	bind_filter(query, 1, filter->equal[METRIC_METRIC]);
	bind_filter(query, 2, filter->equal[METRIC_HOST]);
	bind_filter(query, 3, filter->equal[METRIC_UNIT]);
	db_bind(query, 4, whole(INT64_MIN));
	db_bind(query, 5, whole(INT64_MAX));
	while (db_step(query)) {
		struct part *part = add_part(cursor);
		for (int i = 0; i < 3; i++)
			part->name[i] = str_copy(cursor->arena,
			    db_column(query, i).text);
		part->number = db_column(query, 3).n;
		part->packed = str_copy(cursor->arena,
		    db_column(query, 4).text);
	}
	return cursor;
}

static bool metric_next(void *self) {
	struct cursor *cursor = self;
	cursor->next++;
	while (cursor->next >= cursor->metric.count
	    || cursor->metric.at[cursor->next].at
	    >= cursor->fetch->rows->as_of) {
		if (!enter_part(cursor))
			return false;
		metricpack_read(cursor->scratch, cursor->now->packed,
		    (int)cursor->now->number, &cursor->metric);
	}
	return true;
}

static struct value metric_column(void *self, int n) {
	struct cursor *cursor = self;
	const struct metricpack_sample *at = &cursor->metric.at[cursor->next];
	switch (n) {
	case METRIC_AT: return whole(at->at);
	case METRIC_TEXT: return local_text(cursor, at->at);
	case METRIC_HOST: return text(cursor->now->name[1]);
	case METRIC_METRIC: return text(cursor->now->name[0]);
	case METRIC_VALUE: return (struct value){ .kind = VALUE_DECIMAL,
	    .n = at->n, .scale = at->scale };
	case METRIC_UNIT: return text(cursor->now->name[2]);
	case METRIC_FILE: return whole(at->import);
	case METRIC_LINE: return whole(at->line);
	case METRIC_UNITS: return whole(at->n);
	default: return whole(at->scale);
	}
}

enum { STATUS_AT, STATUS_TEXT, STATUS_TARGET, STATUS_STATE, STATUS_INTERVAL,
	STATUS_FILE, STATUS_LINE };

static void *status_open(void *self, const struct sqltable_filter *filter) {
	struct fetch *fetch = self;
	struct cursor *cursor = cursor_new(fetch);
	struct db_query *query = db_prepare_file(fetch->db, "status-days");
	bind_filter(query, 1, filter->equal[STATUS_TARGET]);
	db_bind(query, 2, whole(INT64_MAX));
	while (db_step(query)) {
		struct part *part = add_part(cursor);
		part->name[0] = str_copy(cursor->arena,
		    db_column(query, 0).text);
		part->number = db_column(query, 1).n;
		part->packed = str_copy(cursor->arena,
		    db_column(query, 2).text);
	}
	return cursor;
}

static bool status_next(void *self) {
	struct cursor *cursor = self;
	cursor->next++;
	while (cursor->next >= cursor->status.count
	    || cursor->status.at[cursor->next].at
	    >= cursor->fetch->rows->as_of) {
		if (!enter_part(cursor))
			return false;
		statuspack_read(cursor->scratch, cursor->now->packed,
		    &cursor->status);
	}
	return true;
}

static struct value status_column(void *self, int n) {
	static const char *const states[] = { [STATE_UP] = "up",
	    [STATE_UNKNOWN] = "unknown", [STATE_DOWN] = "down" };
	struct cursor *cursor = self;
	const struct statuspack_sample *at = &cursor->status.at[cursor->next];
	switch (n) {
	case STATUS_AT: return whole(at->at);
	case STATUS_TEXT: return local_text(cursor, at->at);
	case STATUS_TARGET: return text(cursor->now->name[0]);
	case STATUS_STATE: return text(str_of(states[at->state % 3]));
	case STATUS_INTERVAL: return whole(cursor->now->number);
	case STATUS_FILE: return whole(at->import);
	default: return whole(at->line);
	}
}

void sampletable_register(struct fetch *fetch) {
	struct sqltable *table = arena_array(fetch->arena, 2, sizeof *table);
	table[0] = (struct sqltable){ "metric", "at INTEGER, at_text TEXT, "
	    "host TEXT, metric TEXT, value NUMERIC, unit TEXT, "
	    "origin_file INTEGER, origin_line INTEGER, "
	    "units INTEGER HIDDEN, scale INTEGER HIDDEN",
	    1u << METRIC_HOST | 1u << METRIC_METRIC | 1u << METRIC_UNIT, fetch,
	    metric_open, metric_next, metric_column, cursor_close };
	table[1] = (struct sqltable){ "status", "at INTEGER, at_text TEXT, "
	    "target TEXT, state TEXT, interval INTEGER, "
	    "origin_file INTEGER, origin_line INTEGER",
	    1u << STATUS_TARGET, fetch, status_open, status_next,
	    status_column, cursor_close };
	sqltable_register(fetch->db, &table[0]);
	sqltable_register(fetch->db, &table[1]);
}
