/*
 * table - tables as strips, a row each.
 *
 * A table that runs over a page repeats its caption with （続き） and its head.
 * A row is not divided unless it is taller than half a page; then it becomes
 * strips of a line each.
 */
#ifndef GEPPO_TABLE_H
#define GEPPO_TABLE_H

#include "set/flow.h"

/* Does the table read well in columns of the width, or fit them without
 * breaking a word and stay below the height? */
bool table_suits(struct flow *flow, const struct node *table, int width,
    int height);

void table_set(struct flow *flow, const struct node *table);

#endif
