/*
 * effort - work done in the period by person and by item.
 *
 * Sums of hours are exact; what is calculated from them is over the work that
 * tells its hours, shown upwards.  All work stands at the end, to compare with.
 */
#include "facts/effort.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/activity.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"
#include "facts/tally.h"
#include "facts/trend.h"

#define DIGITS 2

/* One piece of work; without hours it is counted only. */
struct piece {
	struct str person;
	struct str item;		/* category */
	bool has_hours;
	struct decimal hours;
};

struct pieces {
	struct piece *at;
	size_t count;
};

static struct piece piece_of(const struct row *row) {
	const struct value *value = &row->value[cell_index(RECORD_work,
	    "hours")];
	return (struct piece){ cell_text(row, cell_index(RECORD_work,
	    "assignee")), cell_text(row, cell_index(RECORD_work, "category")),
	    value->kind == VALUE_DECIMAL || value->kind == VALUE_INT,
	    { value->n, value->kind == VALUE_DECIMAL ? value->scale : 0 } };
}

/* Done in [start, end) and before the cut-off. */
static struct pieces pieces_of(struct arena *arena, const struct facts *facts,
    int64_t start, int64_t end) {
	const struct rows *rows = facts->rows;
	const struct rows_table *table = &rows->table[RECORD_work];
	int64_t until = end < rows->as_of ? end : rows->as_of, at;
	struct pieces pieces = { NULL, 0 };
	for (size_t i = 0; i < table->count; i++) {
		if (!activity_ended(&table->row[i], &at) || at < start
		    || at >= until)
			continue;
		pieces.at = arena_room(arena, pieces.at, pieces.count,
		    sizeof *pieces.at);
		pieces.at[pieces.count++] = piece_of(&table->row[i]);
	}
	return pieces;
}

static int by_person(const void *a, const void *b) {
	const struct piece *x = a, *y = b;
	int order = str_compare(x->person, y->person);
	return order != 0 ? order : ratio_compare_decimal(x->hours, y->hours);
}

static int by_item(const void *a, const void *b) {
	const struct piece *x = a, *y = b;
	int order = str_compare(x->item, y->item);
	return order != 0 ? order : by_person(a, b);
}

static void add_ratio(struct sheet *sheet, struct ratio ratio) {
	struct str text = ratio.den == 0 ? (struct str){ NULL, 0 }
	    : ratio_show(sheet->arena, ratio, 1, DIGITS, true);
	sheet_cell(sheet, ratio_grouped(sheet->arena, text), text, TONE_NONE);
}

/* The hours of the pieces that tell them, sorted. */
static struct decimal *hours_of(struct arena *arena,
    const struct piece *piece, size_t n, size_t *known) {
	struct decimal *hours = arena_array(arena, n + 1, sizeof *hours);
	*known = 0;
	for (size_t i = 0; i < n; i++)
		if (piece[i].has_hours)
			hours[(*known)++] = piece[i].hours;
	tally_sort(hours, *known);
	return hours;
}

static struct ratio mean_of(struct arena *arena, const struct piece *piece,
    size_t n) {
	size_t known;
	const struct decimal *hours = hours_of(arena, piece, n, &known);
	return tally_statistic(hours, known, MEASURE_MEAN);
}

static void add_figures(struct sheet *sheet, const struct piece *piece,
    size_t n) {
	static const enum measure measures[] = { MEASURE_SUM, MEASURE_MEAN,
	    MEASURE_MEDIAN, MEASURE_MAX };
	size_t known;
	const struct decimal *hours = hours_of(sheet->arena, piece, n, &known);
	sheet_int(sheet, (int64_t)n);
	for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++)
		add_ratio(sheet, tally_statistic(hours, known, measures[i]));
}

/* The end of the pieces from i on, before end, of one person. */
static size_t person_end(const struct piece *piece, size_t i, size_t end) {
	size_t next = i + 1;
	while (next < end && str_equal(piece[next].person, piece[i].person))
		next++;
	return next;
}

static size_t item_end(const struct pieces *pieces, size_t i) {
	size_t next = i + 1;
	while (next < pieces->count && str_equal(pieces->at[next].item,
	    pieces->at[i].item))
		next++;
	return next;
}

