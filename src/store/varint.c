/* varint - see varint.h. */
#include "store/varint.h"

#include "base/buf.h"
#include "base/diag.h"

/* Bytes of a number of 64 bits */
enum { LONGEST = 10 };

void varint_write(struct buf *buf, uint64_t value) {
	char bytes[LONGEST];
	size_t n = 0;
	while (value >= 0x80) {
		bytes[n++] = (char)(value | 0x80);
		value >>= 7;
	}
	bytes[n++] = (char)value;
	buf_add(buf, (struct str){ bytes, n });
}

void varint_write_signed(struct buf *buf, int64_t value) {
	varint_write(buf, (uint64_t)value << 1 ^ (uint64_t)(value >> 63));
}

uint64_t varint_read(struct str *bytes) {
	uint64_t value = 0;
	for (size_t i = 0; i < bytes->n && i < LONGEST; i++) {
		unsigned char byte = (unsigned char)bytes->p[i];
		value |= (uint64_t)(byte & 0x7f) << (7 * i);
		if ((byte & 0x80) != 0)
			continue;
		bytes->p += i + 1;
		bytes->n -= i + 1;
		return value;
	}
	die("the store is damaged: packed samples end early");
}

int64_t varint_read_signed(struct str *bytes) {
	uint64_t folded = varint_read(bytes);
	return (int64_t)(folded >> 1 ^ -(folded & 1));
}
