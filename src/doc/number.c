/*
 * number - numbers of sections, tables, figures and footnotes.
 *
 * In the tree where it stands, in one walk in the order of the document; then
 * references, which may name what comes behind them.
 */
#include "doc/number.h"

#include "base/arena.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

struct named {
	struct str id;
	struct _xmlNode *node;
};

struct numbering {
	struct arena *arena;
	const struct words *words;
	size_t tables, figures, footnotes;
	struct named *named;
	size_t nameds;
	struct _xmlNode **ref;
	size_t refs;
};

static const char *decimal(struct numbering *numbering, size_t n) {
	return arena_printf(numbering->arena, "%zu", n);
}

static void set_count(struct numbering *numbering, struct _xmlNode *node,
    const char *key, size_t n) {
	xmlnode_set(node, "number", words_fill(numbering->arena,
	    numbering->words, key, "n", decimal(numbering, n), NULL));
}

/* The n-th section of those beside it, below that many others; above: the
 * count of the one around it. */
static void set_section(struct numbering *numbering, struct _xmlNode *node,
    size_t n, size_t depth, size_t above) {
	if (depth == 1)
		xmlnode_set(node, "number", words_fill(numbering->arena,
		    numbering->words, "doc.number.section", "chapter",
		    decimal(numbering, above), "n", decimal(numbering, n),
		    NULL));
	else
		set_count(numbering, node, depth == 0 ? "doc.number.chapter"
		    : "doc.number.clause", n);
}

static void set_footnote(struct numbering *numbering, struct _xmlNode *node) {
	size_t n = ++numbering->footnotes;
	if (xmlnode_attr(node, "id").p == NULL)
		xmlnode_set(node, "id", str_of(arena_printf(numbering->arena,
		    "note-%zu", n)));
	set_count(numbering, node, "doc.number.footnote", n);
}

static void note(struct numbering *numbering, struct _xmlNode *node) {
	struct str id = xmlnode_attr(node, "id");
	if (xmlnode_is(node, "ref")) {
		numbering->ref = arena_room(numbering->arena, numbering->ref,
		    numbering->refs, sizeof *numbering->ref);
		numbering->ref[numbering->refs++] = node;
	}
	if (id.n == 0)
		return;
	numbering->named = arena_room(numbering->arena, numbering->named,
	    numbering->nameds, sizeof *numbering->named);
	numbering->named[numbering->nameds++] = (struct named){ id, node };
}

/* All below the parent, which has `depth` sections around it; above: the count
 * of the nearest. */
static void number_below(struct numbering *numbering,
    const struct _xmlNode *parent, size_t depth, size_t above) {
	size_t sections = 0;
	for (struct _xmlNode *node = xmlnode_first(parent, NULL); node != NULL;
	    node = xmlnode_next(node, NULL)) {
		bool section = xmlnode_is(node, "section");
		if (section)
			set_section(numbering, node, ++sections, depth, above);
		else if (xmlnode_is(node, "table")
		    && xmlnode_first(node, "caption") != NULL)
			set_count(numbering, node, "doc.number.table",
			    ++numbering->tables);
		else if (xmlnode_is(node, "figure"))
			set_count(numbering, node, "doc.number.figure",
			    ++numbering->figures);
		else if (xmlnode_is(node, "footnote"))
			set_footnote(numbering, node);
		note(numbering, node);
		number_below(numbering, node, depth + section, section
		    ? sections : above);
	}
}

static int id_order(const void *a, const void *b) {
	const struct named *left = a, *right = b;
	return str_compare(left->id, right->id);
}

/* What a reference to the node says. */
static struct str said_of(struct numbering *numbering,
    const struct _xmlNode *node) {
	struct str number = xmlnode_attr(node, "number");
	if (number.p != NULL)
		return number;
	const struct _xmlNode *title = xmlnode_first(node, "title");
	if (title == NULL)
		title = xmlnode_first(node, "caption");
	return title == NULL ? (struct str){ NULL, 0 }
	    : xmlnode_text(numbering->arena, title);
}

static void fill_refs(struct numbering *numbering) {
	if (numbering->nameds != 0)
		qsort(numbering->named, numbering->nameds,
		    sizeof *numbering->named, id_order);
	for (size_t i = 0; i < numbering->refs; i++) {
		struct named sought = { xmlnode_attr(numbering->ref[i], "to"),
		    NULL };
		const struct named *found = numbering->nameds == 0 ? NULL
		    : bsearch(&sought, numbering->named, numbering->nameds,
		    sizeof sought, id_order);
		xmlnode_clear(numbering->ref[i]);
		if (found != NULL)
			xmlnode_put(numbering->ref[i], said_of(numbering,
			    found->node));
	}
}

void number_document(struct arena *arena, const struct words *words,
    struct _xmlDoc *document) {
	struct numbering numbering = { .arena = arena, .words = words };
	number_below(&numbering, xml_root(document), 0, 0);
	fill_refs(&numbering);
}
