/*
 * plan - a field that a column gives: the value of one cell.
 *
 * A cell like one of the rows before gives what that gave, and a cell that is
 * written as most are is read at once; what every way gives is the same.
 */
#ifndef GEPPO_PLAN_H
#define GEPPO_PLAN_H

#include "read/convert.h"
#include "read/fields.h"

/* Cells are remembered up to so many bytes, of which no encoding makes more
 * than three times as many, and in so many places. */
enum { PLAN_BYTES = 64, PLAN_TEXT = 3 * PLAN_BYTES, PLAN_KEPT = 16 };

/* A cell of the rows before and what it gave. */
struct plan_kept {
	size_t bytes;			/* of the cell; 0: none is kept */
	char cell[PLAN_BYTES];		/* as the file has it */
	struct value value;
	char text[PLAN_TEXT];		/* of the value */
};

struct plan {
	size_t column;
	size_t *join;			/* columns whose text follows */
	size_t joins;
	size_t field;
	struct convert convert;
	struct plan_kept kept[PLAN_KEPT];
};

/* The field of the row; constant stands for it when it is empty.  False after
 * a diag, whose id is *reason. */
bool plan_read(struct plan *plan, const struct fields_file *file,
    const struct csv_row *row, const struct value *constant,
    struct value *value, enum diag_id *reason);

/* Say that the byte of the column's cell is none of the encoding. */
void plan_tell_byte(const struct fields_file *file, const struct csv_row *row,
    size_t column, const char *field, size_t bad);

#endif
