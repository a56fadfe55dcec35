/*
 * facts - one period's figures, worded.
 *
 * facts_indicators measures what the contract agrees on; facts_gather adds
 * everything else that the documents show.
 */
#include "facts/facts.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/definition.h"
#include "facts/factsdump.h"
#include "facts/history.h"
#include "facts/mask.h"
#include "facts/maskfacts.h"
#include "facts/names.h"
#include "facts/phrase.h"
#include "facts/publish.h"
#include "facts/statement.h"
#include "facts/survey.h"
#include "facts/trace.h"

static const struct outcome *measure(struct arena *arena,
    const struct rows *rows, const struct histories *histories, size_t i) {
	struct scope *scope = arena_alloc(arena, sizeof *scope);
	*scope = (struct scope){ arena, rows, histories,
	    &rows->contract->indicator[i], &rows->population[i], rows->start,
	    rows->end, rows->as_of };
	return outcome_measure(scope);
}

static void read_head(struct arena *arena, struct facts *facts) {
	const struct rows *rows = facts->rows;
	int64_t offset = rows->contract->offset;
	facts->contract = rows->contract;
	facts->period = rows->period;
	facts->preliminary = rows->as_of < rows->end;
	facts->period_name = period_name(arena, &rows->period);
	facts->period_title = phrase_period(arena, facts->words,
	    &rows->period);
	facts->from_text = phrase_day(arena, facts->words, rows->period.first);
	facts->to_text = phrase_day(arena, facts->words, rows->period.end - 1);
	facts->as_of_text = phrase_instant(arena, rows->as_of, offset);
	facts->made_on = phrase_day(arena, facts->words,
	    date_day_of(rows->as_of, offset));
}

static struct facts *indicators(struct arena *arena, const struct rows *rows,
    const struct words *words, const struct outcome ***outcomes) {
	const struct histories *histories = history_index(arena, rows);
	size_t n = rows->contract->indicators;
	struct facts *facts = arena_alloc(arena, sizeof *facts);
	facts->rows = rows;
	facts->words = words;
	read_head(arena, facts);
	facts->figure = arena_array(arena, n, sizeof *facts->figure);
	*outcomes = arena_array(arena, n, sizeof **outcomes);
	for (size_t i = 0; i < n; i++) {
		(*outcomes)[i] = measure(arena, rows, histories, i);
		facts->figure[i] = statement_figure(arena, words, (*outcomes)[i]);
		definition_add(arena, rows->contract, words,
		    &facts->figure[i]);
		trace_add(arena, facts, &facts->figure[i], (*outcomes)[i]);
	}
	facts->figures = n;
	return facts;
}

const struct facts *facts_indicators(struct arena *arena,
    const struct rows *rows, const struct words *words) {
	const struct outcome **outcomes;
	struct facts *facts = indicators(arena, rows, words, &outcomes);
	publish_compare(arena, facts);
	return facts;
}

static struct facts *gather(struct arena *arena, const struct rows *rows,
    const struct words *words) {
	const struct outcome **outcomes;
	struct facts *facts = indicators(arena, rows, words, &outcomes);
	struct names *hosts = names_new(arena);
	names_add_hosts(arena, hosts, rows, words);
	facts->hosts = hosts;
	survey_add(arena, facts, outcomes);
	return facts;
}

const struct facts *facts_gather(struct arena *arena, const struct rows *rows,
    const struct words *words) {
	return gather(arena, rows, words);
}

const struct facts *facts_public(struct arena *arena, const struct rows *rows,
    const struct words *words) {
	const struct mask *mask = mask_new(arena, rows, words);
	struct facts *facts = gather(arena, mask_rows(arena, mask, rows),
	    words);
	facts->mask = mask;
	maskfacts_hide(arena, mask, facts);
	return facts;
}

size_t facts_hosts(const struct facts *facts, struct str text) {
	struct names_found found = { 0 };
	size_t count = 0;
	while (names_next(facts->hosts, text, found.at + found.n, &found))
		count++;
	return count;
}

struct str facts_shown(struct arena *arena, const struct facts *facts,
    struct str text) {
	return facts->mask == NULL ? text : mask_text(arena, facts->mask, text);
}

struct str facts_shown_field(struct arena *arena, const struct facts *facts,
    const struct record_field *field, struct str text) {
	if (facts->mask != NULL && (field->flags & FIELD_HOST) != 0)
		text = mask_host(facts->mask, text);
	return facts_shown(arena, facts, text);
}

const struct fact_table *facts_table(const struct facts *facts,
    const char *id) {
	for (size_t i = 0; i < facts->tables; i++)
		if (str_is(facts->table[i].id, id))
			return &facts->table[i];
	return NULL;
}

void facts_dump(const struct facts *facts) {
	factsdump_write(facts);
}
