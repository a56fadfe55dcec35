/*
 * detect - contact data and secrets in running text.
 *
 * By form alone: what looks like a telephone number is taken for one.  Full-width
 * letters, digits and dashes count as their narrow forms.
 */
#ifndef GEPPO_DETECT_H
#define GEPPO_DETECT_H

#include "base/str.h"

enum detect_kind {
	DETECT_MAIL,		/* unyo@example.jp */
	DETECT_PHONE,		/* 03-1234-5678, 0312345678, +81 3 1234 5678 */
	DETECT_HOST,		/* 192.0.2.1, 2001:db8::1 */
	DETECT_SECRET,		/* what stands behind パスワード: or password= */
	DETECT_ADDRESS,		/* 〒100-0001, ...1丁目2番3号 */
	DETECT_KINDS
};

struct detected {
	enum detect_kind kind;
	size_t at, n;		/* bytes of the text */
};

/* "mail", "phone" ... */
const char *detect_name(enum detect_kind kind);

/* The first at or behind the byte `from`, which begins a character; false when
 * there is none. */
bool detect_next(struct str text, size_t from, struct detected *found);

#endif
