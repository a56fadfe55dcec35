/*
 * months - each indicator by month, for the evaluation of a year (O-02).
 *
 * The values are those that the trend shows; nothing is computed twice.
 */
#include "facts/months.h"

#include "base/arena.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"
#include "facts/trend.h"

static void add_row(struct sheet *sheet, const struct words *words,
    const struct figure *figure) {
	const struct fact_point *point = figure->trend->line[0].point;
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, figure->indicator->id);
	sheet_text(sheet, figure->indicator->name);
	sheet_text(sheet, phrase_target(sheet->arena, words,
	    figure->indicator, figure->unit));
	for (size_t i = 0; i < figure->trend->categories; i++)
		sheet_cell(sheet, point[i].text, point[i].text, point[i].has
		    ? TONE_NONE : TONE_MUTED);
}

void months_add(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "indicator-months");
	const struct str *label = trend_labels(arena, facts);
	struct trend_months months = trend_months(facts);
	sheet_columns(&sheet, "id:id name:text target:text");
	for (int i = 0; i < months.count; i++)
		sheet_named(&sheet, str_of(arena_printf(arena, "month-%d",
		    i + 1)), label[i], COLUMN_DECIMAL);
	for (size_t i = 0; i < facts->figures; i++)
		add_row(&sheet, facts->words, &facts->figure[i]);
	sheet.table.wide = true;
	if (months.come < months.count)
		sheet.table.note = words_find(facts->words,
		    "table.indicator-months.to-come");
	survey_table(arena, facts, sheet_close(&sheet));
}
