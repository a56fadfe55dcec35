/* kind - the kinds of documents that geppo makes, from kind.def. */
#ifndef GEPPO_KIND_H
#define GEPPO_KIND_H

#include <stddef.h>

#include "facts/facts.h"

enum kind_id {
#define KIND(id, name, code, span, title) KIND_##id,
#include "doc/kind.def"
#undef KIND
	KINDS
};

struct kind {
	const char *name;	/* monthly */
	const char *code;	/* O-01 */
	const char *span;	/* words. month: up to a quarter, or a range;
				   miss: such a one with an indicator missed, or
				   not met again before it;
				   incident: one with an incident to report;
				   year; contract; any.  ahead: it is made
				   before its period */
	const char *title;	/* 月次運用保守報告書 */
};

const struct kind *kind_at(size_t index);

/* KINDS when there is none of the name. */
enum kind_id kind_find(const char *name);

/* Is it a document that the period owes?  Any kind can be made by its name. */
bool kind_fits(const struct kind *kind, const struct facts *facts);

/* Is it kept all the time, whatever the period? */
bool kind_stands(const struct kind *kind);

/* Is it made before its period, by a cut-off of its own? */
bool kind_looks_ahead(const struct kind *kind);

#endif
