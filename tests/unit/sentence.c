/*
 * sentence - each generated sentence agrees with its figure: sentences of
 * random facts are read back through their own template, and what stands in
 * its places is compared with the cells, points and figures they speak of.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/words.h"
#include "facts/facts.h"
#include "facts/judge.h"
#include "facts/phrase.h"
#include "facts/sheet.h"
#include "facts/statement.h"
#include "made.h"
#include "table.h"
/* behind those whose parameters are called arena */
#include "languages.h"

#define ROUNDS 300		/* figures of a kind and verdict, sheets */
#define SURVEYS 12		/* whole facts; the first has no records */

static const struct words *words;
static const struct str none = { NULL, 0 };
static uint64_t seed;

/* 0 .. n - 1 */
static int64_t dice(int64_t n) {
	return table_between(&seed, 0, n - 1);
}

/* Zero, one and many alike. */
static int64_t some(void) {
	static const int64_t most[] = { 1, 2, 3, 40, 3000000 };
	return dice(most[dice(5)]);
}

/* --- reading a sentence back --- */

struct told {
	struct str place, text;
};

struct reading {
	const char *key;
	struct str title;		/* what {title} is known to be */
	struct told told[24];
	size_t count;
};

static struct str told(const struct reading *reading, const char *place) {
	for (size_t i = 0; i < reading->count; i++)
		if (str_is(reading->told[i].place, place))
			return reading->told[i].text;
	fail_msg("%s has no {%s}", reading->key, place);
	return (struct str){ NULL, 0 };
}

static bool says(const struct reading *reading, const char *place) {
	for (size_t i = 0; i < reading->count; i++)
		if (str_is(reading->told[i].place, place))
			return true;
	return false;
}

static bool match(struct reading *reading, struct str form, struct str text);

static bool match_place(struct reading *reading, struct str place,
    struct str form, struct str text) {
	size_t at = reading->count++;
	assert_true(reading->count < 24);
	for (size_t n = 0; n <= text.n; n++) {
		struct str value = { text.p, n }, one, rest = place;
		str_cut(&rest, '|', &one);
		if (str_cut(&rest, '|', &one) && !str_equal(value, one)
		    && !str_equal(value, rest))
			continue;
		if (str_is(place, "title") && !str_equal(value, reading->title))
			continue;
		reading->told[at] = (struct told){ place, value };
		if (match(reading, form, (struct str){ text.p + n, text.n - n }))
			return true;
	}
	reading->count = at;
	return false;
}

/* Does the text come from the form?  Its places are then in the reading. */
static bool match(struct reading *reading, struct str form, struct str text) {
	while (form.n != 0 && form.p[0] != '{') {
		if (text.n == 0 || text.p[0] != form.p[0])
			return false;
		form = (struct str){ form.p + 1, form.n - 1 };
		text = (struct str){ text.p + 1, text.n - 1 };
	}
	if (form.n == 0)
		return text.n == 0;
	const char *end = memchr(form.p, '}', form.n);
	size_t n = (size_t)(end - form.p) - 1;
	return match_place(reading, (struct str){ form.p + 1, n },
	    (struct str){ end + 1, form.n - n - 2 }, text);
}

/* {n|record|records} is the word that {n} asks for. */
static void check_plurals(const struct reading *reading) {
	for (size_t i = 0; i < reading->count; i++) {
		struct str rest = reading->told[i].place, name, one;
		str_cut(&rest, '|', &name);
		if (!str_cut(&rest, '|', &one))
			continue;
		bool single = str_is(told(reading, str_z(arena, name)), "1");
		assert_true(str_equal(reading->told[i].text,
		    single ? one : rest));
	}
}

