/*
 * headline - what a slide says: the finding of a table in one sentence.
 *
 * Sentences of the facts with the key `headline.TABLE`.  Their words are
 * `headline.TABLE.FORM` with the form `none` (the table is empty), `good` (no
 * row is a finding), `one` or `many`, and the places {n} rows, {k} findings,
 * {rest} other rows, {sum} of the column `count`, {name} and {value} of the
 * first finding.
 */
#ifndef GEPPO_HEADLINE_H
#define GEPPO_HEADLINE_H

#include "facts/facts.h"

struct arena;

/* After all tables and charts. */
void headline_add(struct arena *arena, struct facts *facts);

/* The findings of a table that has a headline. */
int64_t headline_findings(struct arena *arena, const struct facts *facts,
    const char *table);

/* Append the sentence under the key. */
void headline_put(struct arena *arena, struct facts *facts, const char *key,
    struct str text);

#endif
