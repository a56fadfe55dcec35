/* pattern - text cut into named parts by what stands between them. */
#include "read/pattern.h"

#include <string.h>

#include "base/arena.h"

/* The text up to the character, which is cut off with it; all of it when
 * there is none. */
static struct str take_until(struct str *rest, char end) {
	const char *at = rest->n == 0 ? NULL : memchr(rest->p, end, rest->n);
	size_t n = at == NULL ? rest->n : (size_t)(at - rest->p);
	struct str text = { rest->p, n };
	size_t skip = at == NULL ? n : n + 1;
	*rest = (struct str){ rest->p + skip, rest->n - skip };
	return text;
}

struct pattern pattern_of(struct arena *arena, struct str form) {
	struct pattern pattern = { take_until(&form, '{'), NULL, 0 };
	while (form.n > 0) {
		struct pattern_part part = { .name = take_until(&form, '}') };
		part.after = take_until(&form, '{');
		pattern.part = arena_room(arena, pattern.part, pattern.parts,
		    sizeof part);
		pattern.part[pattern.parts++] = part;
	}
	return pattern;
}

static bool take_literal(struct str *text, struct str literal) {
	if (literal.n > text->n
	    || (literal.n > 0 && memcmp(text->p, literal.p, literal.n) != 0))
		return false;
	*text = (struct str){ text->p + literal.n, text->n - literal.n };
	return true;
}

bool pattern_match(const struct pattern *pattern, struct str text,
    struct str *values) {
	if (!take_literal(&text, pattern->lead))
		return false;
	for (size_t i = 0; i < pattern->parts; i++) {
		struct str after = pattern->part[i].after;
		const char *end = after.n == 0 || text.n == 0 ? NULL
		    : memchr(text.p, after.p[0], text.n);
		if (after.n != 0 && end == NULL)
			return false;
		size_t n = after.n == 0 ? text.n : (size_t)(end - text.p);
		values[i] = (struct str){ text.p, n };
		text = (struct str){ text.p + n, text.n - n };
		if (!take_literal(&text, after))
			return false;
	}
	return text.n == 0;
}
