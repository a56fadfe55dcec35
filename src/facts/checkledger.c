/*
 * checkledger - data checks of duties: what the ledgers say was done without
 * plan, approval or notice, or not in time.
 */
#include "facts/checkledger.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/availability.h"
#include "facts/cell.h"
#include "facts/finding.h"

/* Business days after a meeting in which its minutes are submitted. */
#define MINUTES_DAYS 3

static const struct rows_table *table_of(const struct findings *findings,
    enum record_id records) {
	return &findings->rows->table[records];
}

static bool has_word(const struct row *row, enum record_id records,
    const char *field, const char *word) {
	return str_is(cell_text(row, cell_index(records, field)), word);
}

static bool is_filled(const struct row *row, enum record_id records,
    const char *field) {
	return cell_filled(row, cell_index(records, field));
}

static bool is_unagreed(enum stops_verdict verdict) {
	return verdict == STOPS_NOT_APPROVED || verdict == STOPS_APPROVED_LATE
	    || verdict == STOPS_NOT_NOTIFIED || verdict == STOPS_NOTIFIED_LATE;
}

/* List what the indicator does not accept; said marks the stops that are
 * listed already. */
static void check_stops(struct findings *findings,
    const struct indicator *indicator, bool *said) {
	const struct rows *rows = findings->rows;
	struct scope scope = { findings->arena, rows, NULL, indicator, NULL,
	    rows->start, rows->end, rows->as_of };
	struct stops stops = stops_planned(&scope);
	for (size_t i = 0; i < stops.count; i++) {
		const struct stop *stop = &stops.at[i];
		if (said[i] || !is_unagreed(stop->verdict)
		    || stop->start >= finding_limit(findings)
		    || stop->end <= rows->start || (indicator->object != NULL
		    && !availability_concerns(&scope, stop->target)))
			continue;
		const char *word = arena_printf(findings->arena, "stop.%s",
		    stops_verdict_name(stop->verdict));
		finding_at(findings, stop->origin, stop->id,
		    finding_instant(findings, stop->start),
		    str_z(findings->arena, words_find(findings->facts->words,
		    word)));
		said[i] = true;
	}
}

/* First what every contract wants, then the notice of each indicator. */
void checkledger_stops(struct findings *findings) {
	static const struct indicator any = { .has_planned = true };
	const struct contract *contract = findings->rows->contract;
	bool *said = arena_array(findings->arena, table_of(findings,
	    RECORD_maintenance)->count + 1, sizeof *said);
	check_stops(findings, &any, said);
	for (size_t i = 0; i < contract->indicators; i++)
		if (contract->indicator[i].has_planned)
			check_stops(findings, &contract->indicator[i], said);
}

/* Seeds C-10-02: maintenance needs a plan approved beforehand. */
void checkledger_work(struct findings *findings) {
	const struct rows_table *table = table_of(findings, RECORD_work);
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		bool planned = is_filled(row, RECORD_work, "planned_start");
		if (!has_word(row, RECORD_work, "kind", "maintenance")
		    || has_word(row, RECORD_work, "status", "cancelled")
		    || !finding_in_period(findings, RECORD_work, row,
		    "occurred_at")
		    || (planned && is_filled(row, RECORD_work, "approver")))
			continue;
		finding_row(findings, RECORD_work, row, finding_label(findings,
		    RECORD_work, planned ? "approver" : "planned_start"),
		    str_z(findings->arena, cell_text(row, cell_index(
		    RECORD_work, "title"))));
	}
}

static bool is_made(const struct findings *findings, const struct row *row) {
	return finding_in_period(findings, RECORD_change, row, "implemented_at")
	    && !has_word(row, RECORD_change, "result", "cancelled");
}

