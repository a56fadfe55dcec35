/* dutysheet - the deadline register as tables. */
#include "facts/dutysheet.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/clause.h"
#include "facts/definition.h"
#include "facts/duty.h"
#include "facts/ledger.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* The day alone where the hour says nothing. */
static void put_time(struct sheet *sheet, bool has, bool whole_day,
    int64_t day, int64_t instant) {
	if (whole_day)
		sheet_day(sheet, has, day);
	else
		sheet_instant(sheet, has, instant);
}

static void put_state(struct sheet *sheet, enum duty_state state) {
	static const enum tone tone[DUTY_STATES] = {
		[DUTY_MET] = TONE_GOOD, [DUTY_LATE] = TONE_WARN,
		[DUTY_OVERDUE] = TONE_BAD, [DUTY_DUE] = TONE_NONE,
		[DUTY_PASSED] = TONE_MUTED
	};
	sheet_word(sheet, arena_printf(sheet->arena, "duty.%s",
	    duty_state_name(state)), tone[state]);
}

static void add_columns(struct sheet *sheet) {
	sheet_columns(sheet, "duty:id name:text owner:text record:id "
	    "about:text counted-from:instant term:text due:instant "
	    "done-at:instant state:status clause:id");
}

void dutysheet_columns(struct sheet *sheet, enum record_id records) {
	ledger_column(sheet, &record_type(records)->field[0]);
	add_columns(sheet);
}

/* When it is due and was done, its state and clause. */
static void put_ends(struct sheet *sheet, const struct facts *facts,
    const struct fact_duty *entry) {
	int64_t offset = facts->contract->offset;
	put_time(sheet, true, entry->whole_day, entry->day, entry->due);
	put_time(sheet, entry->has_done, entry->done_on_day,
	    date_day_of(entry->done, offset), entry->done);
	put_state(sheet, entry->state);
	sheet_text(sheet, entry->duty->clause);
}

static void add_cells(struct sheet *sheet, const struct facts *facts,
    const struct fact_duty *entry) {
	int64_t offset = facts->contract->offset;
	sheet_text(sheet, entry->duty->id);
	sheet_text(sheet, entry->duty->name);
	sheet_text(sheet, entry->owner);
	sheet_text(sheet, entry->record);
	sheet_text(sheet, entry->title);
	put_time(sheet, entry->has_from && entry->duty->term_kind != TERM_NONE,
	    entry->from_on_day, date_day_of(entry->from, offset),
	    entry->from);
	sheet_text(sheet, entry->term);
	put_ends(sheet, facts, entry);
}

void dutysheet_row(struct sheet *sheet, const struct facts *facts,
    struct str record, size_t duty) {
	sheet_row(sheet, facts->duty[duty].origin);
	sheet_text(sheet, record);
	add_cells(sheet, facts, &facts->duty[duty]);
}

static void add_row(struct sheet *sheet, const struct facts *facts,
    const struct fact_duty *entry) {
	sheet_row(sheet, entry->origin);
	add_cells(sheet, facts, entry);
}

static struct sheet open_sheet(struct arena *arena, const struct facts *facts,
    const char *id) {
	struct sheet sheet = sheet_new(arena, facts, id);
	add_columns(&sheet);
	sheet.table.wide = true;
	return sheet;
}

static void add_tables(struct arena *arena, struct facts *facts) {
	struct sheet now = open_sheet(arena, facts, "duties");
	struct sheet next = open_sheet(arena, facts, "duties-next");
	for (size_t i = 0; i < facts->duties; i++) {
		if (facts->duty[i].current)
			add_row(&now, facts, &facts->duty[i]);
		if (facts->duty[i].coming)
			add_row(&next, facts, &facts->duty[i]);
	}
	survey_table(arena, facts, sheet_close(&now));
	survey_table(arena, facts, sheet_close(&next));
}

static void add_counts(struct sheet *sheet, const struct facts *facts,
    const struct duty *duty) {
	int64_t n[DUTY_STATES] = { 0 }, all = 0, coming = 0;
	for (size_t i = 0; i < facts->duties; i++) {
		const struct fact_duty *entry = &facts->duty[i];
		if (entry->duty != duty)
			continue;
		coming += entry->coming;
		if (!entry->current)
			continue;
		n[entry->state]++;
		all++;
	}
	sheet_int(sheet, all);
	for (int i = 0; i < DUTY_STATES; i++)
		sheet_int(sheet, n[i]);
	sheet_int(sheet, coming);
}

