/* agreed - what the contract says of teams and deliverables. */
#include "facts/agreed.h"

#include "base/arena.h"
#include "base/buf.h"
#include "facts/cell.h"
#include "facts/duty.h"
#include "facts/headline.h"
#include "facts/people.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

/* How many valid contacts are of the team; their qualifications in *held. */
static int64_t count_team(struct arena *arena, const struct facts *facts,
    struct str team, struct str *held) {
	const struct rows_table *table = &facts->rows->table[RECORD_contact];
	int team_field = cell_index(RECORD_contact, "team");
	int held_field = cell_index(RECORD_contact, "qualification");
	struct buf buf = buf_in(arena);
	int64_t count = 0;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		if (!people_is_valid(facts, row)
		    || !str_equal(cell_text(row, team_field), team))
			continue;
		count++;
		if (cell_filled(row, held_field) && buf.n != 0)
			buf_add(&buf, phrase_and(arena, facts->words));
		buf_add(&buf, cell_text(row, held_field));
	}
	*held = buf_str(&buf);
	return count;
}

static void add_staff(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "staff");
	sheet_columns(&sheet, "team:text people-agreed:int people-now:int "
	    "qualification:text qualifications-held:text filled:status "
	    "stationed-place:text stationed-hours:text");
	for (size_t i = 0; i < facts->contract->staffs; i++) {
		const struct staff *staff = &facts->contract->staff[i];
		struct str held;
		int64_t now = count_team(arena, facts, staff->team, &held);
		bool filled = now >= staff->people;
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, staff->team);
		sheet_int(&sheet, staff->people);
		sheet_int(&sheet, now);
		sheet_text(&sheet, staff->qualification);
		sheet_text(&sheet, held);
		sheet_word(&sheet, filled ? "staff.filled" : "staff.short",
		    filled ? TONE_GOOD : TONE_BAD);
		sheet_text(&sheet, staff->place);
		sheet_text(&sheet, staff->hours);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static struct str due_text(struct arena *arena, const struct facts *facts,
    const struct deliverable *deliverable) {
	if (deliverable->due.n == 0)
		return deliverable->due;
	return words_fill(arena, facts->words, "deliverable.due", "term",
	    str_z(arena, phrase_duration(arena, facts->words,
	    deliverable->due_after)), NULL);
}

static void add_deliverables(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "deliverable-rules");
	sheet_columns(&sheet, "name:text content:text author:text "
	    "due-rule:text copies:int method:text delivery-place:text");
	for (size_t i = 0; i < facts->contract->deliverables; i++) {
		const struct deliverable *deliverable
		    = &facts->contract->deliverable[i];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, deliverable->name.n != 0
		    ? deliverable->name : deliverable->kind);
		sheet_text(&sheet, deliverable->content);
		sheet_text(&sheet, duty_party(facts, deliverable->author.n != 0
		    ? deliverable->author : str_of("vendor")));
		sheet_text(&sheet, due_text(arena, facts, deliverable));
		sheet_int(&sheet, deliverable->copies);
		sheet_text(&sheet, deliverable->medium);
		sheet_text(&sheet, deliverable->place);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static const struct deliverable *find_deliverable(const struct facts *facts,
    const char *kind) {
	for (size_t i = 0; i < facts->contract->deliverables; i++)
		if (str_is(facts->contract->deliverable[i].kind, kind))
			return &facts->contract->deliverable[i];
	return NULL;
}

/* The sentence `next-report`: by when a miss of the month is to be mended,
 * which is the report on the month that follows (K-IV-3.1-03). */
static void add_next_report(struct arena *arena, struct facts *facts) {
	const struct deliverable *report = find_deliverable(facts,
	    "service-level");
	struct period next = period_month(facts->period.end);
	if (report == NULL)
		report = find_deliverable(facts, "monthly");
	if (report == NULL || report->due.n == 0
	    || facts->period.kind != PERIOD_MONTH)
		return;
	headline_put(arena, facts, "next-report", words_fill(arena,
	    facts->words, "next-report", "period", str_z(arena, phrase_period(
	    arena, facts->words, &next)), "term", str_z(arena, due_text(arena,
	    facts, report)), NULL));
}

void agreed_add(struct arena *arena, struct facts *facts) {
	add_staff(arena, facts);
	add_deliverables(arena, facts);
	add_next_report(arena, facts);
}
