/* wanted - the parts of the facts that a template shows. */
#include "doc/wanted.h"

#include "base/arena.h"
#include "xml/xmlnode.h"

/* Elements of a template that show tables without naming them: what xsl/doc
 * looks up by a name of its own. */
static const struct {
	const char *element, *table;	/* the beginning of its name */
} shown[] = {
	{ "minutes", "meeting" }, { "minutes", "actions" },
	{ "incidents", "incident-" }, { "figures", "improvement-months" },
	{ "findings", "check-" },
};

/* Elements that name what they show, by which attribute. */
static const struct {
	const char *element, *attribute, *part;
} named[] = {
	{ "table", "ref", "table" }, { "tables", "prefix", "table" },
	{ "sheets", "ref", "table" }, { "sheets", "history", "table" },
	{ "chart", "ref", "chart" }, { "charts", "prefix", "chart" },
	{ "graph", "ref", "graph" }, { "graphs", "prefix", "graph" },
};

static void add(struct arena *arena, struct wanted *wanted,
    const char *element, struct str name, bool prefix) {
	wanted->part = arena_room(arena, wanted->part, wanted->parts,
	    sizeof *wanted->part);
	wanted->part[wanted->parts++] = (struct wanted_part){ element, name,
	    prefix };
}

static void add_element(struct arena *arena, struct wanted *wanted,
    const struct _xmlNode *node) {
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (xmlnode_is(node, named[i].element))
			add(arena, wanted, named[i].part, xmlnode_attr(node,
			    named[i].attribute),
			    strcmp(named[i].attribute, "prefix") == 0);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (xmlnode_is(node, shown[i].element))
			add(arena, wanted, "table", str_of(shown[i].table),
			    true);
	if (xmlnode_is(node, "figures")
	    && str_is(xmlnode_attr(node, "part"), "trace"))
		add(arena, wanted, "trace", str_of(""), true);
}

static void add_below(struct arena *arena, struct wanted *wanted,
    const struct _xmlNode *parent) {
	for (const struct _xmlNode *node = xmlnode_first(parent, NULL);
	    node != NULL; node = xmlnode_next(node, NULL)) {
		add_element(arena, wanted, node);
		add_below(arena, wanted, node);
	}
}

struct wanted wanted_of(struct arena *arena, const struct _xmlNode *template) {
	struct wanted wanted = { NULL, 0 };
	add_below(arena, &wanted, template);
	return wanted;
}

static bool is_part(const struct wanted_part *part, const char *element,
    struct str name) {
	if (strcmp(part->element, element) != 0 || name.n < part->name.n)
		return false;
	if (part->prefix)
		name.n = part->name.n;
	return str_equal(name, part->name);
}

bool wanted_has(const struct wanted *wanted, const char *element,
    struct str name) {
	for (size_t i = 0; wanted != NULL && i < wanted->parts; i++)
		if (is_part(&wanted->part[i], element, name))
			return true;
	return wanted == NULL;
}
