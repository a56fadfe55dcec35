/*
 * lookup - things of an array by a text of theirs.
 *
 * One array sorted by text, then by index: what is found is a slice of it.
 */
#ifndef GEPPO_LOOKUP_H
#define GEPPO_LOOKUP_H

#include "store/rows.h"

struct arena;

struct lookup_entry {
	struct str name;
	size_t index;
};

struct lookup {
	struct lookup_entry *at;
	size_t count;
};

/* The rows of the table by the text of the field; those without one are left
 * out. */
struct lookup lookup_rows(struct arena *arena, const struct rows_table *table,
    int field);

/* The same by hand: add each, in any order, then sort once. */
void lookup_add(struct arena *arena, struct lookup *lookup, struct str name,
    size_t index);
void lookup_sort(struct lookup *lookup);

/* The entries of the name, by index; empty where there is none. */
struct lookup lookup_find(struct lookup lookup, struct str name);

#endif
