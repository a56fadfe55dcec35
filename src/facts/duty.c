/*
 * duty - what both parties owe by when, and whether it was done (E-DUE).
 *
 * A term after a record's instant counts as a clock does (sla.md, Calendars);
 * one after the end of a month or year begins with the next day.
 */
#include "facts/duty.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/phrase.h"

struct str duty_party(const struct facts *facts, struct str role) {
	const struct party *party = contract_party(facts->contract,
	    str_is(role, "city") ? "city" : str_is(role, "vendor") ? "vendor"
	    : str_is(role, "maker") ? "maker" : "subcontractor");
	return party == NULL ? role : party->name;
}

struct str duty_term(struct arena *arena, const struct facts *facts,
    const struct duty *duty) {
	static const char *const cycle[] = { [DUTY_EACH] = "record",
	    [DUTY_MONTHLY] = "month", [DUTY_YEARLY] = "year",
	    [DUTY_ONCE] = "contract" };
	static const char *const kind[] = { [TERM_NONE] = "at",
	    [TERM_WITHIN] = "within", [TERM_BEFORE] = "before" };
	const char *key = duty->month != 0 ? "day" : cycle[duty->every];
	struct str term = words_fill(arena, facts->words, arena_printf(arena,
	    "duty.term.%s.%s", key, kind[duty->term_kind]), "term",
	    str_z(arena, phrase_duration(arena, facts->words, duty->term)),
	    "month", duty->month == 0 ? "" : str_z(arena, phrase_month(arena,
	    facts->words, duty->month)), "day", arena_printf(arena, "%d",
	    duty->day), NULL);
	return duty->times < 2 ? term : words_fill(arena, facts->words,
	    "duty.term.times", "term", str_z(arena, term), "n", str_z(arena,
	    phrase_int(arena, duty->times)), NULL);
}

/* One duty of the contract while its entries are made. */
struct making {
	struct arena *arena;
	struct facts *facts;
	const struct duty *duty;
	const struct rows_duty *rows;
	struct lookup events;		/* by ticket, where a duty asks */
	int64_t offset;
	struct str owner, term;
};

static const struct rows_table *table_of(const struct making *making) {
	return &making->facts->rows->table[making->duty->records];
}

static int field_of(const struct making *making, struct str name) {
	return record_field_find(record_type(making->duty->records), name);
}

/* Known at the cut-off, and not after it. */
static bool read_known(const struct making *making, enum record_id records,
    const struct row *row, int field, int64_t *instant) {
	return cell_instant(row, records, field, making->offset, instant)
	    && *instant < making->facts->rows->as_of;
}

/* The ticket's first event that shows it. */
static void find_event(const struct making *making, struct fact_duty *entry) {
	const struct rows_table *events
	    = &making->facts->rows->table[RECORD_ticket_event];
	struct lookup own = lookup_find(making->events, entry->record);
	int field = cell_index(RECORD_ticket_event, "field");
	int word = cell_index(RECORD_ticket_event, "new");
	int when = cell_index(RECORD_ticket_event, "at");
	for (size_t i = 0; i < own.count; i++) {
		const struct row *row = &events->row[own.at[i].index];
		int64_t at;
		if (!str_equal(cell_text(row, field), making->duty->event)
		    || (making->duty->value.n != 0 && !str_equal(cell_text(row,
		    word), making->duty->value))
		    || !read_known(making, RECORD_ticket_event, row, when, &at)
		    || (entry->has_done && at >= entry->done))
			continue;
		entry->has_done = true;
		entry->done = at;
		entry->origin = row->origin;
	}
}

static bool shows_day(const struct making *making, int field) {
	return field >= 0 && record_type(making->duty->records)
	    ->field[field].kind == FIELD_DATE;
}

static void find_done(const struct making *making, const struct row *row,
    struct fact_duty *entry) {
	int field = field_of(making, making->duty->met);
	if (making->duty->event.n != 0) {
		find_event(making, entry);
		return;
	}
	entry->has_done = read_known(making, making->duty->records, row, field,
	    &entry->done);
	entry->done_on_day = shows_day(making, field);
}

