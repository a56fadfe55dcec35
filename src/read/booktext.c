/* booktext - the text of one cell or shared string of a workbook. */
#include "read/booktext.h"

#include "base/limits.h"

void booktext_reset(struct booktext *text) {
	buf_reset(&text->buf);
	text->inside = false;
	text->phonetic = 0;
}

void booktext_begin(struct booktext *text, struct str name) {
	text->phonetic += str_is(name, "rPh");
	text->inside = text->phonetic == 0
	    && (str_is(name, "t") || str_is(name, "v"));
}

void booktext_add(struct booktext *text, struct str part) {
	if (text->inside && text->buf.n <= LIMIT_FIELD_BYTES)
		buf_add(&text->buf, part);
}

void booktext_end(struct booktext *text, struct str name) {
	text->phonetic -= str_is(name, "rPh");
	text->inside = false;
}

static int hex_digit(char c) {
	return c >= '0' && c <= '9' ? c - '0'
	    : c >= 'A' && c <= 'F' ? c - 'A' + 10
	    : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The bytes of `_x000D_` at the front, whose character *code gets, or 0 when
 * there is none; halves of a character are none. */
static size_t escape(struct str text, uint32_t *code) {
	enum { LENGTH = 7 };
	if (text.n < LENGTH || !str_starts(text, "_x") || text.p[6] != '_')
		return 0;
	*code = 0;
	for (int i = 2; i < 6; i++) {
		int digit = hex_digit(text.p[i]);
		if (digit < 0)
			return 0;
		*code = *code * 16 + (uint32_t)digit;
	}
	return *code < 0xd800 || *code > 0xdfff ? LENGTH : 0;
}

struct str booktext_whole(struct booktext *text) {
	struct str from = buf_str(&text->buf);
	if (from.n == 0 || memmem(from.p, from.n, "_x", 2) == NULL)
		return from;
	buf_reset(&text->buf);	/* what is written never passes what is read */
	while (from.n > 0) {
		uint32_t code;
		size_t n = escape(from, &code);
		if (n > 0)
			buf_utf8(&text->buf, code);
		else
			buf_char(&text->buf, from.p[0]);
		n += n == 0;
		from = (struct str){ from.p + n, from.n - n };
	}
	return buf_str(&text->buf);
}
