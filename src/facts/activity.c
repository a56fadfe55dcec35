/*
 * activity - charts of what was done.
 *
 * The months are those of a trend; nothing at or after the cut-off is counted.
 */
#include "facts/activity.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/carry.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"
#include "facts/trend.h"

/* The months of a trend, by their instants. */
static struct trend_months months_of(const struct facts *facts) {
	struct trend_months months = trend_months(facts);
	for (int i = 0; i <= months.count; i++)
		months.first[i] = date_start(months.first[i],
		    facts->contract->offset);
	return months;
}

/* Index of the month that holds the instant, or -1. */
static int month_of(const struct facts *facts,
    const struct trend_months *months, int64_t at) {
	if (at >= facts->rows->as_of)
		return -1;
	for (int i = 0; i < months->count; i++)
		if (at >= months->first[i] && at < months->first[i + 1])
			return i;
	return -1;
}

static struct fact_chart chart_of(struct arena *arena,
    const struct facts *facts, const char *id, enum chart_kind kind,
    const char *unit) {
	struct fact_chart chart = { .id = str_of(id), .kind = kind,
	    .unit = words_find(facts->words, unit),
	    .title = words_find(facts->words, arena_printf(arena, "chart.%s",
	    id)) };
	if (kind == CHART_PARETO)
		return chart;
	chart.category = trend_labels(arena, facts);
	chart.categories = trend_months(facts).count;
	return chart;
}

static void add_line(struct arena *arena, struct fact_chart *chart,
    struct fact_line line) {
	chart->line = arena_room(arena, chart->line, chart->lines,
	    sizeof *chart->line);
	chart->line[chart->lines++] = line;
}

/* A line of counts, one a month that has come. */
static void add_counts(struct arena *arena, const struct facts *facts,
    struct fact_chart *chart, struct str label, const int64_t *n) {
	struct fact_line line = { .label = label, .point = arena_array(arena,
	    chart->categories, sizeof *line.point) };
	for (int i = 0; i < trend_months(facts).count; i++)
		line.point[i] = i >= trend_months(facts).come
		    ? trend_to_come(facts) : (struct fact_point){ .has = true,
		    .value = { n[i], 0 }, .text = phrase_int(arena, n[i]) };
	add_line(arena, chart, line);
}

static const char *with_unit(struct arena *arena, const struct facts *facts,
    const struct fact_chart *chart, int64_t n) {
	return str_z(arena, phrase_value(arena, facts->words,
	    phrase_int(arena, n), chart->unit));
}

static struct str last_month_sentence(struct arena *arena,
    const struct facts *facts, const struct fact_chart *chart, int64_t sum,
    int64_t last) {
	int months = trend_months(facts).come;
	return words_fill(arena, facts->words, months == 1
	    ? "chart.sentence.one" : "chart.sentence", "title", str_z(arena,
	    chart->title), "months", str_z(arena, phrase_int(arena, months)),
	    "sum", with_unit(arena, facts, chart, sum), "last",
	    with_unit(arena, facts, chart, last), NULL);
}

/* Tickets received by month and type. */
static void add_tickets(struct arena *arena, struct facts *facts) {
	struct fact_chart chart = chart_of(arena, facts, "tickets-by-month",
	    CHART_STACKED, "unit.count");
	const struct rows_table *table = &facts->rows->table[RECORD_ticket];
	int type = cell_index(RECORD_ticket, "type");
	int received = cell_index(RECORD_ticket, "received_at");
	struct trend_months months = months_of(facts);
	struct str name, label;
	int64_t sum = 0, last = 0;
	for (size_t w = 0; phrase_code_at(facts->words,
	    &table->type->field[type], w, &name, &label); w++) {
		int64_t n[TREND_MONTHS] = { 0 };
		for (size_t i = 0; i < table->count; i++) {
			int64_t at;
			if (!carry_counts(&table->row[i])
			    || !str_equal(cell_text(&table->row[i], type), name)
			    || !cell_int(&table->row[i], received, &at))
				continue;
			int month = month_of(facts, &months, at);
			if (month < 0)
				continue;
			n[month]++;
			sum++;
		}
		last += n[months.last];
		add_counts(arena, facts, &chart, label, n);
	}
	chart.sentence = last_month_sentence(arena, facts, &chart, sum, last);
	survey_chart(arena, facts, chart);
}

