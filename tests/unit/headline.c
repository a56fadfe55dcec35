/*
 * headline - what slides say: of each table with no row, none to tell of, one
 * and several; of indicators, months, tickets and of what is asked for.
 */
#include "facts/headline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "facts/upshot.h"
#include "made.h"
/* behind those whose parameters are called arena */
#include "languages.h"

static const struct words *words;

static const struct {
	const char *table, *tests, *order;
	bool least;
	const char *name, *value;
} headlines[] = {
#define FIRST_LEAST true
#define FIRST_GREATEST false
#define HEADLINE(table, tests, order, first, name, value) \
	{ table, tests, order, first, name, value },
#include "facts/headline.def"
#undef HEADLINE
};

/* The facts of October 2026, without a figure. */
static struct facts *no_facts(void) {
	struct made *m = made_new(arena, "2026-10-01", "2026-11-01");
	struct facts *facts = arena_alloc(arena, sizeof *facts);
	facts->rows = &m->rows;
	facts->contract = &m->contract;
	facts->words = words;
	return facts;
}

static const char *say(const struct facts *facts, const char *key) {
	for (size_t i = 0; i < facts->sentences; i++)
		if (str_is(facts->sentence[i].key, key))
			return str_z(arena, facts->sentence[i].text);
	fail_msg("no sentence %s", key);
	return NULL;
}

/* --- tables --- */

/* A value that passes the test, or one that does not. */
static const char *value_for(const char *test, bool passes) {
	struct str list = str_of(test), first;
	if (test[0] == '!') {
		list = str_of(test + 1);
		str_word(&list, &first);
		return passes ? "other" : str_z(arena, first);
	}
	switch (test[0]) {
	case '+': return passes ? "3" : "0:00:00";
	case '<': return passes ? "2026-10-31" : "2026-11-01";
	case '-': return passes ? "" : "2026-10-05";
	}
	str_word(&list, &first);
	return passes ? str_z(arena, first) : "other";
}

static struct fact_cell *cell_of(struct fact_table *table, size_t row,
    const char *id) {
	size_t c = 0;
	while (c < table->columns && !str_is(table->column[c].id, id))
		c++;
	if (c == table->columns)
		table->column[table->columns++].id = str_of(id);
	return &table->row[row].cell[c];
}

static void put(struct fact_table *table, const char *id, const char *text) {
	*cell_of(table, table->rows, id) = (struct fact_cell){ str_of(text), str_of(text),
	    TONE_NONE };
}

/* A row that is a finding or not, of the rank by the column of the order. */
static void add_row(struct fact_table *table, size_t h, bool finding,
    int rank) {
	struct str rest = str_of(headlines[h].tests), column, test;
	table->row[table->rows].cell = arena_array(arena, 12,
	    sizeof (struct fact_cell));
	put(table, "count", "5");
	put(table, headlines[h].order, arena_printf(arena, "%d", rank));
	while (rest.n != 0) {
		str_cut(&rest, '|', &column);
		str_cut(&rest, '|', &test);
		put(table, str_z(arena, column), value_for(str_z(arena, test),
		    finding));
	}
	rest = str_of(headlines[h].name);
	while (str_word(&rest, &column))
		put(table, str_z(arena, column), arena_printf(arena,
		    "name%d", rank));
	cell_of(table, table->rows, headlines[h].value)->text = str_of("shown");
	table->rows++;
}

static struct fact_table *table_for(struct facts *facts, size_t h) {
	struct fact_table *table = arena_alloc(arena, sizeof *table);
	table->id = str_of(headlines[h].table);
	table->column = arena_array(arena, 12, sizeof *table->column);
	table->row = arena_array(arena, 8, sizeof *table->row);
	facts->table = table;
	facts->tables = 1;
	return table;
}

