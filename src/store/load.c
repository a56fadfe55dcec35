/*
 * load - the sink that read fills: one import after the other.
 *
 * What a file needs lies in an arena of the file.  Nothing of a file is
 * visible to others before its end.
 */
#include "store/load.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/file.h"
#include "base/limits.h"
#include "contract/contract.h"
#include "read/rec.h"
#include "sql/db.h"
#include "sql/sqltext.h"
#include "store/earlier.h"
#include "store/metriclane.h"
#include "store/reading.h"
#include "store/renew.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/statuslane.h"
#include "store/upsert.h"

/* Fields of the streamed types in the order of record.def. */
enum { STATUS_AT, STATUS_TARGET, STATUS_STATE, STATUS_RESPONSE };
enum { METRIC_AT, METRIC_HOST, METRIC_METRIC, METRIC_VALUE, METRIC_UNIT };

/* The files of a source, and the one that is being loaded. */
struct loading {
	struct db *db;
	const struct contract *contract;
	const struct source *source;
	struct load_stats *stats;
	struct str reading;
	bool within;			/* a transaction of many files */

	struct arena *arena;		/* of the file */
	struct rec_file from;
	struct str path;
	int64_t import;
	struct upsert *upsert;
	struct earlier earlier;		/* of status */
	struct statuslane *status;
	struct metriclane *metric;
	struct load_stats file;
	int64_t first, last;		/* instants; first > last: none */
	int key;			/* field that says when, or -1 */
	bool by_date;			/* it is a date */
};

