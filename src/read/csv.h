/*
 * csv - rows of delimited text, straight from bytes in memory.
 *
 * A cursor that yields one row at a time, by RFC 4180: fields between
 * separators, quotes taken off, line ends (CRLF, LF or CR) inside quotes
 * kept.  A row that breaks the rules is yielded too, with its fault and
 * without fields, and reading goes on at the next line.  Bytes may be UTF-8
 * or CP932, whose trail bytes are never a comma, a quote or a line end.
 */
#ifndef GEPPO_CSV_H
#define GEPPO_CSV_H

#include "base/str.h"

struct arena;

/* The cursor. */
struct csv;

enum csv_fault {
	CSV_GOOD,
	CSV_UNCLOSED,	/* a quote that opens a field is never closed */
	CSV_STRAY,	/* a quote inside a field that is not quoted */
	CSV_AFTER,	/* text between the closing quote and the separator */
	CSV_NUL,
	CSV_LONG,	/* a field of more than LIMIT_FIELD_BYTES */
	CSV_WIDE,	/* more than LIMIT_COLUMNS fields */
	CSV_NAMES,	/* JSON: more than LIMIT_COLUMNS names */
	CSV_VALUES,	/* JSON: more than LIMIT_JSON_VALUES values or objects */
	/* of read/json */
	CSV_SYNTAX,	/* it is no JSON from here on */
	CSV_CUT,	/* it ends inside a value */
	CSV_DEEP	/* nested deeper than LIMIT_JSON_DEPTH */
};

struct csv_row {
	struct str *field;	/* until the next row; see csv_new */
	size_t fields;		/* 0 in a faulty row */
	int64_t line;		/* on which the row begins, from 1 */
	struct str raw;		/* its bytes, without the last line end */
	enum csv_fault fault;
	size_t at;		/* of the fault in raw */
	size_t width;		/* that it should have; 0: as the mapping */
	bool gap;		/* empty lines are before it */
	bool made;		/* by shape: fields are not those of raw */
	const size_t *begin;	/* made: of each field in raw, or NULL */
	size_t before;		/* bytes of its line that raw.p is behind */
};

/* A cursor over bytes, which the caller keeps.  Fields point into the bytes;
 * those with doubled quotes are rewritten in scratch, which the caller may
 * reset between rows. */
struct csv *csv_new(struct arena *arena, struct arena *scratch,
    struct str bytes, char separator);

/* The next row that is not an empty line; false at the end. */
bool csv_next(struct csv *csv, struct csv_row *row);

/* Another quote than `"`, before the first row is read; NUL for none. */
void csv_quote(struct csv *csv, char quote);

/* Pass over lines, before the first row is read. */
void csv_skip(struct csv *csv, int64_t lines);

/* The bytes that are not read yet, and the line that they begin with. */
struct str csv_rest(const struct csv *csv, int64_t *line);

/* Where in raw the n-th field of the row begins, its quote included.  It is
 * found by reading the row again: only messages ask.  0 in a row that was
 * made and does not tell. */
size_t csv_field_at(const struct csv *csv, const struct csv_row *row,
    size_t n);

#endif
