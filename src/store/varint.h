/*
 * varint - whole numbers as few bytes, for packed samples.
 *
 * Seven bits a byte, least first, the eighth set on all but the last; signed
 * numbers fold their sign into the lowest bit.  Reading past the end or a
 * number too long means a damaged store: it dies.
 */
#ifndef GEPPO_VARINT_H
#define GEPPO_VARINT_H

#include "base/buf.h"

/* Bytes of a number of 64 bits */
enum { VARINT_LONGEST = 10 };

static inline void varint_write(struct buf *buf, uint64_t value) {
	char *p = buf_room(buf, VARINT_LONGEST);
	for (; value >= 0x80; value >>= 7)
		*p++ = (char)(value | 0x80);
	*p++ = (char)value;
	buf->n = (size_t)(p - buf->p);
}

static inline void varint_write_signed(struct buf *buf, int64_t value) {
	varint_write(buf, (uint64_t)value << 1 ^ (uint64_t)(value >> 63));
}

/* Take a number from the front of *bytes. */
uint64_t varint_read(struct str *bytes);
int64_t varint_read_signed(struct str *bytes);

#endif
