/* definition - what an indicator means, as printed beside its figure. */
#include "facts/definition.h"

#include "base/arena.h"
#include "base/buf.h"
#include "facts/clause.h"
#include "facts/levels.h"
#include "facts/judge.h"
#include "facts/phrase.h"

struct pen {
	struct arena *arena;
	const struct contract *contract;
	const struct words *words;
	struct figure *figure;
	const struct indicator *indicator;
};

static void add(struct pen *pen, const char *key, struct str text) {
	struct figure *figure = pen->figure;
	if (text.n == 0)
		return;
	figure->definition = arena_room(pen->arena, figure->definition,
	    figure->definitions, sizeof *figure->definition);
	figure->definition[figure->definitions++] = (struct fact_pair){
	    str_of(key), words_find(pen->words, arena_printf(pen->arena,
	    "definition.%s", key)), text };
}

static void add_word(struct pen *pen, const char *key, const char *word) {
	add(pen, key, words_find(pen->words, arena_printf(pen->arena,
	    "definition.%s.%s", key, word)));
}

static const char *z(struct pen *pen, struct str text) {
	return str_z(pen->arena, text);
}

static void add_clock_time(struct buf *buf, int seconds) {
	char text[32];
	snprintf(text, sizeof text, "%02d:%02d", seconds / 3600,
	    seconds / 60 % 60);
	buf_text(buf, text);
}

static bool same_hours(struct hours_list a, struct hours_list b) {
	return a.count == b.count && (a.count == 0
	    || memcmp(a.at, b.at, a.count * sizeof *a.at) == 0);
}

/* The days that share the hours of the first of them. */
static void add_days(struct buf *buf, const struct words *words,
    const struct calendar *calendar, int first, bool *said) {
	struct hours_list hours = calendar->week[first];
	struct str days = { NULL, 0 };
	char key[] = "weekday.0";
	if (buf->n != 0)
		buf_add(buf, phrase_and(buf->arena, words));
	for (int day = first; day < 7; day++) {
		if (!same_hours(calendar->week[day], hours))
			continue;
		said[day] = true;
		key[sizeof key - 2] = (char)('0' + day);
		days = days.n == 0 ? words_find(words, key) : words_fill(
		    buf->arena, words, "weekday.list", "days",
		    str_z(buf->arena, days), "day", str_z(buf->arena,
		    words_find(words, key)), NULL);
	}
	buf_add(buf, days);
	for (size_t i = 0; i < hours.count; i++) {
		buf_char(buf, ' ');
		add_clock_time(buf, hours.at[i].start);
		buf_char(buf, '-');
		add_clock_time(buf, hours.at[i].end);
	}
}

struct str definition_calendar(struct arena *arena, const struct words *words,
    const struct calendar *calendar) {
	static const char *const holidays[] = {
		[HOLIDAYS_CLOSED] = "calendar.holidays.closed",
		[HOLIDAYS_AS_WEEKDAY] = "calendar.holidays.as-weekday",
		[HOLIDAYS_AS_SUNDAY] = "calendar.holidays.as-sunday",
	};
	struct buf buf = buf_in(arena);
	bool said[7] = { false };
	if (calendar == NULL || calendar->elapsed)
		return words_find(words, "calendar.elapsed");
	for (int day = 0; day < 7; day++)
		if (!said[day] && calendar->week[day].count != 0)
			add_days(&buf, words, calendar, day, said);
	buf_add(&buf, phrase_and(arena, words));
	buf_add(&buf, words_find(words, holidays[calendar->holidays]));
	for (size_t i = 0; i < calendar->yearly_count; i++) {
		const struct calendar_yearly *y = &calendar->yearly[i];
		buf_add(&buf, words_fill(arena, words, "calendar.yearly",
		    "from", str_z(arena, phrase_month_day(arena, words,
		    y->from_month, y->from_day)), "to", str_z(arena,
		    phrase_month_day(arena, words, y->to_month, y->to_day)),
		    NULL));
	}
	return words_fill(arena, words, "calendar.named", "id",
	    str_z(arena, calendar->id), "hours", str_z(arena, buf_str(&buf)),
	    NULL);
}

static struct str field_name(struct pen *pen, struct str field) {
	return clause_field(pen->words, pen->indicator->records, field);
}

