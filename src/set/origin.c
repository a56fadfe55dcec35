/* origin - where a character of a document comes from. */
#include "set/origin.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/doc.h"

static bool holds(struct str text, struct str part) {
	return text.n >= part.n && memmem(text.p, text.n, part.p, part.n)
	    != NULL;
}

bool origin_find(const struct doc *doc, uint32_t code, uint32_t selector,
    struct place *place) {
	struct arena *scratch = arena_new();
	struct buf sought = buf_in(scratch);
	bool found = false;
	buf_utf8(&sought, code);
	if (selector != 0)
		buf_utf8(&sought, selector);
	for (const struct node *at = doc->root; at != NULL && !found;
	    at = doc_next(doc->root, at, false)) {
		const struct node *from = at;
		if (!holds(at->type == ELEMENT_RUBY ? at->u.ruby.base
		    : at->text, buf_str(&sought)))
			continue;
		while (from != NULL && from->file.n == 0)
			from = from->parent;
		found = from != NULL;
		if (found)
			*place = (struct place){ from->file, from->line, 0 };
	}
	arena_free(scratch);
	return found;
}
