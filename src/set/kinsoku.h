/*
 * kinsoku - what characters do to the lines that they stand in.
 *
 * Where lines may break comes from UAX 14 (Pango); this adds what it does not
 * know: classes for compressing punctuation (JIS X 4051, 4.6) and pairs that a
 * Japanese report never parts.
 */
#ifndef GEPPO_KINSOKU_H
#define GEPPO_KINSOKU_H

#include <stdbool.h>
#include <stdint.h>

enum kinsoku {
	KINSOKU_OTHER,
	KINSOKU_SPACE,
	KINSOKU_LATIN,	/* Western letters, digits and signs */
	KINSOKU_WIDE,	/* kanji, kana and other full-width letters */
	KINSOKU_OPEN,	/* 「（ */
	KINSOKU_CLOSE,	/* 」） */
	KINSOKU_STOP,	/* 、。 */
	KINSOKU_MIDDLE	/* ・： */
};

enum kinsoku kinsoku_class(uint32_t code);

/* Is half an em of white between the two characters too much? */
bool kinsoku_compress(enum kinsoku before, enum kinsoku after);

/* No line ends between before and code, which UAX 14 would allow: 12,345|千円,
 * 令和|8|年度, No.|5, ２|０.  earlier stands ahead of before (0: nothing). */
bool kinsoku_binds(uint32_t earlier, uint32_t before, uint32_t code);

#endif
