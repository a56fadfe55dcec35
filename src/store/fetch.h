/*
 * fetch - what the parts of rows_fetch share while they fill struct rows.
 */
#ifndef GEPPO_FETCH_H
#define GEPPO_FETCH_H

#include "store/rows.h"

struct arena;
struct db;

struct fetch {
	struct arena *arena;		/* of the rows */
	struct db *db;
	const struct contract *contract;
	struct rows *rows;
	size_t *file_of;		/* of an import id: index in rows.file */
	size_t imports;
};

/* The files of the store and the rows they rejected. */
void fetch_files(struct fetch *fetch);

/* The place of a row in terms of rows.file; a file that is superseded is the
 * one that stands for it. */
struct origin fetch_origin(const struct fetch *fetch, int64_t import,
    int64_t line);

/* File, then line: negative, zero, positive. */
int fetch_compare(struct origin a, struct origin b);

/* The tables of all record types but the streamed ones. */
void fetch_tables(struct fetch *fetch);

/* The index in rows.table of the row, which is there: a view shows just its
 * table. */
size_t fetch_row(const struct fetch *fetch, enum record_id records,
    int64_t import, int64_t line);

/* A value that the connection lent, as the rows keep it. */
struct value fetch_keep(struct arena *arena, struct value value);

#endif