/* What is done on the day that it is due is in time. */
static enum duty_state state_of(const struct making *making,
    const struct fact_duty *entry) {
	bool shown = making->duty->met.n != 0 || making->duty->event.n != 0;
	int64_t last = entry->done_on_day ? date_start(entry->day,
	    making->offset) : entry->due;
	if (entry->has_done)
		return entry->done <= last ? DUTY_MET : DUTY_LATE;
	if (entry->due >= making->facts->rows->as_of)
		return DUTY_DUE;
	return shown ? DUTY_OVERDUE : DUTY_PASSED;
}

static bool in_period(const struct facts *facts, bool has, int64_t instant) {
	return has && instant >= facts->rows->start
	    && instant < facts->rows->end;
}

/* Begun, due or done in the period, and what is overdue from before. */
static bool is_current(const struct making *making,
    const struct fact_duty *entry) {
	const struct facts *facts = making->facts;
	return in_period(facts, true, entry->due - 1)
	    || (making->duty->term_kind == TERM_WITHIN
	    && in_period(facts, entry->has_from, entry->from))
	    || in_period(facts, entry->has_done, entry->done)
	    || (entry->state == DUTY_OVERDUE
	    && entry->due < facts->rows->end);
}

static bool is_coming(const struct making *making,
    const struct fact_duty *entry) {
	const struct duty *duty = making->duty;
	int64_t first = making->facts->period.end;
	int64_t end = date_add_months(first, 1);
	if (entry->has_done || entry->day < first)
		return false;
	return entry->day < end || (duty->has_ahead && calendar_notice(
	    duty->calendar, entry->due - 1, duty->ahead) < end);
}

static void add(const struct making *making, struct fact_duty entry) {
	struct facts *facts = making->facts;
	entry.duty = making->duty;
	entry.owner = making->owner;
	entry.term = making->term;
	entry.day = date_day_of(entry.due - 1, making->offset);
	entry.whole_day = date_start(entry.day + 1, making->offset)
	    == entry.due;
	entry.state = state_of(making, &entry);
	entry.current = is_current(making, &entry);
	entry.coming = is_coming(making, &entry);
	facts->duty = arena_room(making->arena, facts->duty, facts->duties,
	    sizeof entry);
	facts->duty[facts->duties++] = entry;
}

/* What a record is about: its title, or what comes nearest to one. */
static struct str title_of(const struct row *row, enum record_id records) {
	static const char *const names[] = { "title", "name", "item", "task",
	    "reason", "question" };
	struct str none = { NULL, 0 };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str text = cell_text(row, cell_index(records, names[i]));
		if (text.n != 0)
			return text;
	}
	return none;
}

/* The end of the day; the instants of seconds are left as they are. */
static int64_t notice_due(const struct making *making, int64_t start) {
	const struct duty *duty = making->duty;
	if (duty->term.unit == UNIT_SECONDS)
		return start - duty->term.n;
	return date_start(calendar_notice(duty->calendar, start, duty->term)
	    + 1, making->offset);
}

static int64_t due_of(const struct making *making, int64_t from) {
	const struct duty *duty = making->duty;
	if (duty->term_kind == TERM_WITHIN)
		return calendar_due(duty->calendar, from, duty->term, -1);
	if (duty->term_kind == TERM_BEFORE)
		return notice_due(making, from);
	return shows_day(making, field_of(making, duty->from))
	    ? from + DATE_DAY : from;
}

/* No interim report is due of what was over by then. */
static bool is_waived(const struct making *making, const struct row *row,
    const struct fact_duty *entry) {
	int64_t ended;
	return making->duty->stage == STAGE_INTERIM && !entry->has_done
	    && cell_int(row, cell_index(RECORD_ticket, "resolved_at"), &ended)
	    && ended <= entry->due && ended < making->facts->rows->as_of;
}

