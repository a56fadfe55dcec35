/*
 * period - the calendar intervals that a report covers (sla.md, Time).
 *
 * Days only, so no offset is asked.  A fiscal year begins on 1 April and bears
 * the number of the calendar year that it begins in; weeks are those of ISO
 * 8601, and a week belongs to the year that its Thursday lies in.
 */
#include "base/period.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"

enum { APRIL = 4 };

static int64_t day_of(int year, int month, int day) {
	return date_day((struct civil){ year, month, day });
}

static struct period months_from(enum period_kind kind, int64_t first,
    int months) {
	return (struct period){ kind, first, date_add_months(first, months) };
}

/* The Monday of the ISO week 1: of the week that holds 4 January. */
static int64_t week_one(int year) {
	int64_t day = day_of(year, 1, 4);
	return day - date_weekday(day);
}

static bool take_number(struct str *text, size_t least, size_t most,
    int *value) {
	int64_t number;
	if (str_digits(text, most, &number) < least)
		return false;
	*value = (int)number;
	return true;
}

/* Four digits from 0001, or an era's year. */
static bool take_year(struct str *text, int *year) {
	size_t n = date_read_era_year(*text, year);
	*text = (struct str){ text->p + n, text->n - n };
	return n > 0 || (take_number(text, 4, 4, year) && *year >= 1);
}

/* `-Q3` or 第3四半期 behind a fiscal year: 1 to 4, or 0 for the whole year. */
static bool take_quarter(struct str *text, const char *before,
    const char *after, int *quarter) {
	*quarter = 0;
	if (text->n == 0)
		return true;
	return str_take(text, before) && take_number(text, 1, 1, quarter)
	    && *quarter >= 1 && *quarter <= 4 && str_take(text, after);
}

static struct period fiscal(int year, int quarter) {
	int64_t april = day_of(year, APRIL, 1);
	if (quarter == 0)
		return months_from(PERIOD_YEAR, april, 12);
	return months_from(PERIOD_QUARTER,
	    date_add_months(april, (quarter - 1) * 3), 3);
}

/* FY2026, FY2026-Q3, 令和8年度, 令和8年度第3四半期 */
static bool read_fiscal(struct str text, struct period *period) {
	int year, quarter;
	bool western = str_take(&text, "FY");
	if (western) {
		if (!take_number(&text, 4, 4, &year) || year < 1
		    || !take_quarter(&text, "-Q", "", &quarter))
			return false;
	} else {
		if (!take_year(&text, &year) || !str_take(&text, "年度")
		    || !take_quarter(&text, "第", "四半期", &quarter))
			return false;
	}
	*period = fiscal(year, quarter);
	return text.n == 0;
}

/* 2026-W43 */
static bool read_week(struct str text, struct period *period) {
	int year, week;
	if (!take_number(&text, 4, 4, &year) || year < 1
	    || !str_take(&text, "-W") || !take_number(&text, 2, 2, &week))
		return false;
	int64_t first = week_one(year) + (week - 1) * 7;
	*period = (struct period){ PERIOD_WEEK, first, first + 7 };
	return text.n == 0 && week >= 1 && first < week_one(year + 1);
}

/* 2026-10, R8-10, R8.10, 令和8年10月 */
static bool read_month(struct str text, struct period *period) {
	int year, month;
	bool era = date_read_era_year(text, &year) > 0;
	if (!take_year(&text, &year))
		return false;
	bool western = str_take(&text, "-")
	    || (era && str_take(&text, "."));
	if (!western && !str_take(&text, "年"))
		return false;
	if (!take_number(&text, 1, 2, &month) || month < 1 || month > 12)
		return false;
	if (!western && !str_take(&text, "月"))
		return false;
	*period = months_from(PERIOD_MONTH, day_of(year, month, 1), 1);
	return text.n == 0;
}

static bool read_day(struct str text, struct period *period) {
	int64_t day;
	if (!date_read_day(text, &day))
		return false;
	*period = (struct period){ PERIOD_DAY, day, day + 1 };
	return true;
}

/* Any period but a range. */
static bool read_single(struct str text, const struct period *term,
    struct period *period) {
	if (str_is(text, "contract") && term != NULL) {
		*period = (struct period){ PERIOD_CONTRACT, term->first,
			term->end };
		return true;
	}
	return read_fiscal(text, period) || read_week(text, period)
	    || read_month(text, period) || read_day(text, period);
}

/* Any two periods, the second not ending before the first begins
 * (sla-details 3). */
static bool read_range(struct str text, size_t dots, const struct period *term,
    struct period *period) {
	struct period from, to;
	if (!read_single((struct str){ text.p, dots }, term, &from)
	    || !read_single((struct str){ text.p + dots + 2,
		text.n - dots - 2 }, term, &to))
		return false;
	*period = (struct period){ PERIOD_RANGE, from.first, to.end };
	return from.first < to.end;
}

static bool find_dots(struct str text, size_t *at) {
	for (*at = 0; *at + 1 < text.n; (*at)++)
		if (text.p[*at] == '.' && text.p[*at + 1] == '.')
			return true;
	return false;
}

bool period_read(struct arena *arena, struct str text,
    const struct period *term, struct period *period) {
	struct str plain = str_trim(str_narrow(arena, text));
	struct period found;
	size_t dots;
	if (plain.n == 0)
		return false;
	bool read = find_dots(plain, &dots)
	    ? read_range(plain, dots, term, &found)
	    : read_single(plain, term, &found);
	if (read)
		*period = found;
	return read;
}

