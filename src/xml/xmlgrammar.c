/*
 * xmlgrammar - say in plain words where a document leaves its grammar.
 *
 * For each element the patterns that its name can stand for are gathered; what
 * these together allow inside is a flat list of items, whatever groups,
 * interleaves and references it is written with.  Choices and occurrence only
 * decide whether an item is required and whether it may be repeated.
 */
#include "xml/xmlgrammar.h"

#include <libxml/tree.h>
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemastypes.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "xml/xmlnode.h"

/* An <element> or <attribute> pattern and how often it may occur. */
struct item {
	const xmlNode *pattern;
	bool required;
	bool many;
};

struct items {
	struct item *at;
	size_t count;
};

/* What may stand inside an element. */
struct inside {
	struct items elements;
	struct items attributes;
	bool text;
};

struct search {
	struct arena *arena;
	const xmlNode *grammar;
};

static void items_add(struct search *search, struct items *items,
    struct item item) {
	items->at = arena_room(search->arena, items->at, items->count,
	    sizeof item);
	items->at[items->count++] = item;
}

static void gather(struct search *search, const xmlNode *pattern,
    struct item how, struct inside *inside);

static void gather_ref(struct search *search, const xmlNode *ref,
    struct item how, struct inside *inside) {
	struct str name = xmlnode_attr(ref, "name");
	for (const xmlNode *define = xmlnode_first(search->grammar, "define");
	    define != NULL; define = xmlnode_next(define, "define"))
		if (str_equal(xmlnode_attr(define, "name"), name))
			gather(search, define, how, inside);
}

/* RELAX NG forbids references that recurse without an element between them,
 * and gather stops at elements: it ends. */
static void gather(struct search *search, const xmlNode *pattern,
    struct item how, struct inside *inside) {
	for (const xmlNode *child = xmlnode_first(pattern, NULL); child != NULL;
	    child = xmlnode_next(child, NULL)) {
		struct item inner = how;
		inner.pattern = child;
		if (xmlnode_is(child, "element")) {
			items_add(search, &inside->elements, inner);
			continue;
		}
		if (xmlnode_is(child, "attribute")) {
			items_add(search, &inside->attributes, inner);
			continue;
		}
		if (xmlnode_is(child, "text") || xmlnode_is(child, "data")
		    || xmlnode_is(child, "value") || xmlnode_is(child, "list")
		    || xmlnode_is(child, "mixed"))
			inside->text = true;
		if (xmlnode_is(child, "optional") || xmlnode_is(child, "choice")
		    || xmlnode_is(child, "zeroOrMore"))
			inner.required = false;
		if (xmlnode_is(child, "zeroOrMore")
		    || xmlnode_is(child, "oneOrMore"))
			inner.many = true;
		if (xmlnode_is(child, "ref"))
			gather_ref(search, child, inner, inside);
		else
			gather(search, child, inner, inside);
	}
}

/* The namespace that the pattern's name is in: nearest ns="" upwards. */
static struct str pattern_space(const xmlNode *pattern) {
	for (; pattern != NULL && pattern->type == XML_ELEMENT_NODE;
	    pattern = pattern->parent) {
		struct str space = xmlnode_attr(pattern, "ns");
		if (space.p != NULL)
			return space;
	}
	return str_of("");
}

static bool class_has(struct search *search, const xmlNode *names,
    struct str name) {
	if (xmlnode_is(names, "name"))
		return str_equal(str_trim(xmlnode_text(search->arena, names)),
		    name);
	if (!xmlnode_is(names, "choice"))
		return true;	/* anyName, nsName */
	for (const xmlNode *each = xmlnode_first(names, NULL); each != NULL;
	    each = xmlnode_next(each, NULL))
		if (class_has(search, each, name))
			return true;
	return false;
}

static bool pattern_has(struct search *search, const xmlNode *pattern,
    struct str name) {
	struct str own = xmlnode_attr(pattern, "name");
	if (own.p != NULL)
		return str_equal(own, name);
	return class_has(search, xmlnode_first(pattern, NULL), name);
}

/* The items that the name can stand for. */
static struct items items_of(struct search *search, struct items all,
    struct str name) {
	struct items found = { NULL, 0 };
	for (size_t i = 0; i < all.count; i++)
		if (pattern_has(search, all.at[i].pattern, name))
			items_add(search, &found, all.at[i]);
	return found;
}

