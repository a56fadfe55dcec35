/*
 * date - civil dates, instants, eras, and the one clock.
 *
 * Arithmetic of the proleptic Gregorian calendar in 64-bit integers, without
 * a table of zones.  Years that are read are 1 to 9999, so no sum of a day, a
 * time and an offset overflows.  Texts are read once from left to right; the
 * canonical form of an instant has a road of its own, since exports hold
 * millions of them.
 */
#include "base/date.h"

#include <strings.h>

#include "base/buf.h"
#include "base/daytime.h"
#include "base/diag.h"

enum {
	LONGEST = 64,			/* bytes of a text that can be a date */
	CYCLE = 146097,			/* days of 400 years */
	MARCH_0000 = 719468		/* days from 0000-03-01 to 1970-01-01 */
};

/* Meiji dates before 1873 are of the lunar calendar (sla.md, Time). */
static const struct era {
	const char *name;
	const char *letter;
	int year_one;
	struct civil first;
} eras[] = {
	{ "明治", "M", 1868, { 1873, 1, 1 } },
	{ "大正", "T", 1912, { 1912, 7, 30 } },
	{ "昭和", "S", 1926, { 1926, 12, 25 } },
	{ "平成", "H", 1989, { 1989, 1, 8 } },
	{ "令和", "R", 2019, { 2019, 5, 1 } },
};

enum { ERAS = sizeof eras / sizeof *eras };

static int64_t floor_div(int64_t a, int64_t b) {
	return a / b - (a % b < 0);
}

int64_t date_day(struct civil civil) {
	/* years begin in March here, so that the leap day is their last */
	int64_t year = (int64_t)civil.year - (civil.month <= 2);
	int64_t cycle = floor_div(year, 400);
	int64_t in_cycle = year - cycle * 400;
	int64_t in_year = (153 * ((civil.month + 9) % 12) + 2) / 5
	    + civil.day - 1;
	return cycle * CYCLE + in_cycle * 365 + in_cycle / 4 - in_cycle / 100
	    + in_year - MARCH_0000;
}

struct civil date_civil(int64_t day) {
	int64_t cycle = floor_div(day + MARCH_0000, CYCLE);
	int64_t in_cycle = day + MARCH_0000 - cycle * CYCLE;
	int64_t year = (in_cycle - in_cycle / 1460 + in_cycle / 36524
	    - in_cycle / (CYCLE - 1)) / 365;
	int64_t in_year = in_cycle - (year * 365 + year / 4 - year / 100);
	int64_t march = (5 * in_year + 2) / 153;	/* months since March */
	int month = (int)(march < 10 ? march + 3 : march - 9);
	return (struct civil){
		(int)(year + cycle * 400) + (month <= 2), month,
		(int)(in_year - (153 * march + 2) / 5) + 1
	};
}

