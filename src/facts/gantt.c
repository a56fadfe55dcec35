/*
 * gantt - plan against actual.
 *
 * A stretch of actual time is told from its end on as late where it runs past
 * the planned end; what has begun and not ended runs to the cut-off.  Nothing
 * after the cut-off is known.
 */
#include "facts/gantt.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/picture.h"
#include "facts/ruler.h"
#include "facts/workplan.h"

enum { PLAN, DONE, LATE, BUSY };

struct task {
	struct str name;
	bool has_end, has_from, has_to;
	int64_t start, end;		/* planned; without an end its day */
	int64_t from, to;		/* actual */
	bool cancelled;
};

struct tasks {
	struct task *at;
	size_t count;
};

/* Fields of a record that is planned and done. */
struct plan_fields {
	enum record_id records;
	const char *name, *start, *end, *from, *to;
};

static const struct plan_fields plan_item = { RECORD_plan_item, "task",
	"planned_start", "planned_end", "actual_start", "actual_end" };
static const struct plan_fields work = { RECORD_work, "title",
	"planned_start", "planned_end", "started_at", "finished_at" };

static bool read_instant(const struct row *row, enum record_id records,
    const char *field, int64_t *at) {
	return cell_int(row, cell_index(records, field), at);
}

/* The task of a row as known at the cut-off; false without a plan. */
static bool read_task(const struct facts *facts, const struct row *row,
    const struct plan_fields *fields, struct task *task) {
	int64_t as_of = facts->rows->as_of, offset = facts->contract->offset;
	enum record_id records = fields->records;
	*task = (struct task){ .name = cell_text(row, cell_index(records,
	    fields->name)), .cancelled = cell_is_void(row, records) };
	if (!read_instant(row, records, fields->start, &task->start))
		return false;
	if (!read_instant(row, records, fields->end, &task->end)
	    || task->end < task->start)
		task->end = date_start(date_day_of(task->start, offset) + 1,
		    offset);
	task->has_from = read_instant(row, records, fields->from, &task->from)
	    && task->from < as_of;
	task->has_to = task->has_from && read_instant(row, records, fields->to,
	    &task->to) && task->to <= as_of && task->to >= task->from;
	if (task->has_from && !task->has_to)
		task->to = as_of;
	return true;
}

static int task_order(const void *a, const void *b) {
	const struct task *x = a, *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	return str_compare(x->name, y->name);
}

static bool meets(const struct task *task, const struct ruler *ruler) {
	int64_t start = ruler->edge[0], end = ruler->edge[ruler->count];
	return (task->start < end && task->end > start)
	    || (task->has_from && task->from < end && task->to > start);
}

/* The tasks of the records that meet the ruler; of a horizon where one is
 * named. */
static void collect(struct arena *arena, const struct facts *facts,
    const struct ruler *ruler, const struct plan_fields *fields,
    const char *horizon, struct tasks *tasks) {
	const struct rows_table *table = &facts->rows->table[fields->records];
	int field = cell_index(fields->records, "horizon");
	struct task task;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		if (horizon != NULL && !str_is(cell_text(row, field), horizon))
			continue;
		if (!read_task(facts, row, fields, &task) || task.cancelled
		    || !meets(&task, ruler))
			continue;
		tasks->at = arena_room(arena, tasks->at, tasks->count,
		    sizeof *tasks->at);
		tasks->at[tasks->count++] = task;
	}
}

/* True when the task ended, or is, past its planned end. */
static bool add_task(struct picture *picture, const struct ruler *ruler,
    const struct task *task) {
	struct fact_line *line = picture_line(picture, task->name);
	ruler_bar(ruler, picture, line, (struct span){ task->start,
	    task->end }, PLAN);
	if (!task->has_from)
		return task->end <= picture->facts->rows->as_of;
	int64_t until = task->to < task->end ? task->to : task->end;
	if (task->from < until)
		ruler_bar(ruler, picture, line, (struct span){ task->from,
		    until }, DONE);
	if (task->to <= task->end)
		return false;
	ruler_bar(ruler, picture, line, (struct span){ task->from > task->end
	    ? task->from : task->end, task->to }, LATE);
	return true;
}

/* The busy times of the ruler's years, above the tasks. */
static void add_busy(struct picture *picture, const struct ruler *ruler) {
	const struct facts *facts = picture->facts;
	int64_t year = period_year(facts->period.end - 1).first;
	bool any = false;
	for (size_t b = 0; b < facts->contract->busies; b++) {
		const struct busy *busy = &facts->contract->busy[b];
		struct spans spans = span_clip(picture->arena, workplan_busy(
		    picture->arena, facts, busy, year), ruler->edge[0],
		    ruler->edge[ruler->count]);
		struct fact_line *line = spans.count == 0 ? NULL
		    : picture_line(picture, busy->name);
		for (size_t i = 0; i < spans.count; i++)
			ruler_bar(ruler, picture, line, spans.at[i], BUSY);
		any = any || spans.count != 0;
	}
	if (any)
		picture_class(picture, FILL_HATCH, "chart.busy");
}

static void add_chart(struct arena *arena, struct facts *facts,
    const char *id, const struct ruler *ruler, struct tasks *tasks) {
	struct picture picture = picture_new(arena, facts, id, CHART_GANTT, id,
	    str_of(""));
	int64_t done = 0, late = 0;
	picture.chart.down = words_find(facts->words, "chart.task");
	ruler_across(ruler, &picture);
	picture_class(&picture, FILL_PLAN, "chart.plan");
	picture_class(&picture, FILL_DONE, "chart.actual");
	picture_class(&picture, FILL_BAD, "chart.late");
	add_busy(&picture, ruler);
	if (tasks->count != 0)
		qsort(tasks->at, tasks->count, sizeof *tasks->at, task_order);
	for (size_t i = 0; i < tasks->count; i++) {
		late += add_task(&picture, ruler, &tasks->at[i]);
		done += tasks->at[i].has_to;
	}
	ruler_cut(ruler, &picture);
	picture.chart.sentence = words_fill(arena, facts->words,
	    "chart.plan.text", "title", str_z(arena, picture.chart.title), "n",
	    str_z(arena, phrase_int(arena, (int64_t)tasks->count)), "done",
	    str_z(arena, phrase_int(arena, done)), "late",
	    str_z(arena, phrase_int(arena, late)), NULL);
	picture_add_parts(&picture);
}

void gantt_add(struct arena *arena, struct facts *facts) {
	struct period year = period_year(facts->period.end - 1);
	struct ruler months = ruler_over(arena, facts, year.first, year.end);
	struct ruler days = ruler_over(arena, facts, facts->period.first,
	    facts->period.end);
	struct tasks of_year = { NULL, 0 }, of_period = { NULL, 0 };
	collect(arena, facts, &months, &plan_item, "year", &of_year);
	add_chart(arena, facts, "plan-year", &months, &of_year);
	collect(arena, facts, &days, &plan_item, NULL, &of_period);
	collect(arena, facts, &days, &work, NULL, &of_period);
	add_chart(arena, facts, "plan-period", &days, &of_period);
}