/* When the work was done, as the store's view work_state has it. */
bool activity_ended(const struct row *work, int64_t *at) {
	static const char *const stamps[] = { "finished_at", "started_at",
	    "occurred_at" };
	if (!str_is(cell_text(work, cell_index(RECORD_work, "status")), "done"))
		return false;
	for (size_t i = 0; i < sizeof stamps / sizeof stamps[0]; i++)
		if (cell_int(work, cell_index(RECORD_work, stamps[i]), at))
			return true;
	return false;
}

/* Work that was done, by month. */
static void add_work(struct arena *arena, struct facts *facts) {
	struct fact_chart chart = chart_of(arena, facts, "work-by-month",
	    CHART_BAR, "unit.count");
	const struct rows_table *table = &facts->rows->table[RECORD_work];
	struct trend_months months = months_of(facts);
	int64_t n[TREND_MONTHS] = { 0 }, sum = 0, at;
	for (size_t i = 0; i < table->count; i++) {
		int month = activity_ended(&table->row[i], &at)
		    ? month_of(facts, &months, at) : -1;
		if (month < 0)
			continue;
		n[month]++;
		sum++;
	}
	add_counts(arena, facts, &chart, chart.title, n);
	chart.sentence = last_month_sentence(arena, facts, &chart, sum,
	    n[months.last]);
	survey_chart(arena, facts, chart);
}

static int64_t open_at(const struct rows_table *tickets, int64_t at) {
	int64_t n = 0;
	for (size_t i = 0; i < tickets->count; i++)
		n += carry_is_open(&tickets->row[i], at);
	return n;
}

/* Tickets open at each month's end. */
static void add_backlog(struct arena *arena, struct facts *facts) {
	struct fact_chart chart = chart_of(arena, facts, "backlog", CHART_LINE,
	    "unit.count");
	const struct rows_table *table = &facts->rows->table[RECORD_ticket];
	struct trend_months months = months_of(facts);
	int64_t as_of = facts->rows->as_of, n[TREND_MONTHS];
	int64_t before = open_at(table, months.first[months.last]);
	for (int m = 0; m < months.count; m++)
		n[m] = open_at(table, months.first[m + 1] < as_of
		    ? months.first[m + 1] : as_of);
	add_counts(arena, facts, &chart, chart.title, n);
	chart.sentence = words_fill(arena, facts->words, "chart.backlog.text",
	    "last", str_z(arena, phrase_int(arena, n[months.last])),
	    "before", str_z(arena, phrase_int(arena, before)),
	    NULL);
	survey_chart(arena, facts, chart);
}

static size_t column_of(const struct fact_table *table, const char *id) {
	for (size_t i = 0; i < table->columns; i++)
		if (str_is(table->column[i].id, id))
			return i;
	return SIZE_MAX;
}

/* The table `incident-by-cause` as bars; its order is by count. */
static void add_causes(struct arena *arena, struct facts *facts) {
	const struct fact_table *table = facts_table(facts,
	    "incident-by-cause");
	size_t cause = table == NULL ? SIZE_MAX : column_of(table,
	    "cause_category");
	size_t count = table == NULL ? SIZE_MAX : column_of(table, "count");
	if (cause == SIZE_MAX || count == SIZE_MAX || table->rows == 0)
		return;
	struct fact_chart chart = chart_of(arena, facts, "incident-by-cause",
	    CHART_PARETO, "unit.count");
	struct fact_line line = { .label = chart.title,
	    .point = arena_array(arena, table->rows, sizeof *line.point) };
	chart.category = arena_array(arena, table->rows,
	    sizeof *chart.category);
	for (size_t i = 0; i < table->rows; i++) {
		const struct fact_cell *cell = table->row[i].cell;
		struct fact_point *point = &line.point[chart.categories];
		if (table->row[i].kind != ROW_BODY)
			continue;
		point->has = ratio_read_decimal(cell[count].value,
		    &point->value);
		point->text = cell[count].text;
		chart.category[chart.categories++] = cell[cause].text;
	}
	add_line(arena, &chart, line);
	chart.sentence = table->sentence;
	survey_chart(arena, facts, chart);
}

void activity_add(struct arena *arena, struct facts *facts) {
	add_tickets(arena, facts);
	add_work(arena, facts);
	add_backlog(arena, facts);
	add_causes(arena, facts);
}
