/* finding - what one data check found, being listed. */
#include "facts/finding.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/limits.h"
#include "facts/cell.h"
#include "facts/phrase.h"

struct findings finding_begin(struct arena *arena, const struct facts *facts,
    const char *check) {
	struct findings findings = { arena, facts, facts->rows,
	    arena_printf(arena, "check.%s.found", check), 0,
	    sheet_new(arena, facts, arena_printf(arena, "check-%s", check)) };
	sheet_columns(&findings.sheet, "place:text record:text finding:text");
	return findings;
}

/* A check that finds everything wrong does not list everything. */
static void add(struct findings *findings, struct str place,
    struct origin origin, struct str record, const char *what,
    const char *value) {
	findings->count++;
	if (findings->sheet.table.rows == LIMIT_FINDINGS)
		return;
	sheet_row(&findings->sheet, origin);
	sheet_text(&findings->sheet, place);
	sheet_text(&findings->sheet, record);
	sheet_text(&findings->sheet, words_fill(findings->arena,
	    findings->facts->words, findings->words, "what", what, "value",
	    value, NULL));
}

void finding_at(struct findings *findings, struct origin origin,
    struct str record, const char *what, const char *value) {
	struct str place = { NULL, 0 };
	if (origin.file < findings->rows->files)
		place = findings->rows->file[origin.file].path;
	if (place.n != 0 && origin.line > 0)
		place = str_of(arena_printf(findings->arena, "%.*s:%lld",
		    (int)place.n, place.p, (long long)origin.line));
	add(findings, place, origin, record, what, value);
}

void finding_row(struct findings *findings, enum record_id records,
    const struct row *row, const char *what, const char *value) {
	finding_at(findings, row->origin, cell_name(row, records), what, value);
}

void finding_contract(struct findings *findings, int line, struct str record,
    const char *what, const char *value) {
	add(findings, str_of(arena_printf(findings->arena, "contract.xml:%d",
	    line)), (struct origin){ SIZE_MAX, 0 }, record, what, value);
}

int64_t finding_limit(const struct findings *findings) {
	const struct rows *rows = findings->rows;
	int64_t limit = rows->as_of < rows->end ? rows->as_of : rows->end;
	return limit < rows->start ? rows->start : limit;
}

int64_t finding_last_day(const struct findings *findings) {
	return date_day_of(finding_limit(findings) - 1,
	    findings->rows->contract->offset);
}

bool finding_in_period(const struct findings *findings, enum record_id records,
    const struct row *row, const char *field) {
	int64_t at;
	return cell_instant(row, records, cell_index(records, field),
	    findings->rows->contract->offset, &at)
	    && at >= findings->rows->start && at < finding_limit(findings);
}

const char *finding_label(const struct findings *findings,
    enum record_id records, const char *field) {
	int index = cell_index(records, field);
	return index < 0 ? field : phrase_field(findings->facts->words,
	    &record_type(records)->field[index]).p;
}

const char *finding_instant(const struct findings *findings,
    int64_t instant) {
	return str_z(findings->arena, phrase_instant(findings->arena, instant,
	    findings->rows->contract->offset));
}

const char *finding_absent(const struct findings *findings) {
	return str_z(findings->arena, words_find(findings->facts->words,
	    "check.absent"));
}

const char *finding_day(const struct findings *findings, int64_t day) {
	return str_z(findings->arena, phrase_day(findings->arena,
	    findings->facts->words, day));
}