/* What follows an event that has not happened by the cut-off is not owed. */
static void add_record(const struct making *making, const struct row *row) {
	const struct duty *duty = making->duty;
	struct fact_duty entry = { .record = cell_name(row, duty->records),
	    .title = title_of(row, duty->records), .has_from = true,
	    .origin = row->origin };
	int field = field_of(making, duty->from);
	bool known = duty->term_kind == TERM_WITHIN
	    ? read_known(making, duty->records, row, field, &entry.from)
	    : cell_instant(row, duty->records, field, making->offset,
	    &entry.from);
	if (!known || cell_is_void(row, duty->records))
		return;
	entry.from_on_day = shows_day(making, field);
	entry.due = due_of(making, entry.from);
	find_done(making, row, &entry);
	if (!is_waived(making, row, &entry))
		add(making, entry);
}

/* A record that shows that something was done. */
struct shown {
	int64_t at;
	const struct row *row;
};

static int by_instant(const void *a, const void *b) {
	const struct shown *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* The record that makes the number full; those of one time, as a day's
 * extractions of several data sets, count once.  NULL: it is not reached. */
static const struct shown *nth(struct shown *shown, size_t count,
    int64_t times) {
	if (count != 0)
		qsort(shown, count, sizeof *shown, by_instant);
	for (size_t i = 0; i < count; i++)
		if ((i == 0 || shown[i].at != shown[i - 1].at)
		    && --times == 0)
			return &shown[i];
	return NULL;
}

/* As many records of [first, end) as are owed: the last of them shows it. */
static void find_in(const struct making *making, int64_t first, int64_t end,
    struct fact_duty *entry) {
	const struct duty *duty = making->duty;
	int field = duty->met.n == 0 ? -1 : field_of(making, duty->met);
	struct shown *shown = NULL, one;
	size_t count = 0;
	entry->done_on_day = shows_day(making, field);
	for (size_t i = 0; field >= 0 && i < making->rows->count; i++) {
		one.row = &table_of(making)->row[making->rows->row[i]];
		if (!read_known(making, duty->records, one.row, field, &one.at)
		    || one.at < first || one.at >= end)
			continue;
		shown = arena_room(making->arena, shown, count, sizeof one);
		shown[count++] = one;
	}
	const struct shown *last = nth(shown, count, duty->times);
	if (last == NULL)
		return;
	entry->has_done = true;
	entry->done = last->at;
	entry->title = title_of(last->row, duty->records);
	entry->origin = last->row->origin;
}

/* A term after the last day: the next business day is the first. */
static int64_t after_day(const struct duty *duty, int64_t day,
    int64_t offset) {
	struct duration term = duty->term;
	if (term.unit == UNIT_SECONDS)
		return calendar_due(duty->calendar, date_start(day + 1,
		    offset), term, -1);
	if (term.unit == UNIT_BUSINESS_DAYS && term.n > 0
	    && !calendar_is_business(duty->calendar, day))
		term.n--;
	return calendar_due(duty->calendar, date_start(day, offset), term, -1);
}

/* The last day of the cycle, or the day of it that the duty names. */
static int64_t day_of_cycle(const struct duty *duty, struct period cycle) {
	struct civil civil = date_civil(cycle.first);
	for (int i = 0; duty->month != 0 && i < 2; i++, civil.year++) {
		struct civil day = { civil.year, duty->month, duty->day };
		if (date_valid(day) && date_day(day) >= cycle.first
		    && date_day(day) < cycle.end)
			return date_day(day);
	}
	return cycle.end - 1;
}

/* The cycle is done in its own time; a term after it, in that of the next. */
static void add_cycle(const struct making *making, struct period cycle,
    int64_t next_end) {
	const struct duty *duty = making->duty;
	int64_t offset = making->offset, day = day_of_cycle(duty, cycle);
	struct fact_duty entry = { .origin = { SIZE_MAX, 0 },
	    .record = period_name(making->arena, &cycle) };
	bool after = duty->term_kind == TERM_WITHIN;
	entry.due = after ? after_day(duty, day, offset)
	    : duty->term_kind == TERM_BEFORE ? notice_due(making,
	    date_start(day, offset)) : date_start(day + 1, offset);
	find_in(making, date_start(after ? day + 1 : cycle.first, offset),
	    date_start(after ? next_end : cycle.end, offset), &entry);
	add(making, entry);
}

static int64_t min_day(int64_t a, int64_t b) {
	return a < b ? a : b;
}

/* The months or fiscal years that the term touches. */
static void add_cycles(const struct making *making, enum period_kind kind) {
	const struct period *term = &making->facts->contract->term;
	int months = kind == PERIOD_YEAR ? 12 : 1;
	int64_t first = kind == PERIOD_YEAR ? period_year(term->first).first
	    : date_month_start(term->first);
	for (; first < term->end; first = date_add_months(first, months)) {
		int64_t end = date_add_months(first, months);
		struct period cycle = { kind, first, end };
		if (end > term->end || first < term->first)
			cycle = (struct period){ PERIOD_RANGE, first
			    < term->first ? term->first : first,
			    min_day(end, term->end) };
		add_cycle(making, cycle, date_add_months(end, months));
	}
}

static void add_all(const struct making *making) {
	const struct period *term = &making->facts->contract->term;
	switch (making->duty->every) {
	case DUTY_EACH:
		for (size_t i = 0; i < making->rows->count; i++)
			add_record(making, &table_of(making)->row[
			    making->rows->row[i]]);
		break;
	case DUTY_MONTHLY:
		add_cycles(making, PERIOD_MONTH);
		break;
	case DUTY_YEARLY:
		add_cycles(making, PERIOD_YEAR);
		break;
	case DUTY_ONCE:
		add_cycle(making, *term, date_add_months(term->end, 12));
		break;
	}
}

struct ranked {
	int64_t due;
	size_t index;
};

static int by_due(const void *a, const void *b) {
	const struct ranked *x = a, *y = b;
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/* Equal ones keep the order of the contract and of files. */
static void sort(struct arena *scratch, struct fact_duty *duty, size_t n) {
	struct ranked *ranked = arena_array(scratch, n + 1, sizeof *ranked);
	struct fact_duty *copy = arena_array(scratch, n + 1, sizeof *copy);
	for (size_t i = 0; i < n; i++) {
		ranked[i] = (struct ranked){ duty[i].due, i };
		copy[i] = duty[i];
	}
	qsort(ranked, n, sizeof *ranked, by_due);
	for (size_t i = 0; i < n; i++)
		duty[i] = copy[ranked[i].index];
}

static struct lookup events_of(struct arena *arena, const struct rows *rows) {
	return lookup_rows(arena, &rows->table[RECORD_ticket_event],
	    cell_index(RECORD_ticket_event, "ticket_id"));
}

void duty_fill(struct arena *arena, struct facts *facts) {
	const struct contract *contract = facts->contract;
	struct arena *scratch = arena_new();
	struct lookup events = { NULL, 0 };
	for (size_t i = 0; i < contract->duties; i++) {
		const struct duty *duty = &contract->duty[i];
		if (duty->event.n != 0 && events.count == 0)
			events = events_of(scratch, facts->rows);
		struct making making = { arena, facts, duty,
		    &facts->rows->duty[i], events, contract->offset,
		    duty_party(facts, duty->owner),
		    duty_term(arena, facts, duty) };
		add_all(&making);
	}
	sort(scratch, facts->duty, facts->duties);
	arena_free(scratch);
}

struct lookup duty_lookup(struct arena *arena, const struct facts *facts,
    enum record_id records) {
	struct lookup lookup = { NULL, 0 };
	for (size_t i = 0; i < facts->duties; i++)
		if (facts->duty[i].duty->every == DUTY_EACH
		    && facts->duty[i].duty->records == records)
			lookup_add(arena, &lookup, facts->duty[i].record, i);
	lookup_sort(&lookup);
	return lookup;
}

const char *duty_state_name(enum duty_state state) {
	static const char *const names[DUTY_STATES] = {
		[DUTY_MET] = "met", [DUTY_LATE] = "late",
		[DUTY_OVERDUE] = "overdue", [DUTY_DUE] = "due",
		[DUTY_PASSED] = "passed"
	};
	return names[state];
}

