/*
 * edition - a period as it was published (sla.md, Editions).
 *
 * Editions are only ever added: a corrected one stands beside those before.
 */
#ifndef GEPPO_EDITION_H
#define GEPPO_EDITION_H

#include "store/rows.h"

struct db;
struct fetch;

/* Keep the edition of the rows' period, with the files that the rows came
 * from, in one transaction. */
void edition_add(struct db *db, const struct rows *rows,
    const struct rows_edition *edition);

/* Fill rows.edition and rows.former. */
void edition_fill(struct fetch *fetch);

#endif
