/* varint - see varint.h. */
#include "store/varint.h"

#include "base/diag.h"

uint64_t varint_read(struct str *bytes) {
	uint64_t value = 0;
	for (size_t i = 0; i < bytes->n && i < VARINT_LONGEST; i++) {
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
