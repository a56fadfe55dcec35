/* stops - planned stops and exclusions: which of them qualify. */
#include "facts/stops.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"

static int64_t offset_of(const struct scope *scope) {
	return scope->rows->contract->offset;
}

/* Was a stop that begins at start notified early enough? */
static bool in_time(const struct scope *scope, int64_t notified_on,
    int64_t start) {
	const struct indicator *indicator = scope->indicator;
	const struct calendar *calendar = indicator->planned_calendar != NULL
	    ? indicator->planned_calendar : scope_calendar(scope);
	return !indicator->has_notice || notified_on
	    <= calendar_notice(calendar, start, indicator->notice);
}

/* Start and end of the row; the stop ends when the work did, but never after
 * the announced end (sla-details 37). */
static bool read_times(const struct row *row, enum record_id records,
    struct stop *stop) {
	int64_t actual;
	if (!cell_int(row, cell_index(records, "start"), &stop->start)
	    || !cell_int(row, cell_index(records, "end"), &stop->end))
		return false;
	if (cell_int(row, cell_index(records, "actual_end"), &actual)
	    && actual < stop->end)
		stop->end = actual;
	return stop->end >= stop->start;
}

static bool read_target(const struct scope *scope, const struct row *row,
    enum record_id records, struct stop *stop) {
	stop->target_text = cell_text(row, cell_index(records, "target"));
	stop->target = stop->target_text.n == 0 ? NULL
	    : contract_target(scope->rows->contract, stop->target_text);
	return stop->target_text.n == 0 || stop->target != NULL;
}

static enum stops_verdict judge_planned(const struct scope *scope,
    const struct row *row, struct stop *stop) {
	enum record_id records = RECORD_maintenance;
	int64_t flag, day;
	if (!read_target(scope, row, records, stop) || stop->target == NULL)
		return STOPS_TARGET;
	if (!read_times(row, records, stop))
		return STOPS_TIMES;
	if (cell_int(row, cell_index(records, "cancelled"), &flag) && flag != 0)
		return STOPS_CANCELLED;
	if (!scope->indicator->has_planned)
		return STOPS_NOT_IN_CONTRACT;
	if (!cell_int(row, cell_index(records, "approved_on"), &day))
		return STOPS_NOT_APPROVED;
	if (day > date_day_of(stop->start, offset_of(scope)))
		return STOPS_APPROVED_LATE;
	if (!cell_int(row, cell_index(records, "notified_on"), &day))
		return STOPS_NOT_NOTIFIED;
	return in_time(scope, day, stop->start) ? STOPS_VALID
	    : STOPS_NOTIFIED_LATE;
}

static enum stops_verdict judge_exclusion(const struct scope *scope,
    const struct row *row, struct stop *stop) {
	enum record_id records = RECORD_exclusion;
	if (!read_target(scope, row, records, stop))
		return STOPS_TARGET;
	if (!read_times(row, records, stop))
		return STOPS_TIMES;
	if (!cell_filled(row, cell_index(records, "reason"))
	    || !cell_filled(row, cell_index(records, "approved_on"))
	    || !cell_filled(row, cell_index(records, "approver")))
		return STOPS_FIELDS;
	return STOPS_VALID;
}

static struct stop *add_stop(const struct scope *scope, struct stops *stops,
    const struct row *row, enum record_id records) {
	stops->at = arena_room(scope->arena, stops->at, stops->count,
	    sizeof *stops->at);
	struct stop *stop = &stops->at[stops->count++];
	memset(stop, 0, sizeof *stop);
	stop->id = cell_name(row, records);
	stop->reason = cell_text(row, cell_index(records, "reason"));
	stop->origin = row->origin;
	return stop;
}

struct stops stops_planned(const struct scope *scope) {
	const struct rows_table *table = scope_table(scope, RECORD_maintenance);
	struct stops stops = { NULL, 0 };
	for (size_t i = 0; i < table->count; i++) {
		struct stop *stop = add_stop(scope, &stops, &table->row[i],
		    RECORD_maintenance);
		stop->verdict = judge_planned(scope, &table->row[i], stop);
	}
	return stops;
}

/* Without an indicator it speaks of every one (sla-details 40). */
struct stops stops_excluded(const struct scope *scope) {
	const struct rows_table *table = scope_table(scope, RECORD_exclusion);
	int indicator = cell_index(RECORD_exclusion, "indicator");
	struct stops stops = { NULL, 0 };
	for (size_t i = 0; i < table->count; i++) {
		struct str of = cell_text(&table->row[i], indicator);
		if (of.n != 0 && !str_equal(of, scope->indicator->id))
			continue;
		struct stop *stop = add_stop(scope, &stops, &table->row[i],
		    RECORD_exclusion);
		stop->verdict = judge_exclusion(scope, &table->row[i], stop);
	}
	return stops;
}

const char *stops_verdict_name(enum stops_verdict verdict) {
	static const char *const names[STOPS_VERDICTS] = {
		[STOPS_VALID] = "valid",
		[STOPS_NOT_IN_CONTRACT] = "not-in-contract",
		[STOPS_CANCELLED] = "cancelled",
		[STOPS_TIMES] = "times",
		[STOPS_NOT_APPROVED] = "not-approved",
		[STOPS_APPROVED_LATE] = "approved-late",
		[STOPS_NOT_NOTIFIED] = "not-notified",
		[STOPS_NOTIFIED_LATE] = "notified-late",
		[STOPS_FIELDS] = "fields",
		[STOPS_TARGET] = "target",
	};
	return names[verdict];
}