static void assert_says(struct facts *facts, size_t h, const char *form,
    int n, int k, const char *first) {
	const char *key = arena_printf(arena, "headline.%s",
	    headlines[h].table);
	struct str blank = str_of(headlines[h].name), word;
	const char *name = "";
	while (first[0] != '\0' && str_word(&blank, &word))
		name = arena_printf(arena, "%s%s%s", name, name[0] != '\0'
		    ? " " : "", first);
	int64_t sum = 0, count;
	for (int r = 0; r < n; r++)
		if (str_int(cell_of(facts->table, (size_t)r, "count")->value,
		    &count))
			sum += count;
	facts->sentences = 0;
	headline_add(arena, facts);
	assert_string_equal(say(facts, key), str_z(arena, words_fill(arena,
	    words, arena_printf(arena, "%s.%s", key, form), "n",
	    arena_printf(arena, "%d", n), "k", arena_printf(arena, "%d", k),
	    "rest", arena_printf(arena, "%d", n - k), "sum",
	    arena_printf(arena, "%lld", (long long)sum), "name", name, "value", "shown",
	    NULL)));
	assert_int_equal(headline_findings(arena, facts, headlines[h].table),
	    k);
}

static void tell_table(size_t h) {
	struct facts *facts = no_facts();
	bool all = headlines[h].tests[0] == '\0';
	facts->sentences = 0;
	assert_says(facts, h, "none", 0, 0, "");
	struct fact_table *table = table_for(facts, h);
	assert_says(facts, h, "none", 0, 0, "");
	if (!all) {
		add_row(table, h, false, 9);
		add_row(table, h, false, 1);
		assert_says(facts, h, "good", 2, 0, "");
	}
	/* the order of what is tested is the test's own value */
	bool fixed = strstr(headlines[h].tests, headlines[h].order) != NULL;
	int n = (int)table->rows;
	add_row(table, h, true, 5);
	assert_says(facts, h, "one", n + 1, 1, "name5");
	add_row(table, h, true, 3);
	add_row(table, h, true, 7);
	assert_says(facts, h, "many", n + 3, 3, fixed ? "name5"
	    : headlines[h].least ? "name3" : "name7");
}

static void each_table_is_told(void **state) {
	(void)state;
	for (int i = 0; i < 2; i++) {
		words = languages[i];
		for (size_t h = 0; h < sizeof headlines / sizeof *headlines;
		    h++)
			tell_table(h);
	}
}

static void a_sum_is_no_finding(void **state) {
	(void)state;
	words = languages[1];
	struct facts *facts = no_facts();
	size_t h = 0;
	while (strcmp(headlines[h].table, "security") != 0)
		h++;
	struct fact_table *table = table_for(facts, h);
	add_row(table, h, true, 5);
	add_row(table, h, true, 7);
	table->row[1].kind = ROW_TOTAL;
	headline_add(arena, facts);
	assert_string_equal(say(facts, "headline.security"),
	    "Security events: 5, all of them name5.");
}

/* --- indicators --- */

static void add_figure(struct facts *facts, enum comparison op,
    const char *target, const char *value, const char *before,
    enum verdict verdict) {
	struct figure *figure = &facts->figure[facts->figures++];
	struct indicator *indicator = arena_alloc(arena, sizeof *indicator);
	indicator->name = str_of(arena_printf(arena, "X%zu", facts->figures));
	indicator->kind = INDICATOR_RATE;
	indicator->op = op;
	assert_true(ratio_read_decimal(str_of(target), &indicator->value));
	*figure = (struct figure){ .indicator = indicator,
	    .value = str_of(value), .before = str_of(before),
	    .unit = str_of("%"), .verdict = verdict,
	    .sentence = str_of("its own") };
}

static struct facts *figure_facts(void) {
	struct facts *facts = no_facts();
	words = facts->words = languages[1];
	facts->figure = arena_array(arena, 9, sizeof *facts->figure);
	return facts;
}

static void assert_upshot(struct facts *facts, const char *key,
    const char *text) {
	facts->sentences = 0;
	upshot_add(arena, facts);
	assert_string_equal(say(facts, key), text);
}

