/* workplan - who takes part in what, tasks, busy times and quarters. */
#include "facts/workplan.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/activity.h"
#include "facts/carry.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"
#include "facts/tally.h"

#define QUARTERS 4

static enum part_share share_of(const struct participant *participant,
    size_t process) {
	for (size_t i = 0; i < participant->parts; i++)
		if (participant->part[i].process == process)
			return participant->part[i].share;
	return PART_NONE;
}

static void add_participants(struct arena *arena, struct facts *facts) {
	static const char *const marks[] = { [PART_NONE] = "part.none",
		[PART_FULL] = "part.full", [PART_SUPPORT] = "part.support" };
	const struct contract *contract = facts->contract;
	struct sheet sheet = sheet_new(arena, facts, "participants");
	sheet_columns(&sheet, "participant:text");
	for (size_t i = 0; i < contract->processes; i++)
		sheet_named(&sheet, str_of(arena_printf(arena, "process-%zu",
		    i + 1)), contract->process[i], COLUMN_STATUS);
	sheet_columns(&sheet, "does:text");
	for (size_t i = 0; i < contract->participants; i++) {
		const struct participant *one = &contract->participant[i];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, one->name);
		for (size_t k = 0; k < contract->processes; k++)
			sheet_word(&sheet, marks[share_of(one, k)], TONE_NONE);
		sheet_text(&sheet, one->does);
	}
	if (contract->participants != 0)
		sheet.table.note = words_find(facts->words, "part.legend");
	survey_table(arena, facts, sheet_close(&sheet));
}

static void add_tasks(struct arena *arena, struct facts *facts,
    const struct task_list *list) {
	struct sheet sheet = sheet_new(arena, facts, arena_printf(arena,
	    "tasks-%.*s", (int)list->id.n, list->id.p));
	sheet.table.title = words_fill(arena, facts->words, "table.tasks",
	    "name", str_z(arena, list->name), NULL);
	sheet.table.sentence = words_fill(arena, facts->words,
	    "tasks.sentence", "name", str_z(arena, list->name), "n",
	    str_z(arena, phrase_int(arena, (int64_t)list->tasks)), NULL);
	bool owned = false;
	for (size_t i = 0; i < list->tasks; i++)
		owned |= list->task[i].owner.n != 0;
	sheet_columns(&sheet, owned ? "task-section:text task:text cycle:text "
	    "task-owner:text" : "task-section:text task:text cycle:text");
	for (size_t i = 0; i < list->tasks; i++) {
		const struct task_item *task = &list->task[i];
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, task->section);
		sheet_text(&sheet, task->name);
		sheet_text(&sheet, task->cycle);
		if (owned)
			sheet_text(&sheet, task->owner);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static int64_t year_of(const struct facts *facts) {
	return period_year(facts->period.end - 1).first;
}

struct spans workplan_busy(struct arena *arena, const struct facts *facts,
    const struct busy *busy, int64_t year) {
	const struct calendar_yearly *days = &busy->days;
	struct spans spans = { NULL, 0 };
	int64_t offset = facts->contract->offset;
	int64_t end = date_add_months(year, 12);
	bool over = days->to_month < days->from_month
	    || (days->to_month == days->from_month
	    && days->to_day < days->from_day);
	for (int y = date_civil(year).year - 1; y <= date_civil(end).year; y++) {
		int64_t first = date_day((struct civil){ y, days->from_month,
		    1 }) + days->from_day - 1;
		int64_t last = date_day((struct civil){ y + over,
		    days->to_month, 1 }) + days->to_day;
		first = first < year ? year : first;
		last = last < end ? last : end;
		if (first < last)
			span_append(arena, &spans, date_start(first, offset),
			    date_start(last, offset));
	}
	return spans;
}

/* Plan items of the system, or of all, that begin in the span; of them those
 * that are done at the cut-off. */
static int64_t count_planned(const struct facts *facts,
    const struct system *system, struct span span, bool done) {
	const struct rows_table *table = &facts->rows->table[RECORD_plan_item];
	int start = cell_index(RECORD_plan_item, "planned_start");
	int end = cell_index(RECORD_plan_item, "actual_end");
	int status = cell_index(RECORD_plan_item, "status");
	int name = cell_index(RECORD_plan_item, "system");
	int64_t n = 0, at;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		if (cell_is_void(row, RECORD_plan_item)
		    || !cell_int(row, start, &at) || at < span.start
		    || at >= span.end || (system != NULL && !str_equal(
		    cell_text(row, name), system->id)))
			continue;
		n += !done || (cell_int(row, end, &at)
		    ? at < facts->rows->as_of
		    : str_is(cell_text(row, status), "done"));
	}
	return n;
}

/* Tickets of the type, or of any, and of the system, or of any, received in
 * the span before the cut-off. */
static int64_t count_received(const struct facts *facts, const char *type,
    const struct system *system, struct span span) {
	const struct rows_table *table = &facts->rows->table[RECORD_ticket];
	int received = cell_index(RECORD_ticket, "received_at");
	int kind = cell_index(RECORD_ticket, "type");
	int name = cell_index(RECORD_ticket, "system");
	int64_t n = 0, at;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		n += carry_counts(row) && cell_int(row, received, &at)
		    && at >= span.start && at < span.end
		    && at < facts->rows->as_of
		    && (type == NULL || str_is(cell_text(row, kind), type))
		    && (system == NULL || str_equal(cell_text(row, name),
		    system->id));
	}
	return n;
}

static int64_t days_of(const struct facts *facts, struct span span) {
	int64_t as_of = facts->rows->as_of;
	int64_t end = span.end < as_of ? span.end : as_of;
	return end <= span.start ? 0
	    : (end - span.start + DATE_DAY - 1) / DATE_DAY;
}