/* One word for a number stands beside another: "1 outages", "2 record". */
static void check_wording(const char *text) {
	static const char *const fine[] = { "is", "was", "has", "s", "series" };
	assert_null(strpbrk(text, "{}"));
	assert_null(strstr(text, "  "));
	for (const char *at = text; str_is(words->language, "en")
	    && (at = strstr(at, "1 ")) != NULL; at++) {
		bool number = at == text || strchr(" (", at[-1]) != NULL;
		size_t n = strspn(at + 2, "abcdefghijklmnopqrstuvwxyz");
		struct str word = { at + 2, n };
		bool plural = n > 0 && at[n + 1] == 's' && at[n] != 's';
		for (size_t i = 0; i < 5; i++)
			plural = plural && !str_is(word, fine[i]);
		if (number && plural)
			fail_msg("one and many: %s", text);
	}
}

/* What stands in the places of the sentence that the key makes. */
static struct reading read_back(const char *key, struct str title,
    struct str sentence) {
	struct reading reading = { .key = key, .title = title };
	const char *text = str_z(arena, sentence);
	check_wording(text);
	if (!match(&reading, words_find(words, key), sentence))
		fail_msg("%s does not say: %s", key, text);
	check_plurals(&reading);
	return reading;
}

/* "1,234 h" as the number that begins it, without its grouping. */
static const char *digits_of(struct str text) {
	char *digits = arena_array(arena, text.n + 1, 1);
	size_t n = 0;
	for (size_t i = 0; i < text.n; i++)
		if (strchr("0123456789.-", text.p[i]) != NULL)
			digits[n++] = text.p[i];
		else if (text.p[i] != ',')
			break;
	return digits;
}

static void assert_number(const struct reading *reading, const char *place,
    int64_t n) {
	if (says(reading, place))
		assert_string_equal(digits_of(told(reading, place)),
		    arena_printf(arena, "%lld", (long long)n));
}

/* A value with its unit; without one the words that say so. */
static void assert_value(const struct reading *reading, const char *place,
    struct str value, struct str unit) {
	if (!says(reading, place))
		return;
	struct str text = told(reading, place);
	if (value.n == 0) {
		assert_true(str_equal(text, words_find(words, "value.none")));
		return;
	}
	assert_string_equal(digits_of(text), digits_of(value));
	if (!str_is(unit, "%"))
		assert_true(text.n >= unit.n && memcmp(text.p + text.n - unit.n,
		    unit.p == NULL ? "" : unit.p, unit.n) == 0);
}

/* --- figures --- */

static struct ratio share(bool any) {
	int64_t den = any ? 1 + some() : 0;
	return (struct ratio){ any ? dice(den + 1) : 0, den };
}

static struct outcome outcome_of(const struct scope *scope,
    enum verdict verdict) {
	enum indicator_kind kind = scope->indicator->kind;
	bool shares = kind == INDICATOR_AVAILABILITY || kind == INDICATOR_CLOCK
	    || kind == INDICATOR_RATE || (kind == INDICATOR_SQL && dice(2));
	struct outcome out = { .scope = scope, .factor = shares ? 100 : 1,
	    .has_ratio = shares, .verdict = verdict,
	    .exact = share(verdict != VERDICT_NO_DATA),
	    .worst = share(verdict == VERDICT_UNDECIDED),
	    .best = share(verdict == VERDICT_UNDECIDED),
	    .n = some(), .missed = some(), .open = some(),
	    .unjudged = some() };
	out.ratio = out.exact;
	return out;
}

static void check_figure(const struct outcome *out) {
	struct figure figure = statement_figure(arena, words, out);
	const struct indicator *indicator = figure.indicator;
	struct reading reading = read_back(arena_printf(arena,
	    "sentence.%s.%s", contract_kind_name(indicator->kind),
	    judge_name(out->verdict)), none, figure.sentence);
	assert_true(str_is(told(&reading, "name"), "X"));
	assert_value(&reading, "value", outcome_show(out, out->exact),
	    figure.unit);
	assert_value(&reading, "worst", outcome_show(out, out->worst),
	    figure.unit);
	assert_value(&reading, "best", outcome_show(out, out->best),
	    figure.unit);
	assert_number(&reading, "n", out->n);
	assert_number(&reading, "scored", out->exact.den);
	assert_number(&reading, "missed", out->missed);
	if (says(&reading, "target"))
		assert_non_null(strstr(str_z(arena, told(&reading, "target")),
		    "99.5"));
	check_wording(str_z(arena, figure.remark));
	if (out->unjudged != 0)
		assert_non_null(strstr(str_z(arena, figure.remark),
		    str_z(arena, phrase_int(arena, out->unjudged))));
}

