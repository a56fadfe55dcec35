/*
 * shape - the rows that a mapping sees, whatever the file looks like.
 *
 * A table gives its rows as they stand.  Lines of text become rows by the
 * forms of the source (<line>), whose places are the columns.  A wide table
 * (<unpivot>) gives one row for each filled cell: the columns in front, what
 * the cell's header holds, the cells that qualify it as `instance`, the cell.
 * Of several tables in a file <table> chooses one.  JSON (<json>):
 * read/jsonrows.  A header of several rows gives each column
 * what stands above it, with blanks between.
 */
#ifndef GEPPO_SHAPE_H
#define GEPPO_SHAPE_H

#include "read/csv.h"

struct arena;
struct booksheet;
struct source;

/* The cursor. */
struct shape;

/* Of bytes, or of a sheet when it is not NULL.  Fields live in scratch until
 * the next row; the shape empties it. */
struct shape *shape_new(struct arena *arena, struct arena *scratch,
    const struct source *source, struct str bytes, struct booksheet *sheet);

/* What the shape holds outside its arena. */
void shape_close(struct shape *shape);

/* There is no header: is it a list that may be empty? */
bool shape_barren(const struct shape *shape);

/* Must the file be UTF-8 as a whole, since it is cut at any character? */
bool shape_cuts(const struct source *source);

/* For places in rows; NULL of a sheet. */
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