static void add_per_day(struct sheet *sheet, int64_t n, int64_t days) {
	struct str text = days == 0 ? (struct str){ NULL, 0 }
	    : ratio_show(sheet->arena, (struct ratio){ n, days }, 1, 2, false);
	sheet_text(sheet, text);
}

/* What came in the busy time and, a day, in the rest of the year so far. */
static void add_received(struct sheet *sheet, const struct facts *facts,
    const struct busy *busy, struct spans spans, size_t i, struct span year) {
	int64_t n = count_received(facts, NULL, busy->system, spans.at[i]);
	int64_t rest = count_received(facts, NULL, busy->system, year);
	int64_t days = days_of(facts, year);
	for (size_t k = 0; k < spans.count; k++) {
		rest -= count_received(facts, NULL, busy->system, spans.at[k]);
		days -= days_of(facts, spans.at[k]);
	}
	if (spans.at[i].start >= facts->rows->as_of) {
		sheet_word(sheet, "month.to-come", TONE_MUTED);
		sheet_word(sheet, "month.to-come", TONE_MUTED);
	} else {
		sheet_int(sheet, n);
		add_per_day(sheet, n, days_of(facts, spans.at[i]));
	}
	add_per_day(sheet, rest, days);
}

static void add_busy(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "busy-times");
	int64_t first = year_of(facts), offset = facts->contract->offset;
	struct span year = { date_start(first, offset),
	    date_start(date_add_months(first, 12), offset) };
	sheet_columns(&sheet, "busy:text busy-system:text first-day:date "
	    "last-day:date planned-count:int received-count:int per-day:decimal "
	    "per-day-else:decimal");
	for (size_t b = 0; b < facts->contract->busies; b++) {
		const struct busy *busy = &facts->contract->busy[b];
		struct spans spans = workplan_busy(arena, facts, busy, first);
		for (size_t i = 0; i < spans.count; i++) {
			sheet_sum(&sheet, ROW_BODY);
			sheet_text(&sheet, busy->name);
			sheet_text(&sheet, busy->system == NULL ? words_find(
			    facts->words, "busy.all") : busy->system->name);
			sheet_day(&sheet, true, date_day_of(spans.at[i].start,
			    offset));
			sheet_day(&sheet, true, date_day_of(spans.at[i].end - 1,
			    offset));
			sheet_int(&sheet, count_planned(facts, busy->system,
			    spans.at[i], false));
			add_received(&sheet, facts, busy, spans, i, year);
		}
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

/* How much work was done in the span, and its hours. */
static void add_work(struct sheet *sheet, const struct facts *facts,
    struct span span) {
	const struct rows_table *table = &facts->rows->table[RECORD_work];
	int field = cell_index(RECORD_work, "hours");
	struct decimal *hours = arena_array(sheet->arena, table->count + 1,
	    sizeof *hours);
	size_t known = 0;
	int64_t n = 0, at;
	for (size_t i = 0; i < table->count; i++) {
		const struct value *value = &table->row[i].value[field];
		if (!activity_ended(&table->row[i], &at) || at < span.start
		    || at >= span.end || at >= facts->rows->as_of)
			continue;
		n++;
		if (value->kind == VALUE_DECIMAL || value->kind == VALUE_INT)
			hours[known++] = (struct decimal){ value->n,
			    value->kind == VALUE_DECIMAL ? value->scale : 0 };
	}
	sheet_int(sheet, n);
	struct ratio sum = tally_statistic(hours, known, MEASURE_SUM);
	struct str text = sum.den == 0 ? (struct str){ NULL, 0 }
	    : ratio_show(sheet->arena, sum, 1, 2, true);
	sheet_cell(sheet, ratio_grouped(sheet->arena, text), text, TONE_NONE);
}

static void add_quarter(struct sheet *sheet, const struct facts *facts,
    int number, struct span span, struct str label) {
	static const char *const types[] = { "incident", "request", "inquiry" };
	bool come = span.start < facts->rows->as_of;
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, words_fill(sheet->arena, facts->words, "quarter.name",
	    "n", arena_printf(sheet->arena, "%d", number), "months",
	    str_z(sheet->arena, label), NULL));
	sheet_int(sheet, count_planned(facts, NULL, span, false));
	for (size_t i = sheet->filled; !come && i < sheet->table.columns; i++)
		sheet_word(sheet, "month.to-come", TONE_MUTED);
	if (!come)
		return;
	sheet_int(sheet, count_planned(facts, NULL, span, true));
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		sheet_int(sheet, count_received(facts, types[i], NULL, span));
	add_work(sheet, facts, span);
}

static void add_quarters(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "quarters");
	int64_t first = year_of(facts), offset = facts->contract->offset;
	sheet_columns(&sheet, "quarter:text planned-count:int done-count:int "
	    "incident-count:int request-count:int inquiry-count:int "
	    "work-count:int hours:decimal");
	for (int q = 0; q < QUARTERS; q++) {
		int64_t from = date_add_months(first, 3 * q);
		int64_t to = date_add_months(from, 3);
		struct str label = words_fill(arena, facts->words,
		    "quarter.months", "from", str_z(arena, phrase_month(arena,
		    facts->words, date_civil(from).month)), "to", str_z(arena,
		    phrase_month(arena, facts->words, date_civil(to - 1).month)),
		    NULL);
		add_quarter(&sheet, facts, q + 1, (struct span){
		    date_start(from, offset), date_start(to, offset) }, label);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void workplan_add(struct arena *arena, struct facts *facts) {
	add_participants(arena, facts);
	for (size_t i = 0; i < facts->contract->task_lists; i++)
		add_tasks(arena, facts, &facts->contract->task_list[i]);
	add_busy(arena, facts);
	add_quarters(arena, facts);
}
