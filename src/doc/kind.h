/* kind - the kinds of documents that geppo makes, from kind.def. */
#ifndef GEPPO_KIND_H
#define GEPPO_KIND_H

#include <stddef.h>

enum kind_id {
#define KIND(name, code, period, title) KIND_##name,
#include "doc/kind.def"
#undef KIND
	KINDS
};

struct kind {
	const char *name;	/* monthly */
	const char *code;	/* O-01 */
	const char *period;	/* month */
	const char *title;	/* 月次運用保守報告書 */
};

const struct kind *kind_at(size_t index);

/* KINDS when there is none of the name. */
enum kind_id kind_find(const char *name);

#endif