static void figures_of(enum indicator_kind kind, enum verdict verdict) {
	struct made *m = made_new(arena, "2026-10-01", "2026-11-01");
	bool aimed = verdict != VERDICT_INFO;
	m->indicator.kind = kind;
	m->indicator.records = RECORD_ticket;
	m->indicator.op = m->indicator.attainment_op
	    = aimed ? COMPARE_GE : COMPARE_NONE;
	m->indicator.value = m->indicator.attainment_value
	    = (struct decimal){ 995, 1 };
	m->indicator.limit = (struct duration){ 1 + dice(3),
	    UNIT_BUSINESS_DAYS };
	m->indicator.digits = (int)dice(4);
	for (int i = 0; i < ROUNDS / INDICATOR_KINDS; i++) {
		struct outcome out = outcome_of(made_scope(m), verdict);
		check_figure(&out);
	}
}

static void figures_say_their_numbers(void **state) {
	(void)state;
	seed = 1;
	for (int i = 0; i < LANGUAGES * INDICATOR_KINDS * VERDICTS; i++) {
		words = languages[i % LANGUAGES];
		figures_of((enum indicator_kind)(i / LANGUAGES / VERDICTS),
		    (enum verdict)(i / LANGUAGES % VERDICTS));
	}
}

/* --- tables --- */

static int64_t body_rows(const struct fact_table *table) {
	int64_t n = 0;
	for (size_t i = 0; i < table->rows; i++)
		n += table->row[i].kind == ROW_BODY;
	return n;
}

/* The sum of the column over the rows of the body. */
static int64_t column_sum(const struct fact_table *table, const char *id) {
	int64_t sum = 0, n;
	for (size_t c = 0; c < table->columns; c++)
		for (size_t r = 0; str_is(table->column[c].id, id)
		    && r < table->rows; r++)
			if (table->row[r].kind == ROW_BODY
			    && str_int(table->row[r].cell[c].value, &n))
				sum += n;
	return sum;
}

static const char *form_of(const struct fact_table *table) {
	int64_t n = body_rows(table);
	const char *id = str_z(arena, table->id);
	const char *keys[] = { arena_printf(arena, "table.%s.%s", id, n == 0
	    ? "none" : n == 1 ? "one" : "many"), arena_printf(arena,
	    "table.%s.some", id) };
	for (int i = 0; i < (n == 0 ? 1 : 2); i++)
		if (words_maybe(words, keys[i]).p != NULL)
			return keys[i];
	return n == 0 ? "table.none" : n == 1 ? "table.one" : "table.many";
}

static void check_sheet(const struct fact_table *table) {
	struct reading reading = read_back(form_of(table), table->title,
	    table->sentence);
	assert_number(&reading, "n", body_rows(table));
	assert_number(&reading, "sum", column_sum(table, "count"));
}

/* Of each table that the catalogue knows: none, one, a few rows. */
static void sheet_of(struct str id) {
	struct facts facts = { .words = words };
	struct made *m = made_new(arena, "2026-10-01", "2026-11-01");
	facts.contract = &m->contract;
	for (int rows = 0; rows < 4; rows++) {
		struct sheet sheet = sheet_new(arena, &facts,
		    str_z(arena, id));
		sheet_columns(&sheet, "name:text count:int hours:int");
		for (int i = 0; i < rows; i++) {
			sheet_sum(&sheet, ROW_BODY);
			sheet_text(&sheet, str_of("a"));
			sheet_int(&sheet, some());
			sheet_int(&sheet, some());
		}
		struct fact_table table = sheet_close(&sheet);
		check_sheet(&table);
	}
}

