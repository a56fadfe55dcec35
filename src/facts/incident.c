/*
 * incident - what 障害報告書 tells of each incident.
 *
 * The stage follows from the ticket: final once it is resolved, interim once
 * the first report was made or is past due.  The time line is that of the
 * ticket's stamps, its events and its alerts.
 */
#include "facts/incident.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/duty.h"
#include "facts/dutysheet.h"
#include "facts/ledger.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* The three tables while they are filled, and the ticket they tell of. */
struct telling {
	const struct facts *facts;
	struct sheet reports, duties, line;
	struct lookup owed, events, alerts;	/* all, by ticket */
	const struct row *ticket;
	struct str id;
	struct lookup own;		/* of what is owed of this one */
	int stated;			/* field `status`, for its words */
};

/* A line of the time line. */
struct step {
	int64_t at;
	struct str event, detail, actor;
	struct origin origin;
	size_t nth;			/* as it came */
};

struct steps {
	struct arena *arena;
	struct step *at;
	size_t count;
};

static const char *const shown[] = {
	"ticket_id", "title", "system", "component", "severity", "priority",
	"channel", "status", "detected_at", "received_at", "reported_at",
	"arrived_at", "announced_at", "vendor_asked_at", "restored_at",
	"verified_at", "resolved_at", "confirmed_at", "approved_at", "closed_at",
	"outage_start", "outage_end", "impact", "triage", "cause_category",
	"cause", "provisional",
	"permanent", "prevention", "nonconformity", "change_id", "parent_id"
};

static const struct record_field *field_at(int index) {
	return &record_type(RECORD_ticket)->field[index];
}

/* --- stage --- */

/* The i-th duty of the ticket. */
static const struct fact_duty *duty_at(const struct telling *telling,
    size_t i) {
	return &telling->facts->duty[telling->own.at[i].index];
}

static bool is_resolved(const struct telling *telling) {
	int64_t at;
	return cell_int(telling->ticket, cell_index(RECORD_ticket,
	    "resolved_at"), &at) && at < telling->facts->rows->as_of;
}

static const char *stage_of(const struct telling *telling) {
	if (is_resolved(telling))
		return "stage.final";
	for (size_t i = 0; i < telling->own.count; i++)
		if (duty_at(telling, i)->duty->stage == STAGE_FIRST
		    && duty_at(telling, i)->state != DUTY_DUE)
			return "stage.interim";
	return "stage.first";
}

/* --- time line --- */

static void add_step(struct steps *steps, struct step step) {
	steps->at = arena_room(steps->arena, steps->at, steps->count,
	    sizeof step);
	step.nth = steps->count;
	steps->at[steps->count++] = step;
}

static bool has_event_at(const struct steps *steps, int64_t at) {
	for (size_t i = 0; i < steps->count; i++)
		if (steps->at[i].at == at)
			return true;
	return false;
}

/* `event.FIELD.NEW` or `event.FIELD` of the words; of a field of tickets its
 * label, else the tool's own name. */
static struct str event_name(const struct telling *telling, struct arena *arena,
    struct str name, struct str value) {
	const struct words *words = telling->facts->words;
	struct str word = words_maybe(words, arena_printf(arena,
	    "event.%.*s.%.*s", (int)name.n, name.p, (int)value.n, value.p));
	if (word.n == 0)
		word = words_maybe(words, arena_printf(arena, "event.%.*s",
		    (int)name.n, name.p));
	int field = record_field_find(record_type(RECORD_ticket), name);
	if (word.n == 0 && field >= 0)
		word = phrase_field(words, field_at(field));
	return word.n != 0 ? word : name;
}

/* A stamp says nothing new where an event has the same instant. */
static void add_stamps(const struct telling *telling, struct steps *steps) {
	const struct record_type *type = record_type(RECORD_ticket);
	size_t events = steps->count;
	for (size_t f = 0; f < type->fields; f++) {
		int64_t at;
		if (type->field[f].kind != FIELD_INSTANT
		    || strcmp(type->field[f].name, "due_at") == 0
		    || !cell_int(telling->ticket, (int)f, &at)
		    || at >= telling->facts->rows->as_of
		    || has_event_at(&(struct steps){ NULL, steps->at, events },
		    at))
			continue;
		add_step(steps, (struct step){ .at = at, .event = event_name(
		    telling, steps->arena, str_of(type->field[f].name),
		    (struct str){ NULL, 0 }),
		    .origin = telling->ticket->origin });
	}
}

