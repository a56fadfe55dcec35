/*
 * portal - index.html of a pack: its documents, tables, sources and checks.
 */
#ifndef GEPPO_PORTAL_H
#define GEPPO_PORTAL_H

#include "emit/sections.h"
#include "facts/facts.h"

struct xslt;

/* Files that hold the same, by their paths below the folder. */
struct portal_files {
	struct str *at;
	size_t count;
};

struct portal_document {
	bool standing;			/* kept all the time: behind those of the period */
	struct str title, number, version;
	struct portal_files files;
	struct sections sections;
};

struct portal_table {
	const struct fact_table *table;
	struct portal_files files;
};

/* What the portal lists, in this order. */
struct portal {
	const struct portal_document *document;
	size_t documents;
	const struct portal_table *table;
	size_t tables;
	const char *const *parameters;	/* html_parameters */
};

/* Write folder/index.html; false after a diag. */
bool portal_write(struct arena *arena, struct xslt *xslt,
    const struct facts *facts, const struct portal *portal,
    const char *folder);

#endif
