/*
 * shape - the rows that a mapping sees, whatever the file looks like.
 *
 * A table gives its rows as they stand.  Lines of text become rows by the
 * forms of the source (<line>), whose places are the columns.  A wide table
 * (<unpivot>) gives one row for each filled cell: the columns in front, what
 * the cell's header holds, the cells that qualify it as `instance`, the cell.
 */
#ifndef GEPPO_SHAPE_H
#define GEPPO_SHAPE_H

#include "read/csv.h"

struct arena;
struct source;

/* The cursor. */
struct shape;

/* Fields live in scratch until the next row; the shape empties it. */
struct shape *shape_new(struct arena *arena, struct arena *scratch,
    const struct source *source, struct str bytes);

/* Must the file be UTF-8 as a whole, since it is cut at any character? */
bool shape_cuts(const struct source *source);

/* For places in rows. */
const struct csv *shape_csv(const struct shape *shape);

/* The header; false when the file has no line left.  Only for sources that
 * have one. */
bool shape_header(struct shape *shape, struct csv_row *row);

/* The next row that says something; false at the end. */
bool shape_next(struct shape *shape, struct csv_row *row);

/* Lines that no form matched. */
int64_t shape_skipped(const struct shape *shape);

/* The first cell of a wide table's header. */
struct str shape_corner(const struct shape *shape);

#endif