/* A state in the words of the ticket's field. */
static struct str state_of(const struct telling *telling, struct str word) {
	return word.n == 0 ? word : phrase_code(telling->facts->words,
	    field_at(telling->stated), word);
}

static struct str change_of(const struct telling *telling, struct arena *arena,
    struct str name, struct str old, struct str new) {
	if (str_is(name, "status")) {
		old = state_of(telling, old);
		new = state_of(telling, new);
	}
	return old.n == 0 ? new : words_fill(arena, telling->facts->words,
	    "event.changed", "old", str_z(arena, old), "new",
	    str_z(arena, new), NULL);
}

/* What changed and the note behind it. */
static struct step step_of(const struct telling *telling, struct arena *arena,
    const struct row *row, int64_t at) {
	const enum record_id events = RECORD_ticket_event;
	struct str name = cell_text(row, cell_index(events, "field"));
	struct str new = cell_text(row, cell_index(events, "new"));
	struct str note = cell_text(row, cell_index(events, "note"));
	struct str change = change_of(telling, arena, name, cell_text(row,
	    cell_index(events, "old")), new);
	const char *own = arena_printf(arena, "event.%.*s.%.*s", (int)name.n,
	    name.p, (int)new.n, new.p);
	if (words_maybe(telling->facts->words, own).n != 0)
		change.n = 0;
	if (change.n != 0 && note.n != 0)
		note = words_fill(arena, telling->facts->words, "event.noted",
		    "change", str_z(arena, change), "note",
		    str_z(arena, note), NULL);
	return (struct step){ at, event_name(telling, arena, name, new),
	    note.n != 0 ? note : change, cell_text(row, cell_index(events,
	    "actor")), row->origin, 0 };
}

static void add_events(const struct telling *telling, struct steps *steps) {
	const struct rows *rows = telling->facts->rows;
	const struct rows_table *table = &rows->table[RECORD_ticket_event];
	struct lookup own = lookup_find(telling->events, telling->id);
	for (size_t i = 0; i < own.count; i++) {
		const struct row *row = &table->row[own.at[i].index];
		int64_t at;
		if (cell_int(row, cell_index(RECORD_ticket_event, "at"), &at)
		    && at < rows->as_of)
			add_step(steps, step_of(telling, steps->arena, row,
			    at));
	}
}

static void add_alerts(const struct telling *telling, struct steps *steps) {
	static const char *const stamps[] = { "raised_at", "notified_at",
	    "cleared_at" };
	const struct rows *rows = telling->facts->rows;
	const struct rows_table *table = &rows->table[RECORD_alert];
	struct lookup own = lookup_find(telling->alerts, telling->id);
	for (size_t i = 0; i < own.count * 3; i++) {
		const struct row *row = &table->row[own.at[i / 3].index];
		int64_t at;
		if (!cell_int(row, cell_index(RECORD_alert, stamps[i % 3]),
		    &at) || at >= rows->as_of)
			continue;
		add_step(steps, (struct step){ at, words_find(
		    telling->facts->words, arena_printf(steps->arena,
		    "event.alert.%s", stamps[i % 3])), i % 3 != 0
		    ? cell_name(row, RECORD_alert) : cell_text(row, cell_index(
		    RECORD_alert, "message")), { NULL, 0 }, row->origin, 0 });
	}
}

/* Those of one instant stay as they came. */
static int step_order(const void *a, const void *b) {
	const struct step *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->nth > y->nth) - (x->nth < y->nth);
}

static void tell_line(struct telling *telling) {
	struct steps steps = { telling->line.arena, NULL, 0 };
	add_events(telling, &steps);
	add_stamps(telling, &steps);
	add_alerts(telling, &steps);
	if (steps.count != 0)
		qsort(steps.at, steps.count, sizeof *steps.at, step_order);
	for (size_t i = 0; i < steps.count; i++) {
		const struct step *step = &steps.at[i];
		sheet_row(&telling->line, step->origin);
		sheet_text(&telling->line, telling->id);
		sheet_instant(&telling->line, true, step->at);
		sheet_text(&telling->line, step->event);
		sheet_text(&telling->line, step->detail);
		sheet_text(&telling->line, step->actor);
	}
}