static int month_length(int year, int month) {
	static const int length[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return length[month - 1] + (month == 2 && leap);
}

bool date_valid(struct civil civil) {
	return civil.year >= 1 && civil.year <= 9999
	    && civil.month >= 1 && civil.month <= 12 && civil.day >= 1
	    && civil.day <= month_length(civil.year, civil.month);
}

int date_weekday(int64_t day) {
	/* 1970-01-01 was a Thursday */
	return (int)(day + 3 - floor_div(day + 3, 7) * 7);
}

int64_t date_day_of(int64_t instant, int64_t offset) {
	return floor_div(instant + offset, DATE_DAY);
}

int64_t date_start(int64_t day, int64_t offset) {
	return day * DATE_DAY - offset;
}

int64_t date_add_months(int64_t day, int months) {
	struct civil civil = date_civil(day);
	int64_t month = (int64_t)civil.year * 12 + civil.month - 1 + months;
	civil.year = (int)floor_div(month, 12);
	civil.month = (int)(month - (int64_t)civil.year * 12) + 1;
	int last = month_length(civil.year, civil.month);
	if (civil.day > last)
		civil.day = last;
	return date_day(civil);
}

int64_t date_month_start(int64_t day) {
	return day - date_civil(day).day + 1;
}

int64_t date_month_next(int64_t day) {
	return date_add_months(date_month_start(day), 1);
}

/* The text without blanks around it, full-width characters as ASCII, blanks
 * that bind as others, in the room; what is too long to be a date comes back
 * empty. */
static struct str narrow(struct str text, char room[LONGEST]) {
	struct str rest = str_trim(text);
	size_t n = 0;
	if (rest.n >= LONGEST)
		return (struct str){ room, 0 };
	while (rest.n > 0) {
		uint32_t code = 0;
		size_t bytes = str_utf8(rest, &code);
		if (code >= 0xff01 && code <= 0xff5e) {
			room[n++] = (char)(code - 0xfee0);
		} else if (code == 0x3000 || code == 0xa0 || code == 0x202f) {
			room[n++] = ' ';
		} else {
			bytes += bytes == 0;
			memcpy(room + n, rest.p, bytes);
			n += bytes;
		}
		rest = (struct str){ rest.p + bytes, rest.n - bytes };
	}
	return (struct str){ room, n };
}

/* A number of least to most digits. */
static bool take_number(struct str *text, size_t least, size_t most,
    int *value) {
	int64_t number;
	if (str_digits(text, most, &number) < least)
		return false;
	*value = (int)number;
	return true;
}

static int take_era(struct str *text) {
	for (int era = 0; era < ERAS; era++)
		if (str_take(text, eras[era].name)
		    || str_take(text, eras[era].letter))
			return era;
	return -1;
}

/* The index of the era and the Gregorian year, or -1. */
static int take_era_year(struct str *text, int *year) {
	int era = take_era(text);
	int n = 1;
	if (era < 0)
		return -1;
	if (!str_take(text, "元") && !take_number(text, 1, 2, &n))
		return -1;
	*year = eras[era].year_one + n - 1;
	bool begun = *year >= eras[era].first.year;
	bool over = era + 1 < ERAS && *year > eras[era + 1].first.year;
	return begun && !over ? era : -1;
}

size_t date_read_era_year(struct str text, int *year) {
	struct str rest = text;
	int found;
	if (take_era_year(&rest, &found) < 0)
		return 0;
	*year = found;
	return text.n - rest.n;
}

static int era_of(int64_t day) {
	int era = ERAS - 1;
	while (era >= 0 && day < date_day(eras[era].first))
		era--;
	return era;
}

/* Month and day behind the year, marked in one of the ways of writing. */
static bool take_month_day(struct str *text, struct civil *civil) {
	static const struct { const char *year, *month, *day; } marks[] = {
		{ "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" },
		{ "年", "月", "日" },
	};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_take(text, marks[i].year))
			return take_number(text, 1, 2, &civil->month)
			    && str_take(text, marks[i].month)
			    && take_number(text, 1, 2, &civil->day)
			    && str_take(text, marks[i].day);
	return false;
}

static bool take_day(struct str *text, int64_t *day) {
	struct civil civil;
	struct str rest = *text;
	int era = take_era_year(&rest, &civil.year);
	if (era >= 0)
		*text = rest;
	else if (!take_number(text, 4, 4, &civil.year))
		return false;
	if (!take_month_day(text, &civil) || !date_valid(civil))
		return false;
	*day = date_day(civil);
	return era < 0 || era_of(*day) == era;	/* sla-details 1 */
}

bool date_read_day(struct str text, int64_t *day) {
	char room[LONGEST];
	struct str rest = narrow(text, room);
	int64_t found;
	if (!take_day(&rest, &found) || rest.n != 0)
		return false;
	*day = found;
	return true;
}

/* An offset up to 23:59, as RFC 3339 has it. */
static bool take_offset(struct str *text, int64_t *offset) {
	bool west = str_take(text, "-");
	int hour, minute = 0;
	if (!west && !str_take(text, "+"))
		return false;
	if (!take_number(text, 2, 2, &hour))
		return false;
	bool colon = str_take(text, ":");
	if ((colon || text->n > 0) && !take_number(text, 2, 2, &minute))
		return false;
	if (hour > 23 || minute > 59)
		return false;
	*offset = (west ? -1 : 1) * (hour * 3600 + minute * 60);
	return true;
}

bool date_read_offset(struct str text, int64_t *offset) {
	int64_t found;
	if (text.n != 6 || text.p[3] != ':' || !take_offset(&text, &found))
		return false;
	*offset = found;
	return true;
}

/* `Z`, `UTC`, an offset, or nothing, which leaves *offset as it is. */
static bool take_zone(struct str *text, int64_t *offset) {
	*text = str_trim(*text);
	if (text->n == 0)
		return true;
	if (str_take(text, "Z") || str_take(text, "UTC")) {
		*offset = 0;
		return true;
	}
	return take_offset(text, offset);
}

static bool take_blanks(struct str *text) {
	size_t n = text->n;
	while (str_take(text, " "))
		continue;
	return text->n != n;
}

/* What parts the day from the time: nothing need do so behind 日. */
static bool take_gap(struct str *text, struct str day) {
	static const char mark[] = "日";
	size_t n = sizeof mark - 1;
	return str_take(text, "T") || take_blanks(text)
	    || (day.n >= n && memcmp(day.p + day.n - n, mark, n) == 0);
}

