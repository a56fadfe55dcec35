/*
 * fields - which column gives which field, and one row as values.
 *
 * The columns that the contract names come first; every other column whose
 * header is the name of a field gives that field.  A constant stands for a
 * field that no column gives, and for the empty cells of a column that the
 * contract names.
 */
#ifndef GEPPO_FIELDS_H
#define GEPPO_FIELDS_H

#include "read/csv.h"
#include "read/encode.h"
#include "read/tell.h"

struct arena;
struct contract;
struct source;
struct value;

/* What the rows of one file are read with. */
struct fields_file {
	struct str name;		/* for messages */
	struct encode *encode;
	const struct csv *csv;		/* NULL: a sheet */
	struct tell *tell;
	struct arena *scratch;		/* empty at each row */
	size_t first;			/* fields of the first row */
	int64_t offset;			/* of instants without their own */
};

/* The mapping of one file. */
struct fields;

/* Map the header, or numbered columns when header is NULL; rows are then as
 * wide as the first one.  NULL after a diag when the file cannot be read. */
struct fields *fields_map(struct arena *arena,
    const struct contract *contract, const struct source *source,
    const struct fields_file *file, const struct csv_row *header);

/* Does the row say nothing but what was filled in beforehand? */
bool fields_vacant(const struct fields *fields, const struct fields_file *file,
    const struct csv_row *row);

/* What a row gives. */
struct fields_row {
	struct value *value;		/* one per field of the type */
	size_t texts;			/* as in rec.h */
	enum diag_id reason;		/* of the first diag */
};

/* Read the row; the values live until scratch is reset and another row is
 * read.  False after a diag. */
bool fields_read(struct fields *fields, const struct fields_file *file,
    const struct csv_row *row, struct fields_row *out);

/* Say what was done to values all over the file. */
void fields_end(const struct fields *fields, const struct fields_file *file);

/* The place of the offset in the row. */
struct place fields_place(const struct fields_file *file,
    const struct csv_row *row, size_t offset);

#endif
