/*
 * booktext - the text of one cell or shared string of a workbook.
 *
 * What stands in `t` or `v` counts, in the order of the runs; what stands in `rPh`
 * (the reading of Japanese names, ECMA-376 part 1, 18.4.6) does not.
 * Characters written as `_x000D_` (22.9.2.19) are themselves again.
 */
#ifndef GEPPO_BOOKTEXT_H
#define GEPPO_BOOKTEXT_H

#include "base/buf.h"

struct booktext {
	struct buf buf;
	bool inside;		/* of a `t` */
	int phonetic;		/* depth of `rPh` */
};

/* Begin another text. */
void booktext_reset(struct booktext *text);

/* What xmlstream tells of its elements. */
void booktext_begin(struct booktext *text, struct str name);
void booktext_add(struct booktext *text, struct str part);
void booktext_end(struct booktext *text, struct str name);

/* The whole text, asked for once; it lives until the next reset.  It is cut
 * somewhere behind LIMIT_FIELD_BYTES. */
struct str booktext_whole(struct booktext *text);

#endif
