/*
 * xlsxcell - a cell of a fact table as a spreadsheet holds it.
 *
 * Numbers stay numbers with the digits that the table shows, dates and times
 * become days since 1899-12-30, everything else is text.  A number that a
 * double cannot hold exactly (more than 15 digits) stays text: it is never
 * rounded.
 */
#ifndef GEPPO_XLSXCELL_H
#define GEPPO_XLSXCELL_H

#include "facts/facts.h"

struct xlsxcell {
	enum { XLSXCELL_BLANK, XLSXCELL_NUMBER, XLSXCELL_TEXT } kind;
	double number;
	struct str text;		/* not more than a cell may hold */
	const char *format;		/* number format: `#,##0.00` */
	bool long_number;		/* text, because it has too many digits */
	bool cut;			/* the end of the text is left out */
};

/* offset: of local time, in seconds. */
struct xlsxcell xlsxcell_of(struct arena *arena, enum column_type type,
    const struct fact_cell *cell, int64_t offset);

#endif
