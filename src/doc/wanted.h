/*
 * wanted - the parts of the facts that a template shows.
 *
 * A document needs a tenth of what a period has; the rest would be built, searched
 * by each key of the stylesheets and freed again for nothing.
 */
#ifndef GEPPO_WANTED_H
#define GEPPO_WANTED_H

#include "facts/facts.h"

struct arena;
struct _xmlNode;

struct wanted_part {
	const char *element;	/* table, chart, graph, trace */
	struct str name;
	bool prefix;		/* all whose names begin so */
	size_t head, tail;	/* rows of its tables */
	struct str of;		/* else those of records with forms: its ledger */
};

struct wanted {
	struct wanted_part *part;
	size_t parts;
};

/* The rows of a table that a document has. */
struct wanted_rows {
	size_t head, tail;	/* so many first and last ones, at most */
	struct str *id;		/* and those of records with forms, sorted */
	size_t ids;
};

/* What the template places; names stay those of its tree. */
struct wanted wanted_of(struct arena *arena, const struct _xmlNode *template);

/* Is the part placed?  Everything is, where wanted is NULL. */
bool wanted_has(const struct wanted *wanted, const char *element,
    struct str name);

/* Which rows of a part's tables are placed.  All, where wanted is NULL. */
struct wanted_rows wanted_rows(struct arena *arena,
    const struct wanted *wanted, const struct facts *facts,
    const char *element, struct str name);

/* Is the row in the place one of them? */
bool wanted_row(const struct wanted_rows *rows, const struct fact_table *table,
    size_t row);

#endif
