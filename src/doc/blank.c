/* blank - the texts that nobody has written yet. */
#include "doc/blank.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"
#include "doc/kind.h"
#include "doc/slot.h"
#include "doc/template.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

struct search {
	struct arena *arena;
	const struct facts *facts;
	const char *workspace;
	struct blanks found;
};

static bool is_listed(const struct blanks *blanks, struct str path) {
	for (size_t i = 0; i < blanks->count; i++)
		if (str_equal(blanks->at[i].path, path))
			return true;
	return false;
}

/* A text with nothing but blanks is none (slot.c). */
static bool is_written(struct search *search, const char *path) {
	struct str text;
	return file_read(search->arena, file_path(search->arena,
	    search->workspace, path), LIMIT_TEMPLATE_BYTES, &text)
	    && str_trim(text).n != 0;
}

static void look(struct search *search, struct str name, struct str label) {
	struct str period = search->facts->period_name;
	const char *path = arena_printf(search->arena, "text/%.*s/%.*s.md",
	    (int)period.n, period.p, (int)name.n, name.p);
	struct blanks *found = &search->found;
	if (is_listed(found, str_of(path)) || is_written(search, path))
		return;
	found->at = arena_room(search->arena, found->at, found->count,
	    sizeof *found->at);
	found->at[found->count++] = (struct blank){ str_of(path),
	    str_copy(search->arena, label) };
}

static void look_at_misses(struct search *search) {
	static const char *const topics[] = { "cause", "measure" };
	const struct facts *facts = search->facts;
	for (size_t i = 0; i < facts->figures; i++)
		for (size_t k = 0; k < 2
		    && facts->figure[i].verdict == VERDICT_MISSED; k++) {
			struct str id = facts->figure[i].indicator->id;
			look(search, slot_of_figure(search->arena, topics[k],
			    id), words_fill(search->arena, facts->words,
			    arena_printf(search->arena, "doc.figure.%s",
			    topics[k]), "id", str_z(search->arena, id), NULL));
		}
}

static void look_below(struct search *search, const struct _xmlNode *parent) {
	for (const struct _xmlNode *at = xmlnode_first(parent, NULL);
	    at != NULL; at = xmlnode_next(at, NULL))
		if (xmlnode_is(at, "section"))
			look_below(search, at);
		else if (xmlnode_is(at, "slot"))
			look(search, xmlnode_attr(at, "name"),
			    xmlnode_attr(at, "label"));
		else if (slot_figures(at))
			look_at_misses(search);
}

struct blanks blank_list(struct arena *arena, const struct facts *facts) {
	struct search search = { arena, facts, str_z(arena,
	    facts->contract->workspace), { NULL, 0 } };
	if (!file_exists(file_path(arena, search.workspace, "text")))
		return search.found;
	for (size_t i = 0; i < KINDS; i++) {
		struct _xmlDoc *template = !kind_fits(kind_at(i), facts) ? NULL
		    : template_open(arena, facts, kind_at(i));
		if (template == NULL)
			continue;
		look_below(&search, xml_root(template));
		xml_free(template);
	}
	return search.found;
}