static int fiscal_year(int64_t day) {
	struct civil civil = date_civil(day);
	return civil.year - (civil.month < APRIL);
}

static int fiscal_quarter(int64_t day) {
	return (date_civil(day).month + 12 - APRIL) % 12 / 3 + 1;
}

static int week_year(const struct period *week) {
	return date_civil(week->first + 3).year;
}

static int week_number(const struct period *week) {
	return (int)((week->first - week_one(week_year(week))) / 7) + 1;
}

static void write_range(struct buf *buf, const struct period *period,
    const char *between, void (*write)(struct buf *, int64_t)) {
	write(buf, period->first);
	buf_text(buf, between);
	write(buf, period->end - 1);
}

struct str period_name(struct arena *arena, const struct period *period) {
	struct civil first = date_civil(period->first);
	int fy = fiscal_year(period->first);
	struct buf buf = buf_in(arena);
	switch (period->kind) {
	case PERIOD_DAY:
		date_write_day(&buf, period->first);
		return buf_str(&buf);
	case PERIOD_WEEK:
		return str_of(arena_printf(arena, "%04d-W%02d",
		    week_year(period), week_number(period)));
	case PERIOD_MONTH:
		return str_of(arena_printf(arena, "%04d-%02d", first.year,
		    first.month));
	case PERIOD_QUARTER:
		return str_of(arena_printf(arena, "FY%04d-Q%d", fy,
		    fiscal_quarter(period->first)));
	case PERIOD_YEAR:
		return str_of(arena_printf(arena, "FY%04d", fy));
	case PERIOD_RANGE:
		write_range(&buf, period, "..", date_write_day);
		return buf_str(&buf);
	case PERIOD_CONTRACT:
		break;
	}
	return str_of("contract");
}

/* Do both ends of the period lie between months? */
static bool whole_months(const struct period *period) {
	return date_month_start(period->first) == period->first
	    && date_month_start(period->end) == period->end;
}

struct str period_title_ja(struct arena *arena, const struct period *period) {
	struct buf buf = buf_in(arena);
	switch (period->kind) {
	case PERIOD_DAY:
		date_write_era(&buf, period->first);
		break;
	case PERIOD_WEEK:
		date_write_era(&buf, period->first);
		buf_text(&buf, "の週");
		break;
	case PERIOD_MONTH:
		date_write_era_month(&buf, period->first);
		break;
	case PERIOD_QUARTER:
		date_write_era_fiscal(&buf, fiscal_year(period->first));
		buf_text(&buf, "第");
		buf_int(&buf, fiscal_quarter(period->first));
		buf_text(&buf, "四半期");
		break;
	case PERIOD_YEAR:
		date_write_era_fiscal(&buf, fiscal_year(period->first));
		break;
	case PERIOD_RANGE:
	case PERIOD_CONTRACT:
		write_range(&buf, period, "～", whole_months(period)
		    ? date_write_era_month : date_write_era);
		break;
	}
	return buf_str(&buf);
}

static void write_english_month(struct buf *buf, int64_t day) {
	static const char *const names[] = {
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December"
	};
	struct civil civil = date_civil(day);
	buf_text(buf, names[civil.month - 1]);
	buf_char(buf, ' ');
	buf_int(buf, civil.year);
}

static void write_english_day(struct buf *buf, int64_t day) {
	buf_int(buf, date_civil(day).day);
	buf_char(buf, ' ');
	write_english_month(buf, day);
}

struct str period_title_en(struct arena *arena, const struct period *period) {
	int fy = fiscal_year(period->first);
	struct buf buf = buf_in(arena);
	switch (period->kind) {
	case PERIOD_DAY:
		write_english_day(&buf, period->first);
		break;
	case PERIOD_WEEK:
		buf_text(&buf, "week of ");
		write_english_day(&buf, period->first);
		break;
	case PERIOD_MONTH:
		write_english_month(&buf, period->first);
		break;
	case PERIOD_QUARTER:
		return str_of(arena_printf(arena, "FY%04d Q%d", fy,
		    fiscal_quarter(period->first)));
	case PERIOD_YEAR:
		return str_of(arena_printf(arena, "FY%04d", fy));
	case PERIOD_RANGE:
	case PERIOD_CONTRACT:
		write_range(&buf, period, " to ", whole_months(period)
		    ? write_english_month : write_english_day);
		break;
	}
	return buf_str(&buf);
}

struct period period_before(const struct period *period) {
	int64_t days = period->end - period->first;
	int64_t first = period->first - days;
	enum period_kind kind = period->kind;
	if (kind == PERIOD_MONTH)
		first = date_add_months(period->first, -1);
	else if (kind == PERIOD_QUARTER)
		first = date_add_months(period->first, -3);
	else if (kind == PERIOD_YEAR)
		first = date_add_months(period->first, -12);
	else if (kind == PERIOD_CONTRACT)
		kind = PERIOD_RANGE;
	return (struct period){ kind, first, period->first };
}

struct period period_month(int64_t day) {
	return months_from(PERIOD_MONTH, date_month_start(day), 1);
}

struct period period_year(int64_t day) {
	return fiscal(fiscal_year(day), 0);
}

bool period_year_before(const struct period *period, struct period *before) {
	if (period->kind == PERIOD_CONTRACT
	    || date_month_start(period->first) != period->first
	    || date_month_start(period->end) != period->end)
		return false;
	*before = (struct period){ period->kind,
	    date_add_months(period->first, -12),
	    date_add_months(period->end, -12) };
	return true;
}