/* The names of the items, each once, in the order of the grammar. */
static const char *names_of(struct search *search, struct items items) {
	struct buf buf = buf_in(search->arena);
	for (size_t i = 0; i < items.count; i++) {
		struct str name = xmlnode_attr(items.at[i].pattern, "name");
		struct items before = { items.at, i };
		if (name.p == NULL || items_of(search, before, name).count > 0)
			continue;
		if (buf.n > 0)
			buf_char(&buf, ' ');
		buf_add(&buf, name);
	}
	return buf.n == 0 ? "-" : buf_z(&buf);
}

/* A document that we built has no lines: its place is a path. */
static struct place place_of(struct search *search, const xmlNode *node) {
	struct place place = xmlnode_place(node);
	if (place.file.n > 0)
		return place;
	xmlChar *path = xmlGetNodePath(node);
	place.file = str_copy(search->arena, str_of((const char *)path));
	xmlFree(path);
	return place;
}

static bool blame(struct search *search, const xmlNode *node,
    enum diag_id id, const char *what, const char *expected) {
	struct place place = place_of(search, node);
	diag(id, &place, diag_str(xmlnode_name(node)), what, expected, NULL);
	return true;
}

static struct str attribute_name(struct search *search, const xmlAttr *at) {
	const char *name = (const char *)at->name;
	if (at->ns == NULL || at->ns->prefix == NULL)
		return str_of(name);
	return str_of(arena_printf(search->arena, "%s:%s",
	    (const char *)at->ns->prefix, name));
}

/* Does the value fit the datatype and its pattern?  Types are those of XML
 * Schema; what is beyond them is left to libxml2's verdict. */
static bool data_fits(struct search *search, const xmlNode *data,
    struct str value) {
	const char *text = str_z(search->arena, value);
	xmlSchemaTypePtr type = xmlSchemaGetPredefinedType(
	    BAD_CAST xmlnode_attr(data, "type").p,
	    BAD_CAST "http://www.w3.org/2001/XMLSchema");
	if (type != NULL && xmlSchemaValidatePredefinedType(type,
	    BAD_CAST text, NULL) > 0)
		return false;
	const xmlNode *param = xmlnode_first(data, "param");
	if (param == NULL || !str_is(xmlnode_attr(param, "name"), "pattern"))
		return true;
	xmlRegexpPtr pattern = xmlRegexpCompile(BAD_CAST xmlnode_text(
	    search->arena, param).p);
	bool fits = pattern == NULL
	    || xmlRegexpExec(pattern, BAD_CAST text) != 0;
	xmlRegFreeRegexp(pattern);
	return fits;
}

/* The pattern of a datatype, or its name. */
static struct str data_name(struct search *search, const xmlNode *data) {
	const xmlNode *param = xmlnode_first(data, "param");
	return param == NULL ? xmlnode_attr(data, "type")
	    : xmlnode_text(search->arena, param);
}

/* May the attribute have the value?  *words gets what it may have. */
static bool value_fits(struct search *search, const xmlNode *pattern,
    struct str value, struct buf *words) {
	bool fits = false, known = true;
	for (const xmlNode *child = xmlnode_first(pattern, NULL); child != NULL;
	    child = xmlnode_next(child, NULL)) {
		struct str word;
		if (xmlnode_is(child, "choice")) {
			fits = fits || value_fits(search, child, value, words);
			continue;
		} else if (xmlnode_is(child, "value")) {
			word = str_trim(xmlnode_text(search->arena, child));
			fits = fits || str_equal(word, value);
		} else if (xmlnode_is(child, "data")) {
			word = data_name(search, child);
			fits = fits || data_fits(search, child, value);
		} else {
			known = false;
			continue;
		}
		buf_text(words, words->n == 0 ? "" : " | ");
		buf_add(words, word);
	}
	/* <text/>, a list, nothing: any value, as far as we can tell */
	return fits || !known || words->n == 0;
}

static bool explain_attributes(struct search *search, const xmlNode *node,
    const struct inside *inside, bool certain) {
	for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
		struct str name = attribute_name(search, at);
		struct items items = items_of(search, inside->attributes, name);
		if (items.count == 0)
			return blame(search, node, DIAG_XML_ATTRIBUTE,
			    diag_str(name),
			    names_of(search, inside->attributes));
		struct str value = str_trim(xmlnode_text(search->arena,
		    (const xmlNode *)at));
		struct buf words = buf_in(search->arena);
		if (items.count == 1 && !value_fits(search, items.at[0].pattern,
		    value, &words))
			return blame(search, node, DIAG_XML_WORD,
			    arena_printf(search->arena, "%s=\"%s\"",
			    diag_str(name), diag_str(value)), buf_z(&words));
	}
	for (size_t i = 0; certain && i < inside->attributes.count; i++) {
		struct item item = inside->attributes.at[i];
		struct str name = xmlnode_attr(item.pattern, "name");
		if (item.required && name.p != NULL && xmlnode_attr(node,
		    str_z(search->arena, name)).p == NULL)
			return blame(search, node, DIAG_XML_LACKS,
			    arena_printf(search->arena, "%s=\"\"", name.p),
			    names_of(search, inside->attributes));
	}
	return false;
}