static void tables_say_their_rows(void **state) {
	(void)state;
	seed = 2;
	for (int i = 0; i < LANGUAGES; i++) {
		words = languages[i];
		for (size_t k = 0; k < words->count; k++) {
			struct str rest = words->at[k].key, table, id;
			if (!str_cut(&rest, '.', &table)
			    || !str_is(table, "table")
			    || !str_cut(&rest, '.', &id) || rest.n != 0
			    || str_is(id, "none") || str_is(id, "one")
			    || str_is(id, "many") || memchr(
			    words->at[k].text.p, '{', words->at[k].text.n))
				continue;
			sheet_of(id);
		}
	}
}

/* --- all that a document shows --- */

static struct str word_of(const struct record_field *field) {
	struct str name, label;
	size_t n = 0;
	while (record_word(field, n, str_of("en"), &name, &label))
		n++;
	return n != 0 && record_word(field, (size_t)dice((int64_t)n),
	    str_of("en"), &name, &label) ? name : none;
}

/* Any value that the field may have; one of four is empty. */
static struct value value_of(const struct record_field *field, int64_t id) {
	int64_t day = made_instant("2026-09-15") / 86400 + dice(60);
	struct value text = { .kind = VALUE_TEXT };
	if (dice(4) == 0 && field->kind != FIELD_ID)
		return (struct value){ .kind = VALUE_NONE };
	switch (field->kind) {
	case FIELD_INSTANT:
		return (struct value){ .kind = VALUE_INT,
		    .n = day * 86400 + dice(86400) };
	case FIELD_DATE: return (struct value){ .kind = VALUE_INT, .n = day };
	case FIELD_INT: return (struct value){ .kind = VALUE_INT, .n = some() };
	case FIELD_BOOL:
		return (struct value){ .kind = VALUE_INT, .n = dice(2) };
	case FIELD_NUM:
	case FIELD_HOURS:
		return (struct value){ .kind = VALUE_DECIMAL, .n = some(),
		    .scale = (int)dice(3) };
	case FIELD_ENUM: text.text = word_of(field); break;
	case FIELD_ID:
	case FIELD_REF:
		text.text = str_of(arena_printf(arena, "N%lld", (long long)
		    (field->kind == FIELD_ID ? id : dice(20))));
		break;
	default: text.text = str_of(dice(2) ? "p" : "q");
	}
	return text;
}

static void add_records(struct made *m, enum record_id records, int64_t n) {
	struct rows_table *table = &m->rows.table[records];
	table->row = arena_array(arena, (size_t)n + 1, sizeof *table->row);
	table->count = (size_t)n;
	for (int64_t i = 0; i < n; i++) {
		struct value *value = arena_array(arena, table->type->fields,
		    sizeof *value);
		for (size_t f = 0; f < table->type->fields; f++)
			value[f] = value_of(&table->type->field[f], i);
		table->row[i] = (struct row){ value, { 0, i + 2 } };
	}
}

static void add_indicators(struct made *m) {
	struct indicator *indicator = arena_array(arena, 2 * INDICATOR_KINDS,
	    sizeof *indicator);
	m->rows.population = arena_array(arena, 2 * INDICATOR_KINDS,
	    sizeof *m->rows.population);
	m->from[0].records = RECORD_status;
	for (int i = 0; i < 2 * INDICATOR_KINDS; i++) {
		indicator[i] = m->indicator;
		indicator[i].kind = (enum indicator_kind)(i / 2);
		indicator[i].id = str_of(arena_printf(arena, "I%d", i));
		indicator[i].op = i % 2 ? COMPARE_GE : COMPARE_NONE;
		indicator[i].value = (struct decimal){ 995, 1 };
		indicator[i].at = str_of("received_at");
		m->rows.population[i].broken = dice(5) == 0;
	}
	m->contract.indicator = indicator;
	m->contract.indicators = 2 * INDICATOR_KINDS;
}

