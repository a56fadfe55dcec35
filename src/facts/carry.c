/* carry - 期首 + 新規 - 完了 = 期末. */
#include "facts/carry.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

bool carry_counts(const struct row *ticket) {
	return !cell_is_void(ticket, RECORD_ticket);
}

/* The first of the stamps that a finished ticket has. */
static bool ended_at(const struct row *ticket, int64_t *ended) {
	static const char *const stamps[] = { "closed_at", "resolved_at",
	    "restored_at", "answered_at", "received_at" };
	struct str status = cell_text(ticket, cell_index(RECORD_ticket,
	    "status"));
	if (!str_is(status, "done") && !str_is(status, "closed"))
		return false;
	for (size_t i = 0; i < sizeof stamps / sizeof stamps[0]; i++)
		if (cell_int(ticket, cell_index(RECORD_ticket, stamps[i]),
		    ended))
			return true;
	return false;
}

bool carry_is_open(const struct row *ticket, int64_t at) {
	int64_t received, ended;
	if (!carry_counts(ticket) || !cell_int(ticket, cell_index(RECORD_ticket,
	    "received_at"), &received) || received >= at)
		return false;
	return !ended_at(ticket, &ended) || ended >= at;
}

/* Entries open at the start and at the end, new ones, finished ones; an entry
 * that is open again without being new was reopened and counts as new. */
static void count(struct carry_over *carry, bool before, bool added,
    bool after) {
	added = added || (!before && after);
	carry->opening += before;
	carry->added += added;
	carry->closed += (before || added) && !after;
	carry->closing += after;
}

static struct carry_over ticket_carry(const struct facts *facts,
    struct str type) {
	const struct rows *rows = facts->rows;
	const struct rows_table *table = &rows->table[RECORD_ticket];
	struct carry_over carry = { .id = type };
	int received = cell_index(RECORD_ticket, "received_at");
	int64_t end = rows->as_of < rows->end ? rows->as_of : rows->end;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		int64_t at;
		if (!str_equal(cell_text(row, cell_index(RECORD_ticket, "type")),
		    type))
			continue;
		count(&carry, carry_is_open(row, rows->start), carry_counts(row)
		    && cell_int(row, received, &at) && at >= rows->start
		    && at < end, carry_is_open(row, end));
	}
	return carry;
}

/* Raised before the day and not closed before it. */
static bool issue_is_open(const struct row *row, int64_t day) {
	int64_t raised, closed;
	struct str status = cell_text(row, cell_index(RECORD_issue, "status"));
	if (!cell_int(row, cell_index(RECORD_issue, "raised_on"), &raised)
	    || raised >= day)
		return false;
	if (cell_int(row, cell_index(RECORD_issue, "closed_on"), &closed))
		return closed >= day;
	return !str_is(status, "closed") && !str_is(status, "transferred");
}

static struct carry_over issue_carry(const struct facts *facts) {
	const struct rows *rows = facts->rows;
	const struct rows_table *table = &rows->table[RECORD_issue];
	struct carry_over carry = { .id = str_of("issue") };
	int64_t first = rows->period.first;
	int64_t known = date_day_of(rows->as_of - 1, rows->contract->offset) + 1;
	int64_t end = known < rows->period.end ? known : rows->period.end;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		int64_t raised = INT64_MIN;
		cell_int(row, cell_index(RECORD_issue, "raised_on"), &raised);
		count(&carry, issue_is_open(row, first), raised >= first
		    && raised < end, issue_is_open(row, end));
	}
	return carry;
}

/* What the period before was published with is what this one begins with;
 * without an edition it is what the ledger says. */
static void open_as_published(const struct facts *facts,
    struct carry_over *carry) {
	const struct rows_edition *former = facts->rows->former;
	carry->ledger = carry->opening;
	for (size_t i = 0; former != NULL && i < former->values; i++)
		if (str_is(former->value[i].field, CARRY_CLOSING)
		    && str_equal(former->value[i].item, carry->id))
			str_int(former->value[i].value, &carry->opening);
}

static void add_carry(struct arena *arena, struct facts *facts,
    struct carry_over carry, struct str label) {
	carry.label = label;
	open_as_published(facts, &carry);
	carry.balances = carry.opening + carry.added - carry.closed
	    == carry.closing;
	facts->carry = arena_room(arena, facts->carry, facts->carries,
	    sizeof *facts->carry);
	facts->carry[facts->carries++] = carry;
}

static void add_row(struct sheet *sheet, const struct carry_over *carry) {
	sheet_text(sheet, carry->label);
	sheet_int(sheet, carry->opening);
	sheet_int(sheet, carry->added);
	sheet_int(sheet, carry->closed);
	sheet_int(sheet, carry->closing);
	sheet_word(sheet, carry->balances ? "carry.balances"
	    : "carry.differs", carry->balances ? TONE_GOOD : TONE_BAD);
}

/* The carries [from, end) and their sum. */
static void add_table(struct arena *arena, struct facts *facts,
    const char *id, size_t from, size_t end) {
	struct sheet sheet = sheet_new(arena, facts, id);
	struct carry_over sum = { .label = words_find(facts->words, "total"),
	    .balances = true };
	sheet_columns(&sheet, "ledger:text opening:int added:int closed:int "
	    "closing:int balance:status");
	for (size_t i = from; i < end; i++) {
		const struct carry_over *carry = &facts->carry[i];
		sheet_sum(&sheet, ROW_BODY);
		add_row(&sheet, carry);
		sum.opening += carry->opening;
		sum.added += carry->added;
		sum.closed += carry->closed;
		sum.closing += carry->closing;
		sum.balances = sum.balances && carry->balances;
	}
	sheet.table.sentence = words_fill(arena, facts->words, "carry.sentence",
	    "opening", str_z(arena, phrase_int(arena, sum.opening)), "added",
	    str_z(arena, phrase_int(arena, sum.added)), "closed", str_z(arena,
	    phrase_int(arena, sum.closed)), "closing", str_z(arena,
	    phrase_int(arena, sum.closing)), NULL);
	if (end - from > 1) {
		sheet_sum(&sheet, ROW_TOTAL);
		add_row(&sheet, &sum);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void carry_add(struct arena *arena, struct facts *facts) {
	const struct record_type *ticket = record_type(RECORD_ticket);
	const struct record_field *type = &ticket->field[cell_index(
	    RECORD_ticket, "type")];
	struct str name, label;
	for (size_t n = 0; phrase_code_at(facts->words, type, n, &name,
	    &label); n++)
		add_carry(arena, facts, ticket_carry(facts, name),
		    label);
	size_t tickets = facts->carries;
	add_carry(arena, facts, issue_carry(facts), phrase_records(
	    facts->words, RECORD_issue));
	add_table(arena, facts, "carry-over", 0, facts->carries);
	add_table(arena, facts, "carry-tickets", 0, tickets);
	add_table(arena, facts, "carry-issues", tickets, facts->carries);
}
