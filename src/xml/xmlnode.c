/*
 * xmlnode - elements of a document: read them, build them.
 *
 * Hostile text passes through clean() and nowhere else, so that a document we
 * built can always be serialised and read back.
 */
#include "xml/xmlnode.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/buf.h"
#include "xml/xmlparse.h"

static struct str str_xml(const xmlChar *text) {
	return str_of((const char *)text);
}

struct str xmlnode_name(const struct _xmlNode *node) {
	return str_xml(node->name);
}

struct str xmlnode_space(const struct _xmlNode *node) {
	return node->ns == NULL ? str_of("") : str_xml(node->ns->href);
}

bool xmlnode_is(const struct _xmlNode *node, const char *name) {
	return node != NULL && node->type == XML_ELEMENT_NODE
	    && strcmp((const char *)node->name, name) == 0;
}

/* The name without "xml:", and whether it had it. */
static bool in_xml_space(const char **name) {
	if (strncmp(*name, "xml:", 4) != 0)
		return false;
	*name += 4;
	return true;
}

struct str xmlnode_attr(const struct _xmlNode *node, const char *name) {
	bool xml = in_xml_space(&name);
	for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
		bool same = strcmp((const char *)at->name, name) == 0;
		if (!same || xml != (at->ns != NULL && xmlStrEqual(at->ns->href,
		    XML_XML_NAMESPACE)))
			continue;
		/* without entities a value is one text node, or none */
		return str_of(at->children == NULL ? ""
		    : (const char *)at->children->content);
	}
	return (struct str){ NULL, 0 };
}

static void text_below(struct buf *buf, const struct _xmlNode *node) {
	for (const xmlNode *child = node->children; child != NULL;
	    child = child->next) {
		if (child->type == XML_TEXT_NODE)
			buf_add(buf, str_xml(child->content));
		else if (child->type == XML_ELEMENT_NODE)
			text_below(buf, child);
	}
}

struct str xmlnode_text(struct arena *arena, const struct _xmlNode *node) {
	if (node->type == XML_TEXT_NODE)
		return str_copy(arena, str_xml(node->content));
	struct buf buf = buf_in(arena);
	text_below(&buf, node);
	return str_of(buf_z(&buf));
}

static struct _xmlNode *element_from(struct _xmlNode *node, const char *name) {
	while (node != NULL && (node->type != XML_ELEMENT_NODE
	    || (name != NULL && !xmlnode_is(node, name))))
		node = node->next;
	return node;
}

struct _xmlNode *xmlnode_first(const struct _xmlNode *node, const char *name) {
	return element_from(node->children, name);
}

struct _xmlNode *xmlnode_next(const struct _xmlNode *node, const char *name) {
	return element_from(node->next, name);
}

static struct _xmlNode *content_from(struct _xmlNode *node) {
	while (node != NULL && node->type != XML_ELEMENT_NODE
	    && node->type != XML_TEXT_NODE)
		node = node->next;
	return node;
}

struct _xmlNode *xmlnode_content(const struct _xmlNode *node) {
	return node->type == XML_ELEMENT_NODE ? content_from(node->children)
	    : NULL;
}

struct _xmlNode *xmlnode_follow(const struct _xmlNode *node) {
	return content_from(node->next);
}

bool xmlnode_is_text(const struct _xmlNode *node) {
	return node->type == XML_TEXT_NODE;
}

struct place xmlnode_place(const struct _xmlNode *node) {
	/* a namespace node has another layout: it names no place */
	if (node->type == XML_NAMESPACE_DECL)
		return (struct place){ .line = 0 };
	const xmlNode *element = node;
	while (element != NULL && element->type != XML_ELEMENT_NODE)
		element = element->parent;
	const xmlDoc *doc = node->doc;
	struct place place = { str_xml(doc == NULL ? NULL : doc->URL), 0, 0 };
	if (element == NULL)
		return place;
	xmlparse_unpack(element->_private, &place.line, &place.column);
	/* a document in another encoding than UTF-8 was not marked */
	if (place.line == 0)
		place.line = xmlGetLineNo(element);
	return place;
}

struct _xmlNode *xmlnode_add(struct _xmlNode *parent, const char *name) {
	xmlNodePtr node = xmlNewDocNode(parent->doc, parent->ns, BAD_CAST name,
	    NULL);
	if (node == NULL)
		die("xml: out of memory");
	return xmlAddChild(parent, node);
}

struct _xmlNode *xmlnode_add_in(struct _xmlNode *parent, const char *space,
    const char *name) {
	struct _xmlNode *node = xmlnode_add(parent, name);
	if (!str_is(xmlnode_space(parent), space))
		xmlSetNs(node, xmlNewNs(node, BAD_CAST space, NULL));
	return node;
}

struct _xmlNode *xmlnode_add_copy(struct _xmlNode *parent,
    const struct _xmlNode *node) {
	/* libxml2 only reads what it copies */
	xmlNodePtr copy = xmlDocCopyNode((xmlNodePtr)node, parent->doc, 1);
	if (copy == NULL)
		die("xml: out of memory");
	return xmlAddChild(parent, copy);
}

/* XML holds most noncharacters of Unicode, but cairo takes none of them. */
static bool is_xml_char(uint32_t code) {
	bool noncharacter = (code & 0xfffe) == 0xfffe
	    || (code >= 0xfdd0 && code <= 0xfdef);
	return code == '\t' || code == '\n' || code == '\r'
	    || (code >= 0x20 && !noncharacter);
}

/* A NUL-terminated copy with U+FFFD in place of what XML cannot hold; the
 * caller frees it with xmlFree. */
static xmlChar *clean(struct str text) {
	if (text.n > SIZE_MAX / 3 - 1)
		die("xml: a text of %zu bytes", text.n);
	xmlChar *copy = xmlMalloc(text.n * 3 + 1);
	if (copy == NULL)
		die("xml: out of memory");
	size_t n = 0;
	while (text.n > 0) {
		uint32_t code = 0;
		size_t size = str_utf8(text, &code);
		bool good = size != 0 && is_xml_char(code);
		struct str put = good ? (struct str){ text.p, size }
		    : str_of("\uFFFD");
		memcpy(copy + n, put.p, put.n);
		n += put.n;
		size = size == 0 ? 1 : size;
		text.p += size;
		text.n -= size;
	}
	copy[n] = '\0';
	return copy;
}

void xmlnode_set(struct _xmlNode *node, const char *name, struct str value) {
	xmlChar *text = clean(value);
	/* xmlSetProp knows the prefix xml and replaces an older value */
	if (xmlSetProp(node, BAD_CAST name, text) == NULL)
		die("xml: attribute %s cannot be set", name);
	xmlFree(text);
}

void xmlnode_inherit(struct _xmlNode *node, const struct _xmlNode *from) {
	for (const xmlAttr *attr = from->properties; attr != NULL;
	    attr = attr->next) {
		if (attr->ns != NULL || xmlHasProp(node, attr->name) != NULL)
			continue;
		const char *name = (const char *)attr->name;
		xmlnode_set(node, name, xmlnode_attr(from, name));
	}
}

void xmlnode_clear(struct _xmlNode *node) {
	while (node->children != NULL) {
		xmlNodePtr child = node->children;
		xmlUnlinkNode(child);
		xmlFreeNode(child);
	}
}

void xmlnode_put(struct _xmlNode *node, struct str text) {
	if (text.n == 0)
		return;
	xmlChar *content = clean(text);
	xmlNodePtr child = xmlNewDocText(node->doc, content);
	if (child == NULL)
		die("xml: out of memory");
	xmlAddChild(node, child);
	xmlFree(content);
}