void checkledger_approval(struct findings *findings) {
	const struct rows_table *table = table_of(findings, RECORD_change);
	int at = cell_index(RECORD_change, "implemented_at");
	int on = cell_index(RECORD_change, "approved_on");
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		int64_t made, approved = 0;
		if (!is_made(findings, row) || !cell_int(row, at, &made))
			continue;
		bool has = cell_int(row, on, &approved);
		if (has && approved <= date_day_of(made,
		    findings->rows->contract->offset))
			continue;
		finding_row(findings, RECORD_change, row,
		    finding_instant(findings, made), has
		    ? finding_day(findings, approved)
		    : finding_absent(findings));
	}
}

void checkledger_documents(struct findings *findings) {
	const struct rows_table *table = table_of(findings, RECORD_change);
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		if (is_made(findings, row)
		    && !has_word(row, RECORD_change, "result", "failure")
		    && !is_filled(row, RECORD_change, "documents"))
			finding_row(findings, RECORD_change, row,
			    str_z(findings->arena, cell_text(row, cell_index(
			    RECORD_change, "title"))), "");
	}
}

/* Business days are those of the contract's first calendar. */
static const struct calendar *office(const struct contract *contract) {
	return contract->calendar[contract->calendars > 1 ? 1 : 0];
}

void checkledger_minutes(struct findings *findings) {
	const struct contract *contract = findings->rows->contract;
	const struct rows_table *table = table_of(findings, RECORD_meeting);
	int on = cell_index(RECORD_meeting, "minutes_submitted_on");
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		int64_t held, submitted = 0;
		if (!cell_int(row, cell_index(RECORD_meeting, "held_at"), &held))
			continue;
		int64_t due = calendar_business_days(office(contract), held,
		    MINUTES_DAYS, 0);
		int64_t day = date_day_of(due - 1, contract->offset);
		bool has = cell_int(row, on, &submitted);
		if (due < findings->rows->start || due >= finding_limit(findings)
		    || (has && submitted <= day))
			continue;
		finding_row(findings, RECORD_meeting, row,
		    finding_day(findings, day), has ? finding_day(findings,
		    submitted) : finding_absent(findings));
	}
}

void checkledger_actions(struct findings *findings) {
	const struct rows_table *table = table_of(findings, RECORD_action_item);
	int64_t last = finding_last_day(findings);
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		int64_t due, done;
		bool has = cell_int(row, cell_index(RECORD_action_item,
		    "done_on"), &done);
		if (!cell_int(row, cell_index(RECORD_action_item, "due_on"),
		    &due) || due > last || (has && done <= last)
		    || has_word(row, RECORD_action_item, "status", "cancelled")
		    || (!has && has_word(row, RECORD_action_item, "status",
		    "done")))
			continue;
		finding_row(findings, RECORD_action_item, row,
		    finding_day(findings, due), str_z(findings->arena,
		    cell_text(row, cell_index(RECORD_action_item, "item"))));
	}
}

static bool is_in_use(const struct row *row, int64_t last) {
	int64_t disposed;
	return !cell_int(row, cell_index(RECORD_asset, "disposed_on"),
	    &disposed) || disposed > last;
}

void checkledger_licences(struct findings *findings) {
	const struct rows_table *table = table_of(findings, RECORD_asset);
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		int64_t held, used;
		if (cell_int(row, cell_index(RECORD_asset, "licences_held"),
		    &held) && cell_int(row, cell_index(RECORD_asset,
		    "licences_used"), &used) && used > held
		    && is_in_use(row, finding_last_day(findings)))
			finding_row(findings, RECORD_asset, row,
			    diag_number(used), diag_number(held));
	}
}

void checkledger_support(struct findings *findings) {
	static const char *const fields[] = { "support_until", "expires_on" };
	const struct rows_table *table = table_of(findings, RECORD_asset);
	int64_t last = finding_last_day(findings);
	for (size_t i = 0; i < table->count; i++)
		for (size_t f = 0; f < 2; f++) {
			const struct row *row = &table->row[i];
			int64_t until;
			if (cell_int(row, cell_index(RECORD_asset, fields[f]),
			    &until) && until < last && is_in_use(row, last))
				finding_row(findings, RECORD_asset, row,
				    finding_label(findings, RECORD_asset,
				    fields[f]), finding_day(findings, until));
		}
}