static struct value text(struct str text) {
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

static struct value whole(int64_t n) {
	return (struct value){ .kind = VALUE_INT, .n = n };
}

/* Is it the file?  SHA-256 takes long: it is asked where the store has nothing
 * else. */
static bool is_same(const struct db_query *query, const struct rec_file *file) {
	struct value digest = db_column(query, 0), quick = db_column(query, 1);
	return quick.kind == VALUE_TEXT
	    ? str_equal(quick.text, rec_quick(file))
	    : str_equal(digest.text, rec_digest(file));
}

static bool is_known(const struct loading *loading,
    const struct rec_file *file) {
	struct db_query *query = db_prepare_file(loading->db, "import-known");
	db_bind(query, 1, whole(file->bytes));
	db_bind(query, 2, text(loading->reading));
	bool known = false;
	while (db_step(query))
		known = known || is_same(query, file);
	return known;
}

static bool is_path_known(const struct loading *loading, struct str path) {
	struct db_query *query = db_prepare_file(loading->db, "import-path");
	db_bind(query, 1, text(path));
	bool known = db_step(query);
	return known && !db_step(query);
}

/* The file's number in the store, when it had one before it was taken back. */
static bool begin_ranked(struct loading *loading,
    const struct rec_file *file) {
	const struct str key[] = { file->path, rec_digest(file), str_of(
	    record_type(loading->source->records)->name), loading->reading };
	loading->import = renew_rank(loading->db, key);
	if (loading->import == 0)
		return false;
	struct db_query *query = db_prepare_file(loading->db, "renew-begin");
	db_bind(query, 1, text(file->path));
	db_bind(query, 2, text(loading->reading));
	db_bind(query, 3, whole(file->bytes));
	db_bind(query, 4, text(file->encoding));
	db_bind(query, 5, whole(loading->import));
	db_finish(query);
	return true;
}

/* The digest of a file with others of its path is needed now; else there is
 * time for it. */
static void begin_import(struct loading *loading,
    const struct rec_file *file) {
	struct db_query *query;
	bool again = is_path_known(loading, file->path);
	if (again) {
		query = db_prepare_file(loading->db, "import-again");
		db_bind(query, 1, text(file->path));
		db_bind(query, 2, text(loading->reading));
		db_bind(query, 3, text(rec_digest(file)));
		db_finish(query);
	}
	if ((again || loading->within) && begin_ranked(loading, file))
		return;
	query = db_prepare_file(loading->db, "import-begin");
	db_bind(query, 1, text(file->path));
	db_bind(query, 2, text(loading->reading));
	db_bind(query, 3, text(str_of(
	    record_type(loading->source->records)->name)));
	db_bind(query, 4, whole(file->bytes));
	db_bind(query, 5, text(file->encoding));
	db_finish(query);
	loading->import = db_last_id(loading->db);
}

/* The field that says when a record is: the first required instant, else the
 * first required date. */
static int key_field(const struct record_type *type) {
	int date = -1;
	for (size_t i = type->fields; i-- > 0;)
		if (type->field[i].kind == FIELD_DATE
		    && (type->field[i].flags & FIELD_REQUIRED) != 0)
			date = (int)i;
	for (size_t i = 0; i < type->fields; i++)
		if (type->field[i].kind == FIELD_INSTANT
		    && (type->field[i].flags & FIELD_REQUIRED) != 0)
			return (int)i;
	return date;
}

/* What takes the rows of the file that begins. */
static void begin_rows(struct loading *loading) {
	const struct record_type *type = record_type(loading->source->records);
	loading->upsert = NULL;
	if ((type->flags & RECORD_STREAMED) == 0)
		loading->upsert = upsert_new(loading->arena, loading->db, type,
		    loading->import);
	loading->metric = metriclane_new(loading->arena, loading->db,
	    loading->import);
	loading->earlier = (struct earlier){ NULL, 0 };
	if (loading->source->records == RECORD_status)
		loading->earlier = earlier_of(loading->arena, loading->db,
		    loading->contract, &(struct earlier_file){ loading->path,
		    loading->reading, RECORD_status, loading->import });
	loading->status = statuslane_new(loading->arena, loading->db,
	    &(struct statuslane_file){ loading->import,
	    loading->source->interval, loading->contract->offset,
	    &loading->earlier });
}

static bool known(void *self, const struct rec_file *file) {
	struct loading *loading = self;
	bool is = is_known(loading, file);
	loading->stats->known += is;
	return is;
}

/* The transaction of the file ends. */
static void keep(const struct loading *loading) {
	db_run(loading->db, loading->within ? "RELEASE file" : "COMMIT");
}

static void fall_back(const struct loading *loading) {
	db_run(loading->db, loading->within
	    ? "ROLLBACK TO file; RELEASE file" : "ROLLBACK");
}

static bool begin(void *self, const struct rec_file *file) {
	struct loading *loading = self;
	db_run(loading->db, loading->within ? "SAVEPOINT file"
	    : "BEGIN IMMEDIATE");
	if (known(loading, file)) {	/* another run was faster */
		keep(loading);
		return false;
	}
	loading->from = *file;
	const struct record_type *type = record_type(loading->source->records);
	loading->arena = arena_new();
	loading->path = str_copy(loading->arena, file->path);
	loading->file = (struct load_stats){ .files = 1 };
	loading->first = INT64_MAX;
	loading->last = INT64_MIN;
	loading->key = key_field(type);
	loading->by_date = loading->key >= 0
	    && type->field[loading->key].kind == FIELD_DATE;
	begin_import(loading, file);
	begin_rows(loading);
	return true;
}

static void note_instant(struct loading *loading, const struct value *values) {
	if (loading->key < 0 || values[loading->key].kind != VALUE_INT)
		return;
	int64_t at = values[loading->key].n;
	if (loading->by_date)
		at = date_start(at, loading->contract->offset);
	loading->first = at < loading->first ? at : loading->first;
	loading->last = at > loading->last ? at : loading->last;
}

static enum rows_state state_of(struct str word) {
	return str_is(word, "up") ? STATE_UP
	    : str_is(word, "down") ? STATE_DOWN : STATE_UNKNOWN;
}

static struct place place_of(const struct loading *loading, int64_t line) {
	return (struct place){ str_of(file_path(loading->arena,
	    str_z(loading->arena, loading->contract->workspace),
	    str_z(loading->arena, loading->path))), line, 0 };
}

static void check_target(const struct loading *loading, struct str target,
    int64_t line) {
	for (size_t i = 0; i < loading->contract->leaves; i++)
		if (str_equal(loading->contract->leaf[i]->id, target))
			return;
	struct place place = place_of(loading, line);
	diag(DIAG_STORE_UNKNOWN_TARGET, &place, diag_str(target), NULL);
}

static struct decimal number(const struct value *value) {
	return (struct decimal){ value->n,
	    value->kind == VALUE_DECIMAL ? value->scale : 0 };
}

static void add_response(struct loading *loading, const struct rec *rec) {
	const struct value *value = rec->value;
	const struct str metric = str_of("response_ms"), unit = str_of("ms");
	metriclane_add(loading->metric, &(struct metriclane_sample){
	    &metric, &value[STATUS_TARGET].text, &unit, rec->texts,
	    value[STATUS_AT].n, number(&value[STATUS_RESPONSE]),
	    rec->line });
}

static void add_status(struct loading *loading, const struct rec *rec) {
	const struct value *value = rec->value;
	struct str target = value[STATUS_TARGET].text;
	metriclane_rest(loading->metric);
	if (statuslane_add(loading->status, rec->texts, target,
	    (struct statuspack_sample){ value[STATUS_AT].n, loading->import,
	    rec->line, state_of(value[STATUS_STATE].text) }))
		check_target(loading, target, rec->line);
	if (value[STATUS_RESPONSE].kind != VALUE_NONE)
		add_response(loading, rec);
}

static void add_metric(struct loading *loading, const struct rec *rec) {
	const struct value *value = rec->value;
	metriclane_add(loading->metric, &(struct metriclane_sample){
	    &value[METRIC_METRIC].text, &value[METRIC_HOST].text,
	    &value[METRIC_UNIT].text, rec->texts, value[METRIC_AT].n,
	    number(&value[METRIC_VALUE]), rec->line });
}

static void add_record(struct loading *loading, const struct rec *rec) {
	switch (upsert_put(loading->upsert, rec->value, rec->line)) {
	case UPSERT_ADDED: loading->file.added++; break;
	case UPSERT_CHANGED: loading->file.changed++; break;
	case UPSERT_SAME: loading->file.same++; break;
	}
}

static void add(void *self, const struct rec *rec) {
	struct loading *loading = self;
	loading->file.read++;
	note_instant(loading, rec->value);
	if (loading->upsert != NULL)
		add_record(loading, rec);
	else if (loading->source->records == RECORD_status)
		add_status(loading, rec);
	else
		add_metric(loading, rec);
}

static void reject(void *self, int64_t line, enum diag_id reason,
    struct str raw) {
	struct loading *loading = self;
	loading->file.read++;
	loading->file.rejected++;
	if (raw.n > LIMIT_REJECT_BYTES)
		raw.n = LIMIT_REJECT_BYTES;
	metriclane_rest(loading->metric);
	struct db_query *query = db_prepare_file(loading->db, "reject-add");
	db_bind(query, 1, whole(loading->import));
	db_bind(query, 2, whole(line));
	db_bind(query, 3, text(str_of(diag_name(reason))));
	db_bind_blob(query, 4, raw);
	db_finish(query);
}

/* Close the lanes of a file of samples and count what became of them. */
static void end_samples(struct loading *loading) {
	struct statuslane_counts status = statuslane_end(loading->status);
	struct metriclane_counts metric = metriclane_end(loading->metric);
	struct place place = place_of(loading, 0);
	if (status.clashes != 0)
		diag(DIAG_STORE_STATUS_TWICE, &place,
		    diag_number(status.clashes), NULL);
	if (metric.clashes != 0)
		diag(DIAG_STORE_METRIC_TWICE, &place,
		    diag_number(metric.clashes), NULL);
	if (metric.dropped != 0)
		diag(DIAG_STORE_METRIC_RANGE, &place,
		    diag_number(metric.dropped), diag_str(loading->path), NULL);
	if (loading->upsert != NULL)
		return;
	struct load_stats *file = &loading->file;
	bool is_status = loading->source->records == RECORD_status;
	file->rejected += metric.dropped;
	file->added = is_status ? status.added : metric.added;
	file->changed = is_status ? status.changed : metric.clashes;
	file->same = file->read - file->rejected - file->added - file->changed;
}

static void end_import(struct loading *loading) {
	const struct load_stats *file = &loading->file;
	struct db_query *query = db_prepare_file(loading->db, "quick-add");
	db_bind(query, 1, whole(loading->import));
	db_bind(query, 2, text(rec_quick(&loading->from)));
	db_finish(query);
	query = db_prepare_file(loading->db, "import-end");
	const int64_t counts[] = { file->read, file->added, file->changed,
	    file->same, file->rejected };
	for (int i = 0; i < 5; i++)
		db_bind(query, i + 1, whole(counts[i]));
	if (loading->first <= loading->last) {
		db_bind(query, 6, whole(loading->first));
		db_bind(query, 7, whole(loading->last));
	}
	db_bind(query, 8, text(rec_digest(&loading->from)));
	db_bind(query, 9, whole(loading->import));
	db_finish(query);
}

static void supersede(struct loading *loading) {
	if (loading->upsert != NULL) {
		upsert_supersede(loading->upsert, loading->path,
		    loading->reading);
		return;
	}
	if (loading->source->records == RECORD_status) {
		earlier_settle(loading->db, &loading->earlier);
		return;
	}
	struct db_query *query = db_prepare_file(loading->db,
	    "metric-supersede");
	db_bind(query, 1, text(loading->path));
	db_bind(query, 2, text(loading->reading));
	db_bind(query, 3, whole(loading->import));
	db_finish(query);
}

static void add_stats(struct load_stats *sum, const struct load_stats *file) {
	sum->files += file->files;
	sum->read += file->read;
	sum->added += file->added;
	sum->changed += file->changed;
	sum->same += file->same;
	sum->rejected += file->rejected;
}

static void end(void *self, bool complete) {
	struct loading *loading = self;
	end_samples(loading);
	if (complete) {
		end_import(loading);
		supersede(loading);
		keep(loading);
		add_stats(loading->stats, &loading->file);
	} else {
		fall_back(loading);
	}
	if (loading->upsert != NULL)
		upsert_end(loading->upsert);
	arena_free(loading->arena);
}

static bool load_files(struct db *db, const struct contract *contract,
    const struct source *source, const struct str *only, size_t count,
    struct load_stats *stats, bool within) {
	struct arena *run = arena_new();
	struct loading loading = { .db = db, .contract = contract,
	    .source = source, .stats = stats,
	    .reading = reading_of(run, contract, source), .within = within };
	const struct rec_sink sink = { &loading, known, begin, add, reject, end };
	bool any = source_read(contract, source, only, count, &sink);
	arena_free(run);
	return any;
}

bool load_source(struct db *db, const struct contract *contract,
    const struct source *source, const struct str *only, size_t count,
    struct load_stats *stats) {
	schema_make(db);
	db_run(db, sqltext_find("quick")->text);
	return load_files(db, contract, source, only, count, stats, false);
}

struct renew load_again(struct arena *arena, struct db *db,
    const struct contract *contract, struct load_stats *stats) {
	schema_make(db);
	db_run(db, sqltext_find("quick")->text);
	struct renew renew = { NULL, 0, NULL, 0 };
	if (!renew_wanted(db, contract))
		return renew;
	db_run(db, "BEGIN IMMEDIATE");
	renew = renew_begin(arena, db, contract);
	for (size_t i = 0; i < renew.files; i++) {
		size_t source = renew.file[i].source;
		load_files(db, contract, &contract->source[source],
		    &renew.file[i].path, 1, &stats[source], true);
	}
	db_run(db, "COMMIT");
	return renew;
}
