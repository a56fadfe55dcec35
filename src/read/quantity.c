/*
 * quantity - numbers as people write them: lengths of time, parted digits.
 *
 * Lengths are added up in units of 10^-12 s, in which a number of nine
 * decimals of any unit is whole.
 */
#include "read/quantity.h"

#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"

enum { DECIMALS = 9 };

static const int64_t most = INT64_C(999999999999999999);

/* Milliseconds; of words that begin alike the longer first. */
static const struct unit {
	const char *word;
	int64_t ms;
} units[] = {
	{ "ms", 1 }, { "ミリ秒", 1 },
	{ "s", 1000 }, { "sec", 1000 }, { "secs", 1000 }, { "second", 1000 },
	{ "seconds", 1000 }, { "秒間", 1000 }, { "秒", 1000 },
	{ "m", 60000 }, { "min", 60000 }, { "mins", 60000 },
	{ "minute", 60000 }, { "minutes", 60000 }, { "分間", 60000 },
	{ "分", 60000 },
	{ "h", 3600000 }, { "hr", 3600000 }, { "hrs", 3600000 },
	{ "hour", 3600000 }, { "hours", 3600000 }, { "時間", 3600000 },
	{ "d", 86400000 }, { "day", 86400000 }, { "days", 86400000 },
	{ "日間", 86400000 }, { "日", 86400000 },
	{ "w", 604800000 }, { "week", 604800000 }, { "weeks", 604800000 },
	{ "週間", 604800000 }, { "週", 604800000 },
};

/* ISO 8601: what stands before and after the T. */
static const struct unit iso_days[] = {
	{ "W", 604800000 }, { "D", 86400000 }, { NULL, 0 }
};
static const struct unit iso_times[] = {
	{ "H", 3600000 }, { "M", 60000 }, { "S", 1000 }, { NULL, 0 }
};

/* What is read so far. */
struct length {
	__int128 n;		/* of 10^-12 s */
	int64_t last;		/* the unit of the last part, ms */
	size_t parts;
};

static bool is_digit(struct str text) {
	return text.n > 0 && text.p[0] >= '0' && text.p[0] <= '9';
}

/* Digits with a point among them, taken off the front. */
static bool take_number(struct str *text, struct decimal *number) {
	size_t n = 0;
	while (n < text->n && ((text->p[n] >= '0' && text->p[n] <= '9')
	    || (text->p[n] == '.' && n > 0)))
		n++;
	if (!ratio_read_decimal((struct str){ text->p, n }, number))
		return false;
	*text = (struct str){ text->p + n, text->n - n };
	return true;
}

/* A further part, whose unit is smaller than that of the part before. */
static bool add(struct length *length, struct decimal number, int64_t ms) {
	static const int64_t powers[] = { 1000000000, 100000000, 10000000,
		1000000, 100000, 10000, 1000, 100, 10, 1 };
	if (length->parts++ != 0 && ms >= length->last)
		return false;
	length->last = ms;
	length->n += (__int128)number.n * ms * powers[number.scale];
	return true;
}

/* Take the unit off the front: ASCII letters as a whole word, in either case
 * but for `M`, which tools write for months. */
static int64_t take_unit(struct str *text) {
	size_t letters = 0;
	while (letters < text->n && ((text->p[letters] | 0x20) >= 'a'
	    && (text->p[letters] | 0x20) <= 'z'))
		letters++;
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		size_t n = strlen(units[i].word);
		if (letters != 0 && (letters != n || (n == 1 && text->p[0] == 'M')
		    || strncasecmp(text->p, units[i].word, n) != 0))
			continue;
		if (letters == 0 && !str_starts(*text, units[i].word))
			continue;
		*text = (struct str){ text->p + n, text->n - n };
		return units[i].ms;
	}
	return 0;
}

/* `:MM[:SS[.f]]` behind the hours. */
static bool take_clock(struct str *text, struct length *length,
    struct decimal hours) {
	int64_t minutes;
	struct decimal seconds = { 0, 0 };
	if (hours.scale != 0 || !str_take(text, ":")
	    || str_digits(text, 2, &minutes) != 2 || minutes > 59)
		return false;
	if (str_take(text, ":") && (!is_digit(*text)
	    || !take_number(text, &seconds)
	    || ratio_compare_decimal(seconds, (struct decimal){ 60, 0 }) >= 0))
		return false;
	return add(length, hours, 3600000)
	    && add(length, (struct decimal){ minutes, 0 }, 60000)
	    && add(length, seconds, 1000);
}