/* The targets are up, but for a while. */
static void add_samples(struct made *m) {
	for (size_t i = 0; i < 4; i++) {
		made_run(m, i, "2026-10-01", 300, 3000, STATE_UP);
		if (dice(2))
			made_run(m, i, "2026-10-11 10:00", 300, 1 + some() % 5,
			    STATE_DOWN);
		made_run(m, i, "2026-10-11 12:00", 300, dice(5000), STATE_UP);
	}
}

static void add_series(struct made *m, int64_t n) {
	m->rows.series = arena_array(arena, (size_t)n + 1,
	    sizeof *m->rows.series);
	m->rows.series_count = (size_t)n;
	for (int64_t i = 0; i < n; i++) {
		struct rows_bucket *whole = &m->rows.series[i].whole;
		m->rows.series[i] = (struct rows_series){ .metric
		    = str_of(i < 2 ? "cpu_percent" : "disk_percent"), .host
		    = str_of(arena_printf(arena, "h%lld", (long long)i)),
		    .unit = str_of("%") };
		whole->n = dice(3);
		whole->p95 = whole->max = whole->sum = dice(100);
	}
}

/* One of each ticket, one at the end of each month. */
static void add_duties(struct made *m) {
	const struct rows_table *ticket = &m->rows.table[RECORD_ticket];
	struct rows_duty *rows = arena_array(arena, 2, sizeof *rows);
	struct duty *duty = arena_array(arena, 2, sizeof *duty);
	duty[0] = (struct duty){ .id = str_of("D1"), .name = str_of("d"),
	    .times = 1,
	    .records = RECORD_ticket, .from = str_of("received_at"),
	    .term_kind = TERM_WITHIN, .term = { 1, UNIT_BUSINESS_DAYS },
	    .calendar = &m->office, .met = str_of("answered_at") };
	duty[1] = (struct duty){ .id = str_of("D2"), .name = str_of("d"),
	    .every = DUTY_MONTHLY, .records = RECORD_TYPES, .times = 1,
	    .calendar = &m->elapsed };
	rows[0].row = arena_array(arena, ticket->count + 1,
	    sizeof *rows[0].row);
	for (size_t i = 0; i < ticket->count; i++)
		if (dice(2))
			rows[0].row[rows[0].count++] = i;
	m->rows.duty = rows;
	m->contract.duty = duty;
	m->contract.duties = (size_t)dice(3);
}

static const struct facts *survey(int round) {
	struct made *m = made_new(arena, "2026-10-01", "2026-11-01");
	period_read(arena, str_of("2026-10"), &m->contract.term,
	    &m->rows.period);
	if (dice(3) == 0)
		m->rows.as_of = made_instant("2026-10-20");
	if (round != 0) {
		for (int i = 0; i < RECORD_TYPES; i++)
			if (i != RECORD_status && i != RECORD_metric)
				add_records(m, (enum record_id)i,
				    some() % 60);
		add_samples(m);
		add_series(m, dice(4));
	}
	add_indicators(m);
	add_duties(m);
	m->rows.file = arena_array(arena, 1, sizeof *m->rows.file);
	m->rows.files = 1;
	return facts_gather(arena, &m->rows, words);
}

static int64_t points(const struct fact_chart *chart, bool last) {
	int64_t sum = 0;
	for (size_t i = 0; i < chart->lines; i++)
		for (size_t c = last ? chart->categories - 1 : 0;
		    c < chart->categories; c++)
			sum += chart->line[i].point[c].has
			    ? chart->line[i].point[c].value.n : 0;
	return sum;
}

static const struct fact_chart *chart_of(const struct facts *facts,
    const char *id) {
	for (size_t i = 0; i < facts->charts; i++)
		if (str_is(facts->chart[i].id, id))
			return &facts->chart[i];
	return NULL;
}

static void check_months(const struct facts *facts, const char *id) {
	const struct fact_chart *chart = chart_of(facts, id);
	assert_non_null(chart);
	struct reading reading = read_back("chart.sentence", chart->title,
	    chart->sentence);
	assert_number(&reading, "sum", points(chart, false));
	assert_number(&reading, "last", points(chart, true));
}

