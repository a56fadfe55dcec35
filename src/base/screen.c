/* screen - text in columns of a terminal, and as a string of JSON. */
#include "base/screen.h"

static size_t code_width(uint32_t c) {
	if ((c >= 0x300 && c < 0x370) || (c >= 0xfe00 && c < 0xfe10)
	    || (c >= 0xe0100 && c < 0xe01f0))
		return 0;
	bool wide = (c >= 0x1100 && c < 0x1160) || (c >= 0x2e80 && c < 0xa4d0)
	    || (c >= 0xac00 && c < 0xd7a4) || (c >= 0xf900 && c < 0xfb00)
	    || (c >= 0xff00 && c < 0xff61) || (c >= 0xffe0 && c < 0xffe7)
	    || c >= 0x1f300;
	return wide ? 2 : 1;
}

size_t screen_width(struct str text) {
	size_t width = 0;
	while (text.n > 0) {
		uint32_t code = '?';
		size_t n = str_utf8(text, &code);
		n = n == 0 ? 1 : n;
		width += code_width(code);
		text.p += n;
		text.n -= n;
	}
	return width;
}

void screen_pad(struct buf *buf, struct str text, size_t width, bool right) {
	if (!right)
		buf_add(buf, text);
	for (size_t n = screen_width(text); n < width; n++)
		buf_char(buf, ' ');
	if (right)
		buf_add(buf, text);
}

void screen_json(struct buf *buf, struct str text) {
	static const char digits[] = "0123456789abcdef";
	buf_char(buf, '"');
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c == '"' || c == '\\')
			buf_char(buf, '\\');
		if (c >= 0x20) {
			buf_char(buf, (char)c);
			continue;
		}
		buf_text(buf, "\\u00");
		buf_char(buf, digits[c >> 4]);
		buf_char(buf, digits[c & 15]);
	}
	buf_char(buf, '"');
}
