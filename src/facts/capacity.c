/*
 * capacity - resources by host and metric.
 *
 * Values of a series are integers in units of 10^-scale; shown rounded up to
 * one decimal, since a load must not look lower than it is.
 */
#include "facts/capacity.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

#define DIGITS 1

static int64_t unit_of(const struct rows_series *series) {
	int64_t unit = 1;
	for (int i = 0; i < series->scale; i++)
		unit *= 10;
	return unit;
}

static struct str shown(struct arena *arena, const struct rows_series *series,
    int64_t value, int64_t n) {
	return ratio_show(arena, (struct ratio){ value, unit_of(series) * n }, 1,
	    DIGITS, true);
}

const struct threshold *capacity_threshold(const struct facts *facts,
    const struct rows_series *series) {
	const struct contract *contract = facts->contract;
	const struct threshold *found = NULL;
	for (size_t i = 0; i < contract->thresholds; i++) {
		const struct threshold *t = &contract->threshold[i];
		if (!str_equal(t->metric, series->metric))
			continue;
		if (str_equal(t->host, series->host))
			return t;
		if (t->host.n == 0)
			found = t;
	}
	return found;
}

struct str capacity_name(struct arena *arena, const struct facts *facts,
    struct str metric) {
	struct str word = words_maybe(facts->words, arena_printf(arena,
	    "metric.%.*s", (int)metric.n, metric.p));
	return word.n != 0 ? word : metric;
}

static int64_t days_over(const struct rows_series *series,
    const struct threshold *threshold) {
	int64_t days = 0;
	for (size_t i = 0; i < series->days; i++)
		days += ratio_compare_decimal((struct decimal){
		    series->day[i].p95, series->scale }, threshold->value) > 0;
	return days;
}

static const struct rows_bucket *month_before(const struct facts *facts,
    const struct rows_series *series) {
	for (size_t i = 0; i < series->months; i++)
		if (series->month[i].end == facts->period.first
		    && series->month[i].n != 0)
			return &series->month[i];
	return NULL;
}

static struct str change_of(struct arena *arena,
    const struct rows_series *series, int64_t before) {
	int64_t change = series->whole.p95 - before;
	struct str text = shown(arena, series, change < 0 ? -change : change, 1);
	return str_of(arena_printf(arena, "%s%.*s", change == 0 ? "±"
	    : change > 0 ? "+" : "-", (int)text.n, text.p));
}

static void add_number(struct sheet *sheet, struct str number) {
	sheet_cell(sheet, ratio_grouped(sheet->arena, number), number,
	    TONE_NONE);
}

static void add_row(struct sheet *sheet, const struct facts *facts,
    const struct rows_series *series) {
	const struct threshold *threshold = capacity_threshold(facts, series);
	const struct rows_bucket *before = month_before(facts, series);
	const struct rows_bucket *whole = &series->whole;
	struct arena *arena = sheet->arena;
	static const struct str none = { NULL, 0 };
	int64_t over = threshold == NULL ? 0 : days_over(series, threshold);
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, series->host);
	sheet_cell(sheet, capacity_name(arena, facts, series->metric),
	    series->metric, TONE_NONE);
	sheet_text(sheet, series->unit);
	add_number(sheet, shown(arena, series, whole->sum, whole->n));
	add_number(sheet, shown(arena, series, whole->max, 1));
	add_number(sheet, shown(arena, series, whole->p95, 1));
	add_number(sheet, threshold == NULL ? none : ratio_exact(arena,
	    threshold->value));
	if (threshold == NULL)
		sheet_text(sheet, none);
	else
		sheet_int(sheet, over);
	sheet->table.row[sheet->table.rows - 1].cell[7].tone = over != 0
	    ? TONE_WARN : TONE_NONE;
	add_number(sheet, before == NULL ? none : shown(arena, series,
	    before->p95, 1));
	sheet_text(sheet, before == NULL ? none : change_of(arena, series,
	    before->p95));
}

