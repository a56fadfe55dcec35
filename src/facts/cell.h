/*
 * cell - single fields of a row, by the index of the field.
 *
 * An index of -1 (the type has no such field) reads as an empty field.
 */
#ifndef GEPPO_CELL_H
#define GEPPO_CELL_H

#include "store/rows.h"

/* Index of the field in the type, or -1. */
int cell_index(enum record_id records, const char *field);

/* Text of an id, text, enum or reference; empty when there is none. */
struct str cell_text(const struct row *row, int index);

/* Is the field filled? */
bool cell_filled(const struct row *row, int index);

/* A whole number, day number or bool; false when the field is empty. */
bool cell_int(const struct row *row, int index, int64_t *value);

/* The instant of the field; a date is the start of its day (sla.md,
 * Calendars).  False when the field is empty. */
bool cell_instant(const struct row *row, enum record_id records, int index,
    int64_t offset, int64_t *instant);

/* What names the record in a list: its first key field. */
struct str cell_name(const struct row *row, enum record_id records);

/* Is the record cancelled or a duplicate, and so scored nowhere, whenever that
 * came (sla-details 68)? */
bool cell_is_void(const struct row *row, enum record_id records);

#endif
