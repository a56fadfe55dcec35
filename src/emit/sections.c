/* sections - what the search of a pack looks at. */
#include "emit/sections.h"

#include "base/arena.h"
#include "base/buf.h"
#include "doc/doc.h"

static bool is_inline(enum element type) {
	switch (type) {
	case ELEMENT_TEXT: case ELEMENT_EM: case ELEMENT_STRONG:
	case ELEMENT_CODE: case ELEMENT_STATUS: case ELEMENT_REF:
	case ELEMENT_LINK: case ELEMENT_RUBY:
		return true;
	default:
		return false;
	}
}

/* The text of the section's own blocks, a space between two. */
static struct str own_text(struct arena *arena, const struct node *section) {
	struct buf text = buf_in(arena);
	const struct node *node = section->first;
	while (node != NULL) {
		if (!is_inline(node->type))
			buf_char(&text, ' ');
		else if (node->type == ELEMENT_RUBY)
			buf_add(&text, node->u.ruby.base);
		buf_add(&text, node->text);
		node = doc_next(section, node, node->type == ELEMENT_SECTION
		    || node->type == ELEMENT_TITLE
		    || node->type == ELEMENT_RUBY);
	}
	return str_trim(buf_str(&text));
}

static struct section_entry entry_of(struct arena *arena,
    const struct node *section, const char *file) {
	struct str title = doc_text(arena, doc_child(section, ELEMENT_TITLE));
	return (struct section_entry){
		str_of(arena_printf(arena, "%s#%s", file, str_z(arena,
		    section->id))),
		str_of(arena_printf(arena, "%s %s", str_z(arena,
		    section->number), str_z(arena, title))),
		own_text(arena, section)
	};
}

struct sections sections_of(struct arena *arena, const struct doc *doc,
    const char *file) {
	struct sections list = { NULL, 0 };
	for (const struct node *node = doc->root; node != NULL;
	    node = doc_next(doc->root, node, false)) {
		if (node->type != ELEMENT_SECTION)
			continue;
		list.at = arena_room(arena, list.at, list.count,
		    sizeof *list.at);
		list.at[list.count++] = entry_of(arena, node, file);
	}
	return list;
}
