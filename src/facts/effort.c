/*
 * effort - work done in the period by person.
 *
 * Sums of hours are exact; means and medians are over the work that tells its
 * hours, shown upwards.  All persons stand at the end, to compare with.
 */
#include "facts/effort.h"

#include "base/arena.h"
#include "facts/activity.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"
#include "facts/tally.h"

#define DIGITS 2

/* One piece of work; without hours it is counted only. */
struct piece {
	struct str person;
	bool has_hours;
	struct decimal hours;
};

struct pieces {
	struct piece *at;
	size_t count;
};

static struct pieces pieces_of(struct arena *arena, const struct facts *facts) {
	const struct rows *rows = facts->rows;
	const struct rows_table *table = &rows->table[RECORD_work];
	int64_t until = rows->end < rows->as_of ? rows->end : rows->as_of, at;
	int hours = cell_index(RECORD_work, "hours");
	struct pieces pieces = { arena_array(arena, table->count + 1,
	    sizeof *pieces.at), 0 };
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		const struct value *value = &row->value[hours];
		if (!activity_ended(row, &at) || at < rows->start || at >= until)
			continue;
		pieces.at[pieces.count++] = (struct piece){ cell_text(row,
		    cell_index(RECORD_work, "assignee")),
		    value->kind == VALUE_DECIMAL || value->kind == VALUE_INT,
		    { value->n, value->kind == VALUE_DECIMAL ? value->scale
		    : 0 } };
	}
	return pieces;
}

static int by_person(const void *a, const void *b) {
	const struct piece *x = a, *y = b;
	int order = str_compare(x->person, y->person);
	return order != 0 ? order : ratio_compare_decimal(x->hours, y->hours);
}

static int by_hours(const void *a, const void *b) {
	return ratio_compare_decimal(*(const struct decimal *)a,
	    *(const struct decimal *)b);
}

static void add_ratio(struct sheet *sheet, struct ratio ratio) {
	struct str text = ratio.den == 0 ? (struct str){ NULL, 0 }
	    : ratio_show(sheet->arena, ratio, 1, DIGITS, true);
	sheet_cell(sheet, ratio_grouped(sheet->arena, text), text, TONE_NONE);
}

static void add_figures(struct sheet *sheet, const struct piece *piece,
    size_t n) {
	static const enum measure measures[] = { MEASURE_SUM, MEASURE_MEAN,
	    MEASURE_MEDIAN, MEASURE_MAX };
	struct decimal *hours = arena_array(sheet->arena, n + 1,
	    sizeof *hours);
	size_t known = 0;
	for (size_t i = 0; i < n; i++)
		if (piece[i].has_hours)
			hours[known++] = piece[i].hours;
	if (known != 0)
		qsort(hours, known, sizeof *hours, by_hours);
	sheet_int(sheet, (int64_t)n);
	for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++)
		add_ratio(sheet, tally_statistic(hours, known, measures[i]));
}

/* The pieces from i on of one person; the next person's first. */
static size_t person_end(const struct pieces *pieces, size_t i) {
	size_t end = i + 1;
	while (end < pieces->count && str_equal(pieces->at[end].person,
	    pieces->at[i].person))
		end++;
	return end;
}

void effort_add(struct arena *arena, struct facts *facts) {
	struct pieces pieces = pieces_of(arena, facts);
	struct sheet sheet = sheet_new(arena, facts, "work-by-person");
	sheet_columns(&sheet, "person:text count:int hours:decimal "
	    "mean:decimal median:decimal most:decimal");
	if (pieces.count != 0)
		qsort(pieces.at, pieces.count, sizeof *pieces.at, by_person);
	for (size_t i = 0, end; i < pieces.count; i = end) {
		end = person_end(&pieces, i);
		sheet_row(&sheet, (struct origin){ SIZE_MAX, 0 });
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
