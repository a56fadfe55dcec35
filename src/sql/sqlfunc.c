/*
 * sqlfunc - calendars, local time and exact aggregates as SQL functions.
 *
 * A wrong argument is an error of the statement that calls, which usersql
 * reports with the place in the contract.
 */
#include "sql/sqlfunc.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/ratio.h"
#include "sql/db.h"
#include "sql/handle.h"

static const struct sqlfunc *known_of(sqlite3_context *context) {
	return sqlite3_user_data(context);
}

/* All arguments up to count are integers; when one is NULL the result is NULL,
 * when one is something else an error. */
static bool are_instants(sqlite3_context *context, sqlite3_value **argument,
    int count) {
	for (int i = 0; i < count; i++) {
		int type = sqlite3_value_type(argument[i]);
		if (type == SQLITE_NULL)
			return false;
		if (type == SQLITE_INTEGER)
			continue;
		sqlite3_result_error(context, "an instant or a number of days "
		    "is a whole number", -1);
		return false;
	}
	return true;
}

static void put_text(sqlite3_context *context, struct str text) {
	sqlite3_result_text(context, text.p, (int)text.n, SQLITE_TRANSIENT);
}

/* Beyond what a civil year of four digits can say there is no date. */
static bool is_civil(int64_t at) {
	return at > -62000000000 && at < 253000000000;
}

/* The first n characters of the local date and time; 0: all of the ISO form. */
static void put_local(sqlite3_context *context, sqlite3_value **argument,
    size_t n) {
	if (!are_instants(context, argument, 1)
	    || !is_civil(sqlite3_value_int64(argument[0])))
		return;
	struct arena *scratch = arena_new();
	struct buf text = buf_in(scratch);
	date_write_iso(&text, sqlite3_value_int64(argument[0]),
	    known_of(context)->offset);
	struct str iso = buf_str(&text);
	iso.n = n == 0 || n > iso.n ? iso.n : n;
	put_text(context, iso);
	arena_free(scratch);
}

static void local_date(sqlite3_context *context, int n,
    sqlite3_value **argument) {
	(void)n;
	put_local(context, argument, strlen("2026-10-01"));
}

static void local_month(sqlite3_context *context, int n,
    sqlite3_value **argument) {
	(void)n;
	put_local(context, argument, strlen("2026-10"));
}

static void local_text(sqlite3_context *context, int n,
    sqlite3_value **argument) {
	(void)n;
	put_local(context, argument, 0);
}

static const struct calendar *calendar_of(sqlite3_context *context,
    sqlite3_value *argument) {
	const struct sqlfunc *known = known_of(context);
	struct str id = db_value(argument).text;
	for (size_t i = 0; i < known->calendars; i++)
		if (str_equal(known->calendar[i]->id, id))
			return known->calendar[i];
	sqlite3_result_error(context, "the contract has no such calendar", -1);
	return NULL;
}

static void business_seconds(sqlite3_context *context, int n,
    sqlite3_value **argument) {
	(void)n;
	if (!are_instants(context, argument, 2))
		return;
	int64_t start = sqlite3_value_int64(argument[0]);
	int64_t end = sqlite3_value_int64(argument[1]);
	const struct calendar *calendar = calendar_of(context, argument[2]);
	if (calendar != NULL && is_civil(start) && is_civil(end))
		sqlite3_result_int64(context,
		    calendar_seconds(calendar, start, end));
}

static void business_deadline(sqlite3_context *context, int n,
    sqlite3_value **argument) {
	(void)n;
	if (!are_instants(context, argument, 2))
		return;
	int64_t start = sqlite3_value_int64(argument[0]);
	int64_t days = sqlite3_value_int64(argument[1]);
	const struct calendar *calendar = calendar_of(context, argument[2]);
	if (calendar != NULL && is_civil(start) && days >= 0 && days < 100000)
		sqlite3_result_int64(context,
		    calendar_business_days(calendar, start, days, -1));
}

/* The values of a percentile: copies that SQLite owns. */
struct sample {
	sqlite3_value **at;
	size_t count;
	struct decimal p;
};

/* Whole numbers are compared as such, so that large ones keep their order. */
static int compare_values(const void *a, const void *b) {
	sqlite3_value *x = *(sqlite3_value *const *)a;
	sqlite3_value *y = *(sqlite3_value *const *)b;
	if (sqlite3_value_type(x) == SQLITE_INTEGER
	    && sqlite3_value_type(y) == SQLITE_INTEGER) {
		int64_t i = sqlite3_value_int64(x), j = sqlite3_value_int64(y);
		return (i > j) - (i < j);
	}
	double i = sqlite3_value_double(x), j = sqlite3_value_double(y);
	return (i > j) - (i < j);
}

static bool read_percent(sqlite3_value *argument, struct decimal *p) {
	struct str text = { (const char *)sqlite3_value_text(argument),
	    (size_t)sqlite3_value_bytes(argument) };
	return ratio_read_decimal(text, p)
	    && ratio_compare_decimal(*p, (struct decimal){ 0, 0 }) >= 0
	    && ratio_compare_decimal(*p, (struct decimal){ 100, 0 }) <= 0;
}

