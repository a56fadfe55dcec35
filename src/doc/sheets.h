/*
 * sheets - which rows of a ledger get a form of their own.
 *
 * A form of each of ten thousand rows is no document that anybody files: the
 * register, CSV and XLSX have every row, forms only the last ones.
 */
#ifndef GEPPO_SHEETS_H
#define GEPPO_SHEETS_H

#include <stddef.h>

struct arena;
struct facts;
struct _xmlNode;

/* How many rows have a form at most. */
size_t sheets_most(const struct _xmlNode *sheets);

/* Tell each `sheets` below parent, part of a template, that leaves rows out:
 * "most" is how many rows have a form, "n" the same and "left" how many have
 * none, as they are shown. */
void sheets_limit(struct arena *arena, const struct facts *facts,
    struct _xmlNode *parent);

#endif
