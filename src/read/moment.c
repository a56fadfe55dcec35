/*
 * moment - instants as programs write them, beyond date_read_instant.
 *
 * ctime: the C standard's form (C11 7.27.3.1), always English.  PDH-CSV: the
 * bias of the Windows time zone, UTC = local time + bias in minutes.
 */
#include "read/moment.h"

#include "base/arena.h"
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

static bool read_ctime(struct str text, int64_t offset, int64_t *instant) {
	struct str weekday;
	return str_word(&text, &weekday) && date_read_form(text,
	    str_of("MMM D hh:mm:ss YYYY"), offset, instant);
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
	return date_read_form(text, form, offset, instant);
}

/* A number could be many things: its digits tell which one. */
static const char *number_form(struct str text) {
	int64_t value;
	struct str rest = text;
	size_t digits = str_digits(&rest, 18, &value);
	if (rest.n != 0 && rest.p[0] != '.')
		return NULL;
	return digits == 10 ? "epoch" : digits == 13 ? "epoch-ms"
	    : digits == 5 ? "excel" : digits == 8 ? "YYYYMMDD"
	    : digits == 12 ? "YYYYMMDDhhmm"
	    : digits == 14 ? "YYYYMMDDhhmmss" : NULL;
}

const char *moment_forms(struct arena *arena, struct str text) {
	static const char *const days[] = {
		"D/M/YYYY", "M/D/YYYY", "D-M-YYYY", "M-D-YYYY", "D.M.YYYY",
		"D/M/YY", "M/D/YY", "D/MMM/YY", "D/MMM/YYYY", "D-MMM-YY",
		"D-MMM-YYYY", "D MMM YYYY", "MMM D, YYYY"
	};
	static const char *const times[] = {
		"h:mm", "h:mm:ss", "h:mm a", "h:mm:ss a"
	};
	const char *found = number_form(text);
	int64_t at;
	if (found == NULL && read_ctime(text, 0, &at))
		found = "ctime";
	for (size_t i = 0; found == NULL && i < sizeof times / sizeof *times; i++)
		for (size_t k = 0; k < sizeof days / sizeof *days; k++) {
			const char *form = arena_printf(arena, "%s %s", days[k],
			    times[i]);
			if (!date_read_form(text, str_of(form), 0, &at))
				continue;
			found = found == NULL ? form : arena_printf(arena,
			    "%s\" / \"%s", found, form);
		}
	return found;
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