static void misses_say_by_how_much(void **state) {
	(void)state;
	struct facts *facts = figure_facts();
	assert_upshot(facts, "headline.sla", "There is no indicator to judge.");
	add_figure(facts, COMPARE_GE, "99", "99.00", "", VERDICT_MET);
	assert_upshot(facts, "headline.sla", "No indicator of 1 was missed.");
	add_figure(facts, COMPARE_GE, "99", "", "", VERDICT_UNDECIDED);
	assert_upshot(facts, "headline.sla",
	    "No indicator of 2 was missed; 1 could not be decided.");
	add_figure(facts, COMPARE_GE, "99.9", "99.69", "", VERDICT_MISSED);
	assert_upshot(facts, "headline.sla",
	    "X3: 99.69%, 0.21 points short of the target (at least 99.9%).");
	add_figure(facts, COMPARE_LE, "5", "12.5", "", VERDICT_MISSED);
	assert_upshot(facts, "headline.sla", "2 indicators of 4 were missed: "
	    "X3 (0.21 points short); X4 (7.5 points over).");
	add_figure(facts, COMPARE_EQ, "0", "1", "", VERDICT_MISSED);
	assert_upshot(facts, "headline.sla", "3 indicators of 5 were missed: "
	    "X3 (0.21 points short); X4 (7.5 points over), 1 more.");
}

static void a_gap_that_cannot_be_told(void **state) {
	(void)state;
	struct facts *facts = figure_facts();
	add_figure(facts, COMPARE_GE, "0.123456789", "999999999999999999", "",
	    VERDICT_MISSED);
	assert_upshot(facts, "headline.sla", "its own");
}

static void a_clock_wants_all_of_them(void **state) {
	(void)state;
	struct facts *facts = figure_facts();
	add_figure(facts, COMPARE_NONE, "0", "97.5", "", VERDICT_MISSED);
	struct indicator *clock = (struct indicator *)(uintptr_t)
	    facts->figure[0].indicator;
	clock->kind = INDICATOR_CLOCK;
	clock->limit = (struct duration){ 7200, UNIT_SECONDS };
	facts->sentences = 0;
	upshot_add(arena, facts);
	assert_non_null(strstr(say(facts, "headline.sla"),
	    "97.5%, 2.5 points short"));
}

static void the_worst_trend_is_named(void **state) {
	(void)state;
	struct facts *facts = figure_facts();
	add_figure(facts, COMPARE_GE, "99", "99.5", "", VERDICT_MET);
	assert_upshot(facts, "headline.trend", "No indicator in percent can "
	    "be compared with the period before.");
	add_figure(facts, COMPARE_GE, "99", "99.5", "99.5", VERDICT_MET);
	assert_upshot(facts, "headline.trend", "No indicator in percent "
	    "became worse than in the period before.");
	add_figure(facts, COMPARE_LE, "80", "60", "58", VERDICT_MET);
	add_figure(facts, COMPARE_GE, "90", "95", "96.5", VERDICT_MET);
	assert_upshot(facts, "headline.trend", "Of the indicators in percent, "
	    "X3 became worst (from 58% to 60%, by 2 points).");
}

/* --- months, tickets, what is asked for --- */

static void add_chart(struct facts *facts, int64_t before, int64_t now) {
	struct fact_chart *chart = arena_alloc(arena, sizeof *chart);
	chart->id = str_of("backlog");
	chart->categories = 2;
	chart->category = arena_array(arena, 2, sizeof *chart->category);
	chart->category[0] = str_of("9");
	chart->category[1] = str_of("10");
	chart->lines = 1;
	chart->line = arena_alloc(arena, sizeof *chart->line);
	chart->line[0].point = arena_array(arena, 2,
	    sizeof *chart->line[0].point);
	chart->line[0].point[0] = (struct fact_point){ .has = before >= 0,
	    .value = { before, 0 } };
	chart->line[0].point[1] = (struct fact_point){ .has = now >= 0,
	    .value = { now, 0 } };
	facts->chart = chart;
	facts->charts = 1;
}