static void add_availability_rules(struct pen *pen) {
	static const char *const unmeasured[] = {
		[UNMEASURED_JUDGE] = "judge", [UNMEASURED_DOWN] = "down",
		[UNMEASURED_UP] = "up",
	};
	static const char *const from[] = {
		[DOWN_FIRST_FAIL] = "first-fail", [DOWN_LAST_GOOD] = "last-good",
		[DOWN_MIDPOINT] = "midpoint",
	};
	const struct indicator *indicator = pen->indicator;
	struct duration seconds = { indicator->hold_seconds, UNIT_SECONDS };
	add(pen, "hold", indicator->hold_factor == 0
	    ? phrase_duration(pen->arena, pen->words, seconds)
	    : words_fill(pen->arena, pen->words, "definition.hold.factor", "n",
	    z(pen, phrase_int(pen->arena, indicator->hold_factor)), NULL));
	add(pen, "confirm", words_fill(pen->arena, pen->words,
	    "definition.confirm.text", "n", z(pen, phrase_int(pen->arena,
	    indicator->confirm)), NULL));
	add_word(pen, "down-from", from[indicator->down_from]);
	seconds.n = indicator->min_outage;
	if (seconds.n != 0)
		add(pen, "min-outage", words_fill(pen->arena, pen->words,
		    "definition.min-outage.text", "time", z(pen,
		    phrase_duration(pen->arena, pen->words, seconds)), NULL));
	add_word(pen, "unmeasured", unmeasured[indicator->unmeasured]);
	if (!indicator->has_planned)
		add_word(pen, "planned", "none");
	else if (!indicator->has_notice)
		add_word(pen, "planned", "any");
	else
		add(pen, "planned", words_fill(pen->arena, pen->words,
		    "definition.planned.notice", "notice", z(pen,
		    phrase_duration(pen->arena, pen->words, indicator->notice)),
		    NULL));
	add_word(pen, "excluded", "text");
}

static struct str pause_text(struct pen *pen) {
	struct buf buf = buf_in(pen->arena);
	const struct record_type *type = record_type(RECORD_ticket);
	for (size_t i = 0; i < pen->indicator->pauses; i++) {
		const struct indicator_pause *pause = &pen->indicator->pause[i];
		struct str value = pause->value;
		int field = record_field_find(type, pause->field);
		if (field >= 0)
			value = phrase_code(pen->words, &type->field[field],
			    value);
		const char *charged = arena_printf(pen->arena, "charged.%s",
		    z(pen, pause->charged));
		if (i != 0)
			buf_add(&buf, phrase_and(pen->arena, pen->words));
		buf_add(&buf, words_fill(pen->arena, pen->words,
		    pause->charged.n == 0 ? "definition.pauses.plain"
		    : "definition.pauses.charged", "value", z(pen, value),
		    "charged", z(pen, words_maybe(pen->words, charged)), NULL));
	}
	return buf_str(&buf);
}

static struct str level_text(struct pen *pen) {
	struct buf buf = buf_in(pen->arena);
	for (size_t i = 0; i < pen->indicator->levels; i++) {
		if (i != 0)
			buf_add(&buf, phrase_and(pen->arena, pen->words));
		buf_add(&buf, words_fill(pen->arena, pen->words,
		    "definition.levels.text", "where", z(pen,
		    levels_name(pen->arena, pen->words, pen->indicator,
		    (int)i)), "limit", z(pen, phrase_duration(pen->arena,
		    pen->words, pen->indicator->level[i].target)), NULL));
	}
	return buf_str(&buf);
}

/* Of clocks, and of statistics of times. */
static void add_clock_rules(struct pen *pen) {
	const struct indicator *indicator = pen->indicator;
	add(pen, "events", words_fill(pen->arena, pen->words,
	    "definition.events.text", "start",
	    z(pen, field_name(pen, indicator->start)), "stop",
	    z(pen, field_name(pen, indicator->stop)), NULL));
	add(pen, "levels", level_text(pen));
	add(pen, "pauses", indicator->pauses == 0
	    ? words_find(pen->words, "definition.pauses.none")
	    : pause_text(pen));
	add(pen, "reopen", words_fill(pen->arena, pen->words,
	    "definition.reopen.text", "days", z(pen, phrase_int(pen->arena,
	    indicator->reopen_days)), NULL));
}

