/*
 * spread - how the values behind an indicator lie.
 *
 * A range takes in its lower end and not its upper one.  The ranges reach to
 * the 95th percentile at least; what lies beyond them is one range more, so
 * that a single straggler does not press all others together.
 */
#include "facts/spread.h"

#include "base/arena.h"
#include "facts/levels.h"
#include "facts/phrase.h"
#include "facts/picture.h"

#define RANGES_MOST 10
#define THOUSAND 1000
/* A level of a clock beside its own, of which -1 is none. */
#define EVERY_LEVEL (-2)
static const struct decimal quartile[] = { { 25, 0 }, { 50, 0 }, { 75, 0 } };
static const struct decimal p50 = { 50, 0 }, p95 = { 95, 0 };

/* A unit in which values are told, in steps that are round in it. */
struct unit {
	const char *key;		/* NULL: the indicator's own */
	int64_t size;			/* in units of the values */
	int digits;			/* as shown */
};

struct values {
	struct decimal *at;		/* sorted, all of one scale */
	size_t n;
	int scale;
	struct unit unit;
	int64_t width;			/* of a range, in 10^-scale */
	size_t ranges;			/* closed ones */
	bool beyond;			/* and an open one */
};

static int64_t percentile(const struct values *values, struct decimal p) {
	return tally_percentile(values->at, values->n, p).n;
}

/* Round steps of time, in seconds. */
static int64_t time_step(int64_t least) {
	static const int64_t step[] = { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600,
	    900, 1800, 3600, 7200, 10800, 21600, 36000, 72000 };
	size_t i = 0, n = sizeof step / sizeof *step;
	while (i + 1 < n && step[i] < least)
		i++;
	int64_t found = step[i];
	while (found < least)
		found *= 2;
	return found;
}

/* 1, 2 or 5 times a power of ten. */
static int64_t round_step(int64_t least) {
	int64_t power = 1;
	while (power * 10 <= least && power < INT64_MAX / 100)
		power *= 10;
	return least <= power ? power : least <= 2 * power ? 2 * power
	    : least <= 5 * power ? 5 * power : 10 * power;
}

static void lay_ranges(struct values *values, bool time) {
	int64_t reach = percentile(values, p95) + 1;
	int64_t least = (reach + RANGES_MOST - 1) / RANGES_MOST;
	values->width = time ? time_step(least) : round_step(least);
	values->ranges = (size_t)((reach + values->width - 1) / values->width);
	values->beyond = values->at[values->n - 1].n
	    >= (int64_t)values->ranges * values->width;
}

/* Seconds that the entries took which have ended. */
static struct values clock_values(struct arena *arena,
    const struct clock *clock, int level) {
	struct values values = { .at = arena_array(arena, clock->entries + 1,
	    sizeof *values.at) };
	for (size_t i = 0; i < clock->entries; i++) {
		const struct clock_entry *entry = &clock->entry[i];
		if (entry->has_start && entry->has_stop
		    && entry->score != CLOCK_UNJUDGED
		    && (level == EVERY_LEVEL || entry->level == level))
			values.at[values.n++] = (struct decimal){
			    entry->counted, 0 };
	}
	tally_sort(values.at, values.n);
	return values;
}

/* The values at their finest scale; none where that is beyond 64 bits, or one
 * is below zero. */
static struct values measured_values(const struct scope *scope) {
	struct values values = { .n = 0 };
	values.at = tally_sorted(scope, &values.n);
	for (size_t i = 0; i < values.n; i++)
		if (values.at[i].scale > values.scale)
			values.scale = values.at[i].scale;
	for (size_t i = 0; i < values.n; i++)
		for (; values.at[i].scale < values.scale; values.at[i].scale++)
			if (__builtin_mul_overflow(values.at[i].n, 10,
			    &values.at[i].n))
				return (struct values){ .n = 0 };
	if (values.n > 0 && (values.at[0].n < 0
	    || values.at[values.n - 1].n > INT64_MAX / (100 * THOUSAND)))
		return (struct values){ .n = 0 };
	return values;
}

