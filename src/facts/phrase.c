/* phrase - targets, durations and values in words. */
#include "facts/phrase.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"

#define LABEL_BYTES 128	/* longer than any path of record.def */

struct str phrase_int(struct arena *arena, int64_t n) {
	struct buf buf = buf_in(arena);
	buf_int(&buf, n);
	return ratio_grouped(arena, buf_str(&buf));
}

static bool is_japanese(const struct words *words) {
	return str_is(words->language, "ja");
}

/* The words' own label for the path, else the one given. */
static struct str label_of(const struct words *words, struct str given,
    const char *type, const char *field, struct str code) {
	char key[LABEL_BYTES];
	snprintf(key, sizeof key, "label.%s%s%s%s%.*s", type,
	    *field == '\0' ? "" : ".", field, code.n == 0 ? "" : ".",
	    (int)code.n, code.p);
	struct str own = words_maybe(words, key);
	return own.n != 0 ? own : given;
}

struct str phrase_records(const struct words *words, enum record_id records) {
	const struct record_type *type = record_type(records);
	return label_of(words, str_of(is_japanese(words) ? type->ja : type->en),
	    type->name, "", str_of(""));
}

struct str phrase_field(const struct words *words,
    const struct record_field *field) {
	return label_of(words, str_of(is_japanese(words) ? field->ja
	    : field->en), field->type, field->name, str_of(""));
}

bool phrase_code_at(const struct words *words,
    const struct record_field *field, size_t n, struct str *code,
    struct str *label) {
	if (!record_word(field, n, words->language, code, label))
		return false;
	*label = label_of(words, *label, field->type, field->name, *code);
	return true;
}

struct str phrase_code(const struct words *words,
    const struct record_field *field, struct str code) {
	struct str name, label;
	for (size_t n = 0; record_word(field, n, words->language, &name,
	    &label); n++)
		if (str_equal(name, code))
			return label_of(words, label, field->type, field->name,
			    code);
	return code;
}

struct str phrase_period(struct arena *arena, const struct words *words,
    const struct period *period) {
	return is_japanese(words) ? period_title_ja(arena, period)
	    : period_title_en(arena, period);
}

struct str phrase_and(struct arena *arena, const struct words *words) {
	struct str and = words_find(words, "list.and");
	return str_of(arena_printf(arena, "%.*s%s", (int)and.n, and.p,
	    is_japanese(words) ? "" : " "));
}

struct str phrase_month(struct arena *arena, const struct words *words,
    int month) {
	return words_find(words, arena_printf(arena, "month.%d", month));
}

struct str phrase_month_day(struct arena *arena, const struct words *words,
    int month, int day) {
	return words_fill(arena, words, "month.day", "month", str_z(arena,
	    phrase_month(arena, words, month)), "day", arena_printf(arena,
	    "%d", day), NULL);
}

void phrase_add(struct buf *text, const struct words *words,
    struct str sentence) {
	if (text->n != 0 && sentence.n != 0 && !is_japanese(words))
		buf_char(text, ' ');
	buf_add(text, sentence);
}

struct str phrase_instant(struct arena *arena, int64_t instant,
    int64_t offset) {
	struct buf buf = buf_in(arena);
	date_write_instant(&buf, instant, offset);
	return buf_str(&buf);
}

struct str phrase_day(struct arena *arena, const struct words *words,
    int64_t day) {
	struct buf buf = buf_in(arena);
	if (is_japanese(words))
		date_write_era(&buf, day);
	else
		date_write_day(&buf, day);
	return buf_str(&buf);
}

struct str phrase_duration(struct arena *arena, const struct words *words,
    struct duration duration) {
	static const char *const days[] = {
		[UNIT_BUSINESS_DAYS] = "duration.business-days",
		[UNIT_CALENDAR_DAYS] = "duration.calendar-days",
		[UNIT_MONTHS] = "duration.months",
	};
	int64_t n = duration.n;
	const char *key = "duration.seconds";
	if (duration.unit != UNIT_SECONDS) {
		key = days[duration.unit];
	} else if (n != 0 && n % 3600 == 0) {
		key = "duration.hours";
		n /= 3600;
	} else if (n != 0 && n % 60 == 0) {
		key = "duration.minutes";
		n /= 60;
	}
	return words_fill(arena, words, key, "n",
	    str_z(arena, phrase_int(arena, n)), NULL);
}

struct str phrase_value(struct arena *arena, const struct words *words,
    struct str value, struct str unit) {
	if (value.n == 0)
		return words_find(words, "value.none");
	if (unit.n == 0)
		return ratio_grouped(arena, value);
	return words_fill(arena, words, str_is(unit, "%") ? "value.percent"
	    : "value.unit", "value", str_z(arena, ratio_grouped(arena, value)),
	    "unit", str_z(arena, unit), NULL);
}

static struct str limit(struct arena *arena, const struct words *words,
    enum comparison op, struct decimal value, struct str unit) {
	static const char *const keys[] = {
		[COMPARE_GE] = "target.at-least", [COMPARE_LE] = "target.at-most",
		[COMPARE_EQ] = "target.equal",
	};
	if (op == COMPARE_NONE)
		return (struct str){ NULL, 0 };
	return words_fill(arena, words, keys[op], "value", str_z(arena,
	    phrase_value(arena, words, ratio_exact(arena, value), unit)), NULL);
}

static struct str clock_target(struct arena *arena, const struct words *words,
    const struct indicator *indicator) {
	static const struct decimal all = { 100, 0 };
	bool given = indicator->attainment_op != COMPARE_NONE;
	struct str share = limit(arena, words, given ? indicator->attainment_op
	    : COMPARE_GE, given ? indicator->attainment_value : all,
	    str_of("%"));
	struct str within = indicator->due.n != 0
	    ? words_find(words, "target.due")
	    : phrase_duration(arena, words, indicator->limit);
	return words_fill(arena, words, "target.clock", "limit",
	    str_z(arena, within), "share", str_z(arena, share), NULL);
}

struct str phrase_target(struct arena *arena, const struct words *words,
    const struct indicator *indicator, struct str unit) {
	if (indicator->kind == INDICATOR_CLOCK)
		return clock_target(arena, words, indicator);
	return limit(arena, words, indicator->op, indicator->value, unit);
}
