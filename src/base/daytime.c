/*
 * daytime - times of the day as people and programs write them.
 *
 * Texts come without full-width digits and letters.
 */
#include "base/daytime.h"

#include <strings.h>

enum { MOST = 48 * 3600 };

enum daytime_half daytime_half(struct str *text) {
	static const struct { const char *word; enum daytime_half half; }
	    words[] = {
		{ "AM", HALF_AM }, { "A.M.", HALF_AM }, { "午前", HALF_AM },
		{ "PM", HALF_PM }, { "P.M.", HALF_PM }, { "午後", HALF_PM },
	};
	struct str rest = *text;
	while (str_take(&rest, " "))
		continue;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i].word);
		if (rest.n < n || strncasecmp(rest.p, words[i].word, n) != 0)
			continue;
		*text = (struct str){ rest.p + n, rest.n - n };
		return words[i].half;
	}
	return HALF_NONE;
}

void daytime_fraction(struct str *text) {
	struct str rest = *text;
	int64_t dropped;
	if (!str_take(&rest, "."))
		return;
	while (str_digits(&rest, 18, &dropped) != 0)
		*text = rest;
}

bool daytime_seconds(int hour, int minute, int second, enum daytime_half half,
    int64_t *seconds) {
	if (half != HALF_NONE && hour > 12)
		return false;
	if (half != HALF_NONE)
		hour = hour % 12 + (half == HALF_PM ? 12 : 0);
	*seconds = (int64_t)hour * 3600 + minute * 60 + second;
	return minute < 60 && second <= 60 && *seconds <= MOST;
}

/* A number of least to two digits. */
static bool take_number(struct str *text, size_t least, int *value) {
	int64_t number;
	if (str_digits(text, 2, &number) < least)
		return false;
	*value = (int)number;
	return true;
}

/* `:MM[:SS[.fraction]]` behind the hour. */
static bool take_colons(struct str *text, int *minute, int *second) {
	if (!str_take(text, ":") || !take_number(text, 2, minute))
		return false;
	if (!str_take(text, ":"))
		return true;
	if (!take_number(text, 2, second))
		return false;
	daytime_fraction(text);
	return true;
}

/* `M分S秒` behind `H時`; what is left out is 0. */
static bool take_words(struct str *text, int *minute, int *second) {
	struct str rest = *text;
	if (take_number(&rest, 1, minute)) {
		if (!str_take(&rest, "分"))
			return false;
		*text = rest;
	}
	return !take_number(&rest, 1, second) || (str_take(&rest, "秒")
	    && (*text = rest, true));
}

bool daytime_take(struct str *text, int64_t *seconds) {
	int hour, minute = 0, second = 0;
	enum daytime_half half = daytime_half(text);
	while (half != HALF_NONE && str_take(text, " "))
		continue;
	if (!take_number(text, 1, &hour))
		return false;
	if (!(str_take(text, "時") ? take_words(text, &minute, &second)
	    : take_colons(text, &minute, &second)))
		return false;
	if (half == HALF_NONE)
		half = daytime_half(text);
	return daytime_seconds(hour, minute, second, half, seconds);
}
