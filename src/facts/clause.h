/*
 * clause - conditions of the contract as people read them.
 *
 * `where` and `when` are SQL.  Comparisons of a field with a word or number,
 * joined by AND, are told with the labels of record.def; anything else is
 * shown as it is written, introduced as a condition.
 */
#ifndef GEPPO_CLAUSE_H
#define GEPPO_CLAUSE_H

#include "base/record.h"
#include "base/words.h"

struct arena;

/* Empty for an empty condition. */
struct str clause_text(struct arena *arena, const struct words *words,
    enum record_id records, struct str condition);

/* The label of the field in the language of the words, or its name. */
struct str clause_field(const struct words *words, enum record_id records,
    struct str field);

#endif
