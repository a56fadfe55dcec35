/*
 * schema - tables and views of the record types, made from record.def.
 *
 * The table of ticket is rec_ticket: a column per field, then file (an import)
 * and line.  Instants and integers are INTEGER, dates ISO text, decimals exact
 * text, everything else text; an empty cell is NULL, but '' in a key column.
 *
 * The view of ticket is ticket, the one that `where`, `when` and SQL files of
 * a contract see: instants INTEGER with a twin FIELD_text in local ISO form,
 * decimals as numbers, bool 1 or 0, then origin_file and origin_line.
 *
 * The view row_ticket is what queries of reports select whole: each column of the
 * table under its full name (ticket.type), then origin_file and origin_line.
 */
#ifndef GEPPO_SCHEMA_H
#define GEPPO_SCHEMA_H

#include "base/record.h"

struct arena;
struct db;

/* Make the tables of a new store, and those that a store of a version before
 * lacks; does nothing in one that has them. */
void schema_make(struct db *db);

/* Make the views for this connection; sqlfunc must be registered. */
void schema_views(struct db *db);

/* A statement with the columns of the view, but 0 for the field of the name. */
const char *schema_without(struct arena *arena, const struct record_type *type,
    const char *field);

/*
 * A statement with the columns of the view ticket, then origin and `until`: for
 * each ticket a row per event of these fields, as the ticket was before it.
 * Fields of text only, since events hold text.
 */
const char *schema_before(struct arena *arena, const char *const *field,
    size_t fields);

/* A value of the field as the table holds it, and back; text is borrowed. */
struct value schema_store(struct arena *arena,
    const struct record_field *field, struct value value);
struct value schema_value(const struct record_field *field,
    struct value stored);

#endif
