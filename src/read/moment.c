/*
 * moment - instants as programs write them, beyond date_read_instant.
 *
 * ctime: the C standard's form (C11 7.27.3.1), always English.  PDH-CSV: the
 * bias of the Windows time zone, UTC = local time + bias in minutes.
 */
#include "read/moment.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/ratio.h"

/* Far past the year 9999: text of that size is no count of seconds. */
static const int64_t epoch_most = INT64_C(253402300799);

/* 9999-12-31, of days from 1900. */
static const int64_t serial_most = 2958465;

/* Without `.` and digits at the end. */
static struct str cut_fraction(struct str text) {
	size_t n = text.n;
	while (n > 0 && text.p[n - 1] >= '0' && text.p[n - 1] <= '9')
		n--;
	if (n > 0 && n < text.n && text.p[n - 1] == '.')
		text.n = n - 1;
	return text;
}

/* per: counts of a second. */
static bool read_epoch(struct str text, int64_t per, int64_t *instant) {
	int64_t n;
	if (!str_int(cut_fraction(text), &n) || n < 0 || n / per > epoch_most)
		return false;
	*instant = n / per;
	return true;
}

/*
 * Days and their fraction as spreadsheets count them, to the nearest second:
 * day 1 is 1900-01-01 and a day 60 that never was is counted, so the days up
 * to it are refused; or day 0 is 1904-01-01.
 */
static bool read_serial(struct str text, bool from_1904, int64_t offset,
    int64_t *instant) {
	struct decimal days;
	size_t fraction = text.n - cut_fraction(text).n;
	if (fraction > 10)	/* nine decimals tell a second */
		text.n -= fraction - 10;
	if (!ratio_read_decimal(text, &days))
		return false;
	int64_t unit = 1;
	for (int i = 0; i < days.scale; i++)
		unit *= 10;
	int64_t day = days.n / unit;
	if (days.n < 0 || day > serial_most || (!from_1904 && day <= 60))
		return false;
	int64_t rest = (days.n % unit * DATE_DAY + unit / 2) / unit;
	int64_t first = date_day(from_1904 ? (struct civil){ 1904, 1, 1 }
	    : (struct civil){ 1899, 12, 30 });
	*instant = date_start(first + day, offset) + rest;
	return true;
}

/* 1 to 12, or 0. */
static int month_of(struct str word) {
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	for (int i = 0; word.n == 3 && i < 12; i++)
		if (memcmp(months + i * 3, word.p, 3) == 0)
			return i + 1;
	return 0;
}

static bool read_ctime(struct str text, int64_t offset, int64_t *instant) {
	struct str rest = text, weekday, month, day, clock, year;
	if (!str_word(&rest, &weekday) || !str_word(&rest, &month)
	    || !str_word(&rest, &day) || !str_word(&rest, &clock)
	    || !str_word(&rest, &year) || str_trim(rest).n != 0)
		return false;
	char plain[64];
	if (day.n > 2 || clock.n > 8 || year.n != 4)
		return false;
	snprintf(plain, sizeof plain, "%.*s-%d-%.*s %.*s", (int)year.n, year.p,
	    month_of(month), (int)day.n, day.p, (int)clock.n, clock.p);
	return date_read_instant(str_of(plain), offset, instant);
}

bool moment_read(struct str text, struct str form, int64_t offset,
    int64_t *instant) {
	if (str_is(form, "epoch"))
		return read_epoch(text, 1, instant);
	if (str_is(form, "epoch-ms"))
		return read_epoch(text, 1000, instant);
	if (str_is(form, "excel") || str_is(form, "excel-1904"))
		return read_serial(text, form.n > 5, offset, instant);
	if (str_is(form, "ctime"))
		return read_ctime(text, offset, instant);
	bool seconds = form.n > 0 && form.p[form.n - 1] == 's';
	return date_read_form(seconds ? cut_fraction(text) : text, form, offset,
	    instant);
}

bool moment_pdh_zone(struct str cell, int64_t *offset) {
	if (!str_starts(cell, "(PDH-CSV") || cell.p[cell.n - 1] != ')')
		return false;
	size_t open = cell.n - 1;
	while (open > 0 && cell.p[open] != '(')
		open--;
	int64_t west;
	if (!str_int((struct str){ cell.p + open + 1, cell.n - open - 2 },
	    &west) || west < -1440 || west > 1440)
		return false;
	*offset = -west * 60;
	return true;
}
