/* buf - bytes that grow in an arena; the room doubles. */
#include "base/buf.h"

#include "base/arena.h"
#include "base/diag.h"

struct buf buf_in(struct arena *arena) {
	return (struct buf){ arena, NULL, 0, 0 };
}

void buf_reserve(struct buf *buf, size_t more) {
	if (more <= buf->room - buf->n)
		return;
	if (more > SIZE_MAX / 2 - buf->n)
		die("buf: %zu more bytes are beyond the address space", more);
	size_t room = buf->room == 0 ? 16 : buf->room * 2;
	while (room < buf->n + more)
		room *= 2;
	buf->p = arena_grow(buf->arena, buf->p, buf->room, room);
	buf->room = room;
}

void buf_add(struct buf *buf, struct str text) {
	buf_reserve(buf, text.n);
	if (text.n != 0)
		memcpy(buf->p + buf->n, text.p, text.n);
	buf->n += text.n;
}

void buf_text(struct buf *buf, const char *text) {
	buf_add(buf, str_of(text));
}

void buf_char(struct buf *buf, char c) {
	buf_add(buf, (struct str){ &c, 1 });
}

void buf_int(struct buf *buf, int64_t value) {
	char digits[24];
	snprintf(digits, sizeof digits, "%lld", (long long)value);
	buf_text(buf, digits);
}

void buf_utf8(struct buf *buf, uint32_t code) {
	if (code < 0x80) {
		buf_char(buf, (char)code);
		return;
	}
	int n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	char bytes[4];
	for (int i = n - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (code & 0x3f));
		code >>= 6;
	}
	bytes[0] = (char)(lead[n] | code);
	buf_add(buf, (struct str){ bytes, (size_t)n });
}

void buf_reset(struct buf *buf) {
	buf->n = 0;
}

struct str buf_str(const struct buf *buf) {
	return (struct str){ buf->p, buf->n };
}

const char *buf_z(struct buf *buf) {
	buf_reserve(buf, 1);
	buf->p[buf->n] = '\0';
	return buf->p;
}
