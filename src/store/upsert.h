/*
 * upsert - one record into the table of its type.
 *
 * A record is the one whose key fields are equal.  A later row replaces what
 * an earlier one said; the fields that differ go to the history.
 */
#ifndef GEPPO_UPSERT_H
#define GEPPO_UPSERT_H

#include "base/record.h"

struct arena;
struct db;
struct upsert;

enum upsert_result { UPSERT_ADDED, UPSERT_CHANGED, UPSERT_SAME };

/* For the records of one type from one import. */
struct upsert *upsert_new(struct arena *arena, struct db *db,
    const struct record_type *type, int64_t import);

enum upsert_result upsert_put(struct upsert *upsert,
    const struct value *value, int64_t line);

/* Mark earlier files under the path and reading of this import that no record
 * comes from any more. */
void upsert_supersede(struct upsert *upsert, struct str path,
    struct str reading);

/* Keep what a field of the record with that key said, before this import
 * changed it. */
void upsert_keep(struct db *db, const struct record_type *type, struct str key,
    size_t field, struct value old, int64_t file, int64_t line, int64_t import);

/* Give back the scratch memory. */
void upsert_end(struct upsert *upsert);

#endif
