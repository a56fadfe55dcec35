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
#include "store/earlier.h"
#include "store/lanes.h"
#include "store/rows.h"
#include "store/upsert.h"

struct watched {
	struct str name;
	int64_t day;
	int64_t start;		/* the instant it begins at */
	struct statuspack held;
};

struct statuslane {
	struct arena *arena;
	struct arena *scratch;	/* of one day that is written */
	struct db *db;
	struct statuslane_file file;
	struct lanes lanes;
	struct statuslane_counts counts;
};

struct statuslane *statuslane_new(struct arena *arena, struct db *db,
    const struct statuslane_file *file) {
	struct statuslane *lane = arena_alloc(arena, sizeof *lane);
	*lane = (struct statuslane){ arena, arena_new(), db, *file,
	    lanes_in(arena, 1), { 0, 0, 0 } };
	return lane;
}

static struct db_query *prepare(const struct statuslane *lane,
    const struct watched *target, int64_t interval, const char *name) {
	struct db_query *query = db_prepare_file(lane->db, name);
	db_bind(query, 1, (struct value){ .kind = VALUE_TEXT,
	    .text = target->name });
	db_bind(query, 2, (struct value){ .kind = VALUE_INT,
	    .n = interval });
	db_bind(query, 3, (struct value){ .kind = VALUE_INT,
	    .n = target->day });
	return query;
}

/* A day of the target as it is now. */
static void put(struct statuslane *lane, const struct watched *target,
    int64_t interval, const struct statuspack *samples) {
	struct buf packed = buf_in(lane->scratch);
	statuspack_write(&packed, samples);
	struct db_query *query = prepare(lane, target, interval,
	    samples->count == 0 ? "status-drop" : "status-put");
	if (samples->count != 0)
		db_bind_blob(query, 4, buf_str(&packed));
	db_finish(query);
}

/* The earlier sample gives way to one that says something else. */
static void keep_history(struct statuslane *lane, const struct watched *target,
    const struct statuspack_sample *old) {
	const struct record_type *type = record_type(RECORD_status);
	static const char *const words[] = { [STATE_UP] = "up",
	    [STATE_UNKNOWN] = "unknown", [STATE_DOWN] = "down" };
	struct value key[] = { { .kind = VALUE_INT, .n = old->at },
	    { .kind = VALUE_TEXT, .text = target->name }, { 0 }, { 0 } };
	upsert_keep(lane->db, type, record_key(lane->scratch, type, key),
	    (size_t)record_field_find(type, str_of("state")),
	    (struct value){ .kind = VALUE_TEXT,
	    .text = str_of(words[old->state]) }, old->import, old->line,
	    lane->file.import);
}

/* What became of stored samples beside those of the file. */
struct weighed {
	int64_t replaced;	/* gave way, and what they say is ... */
	int64_t corrected;	/* ... another state */
	int64_t worse, clashes;	/* of those that stay */
};

/* Compare what the store has with what the file says at the same instants,
 * both in order of time; what gives way goes from the old. */
static struct weighed weigh(struct statuslane *lane,
    const struct watched *target, struct statuspack *old) {
	const struct statuspack *new = &target->held;
	struct weighed weighed = { 0, 0, 0, 0 };
	size_t i = 0, kept = 0;
	for (size_t k = 0; k < old->count; k++) {
		const struct statuspack_sample sample = old->at[k];
		while (i < new->count && new->at[i].at < sample.at)
			i++;
		bool both = i < new->count && new->at[i].at == sample.at;
		bool differs = both && new->at[i].state != sample.state;
		bool replaced = both && earlier_gives_way(lane->file.earlier,
		    sample.import);
		weighed.replaced += replaced;
		weighed.corrected += replaced && differs;
		weighed.worse += differs && !replaced
		    && new->at[i].state > sample.state;
		weighed.clashes += differs && !replaced
		    && sample.import != lane->file.import;
		if (replaced && differs)
			keep_history(lane, target, &sample);
		if (!replaced)
			old->at[kept++] = sample;
	}
	old->count = kept;
	return weighed;
}

static void merge_stored(struct statuslane *lane, struct watched *target) {
	struct statuspack old = { .count = 0 };
	struct db_query *query = prepare(lane, target, lane->file.interval,
	    "status-find");
	if (db_step(query))
		statuspack_read(lane->scratch, db_column(query, 0).text, &old);
	size_t before = old.count;
	struct weighed weighed = weigh(lane, target, &old);
	for (size_t i = 0; i < old.count; i++)
		statuspack_add(lane->arena, &target->held, &old.at[i]);
	statuspack_sort(&target->held);
	lane->counts.added += (int64_t)target->held.count - (int64_t)before;
	lane->counts.changed += weighed.corrected + weighed.worse;
	lane->counts.clashes += weighed.clashes;
}

/* A file whose interval was mended takes the place of its samples at the
 * former one. */
static void merge_others(struct statuslane *lane, struct watched *target) {
	struct statuspack *old = NULL;
	int64_t *interval = NULL;
	size_t count = 0;
	struct db_query *query = prepare(lane, target, lane->file.interval,
	    "status-others");
	for (; db_step(query); count++) {
		old = arena_room(lane->scratch, old, count, sizeof *old);
		interval = arena_room(lane->scratch, interval, count,
		    sizeof *interval);
		interval[count] = db_column(query, 0).n;
		old[count] = (struct statuspack){ .count = 0 };
		statuspack_read(lane->scratch, db_column(query, 1).text,
		    &old[count]);
	}
	for (size_t i = 0; i < count; i++) {
		struct weighed weighed = weigh(lane, target, &old[i]);
		lane->counts.added -= weighed.replaced;
		lane->counts.changed += weighed.corrected;
		lane->counts.clashes += weighed.clashes;
		if (weighed.replaced != 0)
			put(lane, target, interval[i], &old[i]);
	}
}

static void flush(struct statuslane *lane, struct watched *target) {
	if (target->held.count == 0)
		return;
	statuspack_sort(&target->held);
	merge_others(lane, target);
	merge_stored(lane, target);
	put(lane, target, lane->file.interval, &target->held);
	arena_reset(lane->scratch);
	target->held.count = 0;
}

bool statuslane_add(struct statuslane *lane, size_t texts, struct str name,
    struct statuspack_sample sample) {
	void **slot = lanes_find(&lane->lanes, texts, &name);
	bool fresh = *slot == NULL;
	if (fresh) {
		struct watched *new = arena_alloc(lane->arena, sizeof *new);
		new->name = str_copy(lane->arena, name);
		*slot = new;
	}
	struct watched *target = *slot;
	if (fresh || sample.at < target->start
	    || sample.at >= target->start + DATE_DAY) {
		flush(lane, target);
		target->day = date_day_of(sample.at, lane->file.offset);
		target->start = date_start(target->day, lane->file.offset);
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