/* Which records, as `type, of severity 1`. */
static struct str about(struct pen *pen, const struct indicator *indicator) {
	return indicator->where.n == 0
	    ? words_find(pen->words, "definition.object.all")
	    : clause_text(pen->arena, pen->words, indicator->records,
	    indicator->where);
}

/* When records count that last, else at which instant. */
static void add_key(struct pen *pen, const struct indicator *indicator) {
	struct str at = clause_field(pen->words, indicator->records,
	    indicator->at);
	if (indicator->until.n == 0)
		add(pen, "at", at);
	else
		add(pen, "until", words_fill(pen->arena, pen->words,
		    at.n != 0 ? "definition.until.text"
		    : "definition.until.ever", "at", z(pen, at), "until",
		    z(pen, clause_field(pen->words, indicator->records,
		    indicator->until)), NULL));
}

static void add_tally_rules(struct pen *pen) {
	const struct indicator *indicator = pen->indicator;
	if (indicator->records == RECORD_TYPES)
		return;
	add_key(pen, indicator);
	add(pen, "when", clause_text(pen->arena, pen->words,
	    indicator->records, indicator->when));
	if (indicator->of != NULL && indicator->of->records
	    != indicator->records) {
		add(pen, "of", about(pen, indicator->of));
		add_key(pen, indicator->of);
	}
	add(pen, "measured", field_name(pen, indicator->measured));
	if (indicator->capacity.n != 0)
		add(pen, "capacity", ratio_grouped(pen->arena,
		    ratio_exact(pen->arena, indicator->capacity)));
}

/* What is counted. */
static struct str quantity(struct pen *pen, const struct indicator *indicator) {
	struct str field = indicator->sum.n != 0 ? indicator->sum
	    : indicator->distinct;
	return words_fill(pen->arena, pen->words, indicator->sum.n != 0
	    ? "quantity.sum" : field.n != 0 ? "quantity.distinct"
	    : "quantity.records", "records", z(pen, phrase_records(
	    pen->words, indicator->records)), "field", z(pen, clause_field(
	    pen->words, indicator->records, field)), NULL);
}

/* The formula's part of its key: by kind, and within it by measure. */
static const char *formula_key(struct pen *pen) {
	static const char *const measures[] = {
		[MEASURE_MEAN] = "mean", [MEASURE_SD] = "sd",
		[MEASURE_MIN] = "min", [MEASURE_MAX] = "max",
		[MEASURE_SUM] = "sum", [MEASURE_MEDIAN] = "median",
	};
	static const char *const shares[] = {
		[SHARE_UP] = "", [SHARE_TOTAL] = ".total",
		[SHARE_COVERAGE] = ".coverage", [SHARE_MTBF] = ".mtbf",
	};
	static const char *const pers[] = { [PER_NOTHING] = "",
		[PER_HOUR] = ".hour", [PER_PEAK_HOUR] = ".peak-hour" };
	const struct indicator *indicator = pen->indicator;
	const char *kind = contract_kind_name(indicator->kind);
	switch (indicator->kind) {
	case INDICATOR_STATISTIC:
		return arena_printf(pen->arena, "statistic.%s",
		    measures[indicator->measure]);
	case INDICATOR_AVAILABILITY:
		return arena_printf(pen->arena, "%s%s", kind,
		    shares[indicator->share]);
	case INDICATOR_COUNT:
		return arena_printf(pen->arena, "%s%s", kind,
		    pers[indicator->per]);
	case INDICATOR_RATE:
		return indicator->of != NULL ? "rate.of" : kind;
	default:
		return kind;
	}
}

static struct str formula(struct pen *pen) {
	const struct indicator *indicator = pen->indicator;
	bool counts = indicator->kind == INDICATOR_RATE
	    || indicator->kind == INDICATOR_COUNT;
	struct str none = { NULL, 0 };
	return words_fill(pen->arena, pen->words, arena_printf(pen->arena,
	    "formula.%s", formula_key(pen)), "p", z(pen, ratio_exact(pen->arena,
	    indicator->percent)), "quantity", z(pen, counts ? quantity(pen,
	    indicator) : none), "of", z(pen, indicator->of != NULL
	    ? quantity(pen, indicator->of) : none), NULL);
}