static void percentile_step(sqlite3_context *context, int n,
    sqlite3_value **argument) {
	(void)n;
	struct sample *sample = sqlite3_aggregate_context(context,
	    sizeof *sample);
	int type = sqlite3_value_numeric_type(argument[0]);
	if (sample == NULL || type == SQLITE_NULL)
		return;
	if ((type != SQLITE_INTEGER && type != SQLITE_FLOAT)
	    || !read_percent(argument[1], &sample->p)) {
		sqlite3_result_error(context, "percentile takes a number and "
		    "a percentage from 0 to 100", -1);
		return;
	}
	if ((sample->count & (sample->count + 1)) == 0) {
		sqlite3_value **more = sqlite3_realloc64(sample->at,
		    (2 * sample->count + 2) * sizeof *more);
		if (more == NULL)
			die("out of memory");
		sample->at = more;
	}
	sample->at[sample->count++] = sqlite3_value_dup(argument[0]);
}

/* x[ceil(p/100 n)], the first for p = 0 (sla.md, Rates, counts, statistics). */
static size_t rank_of(const struct sample *sample) {
	__int128 hundred = 100;
	for (int i = 0; i < sample->p.scale; i++)
		hundred *= 10;
	__int128 rank = ((__int128)sample->p.n * (__int128)sample->count
	    + hundred - 1) / hundred;
	return rank < 1 ? 0 : (size_t)rank - 1;
}

static void percentile_final(sqlite3_context *context) {
	struct sample *sample = sqlite3_aggregate_context(context, 0);
	if (sample == NULL || sample->count == 0)
		return;
	qsort(sample->at, sample->count, sizeof *sample->at, compare_values);
	sqlite3_result_value(context, sample->at[rank_of(sample)]);
	for (size_t i = 0; i < sample->count; i++)
		sqlite3_value_free(sample->at[i]);
	sqlite3_free(sample->at);
}

/* A sum under way: whole units, and units of 10^-9 beside them.  Every decimal
 * of geppo is exact there. */
struct total {
	int64_t whole, nano;
	int scale;
	bool any;
};

enum { NANO_DIGITS = 9 };

/* The data are to blame, not the statement: no internal fault (db.c). */
static void too_large(sqlite3_context *context) {
	sqlite3_result_error(context, "a sum is too large", -1);
	sqlite3_result_error_code(context, SQLITE_TOOBIG);
}

static void sum_step(sqlite3_context *context, int n,
    sqlite3_value **argument) {
	(void)n;
	struct total *total = sqlite3_aggregate_context(context, sizeof *total);
	if (total == NULL || sqlite3_value_type(argument[0]) == SQLITE_NULL)
		return;
	struct decimal value;
	struct str text = { (const char *)sqlite3_value_text(argument[0]),
	    (size_t)sqlite3_value_bytes(argument[0]) };
	if (!ratio_read_decimal(text, &value)) {
		sqlite3_result_error(context, "decimal_sum takes decimals", -1);
		return;
	}
	int64_t power = 1, finer = 1;
	for (int i = 0; i < NANO_DIGITS; i++) {
		power *= i < value.scale ? 10 : 1;
		finer *= i < value.scale ? 1 : 10;
	}
	if (__builtin_add_overflow(total->whole, value.n / power,
	    &total->whole)) {
		too_large(context);
		return;
	}
	total->nano += value.n % power * finer;
	total->scale = value.scale > total->scale ? value.scale : total->scale;
	total->any = true;
}

static void sum_final(sqlite3_context *context) {
	struct total *total = sqlite3_aggregate_context(context, 0);
	if (total == NULL || !total->any)
		return;
	__int128 sum = (__int128)total->whole * 1000000000 + total->nano;
	for (int i = total->scale; i < NANO_DIGITS; i++)
		sum /= 10;
	if (sum > INT64_MAX || sum < INT64_MIN) {
		too_large(context);
		return;
	}
	struct arena *scratch = arena_new();
	put_text(context, ratio_exact(scratch,
	    (struct decimal){ (int64_t)sum, total->scale }));
	arena_free(scratch);
}

static const struct {
	const char *name;
	int arguments;
	void (*plain)(sqlite3_context *, int, sqlite3_value **);
	void (*step)(sqlite3_context *, int, sqlite3_value **);
	void (*final)(sqlite3_context *);
} functions[] = {
	{ "local_date", 1, local_date, NULL, NULL },
	{ "local_month", 1, local_month, NULL, NULL },
	{ "local_text", 1, local_text, NULL, NULL },
	{ "business_seconds", 3, business_seconds, NULL, NULL },
	{ "business_deadline", 3, business_deadline, NULL, NULL },
	{ "percentile", 2, NULL, percentile_step, percentile_final },
	{ "decimal_sum", 1, NULL, sum_step, sum_final },
};

void sqlfunc_register(struct db *db, const struct sqlfunc *known) {
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (sqlite3_create_function(db->sqlite, functions[i].name,
		    functions[i].arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC
		    | SQLITE_INNOCUOUS, (void *)known, functions[i].plain,
		    functions[i].step, functions[i].final) != SQLITE_OK)
			die("%s: %s", functions[i].name,
			    sqlite3_errmsg(db->sqlite));
}
