/*
 * forecast - the line of least squares, in integers.
 *
 * With x a day and y a value, both from their least: slope = A / B and
 * R squared = A^2 / (B C), where A = n Sxy - Sx Sy, B = n Sxx - Sx^2 and
 * C = n Syy - Sy^2.  With y below 10^12 all of it stays below 2^127.
 */
#include "facts/forecast.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/capacity.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

#define RANGE_MOST 1000000000000
#define DAYS_MOST 36525
#define MONTH 30

struct sums {
	__int128 n, x, y, xx, xy, yy;
	int64_t day, least;		/* where x and y are 0 */
};

static bool sum_up(const struct forecast_point *point, size_t n,
    struct sums *sums) {
	*sums = (struct sums){ .n = (__int128)n, .day = point[0].day,
	    .least = point[0].n };
	for (size_t i = 1; i < n; i++)
		if (point[i].n < sums->least)
			sums->least = point[i].n;
	for (size_t i = 0; i < n; i++) {
		__int128 x = point[i].day - sums->day;
		__int128 y = (__int128)point[i].n - sums->least;
		if (y > RANGE_MOST)
			return false;
		sums->x += x;
		sums->y += y;
		sums->xx += x * x;
		sums->xy += x * y;
		sums->yy += y * y;
	}
	return true;
}

/* num / den with both in 64 bits; the low bits go, of both alike. */
static struct ratio narrowed(__int128 num, __int128 den) {
	while (num > INT64_MAX || num < -INT64_MAX || den > INT64_MAX) {
		num /= 2;
		den /= 2;
	}
	return (struct ratio){ (int64_t)num, (int64_t)den };
}

/* The first x with y(x) >= level: n A x >= (n level - Sy) B + A Sx. */
static __int128 first_at(const struct sums *s, __int128 a, __int128 b,
    __int128 level) {
	__int128 num = (s->n * level - s->y) * b + a * s->x, den = s->n * a;
	return num <= 0 ? 0 : (num + den - 1) / den;
}

struct forecast forecast_line(const struct forecast_point *point, size_t n,
    int64_t threshold) {
	struct forecast forecast = { FORECAST_FEW, 0, { 0, 0 }, { 0, 0 } };
	struct sums s;
	if (n < 3 || !sum_up(point, n, &s))
		return forecast;
	__int128 a = s.n * s.xy - s.x * s.y;
	__int128 b = s.n * s.xx - s.x * s.x;
	__int128 c = s.n * s.yy - s.y * s.y;
	if (b == 0)
		return forecast;
	forecast.result = FORECAST_FLAT;
	forecast.slope = narrowed(a, b);
	if (c != 0)
		forecast.fit = narrowed(a * a, b * c);
	if (a <= 0 || 2 * a * a < b * c)
		return forecast;
	__int128 level = (__int128)threshold - s.least;
	if (level > 100 * (__int128)RANGE_MOST) {
		forecast.result = FORECAST_FAR;
		return forecast;
	}
	__int128 x = first_at(&s, a, b, level);
	forecast.result = x <= point[n - 1].day - s.day ? FORECAST_REACHED
	    : x > DAYS_MOST ? FORECAST_FAR : FORECAST_DAY;
	if (forecast.result == FORECAST_DAY)
		forecast.day = s.day + (int64_t)x;
	return forecast;
}

/* value in units of 10^-scale; false when that is beyond 64 bits. */
static bool scaled(struct decimal value, int scale, int64_t *n) {
	for (; value.scale < scale; value.scale++)
		if (__builtin_mul_overflow(value.n, 10, &value.n))
			return false;
	*n = value.n;
	return true;
}

/* The line through the last days of the series, in units of 10^-*scale. */
static struct forecast measure(struct arena *arena,
    const struct rows_series *series, struct decimal threshold, int *scale) {
	struct forecast none = { FORECAST_FEW, 0, { 0, 0 }, { 0, 0 } };
	struct forecast_point *point = arena_array(arena, series->recents + 1,
	    sizeof *point);
	int64_t level;
	*scale = series->scale > threshold.scale ? series->scale
	    : threshold.scale;
	if (!scaled(threshold, *scale, &level))
		return none;
	for (size_t i = 0; i < series->recents; i++) {
		point[i].day = series->recent[i].first;
		if (!scaled((struct decimal){ series->recent[i].p95,
		    series->scale }, *scale, &point[i].n))
			return none;
	}
	return forecast_line(point, series->recents, level);
}

/* The rise in 30 days, in the metric's unit, upwards; a fall has a sign. */
static struct str slope_text(struct arena *arena,
    const struct forecast *forecast, int scale) {
	bool falls = forecast->slope.num < 0;
	__int128 num = (__int128)forecast->slope.num * MONTH;
	__int128 den = forecast->slope.den;
	for (; scale > 0; scale--)
		den *= 10;
	struct ratio rise = narrowed(falls ? -num : num, den);
	if (rise.den == 0)
		return (struct str){ NULL, 0 };
	struct str text = ratio_show(arena, rise, 1, 2, !falls);
	return str_of(arena_printf(arena, "%s%.*s", rise.num == 0 ? "±"
	    : falls ? "-" : "+", (int)text.n, text.p));
}

static void add_outlook(struct sheet *sheet, const struct forecast *forecast) {
	static const char *const keys[FORECAST_RESULTS] = {
		[FORECAST_FEW] = "forecast.few",
		[FORECAST_FLAT] = "forecast.flat",
		[FORECAST_REACHED] = "forecast.reached",
		[FORECAST_FAR] = "forecast.far",
	};
	if (forecast->result == FORECAST_DAY)
		sheet_day(sheet, true, forecast->day);
	else
		sheet_word(sheet, keys[forecast->result],
		    forecast->result == FORECAST_REACHED ? TONE_WARN
		    : TONE_NONE);
}

static void add_row(struct sheet *sheet, const struct facts *facts,
    const struct rows_series *series, const struct threshold *threshold) {
	struct arena *arena = sheet->arena;
	int scale;
	struct forecast forecast = measure(arena, series, threshold->value,
	    &scale);
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, series->host);
	sheet_cell(sheet, capacity_name(arena, facts, series->metric),
	    series->metric, TONE_NONE);
	sheet_text(sheet, series->unit);
	sheet_int(sheet, (int64_t)series->recents);
	sheet_text(sheet, slope_text(arena, &forecast, scale));
	sheet_text(sheet, ratio_show(arena, forecast.fit, 1, 2, false));
	sheet_text(sheet, ratio_exact(arena, threshold->value));
	add_outlook(sheet, &forecast);
}

void forecast_add(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "forecast");
	sheet_columns(&sheet, "host:text metric:text unit:text days:int "
	    "slope:decimal fit:decimal threshold:decimal outlook:status");
	for (size_t i = 0; i < facts->rows->series_count; i++) {
		const struct rows_series *series = &facts->rows->series[i];
		const struct threshold *threshold = capacity_threshold(facts,
		    series);
		if (threshold != NULL && series->whole.n != 0)
			add_row(&sheet, facts, series, threshold);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}
