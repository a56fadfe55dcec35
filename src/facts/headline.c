/* headline - what a slide says: the finding of a table in one sentence. */
#include "facts/headline.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/phrase.h"

enum first { FIRST_LEAST, FIRST_GREATEST };

struct headline {
	const char *table, *tests, *order;
	enum first first;
	const char *name, *value;
};

static const struct headline headlines[] = {
#define HEADLINE(table, tests, order, first, name, value) \
	{ table, tests, order, first, name, value },
#include "facts/headline.def"
#undef HEADLINE
};

/* What is told of a table; a table that there is none of has no rows. */
struct findings {
	int64_t rows, count, sum;
	const struct fact_row *first;
};

static const struct fact_cell *cell_at(const struct fact_table *table,
    const struct fact_row *row, struct str column) {
	for (size_t c = 0; c < table->columns; c++)
		if (str_equal(table->column[c].id, column))
			return &row->cell[c];
	die("headline: no column %s of %s", diag_str(column),
	    diag_str(table->id));
}

static bool is_listed(struct str word, struct str list) {
	struct str one;
	while (str_word(&list, &one))
		if (str_equal(one, word))
			return true;
	return false;
}

static bool passes(struct str value, struct str test, struct str today) {
	struct decimal number;
	int64_t seconds;
	if (str_take(&test, "!"))
		return !is_listed(value, test);
	if (str_is(test, "+"))
		return str_int(value, &seconds) ? seconds > 0
		    : ratio_read_decimal(value, &number) && number.n > 0;
	if (str_is(test, "<"))
		return value.n != 0 && str_compare(value, today) < 0;
	if (str_is(test, "-"))
		return value.n == 0;
	return is_listed(value, test);
}

static bool is_finding(const struct headline *headline,
    const struct fact_table *table, const struct fact_row *row,
    struct str today) {
	struct str rest = str_of(headline->tests), column, test;
	while (rest.n != 0) {
		str_cut(&rest, '|', &column);
		str_cut(&rest, '|', &test);
		if (!passes(cell_at(table, row, column)->value, test, today))
			return false;
	}
	return true;
}

/* Numbers by value, days and instants as they are written. */
static int order(struct str a, struct str b) {
	struct decimal left, right;
	if (ratio_read_decimal(a, &left) && ratio_read_decimal(b, &right))
		return ratio_compare_decimal(left, right);
	return str_compare(a, b);
}

/* What has no value comes last; of equal ones the row that stands first. */
static bool comes_before(const struct headline *headline,
    const struct fact_table *table, const struct fact_row *row,
    const struct fact_row *other) {
	struct str column = str_of(headline->order);
	struct str a = cell_at(table, row, column)->value;
	struct str b = cell_at(table, other, column)->value;
	if (a.n == 0 || b.n == 0)
		return b.n == 0 && a.n != 0;
	return headline->first == FIRST_LEAST ? order(a, b) < 0
	    : order(a, b) > 0;
}

static struct findings find(const struct headline *headline,
    const struct fact_table *table, struct str today) {
	struct findings found = { 0 };
	for (size_t r = 0; r < table->rows; r++) {
		const struct fact_row *row = &table->row[r];
		int64_t n = 0;
		if (row->kind != ROW_BODY)
			continue;
		found.rows++;
		for (size_t c = 0; c < table->columns; c++)
			if (str_is(table->column[c].id, "count")
			    && str_int(row->cell[c].value, &n))
				found.sum += n;
		if (!is_finding(headline, table, row, today))
			continue;
		if (found.count++ == 0 || comes_before(headline, table, row,
		    found.first))
			found.first = row;
	}
	return found;
}

/* The cells of the columns as they are shown. */
static const char *shown(struct arena *arena, const struct facts *facts,
    const struct fact_table *table, const struct fact_row *row,
    const char *columns) {
	struct str rest = str_of(columns), column;
	struct buf buf = buf_in(arena);
	while (row != NULL && str_word(&rest, &column)) {
		struct str text = cell_at(table, row, column)->text;
		if (buf.n != 0)
			buf_char(&buf, ' ');
		buf_add(&buf, text.n != 0 ? text : words_find(facts->words,
		    "headline.blank"));
	}
	return str_z(arena, buf_str(&buf));
}

static const char *number(struct arena *arena, int64_t n) {
	return str_z(arena, phrase_int(arena, n));
}

static struct str today_of(struct arena *arena, const struct facts *facts) {
	struct buf buf = buf_in(arena);
	date_write_day(&buf, date_day_of(facts->rows->as_of,
	    facts->contract->offset));
	return buf_str(&buf);
}

static struct findings findings_of(struct arena *arena,
    const struct facts *facts, const struct headline *headline) {
	const struct fact_table *table = facts_table(facts, headline->table);
	struct findings found = { 0 };
	return table == NULL ? found : find(headline, table, today_of(arena,
	    facts));
}

int64_t headline_findings(struct arena *arena, const struct facts *facts,
    const char *table) {
	size_t i = 0;
	while (strcmp(headlines[i].table, table) != 0)
		i++;
	return findings_of(arena, facts, &headlines[i]).count;
}

static void tell(struct arena *arena, struct facts *facts,
    const struct headline *headline) {
	const struct fact_table *table = facts_table(facts, headline->table);
	struct findings found = findings_of(arena, facts, headline);
	const char *key = arena_printf(arena, "headline.%s", headline->table);
	const char *form = found.rows == 0 ? "none" : found.count == 0 ? "good"
	    : found.count == 1 ? "one" : "many";
	headline_put(arena, facts, key, words_fill(arena, facts->words,
	    arena_printf(arena, "%s.%s", key, form),
	    "n", number(arena, found.rows), "k", number(arena, found.count),
	    "rest", number(arena, found.rows - found.count), "sum",
	    number(arena, found.sum), "name", shown(arena, facts, table,
	    found.first, headline->name), "value", shown(arena, facts, table,
	    found.first, headline->value), NULL));
}

void headline_put(struct arena *arena, struct facts *facts, const char *key,
    struct str text) {
	facts->sentence = arena_room(arena, facts->sentence, facts->sentences,
	    sizeof *facts->sentence);
	facts->sentence[facts->sentences++] = (struct fact_pair){
	    .key = str_of(key), .text = text };
}

void headline_add(struct arena *arena, struct facts *facts) {
	for (size_t i = 0; i < sizeof headlines / sizeof *headlines; i++)
		tell(arena, facts, &headlines[i]);
}