static struct str sources(struct pen *pen) {
	const struct indicator *indicator = pen->indicator;
	struct buf buf = buf_in(pen->arena);
	if (indicator->kind == INDICATOR_SQL)
		return indicator->query;
	if (indicator->kind != INDICATOR_AVAILABILITY)
		return phrase_records(pen->words, indicator->records);
	for (size_t i = 0; i < indicator->froms; i++) {
		if (i != 0)
			buf_add(&buf, phrase_and(pen->arena, pen->words));
		buf_add(&buf, phrase_records(pen->words,
		    indicator->from[i].records));
		if (indicator->from[i].where.n == 0)
			continue;
		buf_text(&buf, " (");
		buf_add(&buf, clause_text(pen->arena, pen->words,
		    indicator->from[i].records, indicator->from[i].where));
		buf_char(&buf, ')');
	}
	return buf_str(&buf);
}

static bool told_before(const struct contract *contract, size_t i) {
	const struct source *source = contract->source;
	for (size_t k = 0; k < i; k++)
		if (source[k].records == source[i].records
		    && source[k].interval == source[i].interval)
			return true;
	return false;
}

/* How often the sources of the records tell something, each interval once;
 * of what no interval is known, whenever it happens. */
static void add_intervals(struct pen *pen, struct buf *buf,
    enum record_id records) {
	const struct contract *contract = pen->contract;
	for (size_t i = 0; i < contract->sources; i++) {
		const struct source *source = &contract->source[i];
		if (source->records != records || told_before(contract, i))
			continue;
		if (buf->n != 0)
			buf_add(buf, phrase_and(pen->arena, pen->words));
		buf_add(buf, source->interval == 0
		    ? words_find(pen->words, "definition.frequency.each")
		    : words_fill(pen->arena, pen->words,
		    "definition.frequency.every", "time", z(pen,
		    phrase_duration(pen->arena, pen->words, (struct duration){
		    source->interval, UNIT_SECONDS })), NULL));
	}
}

static struct str frequency(struct pen *pen) {
	const struct indicator *indicator = pen->indicator;
	struct buf buf = buf_in(pen->arena);
	if (indicator->kind == INDICATOR_SQL)
		return (struct str){ NULL, 0 };
	if (indicator->kind != INDICATOR_AVAILABILITY)
		add_intervals(pen, &buf, indicator->records);
	for (size_t i = 0; i < indicator->froms; i++)
		add_intervals(pen, &buf, indicator->from[i].records);
	return buf_str(&buf);
}

static struct str object(struct pen *pen) {
	const struct indicator *indicator = pen->indicator;
	if (indicator->kind == INDICATOR_SQL)
		return (struct str){ NULL, 0 };
	if (indicator->kind != INDICATOR_AVAILABILITY)
		return about(pen, indicator);
	if (str_equal(indicator->object_name, indicator->object->name))
		return indicator->object_name;
	return words_fill(pen->arena, pen->words, "definition.object.text",
	    "id", z(pen, indicator->object_name), "name",
	    z(pen, indicator->object->name), NULL);
}

void definition_add(struct arena *arena, const struct contract *contract,
    const struct words *words, struct figure *figure) {
	const struct indicator *indicator = figure->indicator;
	struct pen pen = { arena, contract, words, figure, indicator };
	struct str target = phrase_target(arena, words, indicator,
	    figure->unit);
	add(&pen, "object", object(&pen));
	add(&pen, "formula", formula(&pen));
	add(&pen, "sources", sources(&pen));
	add_word(&pen, "method", "text");
	add(&pen, "frequency", frequency(&pen));
	add_word(&pen, "timing", "text");
	add(&pen, "calendar", definition_calendar(arena, words,
	    indicator->calendar));
	add(&pen, "target", target.n != 0 ? target
	    : words_find(words, "definition.target.none"));
	add(&pen, "clause", indicator->clause);
	add(&pen, "digits", words_fill(arena, words, judge_upwards(indicator)
	    ? "definition.digits.up" : "definition.digits.down", "n",
	    z(&pen, phrase_int(arena, indicator->digits)), NULL));
	if (indicator->kind == INDICATOR_AVAILABILITY)
		add_availability_rules(&pen);
	else if (indicator->start.n != 0)
		add_clock_rules(&pen);
	else
		add_tally_rules(&pen);
	add(&pen, "owner", indicator->owner);
	add(&pen, "note", indicator->note);
}