static bool explain(struct search *search, const xmlNode *node,
    struct items patterns);

static size_t siblings_before(const xmlNode *node) {
	size_t n = 0;
	for (const xmlNode *at = node->prev; at != NULL; at = at->prev)
		n += xmlnode_is(at, (const char *)node->name);
	return n;
}

static bool explain_child(struct search *search, const xmlNode *child,
    const struct inside *inside) {
	struct str name = xmlnode_name(child);
	struct items items = items_of(search, inside->elements, name);
	struct str space = items.count == 0 ? xmlnode_space(child->parent)
	    : pattern_space(items.at[0].pattern);
	const char *parent = diag_str(xmlnode_name(child->parent));
	if (items.count == 0)
		return blame(search, child, DIAG_XML_ELEMENT, parent,
		    names_of(search, inside->elements));
	if (!str_equal(space, xmlnode_space(child)))
		return blame(search, child, DIAG_XML_SPACE,
		    diag_str(xmlnode_space(child)), diag_str(space));
	if (items.count == 1 && !items.at[0].many && siblings_before(child) > 0)
		return blame(search, child, DIAG_XML_TWICE, parent,
		    names_of(search, inside->elements));
	return explain(search, child, items);
}

/* The first text of the element's own that is not blank; empty without.
 * To XML an ideographic space is no blank. */
static struct str own_text(struct search *search, const xmlNode *node) {
	for (const xmlNode *child = xmlnode_content(node); child != NULL;
	    child = xmlnode_follow(child))
		if (xmlnode_is_text(child) && !xmlIsBlankNode(child))
			return xmlnode_text(search->arena, child);
	return str_of("");
}

static bool explain(struct search *search, const xmlNode *node,
    struct items patterns) {
	struct inside inside = { .text = false };
	for (size_t i = 0; i < patterns.count; i++)
		gather(search, patterns.at[i].pattern,
		    (struct item){ .required = true }, &inside);
	bool certain = patterns.count == 1;
	if (explain_attributes(search, node, &inside, certain))
		return true;
	struct str text = own_text(search, node);
	if (!inside.text && text.n > 0)
		return blame(search, node, DIAG_XML_TEXT,
		    diag_str(str_trim(text)),
		    names_of(search, inside.elements));
	for (const xmlNode *child = xmlnode_first(node, NULL); child != NULL;
	    child = xmlnode_next(child, NULL))
		if (explain_child(search, child, &inside))
			return true;
	for (size_t i = 0; certain && i < inside.elements.count; i++) {
		struct item item = inside.elements.at[i];
		struct str name = xmlnode_attr(item.pattern, "name");
		if (item.required && name.p != NULL && xmlnode_first(node,
		    str_z(search->arena, name)) == NULL)
			return blame(search, node, DIAG_XML_LACKS,
			    arena_printf(search->arena, "<%s>", name.p),
			    names_of(search, inside.elements));
	}
	return false;
}

bool xmlgrammar_explain(struct arena *arena, const struct _xmlNode *grammar,
    const struct _xmlNode *root) {
	struct search search = { arena, grammar };
	const xmlNode *start = xmlnode_is(grammar, "grammar")
	    ? xmlnode_first(grammar, "start") : NULL;
	if (start == NULL)
		return false;
	struct inside inside = { .text = false };
	gather(&search, start, (struct item){ .required = true }, &inside);
	struct items items = items_of(&search, inside.elements,
	    xmlnode_name(root));
	if (items.count == 0)
		return blame(&search, root, DIAG_XML_ROOT,
		    names_of(&search, inside.elements),
		    diag_str(pattern_space(start)));
	struct str space = pattern_space(items.at[0].pattern);
	if (!str_equal(space, xmlnode_space(root)))
		return blame(&search, root, DIAG_XML_SPACE,
		    diag_str(xmlnode_space(root)), diag_str(space));
	return explain(&search, root, items);
}