static void add_table(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "capacity");
	sheet_columns(&sheet, "host:text metric:text unit:text mean:decimal "
	    "max:decimal p95:decimal threshold:decimal days-over:int "
	    "before-p95:decimal change:decimal");
	for (size_t i = 0; i < facts->rows->series_count; i++)
		if (facts->rows->series[i].whole.n != 0)
			add_row(&sheet, facts, &facts->rows->series[i]);
	sheet.table.wide = true;
	survey_table(arena, facts, sheet_close(&sheet));
}

static struct fact_line line_of(struct arena *arena, const struct facts *facts,
    const struct rows_series *series) {
	size_t days = (size_t)(facts->period.end - facts->period.first);
	struct fact_line line = { .label = series->host,
	    .point = arena_array(arena, days, sizeof *line.point) };
	for (size_t i = 0; i < series->days; i++) {
		int64_t day = series->day[i].first - facts->period.first;
		if (day < 0 || day >= (int64_t)days || series->day[i].n == 0)
			continue;
		line.point[day] = (struct fact_point){ .has = true,
		    .value = { series->day[i].p95, series->scale },
		    .text = shown(arena, series, series->day[i].p95, 1) };
	}
	return line;
}

static struct str *day_labels(struct arena *arena, const struct facts *facts) {
	size_t days = (size_t)(facts->period.end - facts->period.first);
	struct str *label = arena_array(arena, days, sizeof *label);
	for (size_t i = 0; i < days; i++) {
		struct civil civil = date_civil(facts->period.first
		    + (int64_t)i);
		label[i] = str_of(days <= 31 ? arena_printf(arena, "%d",
		    civil.day) : arena_printf(arena, "%d/%d", civil.month,
		    civil.day));
	}
	return label;
}

static struct str metric_title(struct arena *arena, const struct facts *facts,
    struct str metric) {
	return words_fill(arena, facts->words, "capacity.title", "metric",
	    str_z(arena, capacity_name(arena, facts, metric)), NULL);
}

/* The charts of the series from i on that share a metric; the next series. */
static size_t add_chart(struct arena *arena, struct facts *facts, size_t i) {
	const struct rows_series *first = &facts->rows->series[i];
	const struct threshold *threshold = capacity_threshold(facts,
	    &(struct rows_series){ .metric = first->metric });
	struct fact_chart chart = { .kind = CHART_LINE, .unit = first->unit };
	chart.id = str_of(arena_printf(arena, "capacity-%.*s",
	    (int)first->metric.n, first->metric.p));
	chart.title = metric_title(arena, facts, first->metric);
	chart.category = day_labels(arena, facts);
	chart.categories = (size_t)(facts->period.end - facts->period.first);
	for (; i < facts->rows->series_count && str_equal(first->metric,
	    facts->rows->series[i].metric); i++) {
		if (facts->rows->series[i].whole.n == 0)
			continue;
		chart.line = arena_room(arena, chart.line, chart.lines,
		    sizeof *chart.line);
		chart.line[chart.lines++] = line_of(arena, facts,
		    &facts->rows->series[i]);
	}
	chart.sentence = words_fill(arena, facts->words, "capacity.sentence",
	    "title", str_z(arena, chart.title), "n", str_z(arena,
	    phrase_int(arena, (int64_t)chart.lines)), NULL);
	if (threshold != NULL) {
		chart.has_threshold = true;
		chart.threshold = threshold->value;
		chart.threshold_label = words_fill(arena, facts->words,
		    "capacity.threshold", "value", str_z(arena,
		    phrase_value(arena, facts->words, ratio_exact(arena,
		    threshold->value), first->unit)), NULL);
	}
	if (chart.lines != 0)
		survey_chart(arena, facts, chart);
	return i;
}

void capacity_add(struct arena *arena, struct facts *facts) {
	add_table(arena, facts);
	for (size_t i = 0; i < facts->rows->series_count;)
		i = add_chart(arena, facts, i);
}
