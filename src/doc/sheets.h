/*
 * sheets - which rows of a ledger get a form of their own.
 *
 * A form of each of ten thousand rows is no document that anybody files: the
 * register, CSV and XLSX have every row, forms only the last ones.
 */
#ifndef GEPPO_SHEETS_H
#define GEPPO_SHEETS_H

struct arena;
struct facts;
struct _xmlNode;

/* Tell each `sheets` below parent, part of a template, that leaves rows out:
 * "from" is the place of the first row with a form, "n" how many have one and
 * "left" how many have none, as they are shown. */
void sheets_limit(struct arena *arena, const struct facts *facts,
    struct _xmlNode *parent);

#endif
