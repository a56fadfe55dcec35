/*
 * statuslane - one lane per target, which holds the samples of one day; the
 * room for them is used again for the next.
 */
#include "store/statuslane.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/record.h"
#include "sql/db.h"
#include "store/lanes.h"

struct target {
	struct str name;
	int64_t day;
	int64_t start;		/* the instant it begins at */
	struct statuspack held;
};

struct statuslane {
	struct arena *arena;
	struct arena *scratch;	/* of one day that is written */
	struct db *db;
	int64_t interval, offset;
	struct lanes lanes;
	struct statuslane_counts counts;
};

struct statuslane *statuslane_new(struct arena *arena, struct db *db,
    int64_t interval, int64_t offset) {
	struct statuslane *lane = arena_alloc(arena, sizeof *lane);
	*lane = (struct statuslane){ arena, arena_new(), db, interval, offset,
	    lanes_in(arena, 1), { 0, 0 } };
	return lane;
}

static struct db_query *prepare(const struct statuslane *lane,
    const struct target *target, const char *name) {
	struct db_query *query = db_prepare_file(lane->db, name);
	db_bind(query, 1, (struct value){ .kind = VALUE_TEXT,
	    .text = target->name });
	db_bind(query, 2, (struct value){ .kind = VALUE_INT,
	    .n = lane->interval });
	db_bind(query, 3, (struct value){ .kind = VALUE_INT,
	    .n = target->day });
	return query;
}

/* Instants of the sorted samples whose state differs in the sorted old. */
static int64_t count_changed(const struct statuspack *samples,
    const struct statuspack *old) {
	int64_t changed = 0;
	size_t i = 0;
	for (size_t k = 0; k < old->count; k++) {
		while (i < samples->count && samples->at[i].at < old->at[k].at)
			i++;
		changed += i < samples->count
		    && samples->at[i].at == old->at[k].at
		    && samples->at[i].state != old->at[k].state;
	}
	return changed;
}

static void merge_stored(struct statuslane *lane, struct target *target) {
	struct statuspack old = { .count = 0 };
	struct db_query *query = prepare(lane, target, "status-find");
	if (db_step(query))
		statuspack_read(lane->scratch, db_column(query, 0).text, &old);
	for (size_t i = 0; i < old.count; i++)
		statuspack_add(lane->arena, &target->held, &old.at[i]);
	statuspack_sort(&target->held);
	lane->counts.added += (int64_t)target->held.count - (int64_t)old.count;
	lane->counts.changed += count_changed(&target->held, &old);
}

static void flush(struct statuslane *lane, struct target *target) {
	if (target->held.count == 0)
		return;
	merge_stored(lane, target);
	struct buf packed = buf_in(lane->scratch);
	statuspack_write(&packed, &target->held);
	struct db_query *query = prepare(lane, target, "status-put");
	db_bind_blob(query, 4, buf_str(&packed));
	db_finish(query);
	arena_reset(lane->scratch);
	target->held.count = 0;
}

bool statuslane_add(struct statuslane *lane, struct str name,
    struct statuspack_sample sample) {
	void **slot = lanes_find(&lane->lanes, &name);
	bool fresh = *slot == NULL;
	if (fresh) {
		struct target *new = arena_alloc(lane->arena, sizeof *new);
		new->name = str_copy(lane->arena, name);
		*slot = new;
	}
	struct target *target = *slot;
	if (fresh || sample.at < target->start
	    || sample.at >= target->start + DATE_DAY) {
		flush(lane, target);
		target->day = date_day_of(sample.at, lane->offset);
		target->start = date_start(target->day, lane->offset);
	}
	statuspack_add(lane->arena, &target->held, &sample);
	return fresh;
}

struct statuslane_counts statuslane_end(struct statuslane *lane) {
	for (size_t i = 0; i < lane->lanes.count; i++)
		flush(lane, lane->lanes.slot[i]);
	arena_free(lane->scratch);
	return lane->counts;
}
