/*
 * str - borrowed strings with their length.
 *
 * A struct str points into memory that somebody else owns (an arena, a mapped
 * file, a literal) and is never changed in place.  Text is UTF-8 from
 * read/encode on.  str.p may be NULL only when n is 0.
 */
#ifndef GEPPO_STR_H
#define GEPPO_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

struct str {
	const char *p;
	size_t n;
};

/* The string of a C literal or any NUL-terminated text; NULL gives empty. */
struct str str_of(const char *text);

static inline uint64_t str_eight(const char *p) {
	uint64_t word;
	memcpy(&word, p, sizeof word);
	return word;
}

static inline uint32_t str_four(const char *p) {
	uint32_t half;
	memcpy(&half, p, sizeof half);
	return half;
}

/* Here and by words, the last of which may overlap: rows compare names of a few
 * bytes by the million. */
static inline bool str_equal(struct str a, struct str b) {
	size_t i = 0, n = a.n;
	if (n != b.n)
		return false;
	if (n >= 8) {
		for (; i + 8 < n; i += 8)
			if (str_eight(a.p + i) != str_eight(b.p + i))
				return false;
		return str_eight(a.p + n - 8) == str_eight(b.p + n - 8);
	}
	if (n >= 4)
		return str_four(a.p) == str_four(b.p)
		    && str_four(a.p + n - 4) == str_four(b.p + n - 4);
	while (i < n && a.p[i] == b.p[i])
		i++;
	return i == n;
}
bool str_is(struct str a, const char *text);
bool str_starts(struct str a, const char *prefix);

/* Bytewise order, as strcmp: negative, zero, positive. */
int str_compare(struct str a, struct str b);

/* Without ASCII blanks, tabs, CR, LF and U+3000 at both ends. */
struct str str_trim(struct str a);

/* The part before the first separator; *rest gets what follows it (empty at
 * the end).  Returns false once *rest is exhausted, so a loop reads
 * `while (str_cut(&rest, ',', &item))`. */
bool str_cut(struct str *rest, char separator, struct str *item);

/* The next word of blank-separated words, as str_cut. */
bool str_word(struct str *rest, struct str *word);

/* A whole decimal integer with optional sign; false on anything else or on
 * overflow, *value untouched. */
bool str_int(struct str a, int64_t *value);

/* Take the prefix off the front of the text; false leaves it untouched. */
bool str_take(struct str *text, const char *prefix);

/* Take the run of ASCII digits, at most most (<= 18) of them, off the front:
 * how many there were; *value gets their number, 0 for none. */
size_t str_digits(struct str *text, size_t most, int64_t *value);

/* NUL-terminated copy for a library door. */
const char *str_z(struct arena *arena, struct str a);

/* A copy that lives in the arena. */
struct str str_copy(struct arena *arena, struct str a);

/* Length of the first well-formed UTF-8 character (1 to 4), or 0 when the
 * bytes are not UTF-8; *code gets the code point (code may be NULL). */
size_t str_utf8(struct str a, uint32_t *code);

/* Full-width ASCII (U+FF01-FF5E) and U+3000 as their ASCII forms. */
struct str str_narrow(struct arena *arena, struct str a);

#endif
