/* str - borrowed strings with their length. */
#include "base/str.h"

#include "base/arena.h"
#include "base/buf.h"

struct str str_of(const char *text) {
	return (struct str){ text, text == NULL ? 0 : strlen(text) };
}

bool str_is(struct str a, const char *text) {
	return str_equal(a, str_of(text));
}

bool str_starts(struct str a, const char *prefix) {
	size_t n = strlen(prefix);
	return a.n >= n && (n == 0 || memcmp(a.p, prefix, n) == 0);
}

int str_compare(struct str a, struct str b) {
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n == 0 ? 0 : memcmp(a.p, b.p, n);
	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

/* Bytes of the blank that text begins with: 0, 1, or 3 for U+3000. */
static size_t blank_at(const char *p, size_t n) {
	if (n >= 1 && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
		return 1;
	return n >= 3 && memcmp(p, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

/* A byte of ASCII that is no blank: most texts begin and end so. */
static bool is_inner(char c) {
	return c > ' ' && (unsigned char)c < 0x80;
}

struct str str_trim(struct str a) {
	if (a.n != 0 && is_inner(a.p[0]) && is_inner(a.p[a.n - 1]))
		return a;
	for (size_t blank; (blank = blank_at(a.p, a.n)) != 0;) {
		a.p += blank;
		a.n -= blank;
	}
	for (;;) {
		if (a.n >= 1 && blank_at(a.p + a.n - 1, 1) == 1)
			a.n -= 1;
		else if (a.n >= 3 && blank_at(a.p + a.n - 3, 3) == 3)
			a.n -= 3;
		else
			return a;
	}
}

bool str_cut(struct str *rest, char separator, struct str *item) {
	if (rest->p == NULL)
		return false;
	const char *found = rest->n == 0 ? NULL
	    : memchr(rest->p, separator, rest->n);
	if (found == NULL) {
		*item = *rest;
		*rest = (struct str){ NULL, 0 };
		return true;
	}
	size_t n = (size_t)(found - rest->p);
	*item = (struct str){ rest->p, n };
	*rest = (struct str){ found + 1, rest->n - n - 1 };
	return true;
}

bool str_word(struct str *rest, struct str *word) {
	struct str text = str_trim(*rest);
	size_t n = 0;
	while (n < text.n && blank_at(text.p + n, text.n - n) == 0)
		n++;
	*word = (struct str){ text.p, n };
	*rest = (struct str){ text.p + n, text.n - n };
	return n != 0;
}

bool str_int(struct str a, int64_t *value) {
	bool negative = a.n > 0 && a.p[0] == '-';
	size_t i = negative || (a.n > 0 && a.p[0] == '+');
	if (i == a.n)
		return false;
	int64_t n = 0;
	for (; i < a.n; i++) {
		int digit = a.p[i] - '0';
		if (digit < 0 || digit > 9)
			return false;
		if (__builtin_mul_overflow(n, 10, &n)
		    || __builtin_sub_overflow(n, digit, &n))
			return false;
	}
	/* summed up as a negative number, whose range is the wider one */
	if (!negative && n == INT64_MIN)
		return false;
	*value = negative ? n : -n;
	return true;
}

bool str_take(struct str *text, const char *prefix) {
	if (!str_starts(*text, prefix))
		return false;
	size_t n = strlen(prefix);
	*text = (struct str){ text->p + n, text->n - n };
	return true;
}

size_t str_digits(struct str *text, size_t most, int64_t *value) {
	size_t n = 0;
	*value = 0;
	while (n < most && n < text->n && text->p[n] >= '0'
	    && text->p[n] <= '9')
		*value = *value * 10 + (text->p[n++] - '0');
	if (n != 0)
		*text = (struct str){ text->p + n, text->n - n };
	return n;
}

const char *str_z(struct arena *arena, struct str a) {
	return arena_copy(arena, a.p, a.n);
}

struct str str_copy(struct arena *arena, struct str a) {
	return (struct str){ arena_copy(arena, a.p, a.n), a.n };
}

size_t str_utf8(struct str a, uint32_t *code) {
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (a.n == 0)
		return 0;
	unsigned char lead = (unsigned char)a.p[0];
	size_t n = lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2
	    : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 0;
	if (n == 0 || n > a.n)
		return 0;
	uint32_t c = n == 1 ? lead : lead & (0xffu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		unsigned char byte = (unsigned char)a.p[i];
		if ((byte & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (byte & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	if (code != NULL)
		*code = c;
	return n;
}

struct str str_narrow(struct arena *arena, struct str a) {
	struct buf buf = buf_in(arena);
	while (a.n > 0) {
		uint32_t code = 0xfffd;
		size_t n = str_utf8(a, &code);
		if (n == 0)
			n = 1;
		if (code >= 0xff01 && code <= 0xff5e)
			code -= 0xfee0;
		else if (code == 0x3000)
			code = ' ';
		buf_utf8(&buf, code);
		a.p += n;
		a.n -= n;
	}
	return buf_str(&buf);
}
