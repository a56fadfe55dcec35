/*
 * demand - what the required levels ask for and what came.
 *
 * A limit far above the time that nearly all records take, hours of reception
 * in which nothing comes, alerts that nobody acts on: what may be agreed at a
 * lower level.  Shares are shown downwards.
 */
#include "facts/demand.h"

#include "base/arena.h"
#include "facts/carry.h"
#include "facts/cell.h"
#include "facts/definition.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/survey.h"

static void add_share(struct sheet *sheet, struct ratio share) {
	struct str text = ratio_show(sheet->arena, share, 100, 1, false);
	sheet_cell(sheet, text.n == 0 ? text : phrase_value(sheet->arena,
	    sheet->words, text, str_of("%")), text, TONE_NONE);
}

/* The counted seconds of what stopped and is scored, sorted. */
static struct decimal *seconds_of(struct arena *arena,
    const struct clock *clock, size_t *n) {
	struct decimal *seconds = arena_array(arena, clock->entries + 1,
	    sizeof *seconds);
	*n = 0;
	for (size_t i = 0; i < clock->entries; i++)
		if (clock->entry[i].has_stop
		    && clock->entry[i].score != CLOCK_UNJUDGED)
			seconds[(*n)++].n = clock->entry[i].counted;
	tally_sort(seconds, *n);
	return seconds;
}

/* Days and months are no number of seconds. */
static struct ratio used_share(const struct indicator *indicator,
    int64_t seconds) {
	bool timed = indicator->limit.unit == UNIT_SECONDS
	    && indicator->limit.n != 0;
	return timed ? (struct ratio){ seconds, indicator->limit.n }
	    : (struct ratio){ 0, 0 };
}

static void add_clock(struct sheet *sheet, const struct indicator *indicator,
    const struct clock *clock) {
	static const struct decimal p95 = { 95, 0 }, p50 = { 50, 0 };
	size_t n;
	const struct decimal *seconds = seconds_of(sheet->arena, clock, &n);
	int64_t slow = n == 0 ? 0 : tally_percentile(seconds, n, p95).n;
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, indicator->id);
	sheet_text(sheet, indicator->name);
	sheet_text(sheet, phrase_duration(sheet->arena, sheet->words,
	    indicator->limit));
	sheet_int(sheet, (int64_t)n);
	sheet_seconds(sheet, n != 0, n == 0 ? 0 : tally_percentile(seconds, n,
	    p50).n);
	sheet_seconds(sheet, n != 0, slow);
	sheet_seconds(sheet, n != 0, n == 0 ? 0 : seconds[n - 1].n);
	add_share(sheet, n == 0 ? (struct ratio){ 0, 0 }
	    : used_share(indicator, slow));
}

static void add_times(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	struct sheet sheet = sheet_new(arena, facts, "demand-times");
	sheet_columns(&sheet, "id:id name:text limit:text count:int "
	    "median:duration p95:duration most:duration limit-share:percent");
	for (size_t i = 0; i < facts->figures; i++) {
		const struct indicator *indicator = facts->figure[i].indicator;
		if (outcomes[i]->clock != NULL && indicator->target.n != 0)
			add_clock(&sheet, indicator, outcomes[i]->clock);
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

/* Tickets received in the period while the calendar was open, and closed. */
static void add_calendar(struct sheet *sheet, const struct facts *facts,
    const struct calendar *calendar) {
	const struct rows *rows = facts->rows;
	const struct rows_table *table = &rows->table[RECORD_ticket];
	int64_t until = rows->end < rows->as_of ? rows->end : rows->as_of, at;
	struct spans open = calendar_open(sheet->arena, calendar, rows->start,
	    until);
	int64_t in = 0, out = 0;
	for (size_t i = 0; i < table->count; i++) {
		if (!carry_counts(&table->row[i])
		    || !cell_int(&table->row[i], cell_index(RECORD_ticket,
		    "received_at"), &at) || at < rows->start || at >= until)
			continue;
		if (span_contains(open, at))
			in++;
		else
			out++;
	}
	sheet_sum(sheet, ROW_BODY);
	sheet_text(sheet, definition_calendar(sheet->arena, sheet->words,
	    calendar));
	sheet_int(sheet, in);
	sheet_int(sheet, out);
	add_share(sheet, (struct ratio){ out, in + out });
}

static void add_hours(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "demand-hours");
	sheet_columns(&sheet, "hours-of:text received-in:int received-out:int "
	    "out-share:percent");
	for (size_t i = 0; i < facts->contract->calendars; i++)
		if (!facts->contract->calendar[i]->elapsed)
			add_calendar(&sheet, facts,
			    facts->contract->calendar[i]);
	survey_table(arena, facts, sheet_close(&sheet));
}

/* Alerts of one severity. */
struct alerts {
	struct str severity;
	int64_t count, tickets;		/* of them with a ticket */
};

static struct alerts *alerts_of(struct alerts *alerts, size_t *count,
    struct str severity) {
	size_t i = 0;
	while (i < *count && !str_equal(alerts[i].severity, severity))
		i++;
	if (i == *count)
		alerts[(*count)++] = (struct alerts){ severity, 0, 0 };
	return &alerts[i];
}

static int by_severity(const void *a, const void *b) {
	return str_compare(((const struct alerts *)a)->severity,
	    ((const struct alerts *)b)->severity);
}

static struct alerts *count_alerts(struct arena *arena,
    const struct rows *rows, size_t *count) {
	const struct rows_table *table = &rows->table[RECORD_alert];
	struct alerts *alerts = arena_array(arena, table->count + 1,
	    sizeof *alerts);
	int64_t until = rows->end < rows->as_of ? rows->end : rows->as_of, at;
	*count = 0;
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		if (!cell_int(row, cell_index(RECORD_alert, "raised_at"), &at)
		    || at < rows->start || at >= until)
			continue;
		struct alerts *of = alerts_of(alerts, count, cell_text(row,
		    cell_index(RECORD_alert, "severity")));
		of->count++;
		of->tickets += cell_filled(row, cell_index(RECORD_alert,
		    "ticket_id"));
	}
	if (*count != 0)
		qsort(alerts, *count, sizeof *alerts, by_severity);
	return alerts;
}

static void add_alerts(struct arena *arena, struct facts *facts) {
	struct sheet sheet = sheet_new(arena, facts, "demand-alerts");
	size_t count;
	const struct alerts *alerts = count_alerts(arena, facts->rows, &count);
	sheet_columns(&sheet, "alert-severity:text count:int "
	    "with-ticket:int ticket-share:percent");
	for (size_t i = 0; i < count; i++) {
		sheet_sum(&sheet, ROW_BODY);
		sheet_text(&sheet, alerts[i].severity);
		sheet_int(&sheet, alerts[i].count);
		sheet_int(&sheet, alerts[i].tickets);
		add_share(&sheet, (struct ratio){ alerts[i].tickets,
		    alerts[i].count });
	}
	survey_table(arena, facts, sheet_close(&sheet));
}

void demand_add(struct arena *arena, struct facts *facts,
    const struct outcome **outcomes) {
	add_times(arena, facts, outcomes);
	add_hours(arena, facts);
	add_alerts(arena, facts);
}