static void add_persons(struct arena *arena, struct facts *facts,
    struct pieces pieces) {
	struct sheet sheet = sheet_new(arena, facts, "work-by-person");
	sheet_columns(&sheet, "person:text count:int hours:decimal "
	    "mean:decimal median:decimal most:decimal");
	if (pieces.count != 0)
		qsort(pieces.at, pieces.count, sizeof *pieces.at, by_person);
	for (size_t i = 0, end; i < pieces.count; i = end) {
		end = person_end(pieces.at, i, pieces.count);
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, pieces.at[i].person);
		add_figures(&sheet, pieces.at + i, end - i);
	}
	struct str n = phrase_int(arena, (int64_t)sheet.table.rows);
	if (sheet.table.rows != 0) {
		sheet.table.sentence = words_fill(arena, facts->words,
		    "effort.sentence", "n", str_z(arena, n), "sum",
		    str_z(arena, phrase_int(arena, (int64_t)pieces.count)),
		    NULL);
		sheet_sum(&sheet, ROW_TOTAL);
		sheet_word(&sheet, "total", TONE_NONE);
		add_figures(&sheet, pieces.at, pieces.count);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

/* How one item's mean differs from person to person: how many, the least, the
 * greatest, and how many times the least that is. */
static void add_spread(struct sheet *sheet, const struct piece *piece,
    size_t n) {
	struct ratio least = { 0, 0 }, most = { 0, 0 }, times = { 0, 0 };
	int64_t persons = 0;
	for (size_t i = 0, end; i < n; i = end) {
		end = person_end(piece, i, n);
		struct ratio mean = mean_of(sheet->arena, piece + i, end - i);
		persons++;
		if (mean.den == 0)
			continue;
		if (least.den == 0 || ratio_compare(mean, least) < 0)
			least = mean;
		if (most.den == 0 || ratio_compare(mean, most) > 0)
			most = mean;
	}
	if (persons < 2 || __builtin_mul_overflow(most.num, least.den,
	    &times.num) || __builtin_mul_overflow(most.den, least.num,
	    &times.den))
		times.den = 0;
	sheet_int(sheet, persons);
	add_ratio(sheet, least);
	add_ratio(sheet, most);
	add_ratio(sheet, times);
}

static void add_items(struct arena *arena, struct facts *facts,
    struct pieces pieces) {
	struct sheet sheet = sheet_new(arena, facts, "work-by-item");
	sheet_columns(&sheet, "work-item:text count:int hours:decimal mean:decimal "
	    "median:decimal most:decimal sd:decimal persons:int "
	    "person-least:decimal person-most:decimal spread:decimal");
	if (pieces.count != 0)
		qsort(pieces.at, pieces.count, sizeof *pieces.at, by_item);
	for (size_t i = 0, end; i < pieces.count; i = end) {
		size_t known;
		end = item_end(&pieces, i);
		const struct decimal *hours = hours_of(arena, pieces.at + i,
		    end - i, &known);
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, pieces.at[i].item);
		add_figures(&sheet, pieces.at + i, end - i);
		add_ratio(&sheet, tally_statistic(hours, known, MEASURE_SD));
		add_spread(&sheet, pieces.at + i, end - i);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

static struct fact_point month_point(struct arena *arena,
    const struct facts *facts, int64_t first, int64_t end) {
	int64_t offset = facts->contract->offset;
	struct pieces pieces = pieces_of(arena, facts, date_start(first,
	    offset), date_start(end, offset));
	struct ratio mean = mean_of(arena, pieces.at, pieces.count);
	struct fact_point point = { .text = mean.den == 0 ? str_of("")
	    : ratio_show(arena, mean, 1, DIGITS, true) };
	point.has = ratio_read_decimal(point.text, &point.value);
	return point;
}

/* The mean hours of a piece of work in each of the months of a trend. */
static void add_months(struct arena *arena, struct facts *facts) {
	struct trend_months months = trend_months(facts);
	struct fact_line *line = arena_alloc(arena, sizeof *line);
	struct fact_chart chart = { .id = str_of("effort-by-month"),
	    .kind = CHART_LINE, .line = line, .lines = 1,
	    .title = words_find(facts->words, "chart.effort-by-month"),
	    .unit = words_find(facts->words, "unit.hours"),
	    .category = trend_labels(arena, facts),
	    .categories = months.count };
	line->label = chart.title;
	line->point = arena_array(arena, months.count, sizeof *line->point);
	for (int i = 0; i < months.count; i++)
		line->point[i] = i >= months.come ? trend_to_come(facts)
		    : month_point(arena, facts, months.first[i],
		    months.first[i + 1]);
	int last = months.last;
	while (last > 0 && !line->point[last].has)
		last--;
	chart.sentence = words_fill(arena, facts->words, line->point[last].has
	    ? "chart.effort-by-month.text" : "chart.effort-by-month.none",
	    "month", str_z(arena,
	    chart.category[last]), "last", str_z(arena, phrase_value(arena,
	    facts->words, line->point[last].text, chart.unit)), NULL);
	survey_chart(arena, facts, chart);
}

void effort_add(struct arena *arena, struct facts *facts) {
	struct pieces pieces = pieces_of(arena, facts, facts->rows->start,
	    facts->rows->end);
	add_persons(arena, facts, pieces);
	add_items(arena, facts, pieces);
	add_months(arena, facts);
}
