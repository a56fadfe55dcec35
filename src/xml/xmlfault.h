/*
 * xmlfault - what libxml2 and libxslt say while one call runs.
 *
 * Between begin and end the library's handlers are ours; end puts back those
 * that stood before.  Only the first error is kept: what follows it is mostly
 * its consequence.  A later one takes its place if the first had no line.
 */
#ifndef GEPPO_XMLFAULT_H
#define GEPPO_XMLFAULT_H

#include "base/diag.h"

struct arena;

struct xmlfault {
	struct arena *arena;	/* where text and place live */
	bool any;
	struct place place;
	struct str text;
	void *old_context;
	void (*old_structured)(void);
	void *old_generic_context;
	void (*old_generic)(void);
};

void xmlfault_begin(struct xmlfault *fault, struct arena *arena);
void xmlfault_end(struct xmlfault *fault);

/* An error that somebody else heard of. */
void xmlfault_note(struct xmlfault *fault, struct place place,
    struct str text);

/* The error as a diag of one argument; a place without a file is in name. */
void xmlfault_report(const struct xmlfault *fault, enum diag_id id,
    const char *name);

#endif
