/*
 * recur - rows whose texts came before, by the bytes of their cells.
 *
 * Samples name the same hosts and metrics by the million, mostly in one order
 * again and again.  The cells that give texts are taken together, as one set;
 * a set that was read once gives its values without being read.
 */
#ifndef GEPPO_RECUR_H
#define GEPPO_RECUR_H

#include "base/record.h"

struct arena;
struct recur;

struct recur_set {
	size_t number;		/* from 1, in order of appearance */
	struct value *value;	/* per field; those of no text are the row's */
};

/* Of rows whose columns give the texts of a record of so many fields. */
struct recur *recur_new(struct arena *arena, const size_t *column,
    size_t columns, size_t fields);

/* The set of the row with these cells, or NULL. */
struct recur_set *recur_find(struct recur *recur,
    const struct str *cell);

/* Remember what the row gave, unless there are too many sets or bytes: its
 * values are copied, those of other columns too.  The number of the set, or
 * 0. */
size_t recur_add(struct recur *recur, const struct str *cell,
    const struct value *value);

#endif
