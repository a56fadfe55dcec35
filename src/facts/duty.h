/*
 * duty - what both parties owe by when, and whether it was done (E-DUE).
 */
#ifndef GEPPO_FACTS_DUTY_H
#define GEPPO_FACTS_DUTY_H

#include "facts/facts.h"
#include "facts/lookup.h"

struct arena;

/* Fill facts.duty: every duty of the contract's term that is known at the
 * cut-off, by due, then the contract's order, then file and line. */
void duty_fill(struct arena *arena, struct facts *facts);

/* Indices in facts.duty of what is owed of single records of the type, by the
 * record's id. */
struct lookup duty_lookup(struct arena *arena, const struct facts *facts,
    enum record_id records);

/* "met" ... as in words `duty.NAME`. */
const char *duty_state_name(enum duty_state state);

/* The party of the role, as the contract names it; else the role. */
struct str duty_party(const struct facts *facts, struct str role);

/* 3営業日以内, 毎年度末まで ...: when it is due, in words. */
struct str duty_term(struct arena *arena, const struct facts *facts,
    const struct duty *duty);

#endif