static void months_are_compared(void **state) {
	static const struct {
		int64_t before, now;
		const char *text;
	} each[] = {
		{ -1, -1, "There is no end of a month in the contract's term "
		    "yet." },
		{ -1, 3, "Open at the end of 10: 3." },
		{ 2, 3, "Open at the end of 10: 3, 1 more than a month "
		    "before." },
		{ 5, 3, "Open at the end of 10: 3, 2 fewer than a month "
		    "before." },
		{ 3, 3, "Open at the end of 10: 3, as a month before." },
		{ 2, -1, "Open at the end of 9: 2." },	/* 10 is to come */
	};
	(void)state;
	for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
		struct facts *facts = figure_facts();
		add_chart(facts, each[i].before, each[i].now);
		assert_upshot(facts, "headline.backlog", each[i].text);
	}
}

static void tickets_are_balanced(void **state) {
	(void)state;
	struct facts *facts = figure_facts();
	struct carry_over carry[3] = { { .id = str_of("inquiry") },
	    { .id = str_of("request") }, { .id = str_of("issue"),
	    .opening = 90, .closing = 9 } };
	facts->carry = carry;
	facts->carries = 3;
	assert_upshot(facts, "headline.tickets",
	    "Nothing was received and nothing is open.");
	carry[0].added = carry[0].closed = 4;
	assert_upshot(facts, "headline.tickets",
	    "4 new and 4 completed: 0 open, as at the beginning.");
	carry[1].added = carry[1].closing = 2;
	assert_upshot(facts, "headline.tickets",
	    "6 new and 4 completed: open tickets rose from 0 to 2.");
	carry[0].opening = 8;
	carry[0].closed = 12;
	assert_upshot(facts, "headline.tickets",
	    "6 new and 12 completed: open tickets fell from 8 to 2.");
}

static void the_meeting_is_asked(void **state) {
	(void)state;
	struct facts *facts = figure_facts();
	struct duty owed[2] = { { .owner = str_of("city") },
	    { .owner = str_of("vendor") } };
	struct fact_duty duty[3] = { { .duty = &owed[0], .state = DUTY_MET },
	    { .duty = &owed[1], .state = DUTY_OVERDUE },
	    { .duty = &owed[0], .state = DUTY_OVERDUE } };
	size_t h = 0;
	facts->duty = duty;
	facts->duties = 2;
	assert_upshot(facts, "headline.asks", "The meeting is asked for no "
	    "decision on a proposal and for nothing the city is late with.");
	facts->duties = 3;
	assert_upshot(facts, "headline.asks",
	    "The city is asked for 1 overdue duty.");
	while (strcmp(headlines[h].table, "improvements") != 0)
		h++;
	struct fact_table *table = table_for(facts, h);
	add_row(table, h, true, 1);
	add_row(table, h, true, 2);
	add_row(table, h, false, 3);
	assert_upshot(facts, "headline.asks", "The meeting is asked to decide "
	    "on 2 proposals, the city for 1 overdue duty.");
	facts->duties = 2;
	assert_upshot(facts, "headline.asks",
	    "The meeting is asked to decide on 2 proposals.");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_table_is_told),
		cmocka_unit_test(a_sum_is_no_finding),
		cmocka_unit_test(misses_say_by_how_much),
		cmocka_unit_test(a_gap_that_cannot_be_told),
		cmocka_unit_test(a_clock_wants_all_of_them),
		cmocka_unit_test(the_worst_trend_is_named),
		cmocka_unit_test(months_are_compared),
		cmocka_unit_test(tickets_are_balanced),
		cmocka_unit_test(the_meeting_is_asked),
	};
	return cmocka_run_group_tests(tests, languages_open, languages_close);
}
