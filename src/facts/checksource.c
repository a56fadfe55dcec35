/* checksource - data checks of what was loaded, and what was not. */
#include "facts/checksource.h"

#include <fnmatch.h>

#include "base/arena.h"
#include "base/date.h"
#include "facts/finding.h"
#include "facts/phrase.h"

/* Days before the end in which a source of daily data must have a record. */
#define QUIET_DAYS 7

/* What the latest files of a source add up to. */
struct loaded {
	size_t files;
	int64_t rows, rejected;
	int64_t last;			/* latest instant; 0 unknown */
};

static struct loaded loaded_of(const struct findings *findings,
    const struct source *source) {
	const char *pattern = str_z(findings->arena, source->files);
	struct loaded loaded = { 0, 0, 0, 0 };
	for (size_t i = 0; i < findings->rows->files; i++) {
		const struct rows_file *file = &findings->rows->file[i];
		if (file->replaced || file->records != source->records
		    || fnmatch(pattern,
		    str_z(findings->arena, file->path),
		    FNM_PATHNAME | FNM_PERIOD) != 0)
			continue;
		loaded.files++;
		loaded.rows += file->rows;
		loaded.rejected += file->rejected;
		if (file->last > loaded.last)
			loaded.last = file->last;
	}
	return loaded;
}

static void add_source(struct findings *findings, const struct source *source,
    const char *what, const char *value) {
	finding_contract(findings, source->line, str_of(
	    record_type(source->records)->name), what, value);
}

void checksource_missing(struct findings *findings) {
	const struct contract *contract = findings->rows->contract;
	for (size_t i = 0; i < contract->sources; i++) {
		const struct source *source = &contract->source[i];
		if (loaded_of(findings, source).files == 0)
			add_source(findings, source, str_z(findings->arena,
			    source->files), "");
	}
}

static bool is_daily(enum record_id records) {
	return records == RECORD_status || records == RECORD_metric
	    || records == RECORD_alert || records == RECORD_backup
	    || records == RECORD_job;
}

void checksource_old(struct findings *findings) {
	const struct contract *contract = findings->rows->contract;
	int64_t since = finding_limit(findings) - QUIET_DAYS * DATE_DAY;
	for (size_t i = 0; i < contract->sources; i++) {
		const struct source *source = &contract->source[i];
		struct loaded loaded = loaded_of(findings, source);
		if (!is_daily(source->records) || loaded.last == 0
		    || loaded.last >= since)
			continue;
		add_source(findings, source, str_z(findings->arena,
		    source->files), finding_instant(findings, loaded.last));
	}
}

/* Rows that were dropped without an entry of their own (values of metrics
 * that cannot be kept exactly) stand together behind the others. */
void checksource_rejected(struct findings *findings) {
	const struct rows *rows = findings->rows;
	struct str none = { NULL, 0 };
	int64_t *listed = arena_array(findings->arena, rows->files + 1,
	    sizeof *listed);
	for (size_t i = 0; i < rows->rejects; i++) {
		const struct rows_reject *reject = &rows->reject[i];
		listed[reject->origin.file]++;
		finding_at(findings, reject->origin, none,
		    str_z(findings->arena, reject->reason), "");
	}
	for (size_t i = 0; i < rows->files; i++) {
		int64_t rest = rows->file[i].rejected - listed[i];
		if (rest <= 0 || rows->file[i].replaced)
			continue;
		finding_at(findings, (struct origin){ i, 0 }, none,
		    "store-metric-range", "");
		findings->count += rest - 1;
	}
}

void checksource_limit(struct findings *findings) {
	const struct contract *contract = findings->rows->contract;
	struct decimal limit;
	if (!ratio_read_decimal(contract->reject_limit, &limit))
		return;
	for (size_t i = 0; i < contract->sources; i++) {
		struct loaded loaded = loaded_of(findings, &contract->source[i]);
		if (loaded.rows <= 0 || ratio_meets((struct ratio){
		    loaded.rejected, loaded.rows }, 100, COMPARE_LE, limit))
			continue;
		add_source(findings, &contract->source[i],
		    arena_printf(findings->arena, "%lld/%lld",
		    (long long)loaded.rejected, (long long)loaded.rows),
		    str_z(findings->arena, contract->reject_limit));
	}
}

void checksource_repeated(struct findings *findings) {
	const struct rows *rows = findings->rows;
	for (size_t i = 0; i < rows->repeats; i++)
		finding_at(findings, rows->repeat[i].origin,
		    rows->repeat[i].name,
		    record_type(rows->repeat[i].records)->name, "");
}

static const char *path_of(const struct findings *findings, size_t file) {
	return str_z(findings->arena, findings->rows->file[file].path);
}

/* Samples of a target that only replaced files have, a finding per file. */
static void find_lost(struct findings *findings, struct str target,
    const struct rows_samples *samples) {
	const struct rows *rows = findings->rows;
	for (size_t file = 0; file < rows->files; file++) {
		const struct rows_run *first = NULL;
		int64_t count = 0;
		for (size_t i = 0; rows->file[file].replaced
		    && i < samples->count; i++) {
			if (samples->run[i].origin.file != file)
				continue;
			first = first == NULL ? &samples->run[i] : first;
			count += samples->run[i].count;
		}
		if (first == NULL)
			continue;
		finding_at(findings, first->origin, target,
		    path_of(findings, file), "");
		findings->count += count - 1;
	}
}

void checksource_vanished(struct findings *findings) {
	const struct rows *rows = findings->rows;
	for (int id = 0; id < RECORD_TYPES; id++)
		for (size_t i = 0; i < rows->table[id].count; i++) {
			const struct row *row = &rows->table[id].row[i];
			if (rows->file[row->origin.file].replaced)
				finding_row(findings, (enum record_id)id, row,
				    path_of(findings, row->origin.file), "");
		}
	for (size_t i = 0; i < rows->contract->leaves; i++)
		find_lost(findings, rows->contract->leaf[i]->id,
		    &rows->samples[i]);
}

void checksource_corrected(struct findings *findings) {
	const struct rows *rows = findings->rows;
	const struct record_type *type = record_type(RECORD_status);
	for (size_t i = 0; i < rows->amends; i++) {
		const struct rows_amend *amend = &rows->amend[i];
		struct str target = amend->key, key;
		int64_t at;
		if (amend->records != RECORD_status
		    || !str_cut(&target, '\t', &key) || !str_int(key, &at)
		    || at < rows->start || at >= finding_limit(findings))
			continue;
		struct str state = phrase_code(findings->facts->words,
		    &type->field[amend->field], amend->old.text);
		finding_at(findings, amend->origin, target,
		    finding_instant(findings, at),
		    str_z(findings->arena, state));
	}
}
