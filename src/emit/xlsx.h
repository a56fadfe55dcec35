/*
 * xlsx - fact tables as a workbook: a sheet each, with the rows and columns of
 * its CSV.
 *
 * Above the table stand its number and title, of what it is, the documents
 * that print it, and its sentence; below it its notes.  The same tables give
 * the same bytes at any time.  Text is text: no cell is a formula or a link.
 */
#ifndef GEPPO_XLSX_H
#define GEPPO_XLSX_H

#include "facts/facts.h"

struct xlsx_sheet {
	const struct fact_table *table;
	struct str number;		/* 表3, or empty */
	struct str where;		/* who prints it, or empty */
};

struct xlsx {
	struct str title;		/* of the workbook */
	const struct xlsx_sheet *sheet;
	size_t sheets;			/* at least one */
};

/* Write the workbook into the file; false after a diag. */
bool xlsx_write(struct arena *arena, const struct facts *facts,
    const struct xlsx *book, const char *path);

#endif