static void check_hours(const struct facts *facts, const char *id) {
	const struct fact_chart *chart = chart_of(facts, id);
	int64_t sum = points(chart, false), most = 0;
	int alike = 0;
	for (size_t i = 0; i < chart->lines; i++)
		for (size_t h = 0; h < chart->categories; h++) {
			int64_t n = chart->line[i].point[h].value.n;
			alike = n > most ? 1 : alike + (n == most);
			most = n > most ? n : most;
		}
	struct reading reading = read_back(sum == 0 ? "chart.hours.none"
	    : alike > 1 ? "chart.hours.alike" : "chart.hours.text",
	    chart->title, chart->sentence);
	assert_number(&reading, "sum", sum);
	assert_number(&reading, "most", most);
}

static void check_carry(const struct facts *facts) {
	const struct fact_table *table = facts_table(facts, "carry-over");
	static const char *const places[] = { "opening", "added", "closed",
		"closing" };
	struct reading reading = read_back("carry.sentence", none,
	    table->sentence);
	for (size_t i = 0; i < 4; i++)
		assert_number(&reading, places[i], column_sum(table,
		    places[i]));
}

static void check_summary(const struct facts *facts) {
	int64_t n[VERDICTS] = { 0 };
	for (size_t i = 0; i < facts->figures; i++)
		n[facts->figure[i].verdict]++;
	struct reading reading = read_back(n[VERDICT_MISSED] == 0
	    ? "summary.met" : "summary.missed", none,
	    facts_table(facts, "summary")->sentence);
	assert_number(&reading, "n", (int64_t)facts->figures);
	for (int i = 0; i < VERDICTS; i++)
		assert_number(&reading, judge_name((enum verdict)i), n[i]);
}

static void check_risks(const struct facts *facts) {
	const struct fact_chart *chart = chart_of(facts, "risk-matrix");
	int64_t placed = points(chart, false), high = 0, n;
	for (size_t i = 0; i < chart->lines; i++)
		for (size_t c = 0; c < chart->categories; c++)
			high += chart->line[i].point[c].class == 2
			    ? chart->line[i].point[c].value.n : 0;
	struct reading reading = { .key = "chart.risk.none" };
	if (str_equal(chart->sentence, words_find(words, "chart.risk.none"))) {
		assert_int_equal(placed, 0);
		return;
	}
	bool whole = match(&reading, words_find(words, "chart.risk.text"),
	    chart->sentence);
	reading = read_back(whole ? "chart.risk.text" : "chart.risk.lacking",
	    none, chart->sentence);
	assert_number(&reading, "high", high);
	assert_true(str_int(str_of(digits_of(told(&reading, "n"))), &n));
	assert_number(&reading, "lacking", n - placed);
	assert_true(whole ? n == placed : n > placed);
}

static void check_effort(const struct facts *facts) {
	const struct fact_table *table = facts_table(facts, "work-by-person");
	if (table->rows == 0) {
		check_sheet(table);
		return;
	}
	struct reading reading = read_back("effort.sentence", none,
	    table->sentence);
	assert_number(&reading, "n", body_rows(table));
	assert_number(&reading, "sum", column_sum(table, "count"));
}

static void check_effort_months(const struct facts *facts) {
	const struct fact_chart *chart = chart_of(facts, "effort-by-month");
	size_t last = chart->categories;
	while (last > 0 && !chart->line[0].point[last - 1].has)
		last--;
	struct reading reading = read_back(last == 0
	    ? "chart.effort-by-month.none" : "chart.effort-by-month.text",
	    none, chart->sentence);
	if (last == 0)
		return;
	assert_value(&reading, "last", chart->line[0].point[last - 1].text,
	    chart->unit);
	assert_true(str_equal(told(&reading, "month"),
	    chart->category[last - 1]));
}