/* --- tables --- */

static void tell_duties(struct telling *telling) {
	for (size_t i = 0; i < telling->own.count; i++)
		dutysheet_row(&telling->duties, telling->facts, telling->id,
		    telling->own.at[i].index);
}

static void tell_report(struct telling *telling) {
	struct sheet *sheet = &telling->reports;
	int64_t from, to;
	bool stopped = cell_int(telling->ticket, cell_index(RECORD_ticket,
	    "outage_start"), &from) && cell_int(telling->ticket,
	    cell_index(RECORD_ticket, "outage_end"), &to) && to >= from;
	sheet_row(sheet, telling->ticket->origin);
	sheet_word(sheet, stage_of(telling), TONE_NONE);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		int field = cell_index(RECORD_ticket, shown[i]);
		ledger_cell(sheet, telling->facts, field_at(field),
		    &telling->ticket->value[field]);
	}
	sheet_seconds(sheet, stopped, stopped ? to - from : 0);
}

/* In the period, or reported in it. */
static bool is_told(const struct telling *telling) {
	const struct facts *facts = telling->facts;
	int64_t at;
	bool staged = false, current = cell_int(telling->ticket,
	    cell_index(RECORD_ticket, "received_at"), &at)
	    && at >= facts->rows->start && at < facts->rows->end;
	for (size_t i = 0; i < telling->own.count; i++) {
		const struct fact_duty *entry = duty_at(telling, i);
		if (entry->duty->stage == STAGE_NONE)
			continue;
		staged = true;
		current = current || entry->current;
	}
	return staged && current;
}

static void open_sheets(struct arena *arena, struct telling *telling) {
	const struct facts *facts = telling->facts;
	telling->reports = sheet_new(arena, facts, "incident-reports");
	telling->duties = sheet_new(arena, facts, "incident-duties");
	telling->line = sheet_new(arena, facts, "incident-timeline");
	sheet_columns(&telling->reports, "stage:status");
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		ledger_column(&telling->reports, field_at(cell_index(
		    RECORD_ticket, shown[i])));
	sheet_columns(&telling->reports, "downtime:duration");
	dutysheet_columns(&telling->duties, RECORD_ticket);
	ledger_column(&telling->line, field_at(0));
	sheet_columns(&telling->line,
	    "at:instant event:text detail:longtext actor:text");
	telling->reports.table.wide = true;
	telling->duties.table.wide = true;
}

/* Where nothing is owed of tickets, none is told. */
static void open_lookups(struct arena *scratch, struct telling *telling) {
	const struct rows_table *table = telling->facts->rows->table;
	telling->owed = duty_lookup(scratch, telling->facts, RECORD_ticket);
	if (telling->owed.count == 0)
		return;
	telling->events = lookup_rows(scratch, &table[RECORD_ticket_event],
	    cell_index(RECORD_ticket_event, "ticket_id"));
	telling->alerts = lookup_rows(scratch, &table[RECORD_alert],
	    cell_index(RECORD_alert, "ticket_id"));
}

void incident_add(struct arena *arena, struct facts *facts) {
	const struct rows_table *table = &facts->rows->table[RECORD_ticket];
	struct telling telling = { .facts = facts,
	    .stated = cell_index(RECORD_ticket, "status") };
	struct arena *scratch = arena_new();
	open_sheets(arena, &telling);
	open_lookups(scratch, &telling);
	for (size_t i = 0; telling.owed.count != 0 && i < table->count; i++) {
		telling.ticket = &table->row[i];
		telling.id = cell_name(telling.ticket, RECORD_ticket);
		telling.own = lookup_find(telling.owed, telling.id);
		if (!is_told(&telling))
			continue;
		tell_report(&telling);
		tell_duties(&telling);
		tell_line(&telling);
	}
	arena_free(scratch);
	survey_table(arena, facts, sheet_close(&telling.reports));
	survey_table(arena, facts, sheet_close(&telling.duties));
	survey_table(arena, facts, sheet_close(&telling.line));
}