/* Two digits, or so far below zero that no year, month or hour made of them
 * is valid. */
static int two_digits(const char *p) {
	unsigned tens = (unsigned)(p[0] - '0'), ones = (unsigned)(p[1] - '0');
	return tens > 9 || ones > 9 ? -100000 : (int)(tens * 10 + ones);
}

/* `YYYY-MM-DD HH:MM[:SS]` before 24:00, at fixed places.  False only sends
 * the text the long way round. */
static bool read_canonical(struct str text, int64_t offset, int64_t *instant) {
	const char *p = text.p;
	if (text.n != 16 && (text.n != 19 || p[16] != ':'))
		return false;
	if (p[4] != '-' || p[7] != '-' || p[10] != ' ' || p[13] != ':')
		return false;
	struct civil civil = {
		two_digits(p) * 100 + two_digits(p + 2), two_digits(p + 5),
		two_digits(p + 8)
	};
	int hour = two_digits(p + 11), minute = two_digits(p + 14);
	int second = text.n == 16 ? 0 : two_digits(p + 17);
	if (!date_valid(civil) || hour < 0 || hour > 23 || minute < 0
	    || minute > 59 || second < 0 || second > 59)
		return false;
	*instant = date_start(date_day(civil), offset)
	    + hour * 3600 + minute * 60 + second;
	return true;
}

bool date_read_instant(struct str text, int64_t offset, int64_t *instant) {
	if (read_canonical(text, offset, instant))
		return true;
	char room[LONGEST];
	struct str all = narrow(text, room), rest = all;
	int64_t day, seconds = 0;
	if (!take_day(&rest, &day))
		return false;
	if (rest.n != 0 && !(take_gap(&rest, (struct str){ all.p,
	    all.n - rest.n }) && daytime_take(&rest, &seconds)
	    && take_zone(&rest, &offset)))
		return false;
	if (rest.n != 0)
		return false;
	*instant = date_start(day, offset) + seconds;
	return true;
}

/* The parts that a form can name, in the order of its letters. */
static const char letters[] = "YMDhmsa";
enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, HALF, PARTS };

static int form_part(struct str form) {
	const char *found = form.n == 0 ? NULL
	    : memchr(letters, form.p[0], PARTS);
	return found == NULL ? -1 : (int)(found - letters);
}

/* An English month, in full or its first three letters; 0 for none. */
static int take_month(struct str *text) {
	static const char *const months[] = {
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December"
	};
	for (int i = 0; i < 12; i++) {
		size_t n = strlen(months[i]);
		if (text->n < n || strncasecmp(text->p, months[i], n) != 0)
			n = 3;
		if (text->n < n || strncasecmp(text->p, months[i], n) != 0)
			continue;
		*text = (struct str){ text->p + n, text->n - n };
		return i + 1;
	}
	return 0;
}

/*
 * The run of equal letters at the front of the form, out of the text.  Years
 * have four digits, or two; another part has one or two, but exactly as many
 * as letters where it is glued to another ("hhmm"): there `2016111` could be
 * two dates.
 */
static bool take_part(struct str *text, struct str *form, int part,
    bool glued, int *value) {
	size_t run = 0;
	while (form_part(*form) == part) {
		run++;
		*form = (struct str){ form->p + 1, form->n - 1 };
	}
	if (part == YEAR && run == 2) {
		bool read = take_number(text, 2, 2, value);
		*value += 2000;
		return read;
	}
	if (part == YEAR)
		return take_number(text, 4, 4, value);
	if (part == HALF)
		return (*value = (int)daytime_half(text)) != HALF_NONE;
	if (part == MONTH && run == 3)
		return (*value = take_month(text)) != 0;
	glued = glued || form_part(*form) >= 0;
	return run <= 2 && take_number(text, glued ? run : 1,
	    glued ? run : 2, value);
}

/* Does the form go on with the time, from its hour? */
static bool is_time(struct str form) {
	bool hour = false;
	for (; form.n > 0; form = (struct str){ form.p + 1, form.n - 1 }) {
		int part = form_part(form);
		if (part >= 0 && part <= DAY)
			return false;
		hour |= part == HOUR;
	}
	return hour;
}

/* What stands for itself at the front of the form: a blank for any number of
 * them, none before a half of the day. */
static bool take_mark(struct str *text, struct str *form) {
	char mark = form->p[0];
	*form = (struct str){ form->p + 1, form->n - 1 };
	if (mark == ' ')
		return take_blanks(text) || form_part(*form) == HALF;
	return str_take(text, (char[]){ mark, '\0' });
}

