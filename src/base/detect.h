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
	DETECT_MAC,		/* 00:00:5e:00:53:01, 0000.5e00.5301 */
	DETECT_URL,		/* http://wiki/, https://192.0.2.1/, \\\\files\\a */
	DETECT_SECRET,		/* what stands behind パスワード: or token= */
	DETECT_TOKEN,		/* what begins as issued keys do; a private key */
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
