/* origin - where a character of a document comes from. */
#include "set/origin.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "doc/doc.h"

static bool holds(struct str text, struct str part) {
	return text.n >= part.n && memmem(text.p, text.n, part.p, part.n)
	    != NULL;
}

/* The line of a file that the document takes its own words from. */
static bool find_in_source(struct arena *scratch, struct str path,
    struct str sought, struct place *place) {
	struct str rest, line;
	if (!file_read(scratch, str_z(scratch, path), LIMIT_TEMPLATE_BYTES,
	    &rest))
		return false;
	for (int n = 1; str_cut(&rest, '\n', &line); n++)
		if (holds(line, sought)) {
			*place = (struct place){ path, n, 0 };
			return true;
		}
	return false;
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
	for (size_t i = 0; i < doc->sources && !found; i++)
		found = find_in_source(scratch, doc->source[i],
		    buf_str(&sought), place);
	arena_free(scratch);
	return found;
}