/* Every part that the form names; what it does not name is left, and so is
 * the time where the text ends with the day. */
static bool take_form(struct str *text, struct str form, int part[PARTS]) {
	bool glued = false;
	while (form.n > 0) {
		int next = form_part(form);
		if (text->n == 0)
			return is_time(form);
		if (next < 0 ? !take_mark(text, &form)
		    : !take_part(text, &form, next, glued, &part[next]))
			return false;
		if (next == SECOND)
			daytime_fraction(text);
		glued = next >= 0;
	}
	return text->n == 0;
}

bool date_read_form(struct str text, struct str form, int64_t offset,
    int64_t *instant) {
	char text_room[LONGEST], form_room[LONGEST];
	struct str rest = narrow(text, text_room);
	int part[PARTS] = { 0 };
	if (!take_form(&rest, narrow(form, form_room), part))
		return false;
	struct civil civil = { part[YEAR], part[MONTH], part[DAY] };
	int64_t seconds;
	if (!date_valid(civil)
	    || !daytime_seconds(part[HOUR], part[MINUTE], part[SECOND],
	    (enum daytime_half)part[HALF], &seconds))
		return false;
	*instant = date_start(date_day(civil), offset) + seconds;
	return true;
}

/* The value with zeros in front up to the width. */
static void write_padded(struct buf *buf, int64_t value, int width) {
	char digits[24];
	snprintf(digits, sizeof digits, "%0*lld", width, (long long)value);
	buf_text(buf, digits);
}

void date_write_day(struct buf *buf, int64_t day) {
	struct civil civil = date_civil(day);
	write_padded(buf, civil.year, 4);
	buf_char(buf, '-');
	write_padded(buf, civil.month, 2);
	buf_char(buf, '-');
	write_padded(buf, civil.day, 2);
}

static void write_minutes(struct buf *buf, int64_t seconds) {
	write_padded(buf, seconds / 3600, 2);
	buf_char(buf, ':');
	write_padded(buf, seconds / 60 % 60, 2);
}

static void write_seconds(struct buf *buf, int64_t seconds) {
	buf_char(buf, ':');
	write_padded(buf, seconds % 60, 2);
}

void date_write_instant(struct buf *buf, int64_t instant, int64_t offset) {
	int64_t day = date_day_of(instant, offset);
	int64_t seconds = instant - date_start(day, offset);
	date_write_day(buf, day);
	buf_char(buf, ' ');
	write_minutes(buf, seconds);
	if (seconds % 60 != 0)
		write_seconds(buf, seconds);
}

void date_write_iso(struct buf *buf, int64_t instant, int64_t offset) {
	int64_t day = date_day_of(instant, offset);
	int64_t seconds = instant - date_start(day, offset);
	date_write_day(buf, day);
	buf_char(buf, 'T');
	write_minutes(buf, seconds);
	write_seconds(buf, seconds);
	buf_char(buf, offset < 0 ? '-' : '+');
	write_minutes(buf, offset < 0 ? -offset : offset);
}

/* 令和8年, or 1872年 where no era of the table has the day. */
static void write_era_year(struct buf *buf, int64_t day) {
	int era = era_of(day);
	int year = date_civil(day).year;
	if (era >= 0) {
		buf_text(buf, eras[era].name);
		year -= eras[era].year_one - 1;
	}
	if (era >= 0 && year == 1)
		buf_text(buf, "元");
	else
		buf_int(buf, year);
	buf_text(buf, "年");
}

void date_write_era_month(struct buf *buf, int64_t day) {
	write_era_year(buf, day);
	buf_int(buf, date_civil(day).month);
	buf_text(buf, "月");
}

void date_write_era(struct buf *buf, int64_t day) {
	date_write_era_month(buf, day);
	buf_int(buf, date_civil(day).day);
	buf_text(buf, "日");
}

void date_write_era_fiscal(struct buf *buf, int fiscal_year) {
	/* the era that the year ends in names it: FY2019 is 令和元年度 although
	 * it began in Heisei (sla-details 2) */
	write_era_year(buf, date_day((struct civil){ fiscal_year, 12, 31 }));
	buf_text(buf, "度");
}

int64_t date_now(void) {
	static bool known;
	static int64_t now;
	if (known)
		return now;
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	if (epoch == NULL)
		now = (int64_t)time(NULL);
	else if (!str_int(str_of(epoch), &now))
		die("SOURCE_DATE_EPOCH is `%s`; expected seconds since 1970",
		    epoch);
	known = true;
	return now;
}
