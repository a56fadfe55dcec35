/*
 * buf - bytes that grow in an arena.
 *
 * Appends never fail (exhaustion dies).  The text is valid until the next
 * append; buf_str lends it.
 */
#ifndef GEPPO_BUF_H
#define GEPPO_BUF_H

#include "base/str.h"

struct arena;

struct buf {
	struct arena *arena;
	char *p;
	size_t n;
	size_t room;
};

/* An empty buffer that grows in the arena. */
struct buf buf_in(struct arena *arena);

/* Room for more bytes behind what is there; whoever writes them adds to n. */
void buf_reserve(struct buf *buf, size_t more);

static inline char *buf_room(struct buf *buf, size_t more) {
	if (buf->room - buf->n < more)
		buf_reserve(buf, more);
	return buf->p + buf->n;
}

void buf_add(struct buf *buf, struct str text);
void buf_text(struct buf *buf, const char *text);
void buf_char(struct buf *buf, char c);
void buf_int(struct buf *buf, int64_t value);

/* The code point as UTF-8. */
void buf_utf8(struct buf *buf, uint32_t code);

/* Forget the contents, keep the room. */
void buf_reset(struct buf *buf);

struct str buf_str(const struct buf *buf);

/* The contents with a NUL behind them (not counted in n). */
const char *buf_z(struct buf *buf);

#endif
