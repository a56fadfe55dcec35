/*
 * sheet - a fact_table being written: columns first, then rows cell by cell.
 *
 * Title, column labels and the sentence come from the catalogue: `table.ID`,
 * `column.KEY`, and `table.ID.none|one|many` (`some` for both of the latter)
 * with places {title}, {n} rows and {sum} of the column `count`; for what is
 * missing `table.none|one|many` stand in.
 */
#ifndef GEPPO_SHEET_H
#define GEPPO_SHEET_H

#include "facts/facts.h"

struct arena;

struct sheet {
	struct arena *arena;
	const struct words *words;
	int64_t offset;			/* of local time */
	struct fact_table table;
	size_t filled;			/* cells of the last row */
};

struct sheet sheet_new(struct arena *arena, const struct facts *facts,
    const char *id);

/* A column whose id is the key; unit NULL for none. */
void sheet_column(struct sheet *sheet, const char *key, enum column_type type,
    const char *unit);

/* A column whose head is no word of the catalogue. */
void sheet_named(struct sheet *sheet, struct str id, struct str label,
    enum column_type type);

/* The columns `KEY:type ...`, as `id:id name:text value:decimal`. */
void sheet_columns(struct sheet *sheet, const char *list);

/* Begin a row of a record. */
void sheet_row(struct sheet *sheet, struct origin origin);

/* Begin a row that no single record stands behind. */
void sheet_sum(struct sheet *sheet, enum fact_row_kind kind);

/* The next cell of the row: shown and data alike, or as given. */
void sheet_text(struct sheet *sheet, struct str text);
void sheet_cell(struct sheet *sheet, struct str text, struct str value,
    enum tone tone);
void sheet_word(struct sheet *sheet, const char *key, enum tone tone);
void sheet_int(struct sheet *sheet, int64_t n);
void sheet_instant(struct sheet *sheet, bool has, int64_t instant);
void sheet_day(struct sheet *sheet, bool has, int64_t day);
void sheet_seconds(struct sheet *sheet, bool has, int64_t seconds);

/* The table with its title and sentence; cells that were left out are empty. */
struct fact_table sheet_close(struct sheet *sheet);

#endif
