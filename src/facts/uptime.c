/* uptime - when what was down: a heat map of targets and time lines. */
#include "facts/uptime.h"

#include "base/arena.h"
#include "base/buf.h"
#include "facts/phrase.h"
#include "facts/picture.h"
#include "facts/ruler.h"
#include "facts/trend.h"

/* Classes of the heat map; beside what was not measured by their least
 * percentage. */
enum { FULL, GOOD, FAIR, POOR, UNMEASURED, TO_COME };
static const struct decimal least_good = { 999, 1 }, least_fair = { 99, 0 };

static struct picture map_of(struct arena *arena, struct facts *facts,
    const struct ruler *ruler) {
	const char *id = ruler->months ? "availability-by-month"
	    : "availability-by-day";
	struct picture picture = picture_new(arena, facts, id, CHART_HEAT, id,
	    str_of(""));
	picture.chart.unit = str_of("%");
	picture.chart.down = words_find(facts->words, "chart.target");
	ruler_across(ruler, &picture);
	picture_class(&picture, FILL_STEP_1, "chart.up.full");
	picture_class(&picture, FILL_STEP_2, "chart.up.good");
	picture_class(&picture, FILL_STEP_3, "chart.up.fair");
	picture_class(&picture, FILL_BAD, "chart.up.poor");
	picture_class(&picture, FILL_LINES, "chart.up.unmeasured");
	if (ruler->edge[ruler->count - 1] >= facts->rows->as_of)
		picture_class(&picture, FILL_BLANK, "month.to-come");
	return picture;
}

static size_t class_of(struct ratio up) {
	if (up.num == up.den)
		return FULL;
	if (ratio_meets(up, 100, COMPARE_GE, least_good))
		return GOOD;
	return ratio_meets(up, 100, COMPARE_GE, least_fair) ? FAIR : POOR;
}

/* Of the time that was measured between two edges of the ruler; less than half
 * of it stands for nothing. */
static struct fact_point point_of(struct arena *arena,
    const struct availability *a, const struct ruler *ruler, size_t i) {
	int64_t start = ruler->edge[i], end = ruler->edge[i + 1];
	struct ratio up = { span_length_in(a->span[SECOND_UP], start, end), 0 };
	struct fact_point point = { .class = UNMEASURED };
	up.den = up.num + span_length_in(a->span[SECOND_DOWN], start, end);
	if (up.den == 0 || up.den * 2 < end - start)
		return point;
	point.text = ratio_show(arena, up, 100, 2, false);
	point.has = ratio_read_decimal(point.text, &point.value);
	point.class = class_of(up);
	return point;
}

/* True when the target was down on some day or month. */
static bool add_target(struct picture *picture, const struct ruler *ruler,
    const struct target *target) {
	static const struct rows_population nobody;
	const struct rows *rows = picture->facts->rows;
	struct indicator indicator = availability_plain(target);
	struct scope scope = { picture->arena, rows, NULL, &indicator, &nobody,
	    rows->start, rows->end, rows->as_of };
	const struct availability *a = availability_measure(&scope);
	struct fact_line *line = picture_line(picture, target->name);
	bool down = false;
	for (size_t i = 0; i < ruler->count; i++) {
		bool come = ruler->edge[i] < rows->as_of;
		line->point[i] = come ? point_of(picture->arena, a, ruler, i)
		    : trend_to_come(picture->facts);
		if (!come)
			line->point[i].class = TO_COME;
		down |= line->point[i].has && line->point[i].class != FULL;
	}
	return down;
}

static void add_map(struct arena *arena, struct facts *facts,
    const struct ruler *ruler) {
	struct picture picture = map_of(arena, facts, ruler);
	int64_t down = 0;
	for (size_t i = 0; i < facts->contract->leaves; i++)
		down += add_target(&picture, ruler, facts->contract->leaf[i]);
	picture.chart.sentence = words_fill(arena, facts->words,
	    "chart.up.text", "title", str_z(arena, picture.chart.title), "n",
	    str_z(arena, phrase_int(arena, (int64_t)picture.chart.lines)),
	    "down", str_z(arena, phrase_int(arena, down)), NULL);
	picture_add_parts(&picture);
}

static const enum second_class told[] = { SECOND_DOWN, SECOND_PLANNED,
	SECOND_EXCLUDED, SECOND_UNMEASURED };

/* Whether there is no service from start to end. */
static bool is_closed(const struct availability *a, int64_t start,
    int64_t end) {
	for (int i = SECOND_EXCLUDED; i < SECOND_CLASSES; i++)
		if (span_length_in(a->span[i], start, end) != 0)
			return false;
	return true;
}

/* What is not measured goes on over the hours without service. */
static void add_spans(struct picture *picture, struct fact_line *line,
    const struct ruler *ruler, const struct availability *a, size_t class) {
	const struct spans *set = &a->span[told[class]];
	for (size_t i = 0; i < set->count; i++) {
		struct span span = set->at[i];
		while (told[class] == SECOND_UNMEASURED && i + 1 < set->count
		    && is_closed(a, span.end, set->at[i + 1].start))
			span.end = set->at[++i].end;
		ruler_bar(ruler, picture, line, span, class);
	}
}

static struct picture line_of(struct arena *arena, struct facts *facts,
    const struct ruler *ruler) {
	struct picture picture = picture_new(arena, facts, "outages",
	    CHART_TIMELINE, "outages", str_of(""));
	picture.chart.down = words_find(facts->words, "chart.indicator");
	ruler_across(ruler, &picture);
	picture_class(&picture, FILL_BAD, "chart.down");
	picture_class(&picture, FILL_HATCH, "chart.planned");
	picture_class(&picture, FILL_PLAN, "chart.excluded");
	picture_class(&picture, FILL_LINES, "chart.unmeasured");
	return picture;
}

static void add_time_line(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes, const struct ruler *ruler) {
	struct picture picture = line_of(arena, facts, ruler);
	int64_t spells = 0, seconds = 0;
	for (size_t i = 0; i < facts->figures; i++) {
		const struct availability *a = outcomes[i]->availability;
		if (a == NULL)
			continue;
		struct fact_line *line = picture_line(&picture,
		    facts->figure[i].indicator->name);
		for (size_t k = 0; k < sizeof told / sizeof *told; k++)
			add_spans(&picture, line, ruler, a, k);
		spells += a->counted;
		seconds += a->second[SECOND_DOWN];
	}
	picture.chart.sentence = words_fill(arena, facts->words,
	    spells == 0 && seconds == 0 ? "chart.outages.none"
	    : "chart.outages.text", "n", str_z(arena, phrase_int(arena, spells)),
	    "time", str_z(arena, ratio_hms(arena, seconds)), NULL);
	ruler_cut(ruler, &picture);
	picture_add_parts(&picture);
}

void uptime_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	struct ruler ruler = ruler_over(arena, facts, facts->period.first,
	    facts->period.end);
	add_map(arena, facts, &ruler);
	add_time_line(arena, facts, outcomes, &ruler);
}
