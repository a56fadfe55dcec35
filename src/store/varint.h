/*
 * varint - whole numbers as few bytes, for packed samples.
 *
 * Seven bits a byte, least first, the eighth set on all but the last; signed
 * numbers fold their sign into the lowest bit.  Reading past the end or a
 * number too long means a damaged store: it dies.
 */
#ifndef GEPPO_VARINT_H
#define GEPPO_VARINT_H

#include "base/str.h"

struct buf;

void varint_write(struct buf *buf, uint64_t value);
void varint_write_signed(struct buf *buf, int64_t value);

/* Take a number from the front of *bytes. */
uint64_t varint_read(struct str *bytes);
int64_t varint_read_signed(struct str *bytes);

#endif