static void check_trends(const struct facts *facts) {
	for (size_t i = 0; i < facts->figures; i++) {
		const struct figure *figure = &facts->figure[i];
		bool same = str_equal(figure->value, figure->before);
		struct reading reading = read_back(figure->value.n == 0
		    ? "trend.none" : figure->change.n == 0 ? "trend.alone"
		    : same ? "trend.same" : "trend.compared", none,
		    figure->trend->sentence);
		assert_value(&reading, "value", figure->value, figure->unit);
		assert_value(&reading, "before", figure->before,
		    figure->unit);
		if (says(&reading, "change"))
			assert_true(str_equal(told(&reading, "change"),
			    figure->change));
	}
}

static void check_capacity(const struct facts *facts) {
	for (size_t i = 0; i < facts->charts; i++) {
		const struct fact_chart *chart = &facts->chart[i];
		if (strncmp(chart->id.p, "capacity-", 9) != 0)
			continue;
		struct reading reading = read_back("capacity.sentence", chart->title,
		    chart->sentence);
		assert_number(&reading, "n", (int64_t)chart->lines);
	}
}

static bool was_down(const struct fact_chart *chart,
    const struct fact_line *line) {
	for (size_t c = 0; c < chart->categories; c++)
		if (line->point[c].has && !str_equal(
		    chart->class[line->point[c].class].label,
		    words_find(words, "chart.up.full"))
		    && !str_equal(chart->class[line->point[c].class].label,
		    words_find(words, "chart.up.unmeasured")))
			return true;
	return false;
}

static void check_uptime(const struct facts *facts) {
	const struct fact_chart *chart = chart_of(facts, "availability-by-day-1");
	int64_t down = 0;
	assert_non_null(chart);
	for (size_t i = 0; i < chart->lines; i++)
		down += was_down(chart, &chart->line[i]);
	struct reading reading = read_back("chart.up.text", chart->title,
	    chart->sentence);
	assert_number(&reading, "n", (int64_t)chart->lines);
	assert_number(&reading, "down", down);
}

/* The sum of the column's h:mm:ss over the rows of what is counted. */
static void check_outages(const struct facts *facts) {
	const struct fact_table *table = facts_table(facts, "reliability");
	const struct fact_chart *chart = chart_of(facts, "outages-1");
	int64_t spells = column_sum(table, "spells");
	if (str_equal(chart->sentence, words_find(words,
	    "chart.outages.none"))) {
		assert_int_equal(spells, 0);
		return;
	}
	struct reading reading = read_back("chart.outages.text", none,
	    chart->sentence);
	assert_number(&reading, "n", spells);
}

static int64_t seconds_of(struct str hms) {
	long long h = 0, m = 0, s = 0;
	assert_int_equal(sscanf(str_z(arena, hms), "%lld:%lld:%lld", &h, &m,
	    &s), 3);
	return h * 3600 + m * 60 + s;
}

static void check_budgets(const struct facts *facts) {
	for (size_t i = 0; i < facts->charts; i++) {
		const struct fact_chart *chart = &facts->chart[i];
		if (chart->kind != CHART_BURN)
			continue;
		struct reading reading = { .title = chart->title };
		bool over = !match(&reading, words_find(words,
		    "chart.budget.text"), chart->sentence);
		reading = read_back(over ? "chart.budget.over"
		    : "chart.budget.text", chart->title, chart->sentence);
		int64_t left = seconds_of(told(&reading, "left"));
		assert_int_equal(seconds_of(told(&reading, "allowed"))
		    - seconds_of(told(&reading, "used")), over ? -left : left);
	}
}

static void check_duties(const struct facts *facts) {
	int64_t current = 0, coming = 0;
	for (size_t i = 0; i < facts->duties; i++) {
		current += facts->duty[i].current;
		coming += facts->duty[i].coming;
	}
	const struct fact_table *now = facts_table(facts, "duties");
	const struct fact_table *next = facts_table(facts, "duties-next");
	const struct fact_table *sum = facts_table(facts, "duty-summary");
	assert_int_equal(body_rows(now), current);
	assert_int_equal(body_rows(next), coming);
	assert_int_equal(column_sum(sum, "count"), current);
	check_sheet(now);
	check_sheet(next);
	check_sheet(sum);
}

