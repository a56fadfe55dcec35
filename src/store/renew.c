/* renew - files that the contract reads another way than the store did. */
#include "store/renew.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "contract/contract.h"
#include "sql/db.h"
#include "store/reading.h"
#include "store/renewpack.h"
#include "store/renewtable.h"

/* Columns of renew-imports.sql */
enum { IMPORT_ID, IMPORT_PATH, IMPORT_DIGEST, IMPORT_READING, IMPORT_RECORDS,
	IMPORT_BYTES, IMPORT_HOLDS, IMPORT_NEWEST };

/* A file as it was loaded. */
struct loaded {
	int64_t import;
	struct str digest;
	enum record_id records;
	int64_t bytes;
	bool stale;		/* ... in a way that the contract has given up */
	bool retired;		/* ... and known to be gone before */
	bool ranked;		/* taken back already: it has its number only */
	bool newest;		/* no later one of its path has other bytes */
	bool anew;		/* is read again */
};

/* A file as it is there now. */
struct present {
	struct str path;
	size_t source;
	int64_t bytes;
	struct str digest;	/* empty before it is asked */
};

struct work {
	struct arena *arena;
	struct db *db;
	const struct contract *contract;
	struct loaded *loaded;
	size_t loadeds;
	struct present *present;
	size_t presents;
	bool type[RECORD_TYPES];	/* is touched */
};

static bool is_current(const struct str *current, size_t count,
    struct str reading) {
	for (size_t i = 0; i < count; i++)
		if (str_equal(reading, current[i]))
			return true;
	return false;
}

static struct loaded read_loaded(struct arena *arena,
    const struct db_query *query, const struct str *current, size_t count) {
	struct str reading = db_column(query, IMPORT_READING).text;
	bool ranked = str_starts(reading, " ~");
	bool retired = !ranked && str_starts(reading, " ");
	bool holds = db_column(query, IMPORT_HOLDS).n != 0;
	return (struct loaded){ db_column(query, IMPORT_ID).n,
	    str_copy(arena, db_column(query, IMPORT_DIGEST).text),
	    record_find(db_column(query, IMPORT_RECORDS).text),
	    db_column(query, IMPORT_BYTES).n,
	    retired ? holds : !ranked && !is_current(current, count, reading),
	    retired, ranked, db_column(query, IMPORT_NEWEST).n != 0, false };
}

/* False when none of them is stale. */
static bool read_imports(struct work *work) {
	size_t sources = work->contract->sources;
	struct str *current = arena_array(work->arena, sources,
	    sizeof *current);
	for (size_t i = 0; i < sources; i++)
		current[i] = reading_of(work->arena, work->contract,
		    &work->contract->source[i]);
	bool any = false;
	struct db_query *query = db_prepare_file(work->db, "renew-imports");
	while (db_step(query)) {
		work->loaded = arena_room(work->arena, work->loaded,
		    work->loadeds, sizeof *work->loaded);
		struct loaded *loaded = &work->loaded[work->loadeds++];
		*loaded = read_loaded(work->arena, query, current, sources);
		any = any || loaded->stale;
	}
	return any;
}

static const char *full_path(const struct work *work, struct str path) {
	return file_path(work->arena, str_z(work->arena,
	    work->contract->workspace), str_z(work->arena, path));
}

static void find_present(struct work *work) {
	for (size_t i = 0; i < work->contract->sources; i++) {
		struct str *names = NULL;
		size_t count = file_glob(work->arena, str_z(work->arena,
		    work->contract->workspace), str_z(work->arena,
		    work->contract->source[i].files), &names);
		for (size_t n = 0; n < count; n++) {
			work->present = arena_room(work->arena, work->present,
			    work->presents, sizeof *work->present);
			work->present[work->presents++] = (struct present){
			    names[n], i, file_size(full_path(work, names[n])),
			    { NULL, 0 } };
		}
	}
}

/* Does the file there hold those bytes?  Its digest is taken where the size
 * leaves a doubt. */
static bool is_same(struct work *work, const struct loaded *loaded,
    struct present *present) {
	if (present->bytes != loaded->bytes)
		return false;
	if (present->digest.n == 0
	    && !digest_file(work->arena, full_path(work, present->path),
	    &present->digest))
		present->digest = str_of("?");
	return str_equal(present->digest, loaded->digest);
}

static bool is_there(struct work *work, const struct loaded *loaded) {
	for (size_t i = 0; loaded->newest && i < work->presents; i++)
		if (is_same(work, loaded, &work->present[i]))
			return true;
	return false;
}