/* Hours, minutes or seconds, as the width is a whole number of them. */
static struct unit time_unit(int64_t width) {
	return width % 3600 == 0 ? (struct unit){ "unit.hours", 3600, 1 }
	    : width % 60 == 0 ? (struct unit){ "unit.minutes", 60, 1 }
	    : (struct unit){ "unit.seconds", 1, 0 };
}

/* A value in the unit, never told shorter than it is. */
static struct str told(struct arena *arena, const struct values *values,
    int64_t value, int digits) {
	return ratio_grouped(arena, ratio_show(arena, (struct ratio){ value,
	    values->unit.size }, 1, digits, true));
}

static struct str *range_labels(struct arena *arena, const struct facts *facts,
    const struct values *values) {
	struct str *label = arena_array(arena, values->ranges + 1,
	    sizeof *label);
	int digits = values->unit.key != NULL ? 0 : values->scale;
	/* of a width in whole units none is wanted */
	if (values->width % ratio_power(values->scale) == 0)
		digits = 0;
	for (size_t i = 0; i <= values->ranges; i++) {
		int64_t from = (int64_t)i * values->width;
		bool last = i == values->ranges;
		label[i] = words_fill(arena, facts->words, last
		    ? "chart.range.beyond" : "chart.range", "from",
		    str_z(arena, told(arena, values, from, digits)), "to",
		    str_z(arena, told(arena, values, from + values->width,
		    digits)), NULL);
	}
	return label;
}

static void add_counts(struct picture *picture, const struct values *values) {
	size_t categories = picture->chart.categories, k = 0;
	struct fact_line *line = picture_line(picture, words_find(
	    picture->facts->words, "chart.count"));
	for (size_t i = 0; i < categories; i++) {
		int64_t to = (int64_t)(i + 1) * values->width, n = 0;
		bool open = values->beyond && i + 1 == categories;
		for (; k < values->n && (open || values->at[k].n < to); k++)
			n++;
		line->point[i] = (struct fact_point){ .has = true,
		    .value = { n, 0 }, .text = phrase_int(picture->arena, n) };
	}
}

static struct str with_unit(struct arena *arena, const struct facts *facts,
    struct str value, struct str unit) {
	return phrase_value(arena, facts->words, value, unit);
}

/* The value on the ranges; beyond them it has no place. */
static void add_mark(struct picture *picture, const struct values *values,
    const char *key, int64_t value, struct str text) {
	struct arena *arena = picture->arena;
	if (value >= (int64_t)values->ranges * values->width)
		return;
	picture_mark(picture, (struct decimal){ value * THOUSAND
	    / values->width, 3 }, words_fill(arena, picture->facts->words,
	    key, "value", str_z(arena, text), NULL));
}

static void add_histogram(struct arena *arena, struct facts *facts,
    const struct figure *figure, const struct values *values) {
	const struct indicator *indicator = figure->indicator;
	struct picture picture = picture_new(arena, facts, arena_printf(arena,
	    "spread-%.*s", (int)indicator->id.n, indicator->id.p),
	    CHART_HISTOGRAM, "spread", indicator->name);
	struct str unit = values->unit.key == NULL ? figure->unit
	    : words_find(facts->words, values->unit.key);
	int digits = values->unit.key == NULL ? values->scale
	    : values->unit.digits;
	struct str middle = with_unit(arena, facts, told(arena, values,
	    percentile(values, p50), digits), unit);
	struct str most = with_unit(arena, facts, told(arena, values,
	    percentile(values, p95), digits), unit);
	picture.chart.unit = words_find(facts->words, "unit.count");
	picture.chart.across = words_fill(arena, facts->words, "chart.value",
	    "unit", str_z(arena, unit), NULL);
	picture.chart.category = range_labels(arena, facts, values);
	picture.chart.categories = values->ranges + values->beyond;
	add_counts(&picture, values);
	add_mark(&picture, values, "chart.p50", percentile(values, p50),
	    middle);
	add_mark(&picture, values, "chart.p95", percentile(values, p95), most);
	if (indicator->kind == INDICATOR_CLOCK && indicator->levels == 0
	    && indicator->target.n != 0 && indicator->limit.unit == UNIT_SECONDS)
		add_mark(&picture, values, "trend.threshold",
		    indicator->limit.n, phrase_duration(arena, facts->words,
		    indicator->limit));
	picture.chart.sentence = words_fill(arena, facts->words,
	    "chart.spread.text", "title", str_z(arena, picture.chart.title),
	    "n", str_z(arena, phrase_int(arena, (int64_t)values->n)),
	    "middle", str_z(arena, middle), "most", str_z(arena, most), NULL);
	picture_add(&picture);
}

