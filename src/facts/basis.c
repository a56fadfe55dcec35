/* basis - what the report rests on. */
#include "facts/basis.h"

#include "base/arena.h"
#include "base/buf.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* Enough of a digest to compare by eye; the manifest has it whole. */
#define SHORT_DIGEST 12

static void add_sources(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "sources");
	bool ja = str_is(facts->words->language, "ja");
	sheet_columns(&sheet, "path:text record-type:text rows:int rejected:int "
	    "first:instant last:instant digest:id");
	for (size_t i = 0; i < facts->rows->files; i++) {
		const struct rows_file *file = &facts->rows->file[i];
		const struct record_type *type = record_type(file->records);
		struct str digest = file->digest;
		if (digest.n > SHORT_DIGEST)
			digest.n = SHORT_DIGEST;
		sheet_row(&sheet, (struct origin){ SIZE_MAX, 0 });
		sheet_text(&sheet, file->path);
		sheet_text(&sheet, str_of(ja ? type->ja : type->en));
		sheet_int(&sheet, file->rows);
		sheet_int(&sheet, file->rejected);
		sheet_instant(&sheet, file->first != 0, file->first);
		sheet_instant(&sheet, file->last != 0, file->last);
		sheet_cell(&sheet, digest, file->digest, TONE_NONE);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static bool is_reversed(const struct row *row, enum record_id records,
    const char *from, const char *to) {
	int64_t start, end;
	if (!cell_int(row, cell_index(records, to), &end))
		return false;
	return !cell_int(row, cell_index(records, from), &start) || end < start;
}

size_t basis_reversed(const struct rows *rows, bool say) {
	static const struct {
		enum record_id records;
		const char *from, *to;
	} pairs[] = {
		{ RECORD_alert, "raised_at", "cleared_at" },
		{ RECORD_ticket, "outage_start", "outage_end" },
		{ RECORD_maintenance, "start", "end" },
		{ RECORD_exclusion, "start", "end" },
	};
	size_t n = 0;
	for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
		const struct rows_table *table = &rows->table[pairs[p].records];
		for (size_t i = 0; i < table->count; i++) {
			const struct row *row = &table->row[i];
			if (!is_reversed(row, pairs[p].records, pairs[p].from,
			    pairs[p].to))
				continue;
			n++;
			struct place place = { { NULL, 0 }, row->origin.line, 0 };
			if (row->origin.file < rows->files)
				place.file = rows->file[row->origin.file].path;
			if (say)
				diag(DIAG_TIMES_REVERSED, &place,
				    diag_str(cell_name(row, pairs[p].records)),
				    pairs[p].from, pairs[p].to, NULL);
		}
	}
	return n;
}

static int64_t rejected_rows(const struct rows *rows) {
	int64_t n = 0;
	for (size_t i = 0; i < rows->files; i++)
		n += rows->file[i].rejected;
	return n;
}

/* Sources of the contract of which no file was loaded. */
static int64_t missing_sources(const struct rows *rows) {
	int64_t n = 0;
	for (size_t s = 0; s < rows->contract->sources; s++) {
		bool found = false;
		for (size_t i = 0; i < rows->files; i++)
			found = found || rows->file[i].records
			    == rows->contract->source[s].records;
		n += !found;
	}
	return n;
}

/* Alerts and planned stops whose target is nothing of the contract. */
static int64_t unknown_targets(const struct rows *rows) {
	static const enum record_id tables[] = {
		RECORD_alert, RECORD_maintenance, RECORD_exclusion
	};
	int64_t n = 0;
	for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++) {
		const struct rows_table *table = &rows->table[tables[t]];
		for (size_t i = 0; i < table->count; i++) {
			struct str target = cell_text(&table->row[i],
			    cell_index(tables[t], "target"));
			n += target.n != 0 && contract_target(rows->contract,
			    target) == NULL;
		}
	}
	return n;
}

static int64_t unmeasured_figures(const struct facts *facts) {
	int64_t n = 0;
	for (size_t i = 0; i < facts->figures; i++)
		n += facts->figure[i].second[SECOND_UNMEASURED] != 0;
	return n;
}

static int64_t unjudged_records(const struct facts *facts) {
	int64_t n = 0;
	for (size_t i = 0; i < facts->figures; i++)
		n += facts->figure[i].unjudged;
	return n;
}

static int64_t unbalanced(const struct facts *facts) {
	int64_t n = 0;
	for (size_t i = 0; i < facts->carries; i++)
		n += !facts->carry[i].balances;
	return n;
}

/* Figures whose classes do not add up to the period. */
static int64_t wrong_sums(const struct facts *facts) {
	int64_t n = 0;
	for (size_t i = 0; i < facts->figures; i++) {
		int64_t sum = 0;
		for (int c = 0; c < SECOND_CLASSES; c++)
			sum += facts->figure[i].second[c];
		n += facts->figure[i].indicator->kind == INDICATOR_AVAILABILITY
		    && sum != facts->rows->end - facts->rows->start;
	}
	return n;
}

static void add_check(struct arena *arena, struct facts *facts,
    const char *name, enum diag_level level, int64_t n) {
	struct fact_check check = { .name = str_of(name), .level = level,
	    .count = n };
	check.title = words_find(facts->words, arena_printf(arena, "check.%s",
	    name));
	check.sentence = words_fill(arena, facts->words, n == 0 ? "check.none"
	    : arena_printf(arena, "check.%s.some", name), "n", str_z(arena,
	    phrase_int(arena, n)), NULL);
	facts->check = arena_room(arena, facts->check, facts->checks,
	    sizeof *facts->check);
	facts->check[facts->checks++] = check;
}

static void add_table(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "checks");
	sheet_columns(&sheet, "check:id title:text count:int result:text");
	for (size_t i = 0; i < facts->checks; i++) {
		const struct fact_check *check = &facts->check[i];
		sheet_row(&sheet, (struct origin){ SIZE_MAX, 0 });
		sheet_text(&sheet, check->name);
		sheet_text(&sheet, check->title);
		sheet_int(&sheet, check->count);
		sheet_cell(&sheet, check->sentence, check->sentence,
		    check->count != 0 && check->level != DIAG_NOTE ? TONE_WARN
		    : TONE_NONE);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void basis_add(struct arena *arena, struct facts *facts) {
	const struct rows *rows = facts->rows;
	add_check(arena, facts, "sources-missing", DIAG_WARNING,
	    missing_sources(rows));
	add_check(arena, facts, "rows-rejected", DIAG_WARNING,
	    rejected_rows(rows));
	add_check(arena, facts, "unknown-targets", DIAG_WARNING,
	    unknown_targets(rows));
	add_check(arena, facts, "times-reversed", DIAG_WARNING,
	    (int64_t)basis_reversed(rows, false));
	add_check(arena, facts, "unmeasured", DIAG_NOTE,
	    unmeasured_figures(facts));
	add_check(arena, facts, "unjudged", DIAG_WARNING,
	    unjudged_records(facts));
	add_check(arena, facts, "carry-over", DIAG_WARNING, unbalanced(facts));
	add_check(arena, facts, "second-sums", DIAG_WARNING,
	    wrong_sums(facts));
	add_sources(arena, facts);
	add_table(arena, facts);
}