/* Which record types a stale file was, and is to be. */
static void note_types(struct work *work) {
	for (size_t i = 0; i < work->loadeds; i++) {
		const struct loaded *loaded = &work->loaded[i];
		if (!loaded->stale || !is_there(work, loaded))
			continue;
		work->type[loaded->records] = true;
		for (size_t n = 0; n < work->presents; n++)
			if (is_same(work, loaded, &work->present[n]))
				work->type[work->contract->source[
				    work->present[n].source].records] = true;
	}
	/* status brings samples of metric with it: the times of answers */
	bool samples = work->type[RECORD_status] || work->type[RECORD_metric];
	work->type[RECORD_status] = work->type[RECORD_metric] = samples;
}

static void run_with(struct db *db, const char *name, int64_t import) {
	struct db_query *query = db_prepare_file(db, name);
	db_bind(query, 1, (struct value){ .kind = VALUE_INT, .n = import });
	db_finish(query);
}

static void note_file(struct work *work, struct renew *renew,
    struct loaded *loaded) {
	loaded->anew = true;
	run_with(work->db, "renew-note", loaded->import);
	run_with(work->db, "renew-reject", loaded->import);
	run_with(work->db, "renew-quick", loaded->import);
	for (size_t i = 0; i < work->presents; i++) {
		size_t source = work->present[i].source;
		if (work->contract->source[source].records != loaded->records
		    || !is_same(work, loaded, &work->present[i]))
			continue;
		renew->file = arena_room(work->arena, renew->file,
		    renew->files, sizeof *renew->file);
		renew->file[renew->files++] = (struct renew_file){
		    work->present[i].path, source };
	}
}

static void note_stay(struct work *work, struct renew *renew,
    const struct loaded *loaded) {
	run_with(work->db, "renew-reject", loaded->import);
	run_with(work->db, "renew-retire", loaded->import);
	renew->stay = arena_room(work->arena, renew->stay, renew->stays,
	    sizeof *renew->stay);
	renew->stay[renew->stays++] = loaded->import;
}

static void note_files(struct work *work, struct renew *renew) {
	for (size_t i = 0; i < work->loadeds; i++) {
		struct loaded *loaded = &work->loaded[i];
		if (!loaded->ranked && work->type[loaded->records]
		    && is_there(work, loaded))
			note_file(work, renew, loaded);
		else if (loaded->stale && !loaded->retired)
			note_stay(work, renew, loaded);
	}
}

static void take_back(const struct work *work) {
	for (int id = 0; id < RECORD_TYPES; id++)
		if (work->type[id] && (record_type(id)->flags
		    & RECORD_STREAMED) == 0)
			renewtable_take_back(work->arena, work->db,
			    record_type(id));
	if (!work->type[RECORD_metric])
		return;
	int64_t most = work->loaded[work->loadeds - 1].import;
	bool *anew = arena_array(work->arena, (size_t)most + 1, sizeof *anew);
	for (size_t i = 0; i < work->loadeds; i++)
		anew[work->loaded[i].import] = work->loaded[i].anew;
	renewpack_take_back(work->db, anew);
}

bool renew_wanted(struct db *db, const struct contract *contract) {
	struct arena *arena = arena_new();
	struct work work = { .arena = arena, .db = db, .contract = contract };
	bool any = read_imports(&work);
	arena_free(arena);
	return any;
}

struct renew renew_begin(struct arena *arena, struct db *db,
    const struct contract *contract) {
	struct renew renew = { NULL, 0, NULL, 0 };
	struct work work = { .arena = arena, .db = db, .contract = contract };
	if (!read_imports(&work))	/* another run was faster */
		return renew;
	find_present(&work);
	note_types(&work);
	note_files(&work, &renew);
	take_back(&work);
	db_finish(db_prepare_file(db, "renew-blank"));
	return renew;
}

int64_t renew_rank(struct db *db, const struct str key[4]) {
	struct db_query *query = db_prepare_file(db, "renew-rank");
	for (int i = 0; i < 4; i++)
		db_bind(query, i + 1, (struct value){ .kind = VALUE_TEXT,
		    .text = key[i] });
	int64_t rank = 0;
	while (db_step(query))
		rank = db_column(query, 0).n;
	return rank;
}

void renew_tell(struct db *db, const struct contract *contract,
    const struct renew *renew) {
	struct arena *arena = arena_new();
	for (size_t i = 0; i < renew->stays; i++) {
		struct db_query *query = db_prepare_file(db, "renew-stays");
		db_bind(query, 1, (struct value){ .kind = VALUE_INT,
		    .n = renew->stay[i] });
		while (db_step(query)) {
			struct place place = { str_of(file_path(arena,
			    str_z(arena, contract->workspace), str_z(arena,
			    db_column(query, 0).text))), 0, 0 };
			diag(DIAG_STORE_STAYS, &place, NULL);
		}
	}
	arena_free(arena);
}
