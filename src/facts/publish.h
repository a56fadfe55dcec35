/*
 * publish - what a period is frozen with, and how it differs from its last
 * edition (sla.md, Editions).
 */
#ifndef GEPPO_PUBLISH_H
#define GEPPO_PUBLISH_H

#include "facts/facts.h"

struct arena;

/* A value that is another than before; empty where there is none. */
struct publish_change {
	struct str item, field;
	struct str before, after;
};

/* All that is frozen: every value of the indicators, then the closings. */
size_t publish_values(struct arena *arena, const struct facts *facts,
    struct rows_frozen **values);

/* The values of after that differ from before's, in the order of after, then
 * those that only before has. */
size_t publish_changes(struct arena *arena, const struct rows_frozen *before,
    size_t befores, const struct rows_frozen *after, size_t afters,
    struct publish_change **changes);

/* The last edition of the period, or NULL. */
const struct rows_edition *publish_last(const struct rows *rows);

/* Number 2 is version 2.0. */
struct str publish_version(struct arena *arena, int64_t number);

/* Fill facts.unpublished: what of the facts there are is not as published. */
void publish_compare(struct arena *arena, struct facts *facts);

/* The tables `editions` and `edition-changes`, and facts.unpublished. */
void publish_add(struct arena *arena, struct facts *facts);

#endif