/* Hours with one decimal, never shorter than they are. */
static struct fact_point hours(struct arena *arena, int64_t seconds) {
	struct fact_point point = { .has = true, .text = ratio_show(arena,
	    (struct ratio){ seconds, 3600 }, 1, 1, true) };
	ratio_read_decimal(point.text, &point.value);
	point.text = ratio_grouped(arena, point.text);
	return point;
}

static struct str level_name(struct arena *arena, const struct facts *facts,
    const struct indicator *indicator, int level, size_t n) {
	return words_fill(arena, facts->words, "chart.level", "where",
	    str_z(arena, levels_name(arena, facts->words, indicator, level)),
	    "n", str_z(arena, phrase_int(arena, (int64_t)n)), NULL);
}

/* The five values of the category, and what the level allows. */
static void add_five(struct arena *arena, const struct values *values,
    struct duration target, struct fact_line *line, size_t i) {
	line[0].point[i] = hours(arena, values->at[0].n);
	for (size_t q = 0; q < 3; q++)
		line[q + 1].point[i] = hours(arena, percentile(values,
		    quartile[q]));
	line[4].point[i] = hours(arena, values->at[values->n - 1].n);
	if (target.unit == UNIT_SECONDS && target.n > 0)
		line[5].point[i] = hours(arena, target.n);
}

static bool has_point(const struct fact_line *line, size_t points) {
	for (size_t i = 0; i < points; i++)
		if (line->point[i].has)
			return true;
	return false;
}

static void add_levels(struct arena *arena, struct facts *facts,
    const struct indicator *indicator, const struct clock *clock) {
	static const char *const names[] = { "chart.least", "chart.q1",
	    "chart.median", "chart.q3", "chart.greatest", "chart.goal" };
	struct picture picture = picture_new(arena, facts, arena_printf(arena,
	    "levels-%.*s", (int)indicator->id.n, indicator->id.p), CHART_BOX,
	    "levels", indicator->name);
	struct fact_chart *chart = &picture.chart;
	chart->unit = words_find(facts->words, "unit.hours");
	chart->categories = indicator->levels + 1;
	chart->category = arena_array(arena, chart->categories,
	    sizeof *chart->category);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		picture_line(&picture, words_find(facts->words, names[i]));
	chart->categories = 0;
	for (int level = -1; level < (int)indicator->levels; level++) {
		struct values values = clock_values(arena, clock, level);
		if (values.n == 0)
			continue;
		chart->category[chart->categories] = level_name(arena, facts,
		    indicator, level, values.n);
		add_five(arena, &values, level < 0 ? indicator->limit
		    : indicator->level[level].target, chart->line,
		    chart->categories++);
	}
	chart->sentence = words_fill(arena, facts->words, has_point(
	    &chart->line[5], chart->categories) ? "chart.levels.goal"
	    : "chart.levels.text", "title", str_z(arena, chart->title), NULL);
	if (chart->categories != 0)
		picture_add(&picture);
}

void spread_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	for (size_t i = 0; i < facts->figures; i++) {
		const struct indicator *indicator
		    = facts->figure[i].indicator;
		const struct clock *clock = outcomes[i]->clock;
		struct values values = { .n = 0 };
		if (clock != NULL)
			values = clock_values(arena, clock, EVERY_LEVEL);
		else if (indicator->kind == INDICATOR_PERCENTILE)
			values = measured_values(outcomes[i]->scope);
		if (values.n == 0)
			continue;
		lay_ranges(&values, clock != NULL);
		values.unit = clock != NULL ? time_unit(values.width)
		    : (struct unit){ NULL, ratio_power(values.scale), 0 };
		add_histogram(arena, facts, &facts->figure[i], &values);
		if (clock != NULL && indicator->levels > 0)
			add_levels(arena, facts, indicator, clock);
	}
}
