/*
 * pack - the folder of one period: documents, tables, portal, manifest.
 */
#ifndef GEPPO_PACK_H
#define GEPPO_PACK_H

#include "doc/kind.h"
#include "facts/facts.h"

enum pack_format { PACK_PDF = 1, PACK_HTML = 2, PACK_CSV = 4, PACK_XLSX = 8 };

struct pack_order {
	const struct facts *facts;
	const char *workspace;
	const char *folder;	/* where the pack is written */
	unsigned formats;	/* enum pack_format, or-ed */
	bool kind[KINDS];	/* the documents that are named */
	bool all;		/* those that the period owes, too */
	/* told before each file; may be NULL */
	void (*progress)(void *self, size_t done, size_t total,
	    const char *what);
	void *self;
};

/* Write everything into the folder; false after a diag, and then what is there
 * is not a pack. */
bool pack_write(struct arena *arena, const struct pack_order *order);

#endif
