/*
 * listing - a table on standard output, as text, CSV or JSON.
 *
 * Text is aligned for a terminal (East Asian characters take two columns),
 * CSV is RFC 4180 with CRLF, JSON an array of objects.
 */
#ifndef GEPPO_LISTING_H
#define GEPPO_LISTING_H

#include "base/str.h"

struct arena;

enum listing_format { LISTING_TEXT, LISTING_CSV, LISTING_JSON };

struct listing;

/* `text`, `csv`, `json`; false on anything else. */
bool listing_read_format(const char *text, enum listing_format *format);

/* An empty table with the columns (ended by NULL). */
struct listing *listing_new(struct arena *arena, const char *const *columns);

/* Append a cell; rows fill up from left to right. */
void listing_add(struct listing *listing, struct str cell);

/* Write it to standard output. */
void listing_write(const struct listing *listing, enum listing_format format);

#endif
