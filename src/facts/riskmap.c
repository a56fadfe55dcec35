/*
 * riskmap - the open risks by likelihood and impact.
 *
 * The words of both fields stand in record.def from the highest to the lowest;
 * a cell is the higher, the nearer it is to both heads.  The risks are those
 * of the query risk-matrix.sql.
 */
#include "facts/riskmap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/phrase.h"
#include "facts/picture.h"

/* Numbers that a cell names. */
#define NAMES_MOST 12

struct axis {
	int field;
	struct str name[8], label[8];
	size_t count;
};

static struct axis axis_of(const struct facts *facts, const char *field) {
	struct axis axis = { .field = cell_index(RECORD_risk, field) };
	const struct record_field *words
	    = &record_type(RECORD_risk)->field[axis.field];
	while (axis.count < 8 && phrase_code_at(facts->words, words,
	    axis.count, &axis.name[axis.count], &axis.label[axis.count]))
		axis.count++;
	return axis;
}

static bool is_open(const struct facts *facts, const struct row *row) {
	int64_t raised, until = facts->rows->end < facts->rows->as_of
	    ? facts->rows->end : facts->rows->as_of;
	return cell_int(row, cell_index(RECORD_risk, "raised_on"), &raised)
	    && raised <= date_day_of(until - 1, facts->contract->offset)
	    && !str_is(cell_text(row, cell_index(RECORD_risk, "status")),
	    "closed");
}

/* The numbers of the risks in the cell; the text is what it prints. */
static int64_t read_cell(struct arena *arena, const struct facts *facts,
    const struct axis *down, size_t l, const struct axis *across, size_t i,
    struct str *text) {
	const struct rows_table *table = &facts->rows->table[RECORD_risk];
	struct buf buf = buf_in(arena);
	int64_t n = 0;
	for (size_t r = 0; r < table->count; r++) {
		const struct row *row = &table->row[r];
		if (!is_open(facts, row)
		    || !str_equal(cell_text(row, down->field), down->name[l])
		    || !str_equal(cell_text(row, across->field),
		    across->name[i]) || ++n > NAMES_MOST)
			continue;
		if (n > 1)
			buf_add(&buf, phrase_and(arena, facts->words));
		buf_add(&buf, cell_name(row, RECORD_risk));
	}
	if (n > NAMES_MOST)
		buf_add(&buf, words_fill(arena, facts->words, "chart.more",
		    "n", str_z(arena, phrase_int(arena, n - NAMES_MOST)),
		    NULL));
	*text = n == 0 ? phrase_value(arena, facts->words, phrase_int(arena,
	    0), words_find(facts->words, "unit.count")) : buf_str(&buf);
	return n;
}

/* 0 low, 1 middle, 2 high. */
static size_t class_of(const struct axis *down, size_t l,
    const struct axis *across, size_t i) {
	size_t steps = down->count + across->count - 2;
	size_t height = steps - l - i;
	return steps == 0 ? 2 : height * 4 >= steps * 3 ? 2
	    : height * 2 >= steps ? 1 : 0;
}

static int64_t count_open(const struct facts *facts) {
	const struct rows_table *table = &facts->rows->table[RECORD_risk];
	int64_t n = 0;
	for (size_t i = 0; i < table->count; i++)
		n += is_open(facts, &table->row[i]);
	return n;
}

/* From low to high across, from high to low down. */
static int64_t add_cells(struct picture *picture, const struct axis *down,
    const struct axis *across, int64_t *high) {
	struct arena *arena = picture->arena;
	int64_t placed = 0;
	for (size_t l = 0; l < down->count; l++) {
		struct fact_line *line = picture_line(picture, down->label[l]);
		for (size_t i = 0; i < across->count; i++) {
			struct fact_point *point
			    = &line->point[across->count - i - 1];
			int64_t n = read_cell(arena, picture->facts, down, l,
			    across, i, &point->text);
			point->has = true;
			point->value = (struct decimal){ n, 0 };
			point->class = class_of(down, l, across, i);
			placed += n;
			*high += point->class == 2 ? n : 0;
		}
	}
	return placed;
}

void riskmap_add(struct arena *arena, struct facts *facts) {
	struct picture picture = picture_new(arena, facts, "risk-matrix",
	    CHART_MATRIX, "risk-matrix", str_of(""));
	struct axis down = axis_of(facts, "probability");
	struct axis across = axis_of(facts, "impact");
	int64_t all = count_open(facts), high = 0;
	picture.chart.down = words_find(facts->words, "chart.probability");
	picture.chart.across = words_find(facts->words, "chart.impact");
	picture.chart.category = arena_array(arena, across.count,
	    sizeof *picture.chart.category);
	picture.chart.categories = across.count;
	for (size_t i = 0; i < across.count; i++)
		picture.chart.category[i] = across.label[across.count - i - 1];
	picture_class(&picture, FILL_STEP_1, "chart.risk.low");
	picture_class(&picture, FILL_STEP_2, "chart.risk.middle");
	picture_class(&picture, FILL_STEP_3, "chart.risk.high");
	int64_t placed = all == 0 ? 0 : add_cells(&picture, &down, &across,
	    &high);
	picture.chart.sentence = words_fill(arena, facts->words,
	    all == 0 ? "chart.risk.none" : placed == all ? "chart.risk.text"
	    : "chart.risk.lacking", "n", str_z(arena, phrase_int(arena, all)),
	    "high", str_z(arena, phrase_int(arena, high)), "lacking",
	    str_z(arena, phrase_int(arena, all - placed)), NULL);
	picture_add(&picture);
}