/* A number and its unit, or a time of hours. */
static bool take_part(struct str *text, struct length *length) {
	struct decimal number;
	if (!is_digit(*text) || !take_number(text, &number))
		return false;
	if (text->n > 0 && text->p[0] == ':')
		return take_clock(text, length, number);
	*text = str_trim(*text);
	int64_t ms = take_unit(text);
	if (ms == 0 || !add(length, number, ms))
		return false;
	if (str_take(text, "半"))
		length->n += (__int128)ms * 500000000;
	return true;
}

static bool read_parts(struct str text, struct length *length) {
	while (take_part(&text, length)) {
		if (text.n == 0)
			return true;
		text = str_trim(text);
		if (str_take(&text, ","))
			text = str_trim(text);
	}
	return false;
}

static bool take_iso(struct str *text, const struct unit *unit,
    struct length *length) {
	while (is_digit(*text)) {
		struct decimal number;
		const struct unit *at = unit;
		if (!take_number(text, &number))
			return false;
		while (at->word != NULL && !str_take(text, at->word))
			at++;
		if (at->word == NULL || !add(length, number, at->ms))
			return false;
	}
	return true;
}

/* ISO 8601-1, 5.5.2: P2DT3H, PT1.5H. */
static bool read_iso(struct str text, struct length *length) {
	return take_iso(&text, iso_days, length)
	    && (!str_take(&text, "T") || (is_digit(text)
	    && take_iso(&text, iso_times, length)))
	    && text.n == 0 && length->parts != 0;
}

/* The time since 1970 began. */
static bool read_date(struct str text, struct length *length) {
	int64_t seconds;
	return date_read_instant(text, 0, &seconds)
	    && add(length, (struct decimal){ seconds, 0 }, 1000);
}

bool quantity_duration(struct str text, int64_t unit, struct decimal *value,
    bool *cut) {
	struct length length = { 0, 0, 0 };
	bool good = str_is(text, "0")
	    || (str_starts(text, "1970-") ? read_date(text, &length)
	    : str_take(&text, "P") ? read_iso(text, &length)
	    : read_parts(text, &length));
	if (!good || length.n / unit > most)
		return false;
	*cut = length.n % unit != 0;
	*value = (struct decimal){ (int64_t)(length.n / unit), DECIMALS };
	for (; value->scale > 0 && value->n % 10 == 0; value->scale--)
		value->n /= 10;
	return true;
}

/* Take the sign off the front. */
static bool take_sign(struct str *text) {
	static const char *const minus[] = { "-", "△", "▲", "−" };
	for (size_t i = 0; i < sizeof minus / sizeof minus[0]; i++)
		if (str_take(text, minus[i]))
			return true;
	str_take(text, "+");
	return false;
}

/* What parts the groups, taken off the front; blanks may be narrow or bound
 * ones. */
static bool take_parting(struct str *text, char parting) {
	char ascii[2] = { parting, '\0' };
	return str_take(text, ascii) || (parting == ' '
	    && (str_take(text, "\u00a0") || str_take(text, "\u202f")));
}

bool quantity_plain(struct arena *arena, struct str text, struct str form,
    struct str *number) {
	char parting = form.n == 7 ? form.p[1] : '\0';
	struct buf buf = buf_in(arena);
	if (take_sign(&text))
		buf_char(&buf, '-');
	int64_t value;
	struct str digits = text;
	size_t n = str_digits(&text, 18, &value);
	for (bool first = true; n != 0; first = false) {
		buf_add(&buf, (struct str){ digits.p, n });
		bool group = parting != '\0' && (first ? n <= 3 : true)
		    && take_parting(&text, parting);
		if (!group)
			break;
		digits = text;
		n = str_digits(&text, 18, &value);
		if (n != 3)
			return false;
	}
	if (text.n > 1 && text.p[0] == form.p[form.n - 2]) {
		buf_char(&buf, '.');
		buf_add(&buf, (struct str){ text.p + 1, text.n - 1 });
		text.n = 0;
	}
	if (text.n == 0)
		*number = buf_str(&buf);
	return text.n == 0;
}
