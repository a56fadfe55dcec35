/*
 * bookfile - what the sheets of an .xlsx file share (ECMA-376 part 1, 12.3).
 *
 * The texts that cells refer to, the styles that say which numbers are dates,
 * and which part is the sheet that is wanted.  Texts lie in memory; the sheet
 * itself is read row by row (read/booksheet).
 */
#ifndef GEPPO_BOOKFILE_H
#define GEPPO_BOOKFILE_H

#include "read/bookcell.h"
#include "read/package.h"

struct bookfile {
	struct arena *arena;
	struct place place;		/* the file, for messages */
	struct package *package;
	struct str sheet;		/* part that holds the rows */
	struct str *text;		/* shared */
	size_t texts;
	struct bookcell_style *style;	/* of cells, by their number */
	size_t styles;
	bool from_1904;
};

/* Open the workbook in bytes, which the caller keeps.  sheet is the name of a
 * sheet, or the number of one from 1 among those that are not hidden; when
 * empty, the first.  NULL after a diag. */
struct bookfile *bookfile_open(struct arena *arena, struct str bytes,
    struct str sheet, const struct place *place);

void bookfile_close(struct bookfile *book);

#endif
