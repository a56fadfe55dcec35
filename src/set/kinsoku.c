/*
 * kinsoku - what characters do to the lines that they stand in.
 *
 * Sources: JIS X 4051:2004 4.6 and its classes, W3C JLREQ 3.1; the pairs that
 * bind are those that pages.md 3.1 measured UAX 14 to break.
 */
#include "set/kinsoku.h"

#include <stddef.h>

static const uint32_t opens[] = { 0x2018, 0x201C, 0x3008, 0x300A, 0x300C,
    0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301D, 0xFF08, 0xFF3B, 0xFF5B,
    0xFF5F, 0 };
static const uint32_t closes[] = { 0x2019, 0x201D, 0x3009, 0x300B, 0x300D,
    0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301F, 0xFF09, 0xFF3D, 0xFF5D,
    0xFF60, 0 };
static const uint32_t stops[] = { 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0 };
static const uint32_t middles[] = { 0x30FB, 0xFF1A, 0xFF1B, 0 };

/* What stands behind a number and belongs to it. */
static const uint32_t units[] = { U'年', U'月', U'日', U'時', U'分', U'秒',
    U'週', U'円', U'銭', U'千', U'百', U'万', U'億', U'兆', U'名', U'人',
    U'台', U'回', U'章', U'節', U'条', U'項', U'号', U'版', U'頁', U'枚',
    U'本', U'社', U'者', U'件', U'口', U'式', U'番', U'位', U'割', U'倍',
    U'点', U'度', U'率', U'個', U'か', U'ヶ', U'カ', U'ヵ', U'箇', U'歳',
    U'語', U'行', U'列', U'期', U'次', U'階', U'級', U'種', U'％', U'℃', 0 };
/* Multiples that may stand between a number and its unit. */
static const uint32_t multiples[] = { U'千', U'百', U'万', U'億', U'兆',
    U'か', U'ヶ', U'カ', U'ヵ', U'箇', 0 };
static const uint32_t multiplied[] = { U'円', U'人', U'名', U'件', U'台',
    U'回', U'月', U'年', U'所', U'国', U'条', 0 };

static bool among(uint32_t code, const uint32_t *list) {
	while (*list != 0 && *list != code)
		list++;
	return *list != 0;
}

static bool is_digit(uint32_t code) {
	return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

enum kinsoku kinsoku_class(uint32_t code) {
	if (code == ' ' || code == 0x3000 || code == 0xA0)
		return KINSOKU_SPACE;
	if (code < 0x250)
		return code > ' ' ? KINSOKU_LATIN : KINSOKU_OTHER;
	if (among(code, opens))
		return KINSOKU_OPEN;
	if (among(code, closes))
		return KINSOKU_CLOSE;
	if (among(code, stops))
		return KINSOKU_STOP;
	if (among(code, middles))
		return KINSOKU_MIDDLE;
	return code >= 0x2E80 ? KINSOKU_WIDE : KINSOKU_OTHER;
}

bool kinsoku_compress(enum kinsoku before, enum kinsoku after) {
	if (before == KINSOKU_OPEN)
		return after == KINSOKU_OPEN;
	if (before != KINSOKU_CLOSE && before != KINSOKU_STOP)
		return false;
	return after == KINSOKU_OPEN || after == KINSOKU_CLOSE
	    || after == KINSOKU_STOP || after == KINSOKU_MIDDLE;
}

/* Names of eras, and No. */
static bool names_count(uint32_t before, uint32_t code) {
	static const uint32_t pairs[][2] = { { U'令', U'和' }, { U'平', U'成' },
	    { U'昭', U'和' }, { U'大', U'正' }, { U'明', U'治' },
	    { U'西', U'暦' }, { 'o', '.' } };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (before == pairs[i][0] && code == pairs[i][1])
			return true;
	return false;
}

/* What stands ahead of a number and belongs to it. */
static bool leads_number(uint32_t earlier, uint32_t before) {
	static const uint32_t leads[] = { U'第', U'約', U'表', U'図', U'全',
	    U'計', 0 };
	return among(before, leads) || names_count(earlier, before);
}

bool kinsoku_binds(uint32_t earlier, uint32_t before, uint32_t code) {
	if (is_digit(before))
		return is_digit(code) || among(code, units);
	if (is_digit(code))
		return leads_number(earlier, before);
	if (is_digit(earlier) && among(before, multiples))
		return among(code, multiplied);
	return (before == U'年' && code == U'度') || names_count(before, code);
}
