/* checkstamp - data checks of times: reversed ones, missing ones. */
#include "facts/checkstamp.h"

#include "base/arena.h"
#include "facts/cell.h"
#include "facts/finding.h"

/* Two stamps of a record, in the order in which they happen.  Those of spans
 * are time that figures count: there a missing begin is wrong too. */
struct pair {
	enum record_id records;
	const char *from, *to;
	bool spans;
};

static const struct pair pairs[] = {
	{ RECORD_alert, "raised_at", "cleared_at", true },
	{ RECORD_ticket, "outage_start", "outage_end", true },
	{ RECORD_maintenance, "start", "end", true },
	{ RECORD_exclusion, "start", "end", true },
	{ RECORD_alert, "raised_at", "notified_at", false },
	{ RECORD_work, "planned_start", "planned_end", false },
	{ RECORD_work, "received_at", "finished_at", false },
	{ RECORD_work, "started_at", "finished_at", false },
	{ RECORD_ticket, "received_at", "answered_at", false },
	{ RECORD_ticket, "received_at", "resolved_at", false },
	{ RECORD_ticket, "received_at", "closed_at", false },
	{ RECORD_ticket, "detected_at", "restored_at", false },
	{ RECORD_change, "requested_on", "implemented_at", false },
	{ RECORD_change, "requested_on", "approved_on", false },
	{ RECORD_backup, "started_at", "finished_at", false },
	{ RECORD_restore, "started_at", "finished_at", false },
	{ RECORD_job, "started_at", "finished_at", false },
	{ RECORD_issue, "raised_on", "closed_on", false },
	{ RECORD_review, "reviewed_on", "fixed_on", false },
	{ RECORD_plan_item, "planned_start", "planned_end", false },
	{ RECORD_plan_item, "actual_start", "actual_end", false },
	{ RECORD_asset, "started_on", "disposed_on", false },
	{ RECORD_contact, "valid_from", "valid_to", false },
	{ RECORD_deliverable, "delivered_on", "accepted_on", false },
};

static bool is_reversed(const struct pair *pair, const struct row *row,
    int64_t offset) {
	int64_t start, end;
	if (!cell_instant(row, pair->records, cell_index(pair->records,
	    pair->to), offset, &end))
		return false;
	if (!cell_instant(row, pair->records, cell_index(pair->records,
	    pair->from), offset, &start))
		return pair->spans;
	return end < start;
}

void checkstamp_reversed(struct findings *findings) {
	const struct rows *rows = findings->rows;
	for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
		const struct pair *pair = &pairs[p];
		const struct rows_table *table = &rows->table[pair->records];
		for (size_t i = 0; i < table->count; i++)
			if (is_reversed(pair, &table->row[i],
			    rows->contract->offset))
				finding_row(findings, pair->records,
				    &table->row[i], finding_label(findings,
				    pair->records, pair->from),
				    finding_label(findings, pair->records,
				    pair->to));
	}
}

void checkstamp_say(const struct rows *rows) {
	for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
		const struct pair *pair = &pairs[p];
		const struct rows_table *table = &rows->table[pair->records];
		for (size_t i = 0; pair->spans && i < table->count; i++) {
			const struct row *row = &table->row[i];
			struct place place = { { NULL, 0 }, row->origin.line, 0 };
			if (!is_reversed(pair, row, rows->contract->offset))
				continue;
			if (row->origin.file < rows->files)
				place.file = rows->file[row->origin.file].path;
			diag(DIAG_TIMES_REVERSED, &place,
			    diag_str(cell_name(row, pair->records)),
			    pair->from, pair->to, NULL);
		}
	}
}

static bool is_finished(const struct row *row, enum record_id records) {
	struct str status = cell_text(row, cell_index(records, "status"));
	return str_is(status, "done") || str_is(status, "closed");
}

/* The stamp that the clock needs of the record and does not find, or NULL: the
 * start of each, the stop of what is finished, the due date if it goes by
 * one. */
static const char *missing_stamp(struct arena *arena,
    const struct indicator *indicator, const struct row *row) {
	const struct str stamp[] = { indicator->start, indicator->due,
	    indicator->stop };
	for (size_t i = 0; i < sizeof stamp / sizeof stamp[0]; i++) {
		const char *field = str_z(arena, stamp[i]);
		bool needed = i < 2 || is_finished(row, indicator->records);
		if (needed && stamp[i].n != 0 && !cell_filled(row,
		    cell_index(indicator->records, field)))
			return field;
	}
	return NULL;
}

static void check_member(struct findings *findings,
    const struct indicator *indicator, const struct rows_member *member) {
	const struct rows_table *table
	    = &findings->rows->table[indicator->records];
	/* a record without its key instant belongs to every period */
	if (member->at != INT64_MIN && (member->at < findings->rows->start
	    || member->at >= finding_limit(findings)))
		return;
	const struct row *row = &table->row[member->row];
	const char *field = cell_is_void(row, indicator->records) ? NULL
	    : missing_stamp(findings->arena, indicator, row);
	if (field != NULL)
		finding_row(findings, indicator->records, row,
		    finding_label(findings, indicator->records, field),
		    str_z(findings->arena, indicator->name));
}

void checkstamp_missing(struct findings *findings) {
	const struct rows *rows = findings->rows;
	for (size_t i = 0; i < rows->contract->indicators; i++) {
		const struct indicator *indicator
		    = &rows->contract->indicator[i];
		const struct rows_population *population = &rows->population[i];
		for (size_t m = 0; indicator->kind == INDICATOR_CLOCK
		    && m < population->count; m++)
			check_member(findings, indicator,
			    &population->member[m]);
	}
}
