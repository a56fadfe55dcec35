/*
 * heat - when tickets and alerts come.
 *
 * Four steps of equal width up to the greatest count, fewer where that is
 * below four; none is blank.
 */
#include "facts/heat.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/picture.h"

#define DAYS 7
#define HOURS 24
#define STEPS 4

struct counts {
	int64_t n[DAYS][HOURS];
	int64_t sum, most;
	int day, hour;			/* of the most, the last of them */
	int alike;			/* hours that have the most */
};

static struct counts count(const struct facts *facts, enum record_id records,
    const char *at) {
	const struct rows *rows = facts->rows;
	const struct rows_table *table = &rows->table[records];
	int64_t offset = facts->contract->offset, instant;
	struct counts counts = { .sum = 0 };
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		if (cell_is_void(row, records) || !cell_int(row,
		    cell_index(records, at), &instant) || instant < rows->start
		    || instant >= rows->end || instant >= rows->as_of)
			continue;
		int64_t day = date_day_of(instant, offset);
		int64_t second = instant - date_start(day, offset);
		counts.n[date_weekday(day)][second / 3600]++;
		counts.sum++;
	}
	for (int d = 0; d < DAYS; d++)
		for (int h = 0; h < HOURS; h++)
			if (counts.n[d][h] != 0
			    && counts.n[d][h] >= counts.most) {
				counts.alike = counts.n[d][h] == counts.most
				    ? counts.alike + 1 : 1;
				counts.most = counts.n[d][h];
				counts.day = d;
				counts.hour = h;
			}
	return counts;
}

/* The least count of a step, from 1; past the last step: one above the most. */
static int64_t step_from(int64_t most, int step) {
	int64_t steps = most < STEPS ? most : STEPS;
	return most * (step - 1) / steps + 1;
}

static int step_of(int64_t n, int64_t most) {
	int step = 0;
	while (step < STEPS && step < most && n >= step_from(most, step + 1))
		step++;
	return step;
}

static void add_classes(struct picture *picture, int64_t most) {
	struct arena *arena = picture->arena;
	const struct words *words = picture->facts->words;
	struct str unit = picture->chart.unit;
	picture_class_text(picture, FILL_BLANK, phrase_value(arena, words,
	    phrase_int(arena, 0), unit));
	for (int step = 1; step <= STEPS && step <= most; step++) {
		int64_t from = step_from(most, step);
		int64_t to = step_from(most, step + 1) - 1;
		const char *first = str_z(arena, phrase_int(arena, from));
		struct str label = from == to ? phrase_int(arena, from)
		    : words_fill(arena, words, "chart.range",
		    "from", first, "to", str_z(arena, phrase_int(arena, to)),
		    NULL);
		picture_class_text(picture, (enum chart_fill)(FILL_STEP_1
		    + step - 1), phrase_value(arena, words, label, unit));
	}
}

static void add_day(struct picture *picture, const struct counts *counts,
    int day) {
	struct fact_line *line = picture_line(picture, words_find(
	    picture->facts->words, arena_printf(picture->arena, "weekday.%d",
	    day)));
	for (int h = 0; h < HOURS; h++) {
		int64_t n = counts->n[day][h];
		line->point[h] = (struct fact_point){ .has = true,
		    .value = { n, 0 }, .text = phrase_int(picture->arena, n),
		    .class = (size_t)step_of(n, counts->most) };
	}
}

static struct str *hour_labels(struct arena *arena) {
	struct str *label = arena_array(arena, HOURS, sizeof *label);
	for (int h = 0; h < HOURS; h++)
		label[h] = str_of(arena_printf(arena, "%d", h));
	return label;
}

static struct str sentence(const struct picture *picture,
    const struct counts *counts) {
	struct arena *arena = picture->arena;
	const struct words *words = picture->facts->words;
	return words_fill(arena, words, counts->sum == 0 ? "chart.hours.none"
	    : counts->alike > 1 ? "chart.hours.alike" : "chart.hours.text", "title", str_z(arena, picture->chart.title),
	    "sum", str_z(arena, phrase_int(arena, counts->sum)), "day",
	    str_z(arena, words_find(words, arena_printf(arena, "weekday.%d",
	    counts->day))), "hour", arena_printf(arena, "%d", counts->hour),
	    "most", str_z(arena, phrase_int(arena, counts->most)), NULL);
}

static void add(struct arena *arena, struct facts *facts, const char *id,
    enum record_id records, const char *at) {
	struct counts counts = count(facts, records, at);
	struct picture picture = picture_new(arena, facts, id, CHART_HEAT, id,
	    str_of(""));
	picture.chart.unit = words_find(facts->words, "unit.count");
	picture.chart.across = words_find(facts->words, "chart.hour");
	picture.chart.down = words_find(facts->words, "chart.weekday");
	picture.chart.sentence = sentence(&picture, &counts);
	picture.chart.category = hour_labels(arena);
	picture.chart.categories = HOURS;
	add_classes(&picture, counts.most);
	for (int d = 0; counts.sum != 0 && d < DAYS; d++)
		add_day(&picture, &counts, d);
	picture_add(&picture);
}

void heat_add(struct arena *arena, struct facts *facts) {
	add(arena, facts, "tickets-by-hour", RECORD_ticket, "received_at");
	add(arena, facts, "alerts-by-hour", RECORD_alert, "raised_at");
}