static void add_summary(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "duty-summary");
	sheet_columns(&sheet, "duty:id name:text owner:text term:text "
	    "count:int in-time:int done-late:int overdue:int not-due:int "
	    "passed:int coming:int");
	for (size_t i = 0; i < facts->contract->duties; i++) {
		const struct duty *duty = &facts->contract->duty[i];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, duty->id);
		sheet_text(&sheet, duty->name);
		sheet_text(&sheet, duty_party(facts, duty->owner));
		sheet_text(&sheet, duty_term(arena, facts, duty));
		add_counts(&sheet, facts, duty);
	}
	sheet.table.wide = true;
	survey_table(arena, facts, sheet_close(&sheet));
}

/* What a record's duty counts from. */
static struct str start_of(const struct facts *facts,
    const struct duty *duty) {
	return duty->every != DUTY_EACH ? (struct str){ NULL, 0 }
	    : clause_field(facts->words, duty->records, duty->from);
}

static void add_rules(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "duty-rules");
	sheet_columns(&sheet, "duty:id name:text owner:text about:text "
	    "counted-from:text term:text calendar:text clause:id");
	for (size_t i = 0; i < facts->contract->duties; i++) {
		const struct duty *duty = &facts->contract->duty[i];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, duty->id);
		sheet_text(&sheet, duty->name);
		sheet_text(&sheet, duty_party(facts, duty->owner));
		sheet_text(&sheet, duty->every != DUTY_EACH
		    ? (struct str){ NULL, 0 } : clause_text(arena,
		    facts->words, duty->records, duty->where));
		sheet_text(&sheet, start_of(facts, duty));
		sheet_text(&sheet, duty_term(arena, facts, duty));
		sheet_text(&sheet, definition_calendar(arena, facts->words,
		    duty->calendar));
		sheet_text(&sheet, duty->clause);
	}
	sheet.table.wide = true;
	survey_table(arena, facts, sheet_close(&sheet));
}

static bool in_period(const struct facts *facts, int64_t at) {
	return at >= facts->rows->start && at < facts->rows->end;
}

/* What is owed of each meeting of the period, whenever it is due. */
static void add_meetings(struct arena *arena, struct facts *facts) {
	const struct rows_table *table = &facts->rows->table[RECORD_meeting];
	struct sheet sheet = sheet_new(arena, facts, "meeting-duties");
	struct lookup duties = duty_lookup(arena, facts, RECORD_meeting);
	int held = cell_index(RECORD_meeting, "held_at");
	dutysheet_columns(&sheet, RECORD_meeting);
	for (size_t m = 0; m < table->count; m++) {
		struct str id = cell_name(&table->row[m], RECORD_meeting);
		int64_t at;
		struct lookup own = lookup_find(duties, id);
		if (!cell_int(&table->row[m], held, &at)
		    || !in_period(facts, at))
			continue;
		for (size_t i = 0; i < own.count; i++)
			dutysheet_row(&sheet, facts, id, own.at[i].index);
	}
	sheet.table.wide = true;
	survey_table(arena, facts, sheet_close(&sheet));
}

/* How often, and by when, data are to be extracted for the handover. */
static void add_extractions(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "extraction-duties");
	sheet_columns(&sheet, "duty:id name:text owner:text term:text "
	    "due:instant done-at:instant state:status clause:id");
	for (size_t i = 0; i < facts->duties; i++) {
		const struct fact_duty *entry = &facts->duty[i];
		if (entry->duty->records != RECORD_extraction)
			continue;
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, entry->duty->id);
		sheet_text(&sheet, entry->duty->name);
		sheet_text(&sheet, entry->owner);
		sheet_text(&sheet, entry->term);
		put_ends(&sheet, facts, entry);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void dutysheet_add(struct arena *arena, struct facts *facts) {
	add_summary(arena, facts);
	add_rules(arena, facts);
	add_tables(arena, facts);
	add_meetings(arena, facts);
	add_extractions(arena, facts);
}