static void check_checks(const struct facts *facts) {
	for (size_t i = 0; i < facts->checks; i++) {
		const struct fact_check *check = &facts->check[i];
		const char *form = check->count == 0 ? "check.none"
		    : arena_printf(arena, "check.%s.%s",
		    str_z(arena, check->name), check->count == 1 ? "one"
		    : "some");
		struct reading reading = read_back(form, none, check->sentence);
		assert_number(&reading, "n", check->count);
	}
}

/* Sentences that tell nothing but their rows. */
static void check_others(const struct facts *facts) {
	for (size_t i = 0; i < facts->tables; i++) {
		const struct fact_table *table = &facts->table[i];
		const char *form = form_of(table);
		struct reading reading = { .key = form, .title = table->title };
		check_wording(str_z(arena, table->sentence));
		if (match(&reading, words_find(words, form), table->sentence))
			check_sheet(table);
	}
	for (size_t i = 0; i < facts->charts; i++)
		check_wording(str_z(arena, facts->chart[i].sentence));
	for (size_t i = 0; i < facts->graphs; i++)
		check_wording(str_z(arena, facts->graph[i].sentence));
}

static void surveys_say_what_they_show(void **state) {
	(void)state;
	seed = 3;
	for (int i = 0; i < LANGUAGES * SURVEYS; i++) {
		words = languages[i % LANGUAGES];
		const struct facts *facts = survey(i / LANGUAGES);
		check_months(facts, "tickets-by-month");
		check_months(facts, "work-by-month");
		check_hours(facts, "tickets-by-hour");
		check_hours(facts, "alerts-by-hour");
		check_carry(facts);
		check_summary(facts);
		check_risks(facts);
		check_effort(facts);
		check_effort_months(facts);
		check_trends(facts);
		check_capacity(facts);
		check_uptime(facts);
		check_outages(facts);
		check_budgets(facts);
		check_duties(facts);
		check_checks(facts);
		check_others(facts);
	}
}

static bool is_count(struct str place) {
	static const char *const counts[] = { "n", "sum", "days", "missed",
		"scored", "edges", "down", "done", "late", "high", "lacking",
		"met", "info", "undecided", "no-data" };
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (str_is(place, counts[i]))
			return true;
	return false;
}

/* The text where each count is 1. */
static const char *of_one(struct str text) {
	struct buf buf = buf_in(arena);
	for (size_t i = 0; i < text.n; i++) {
		const char *end = text.p[i] != '{' ? NULL
		    : memchr(text.p + i, '}', text.n - i);
		if (end == NULL) {
			buf_char(&buf, text.p[i]);
			continue;
		}
		struct str rest = { text.p + i + 1,
		    (size_t)(end - text.p) - i - 1 }, name, one;
		i += rest.n + 1;
		str_cut(&rest, '|', &name);
		buf_add(&buf, str_cut(&rest, '|', &one) ? one
		    : str_of(is_count(name) ? "1" : "a"));
	}
	return str_z(arena, buf_str(&buf));
}

/* Is there another text for one? */
static bool has_one(struct str key) {
	const char *form = strrchr(str_z(arena, key), '.');
	if (form == NULL || (strcmp(form, ".many") != 0
	    && strcmp(form, ".some") != 0))
		return false;
	struct str base = { key.p, key.n - strlen(form) };
	return strcmp(form, ".many") == 0 || words_maybe(words,
	    arena_printf(arena, "%.*s.one", (int)base.n, base.p)).p != NULL;
}

static void one_is_not_many(void **state) {
	(void)state;
	words = languages[1];
	for (size_t i = 0; i < words->count; i++)
		if (!has_one(words->at[i].key))
			check_wording(of_one(words->at[i].text));
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_say_their_numbers),
		cmocka_unit_test(tables_say_their_rows),
		cmocka_unit_test(surveys_say_what_they_show),
		cmocka_unit_test(one_is_not_many),
	};
	return cmocka_run_group_tests(tests, languages_open, languages_close);
}
