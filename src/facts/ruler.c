/* ruler - days or months as the categories of a chart. */
#include "facts/ruler.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/phrase.h"

#define PARTS 1000
#define DIGITS 3

static struct str label_of(struct arena *arena, const struct facts *facts,
    const struct ruler *ruler, int64_t day) {
	struct civil civil = date_civil(day);
	bool first = ruler->count == 0;
	if (!ruler->months)
		return first || civil.day == 1 ? phrase_month_day(arena,
		    facts->words, civil.month, civil.day)
		    : str_of(arena_printf(arena, "%d", civil.day));
	return words_fill(arena, facts->words, first || civil.month == 1
	    ? "chart.month-year" : "chart.month", "year",
	    arena_printf(arena, "%d", civil.year), "month", str_z(arena,
	    phrase_month(arena, facts->words, civil.month)), NULL);
}

struct ruler ruler_over(struct arena *arena, const struct facts *facts,
    int64_t first, int64_t end) {
	struct ruler ruler = { .months = end - first > RULER_DAYS };
	int64_t day = ruler.months ? date_month_start(first) : first;
	size_t most = (size_t)(end - day);
	ruler.edge = arena_array(arena, most + 1, sizeof *ruler.edge);
	ruler.label = arena_array(arena, most, sizeof *ruler.label);
	while (day < end) {
		ruler.label[ruler.count] = label_of(arena, facts, &ruler, day);
		ruler.edge[ruler.count++] = date_start(day,
		    facts->contract->offset);
		day = ruler.months ? date_month_next(day) : day + 1;
	}
	ruler.edge[ruler.count] = date_start(day, facts->contract->offset);
	return ruler;
}

/* In thousandths of a category, inside the ruler. */
static struct decimal place_of(const struct ruler *ruler, int64_t instant) {
	size_t i = 0;
	if (instant <= ruler->edge[0])
		return (struct decimal){ 0, DIGITS };
	while (i < ruler->count && instant >= ruler->edge[i + 1])
		i++;
	if (i == ruler->count)
		return (struct decimal){ (int64_t)i * PARTS, DIGITS };
	return (struct decimal){ (int64_t)i * PARTS + (instant
	    - ruler->edge[i]) * PARTS / (ruler->edge[i + 1]
	    - ruler->edge[i]), DIGITS };
}

void ruler_across(const struct ruler *ruler, struct picture *picture) {
	picture->chart.category = ruler->label;
	picture->chart.categories = ruler->count;
}

void ruler_bar(const struct ruler *ruler, struct picture *picture,
    struct fact_line *line, struct span span, size_t class) {
	struct arena *arena = picture->arena;
	int64_t offset = picture->facts->contract->offset;
	struct str text = words_fill(arena, picture->facts->words,
	    "chart.span", "from", str_z(arena, phrase_instant(arena,
	    span.start, offset)), "to", str_z(arena, phrase_instant(arena,
	    span.end, offset)), NULL);
	picture_bar(picture, line, (struct fact_bar){
	    place_of(ruler, span.start), place_of(ruler, span.end),
	    class, text });
}

void ruler_cut(const struct ruler *ruler, struct picture *picture) {
	const struct facts *facts = picture->facts;
	int64_t as_of = facts->rows->as_of;
	if (as_of >= ruler->edge[0] && as_of < ruler->edge[ruler->count])
		picture_mark(picture, place_of(ruler, as_of),
		    words_find(facts->words, "chart.cut-off"));
}
