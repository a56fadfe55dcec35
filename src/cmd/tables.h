/*
 * tables - every table of a pack, and which documents print it.
 *
 * The tables of the facts and the calculation traces of the indicators, in
 * this order; each has its own file of CSV and XLSX, a document has one XLSX
 * of the tables that it prints.
 */
#ifndef GEPPO_TABLES_H
#define GEPPO_TABLES_H

#include "doc/doc.h"
#include "emit/xlsx.h"
#include "facts/facts.h"

struct tables_entry {
	const struct fact_table *table;
	struct str node;		/* its id in a document (xsl/doc/part) */
	struct str name;		/* of its files, without ending */
	struct str where;		/* 月次運用保守報告書 表3, ...; or empty */
};

struct tables {
	struct arena *arena;
	const struct facts *facts;
	struct tables_entry *at;
	size_t count;
};

struct tables tables_of(struct arena *arena, const struct facts *facts);

/* The tables that the document prints, in its order, with their numbers; kept
 * as where each is printed. */
size_t tables_printed(struct tables *tables, const struct doc *doc,
    struct xlsx_sheet **sheet);

#endif
