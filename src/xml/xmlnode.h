/*
 * xmlnode - elements of a document: read them, build them.
 *
 * Strings that are read belong to the document unless an arena is given.
 * Text that is written may hold anything: what is no UTF-8 or no XML character
 * becomes U+FFFD, and markup characters are escaped when it is serialised.
 * Names are local names; an element without a namespace has the space "".
 */
#ifndef GEPPO_XMLNODE_H
#define GEPPO_XMLNODE_H

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct _xmlDoc;
struct _xmlNode;

struct str xmlnode_name(const struct _xmlNode *node);
struct str xmlnode_space(const struct _xmlNode *node);

/* Local name compared with a literal; false for NULL. */
bool xmlnode_is(const struct _xmlNode *node, const char *name);

/* The attribute's value; p is NULL when there is none.  "xml:lang" and
 * "xml:id" are written with their prefix. */
struct str xmlnode_attr(const struct _xmlNode *node, const char *name);

/* All text below the node in document order. */
struct str xmlnode_text(struct arena *arena, const struct _xmlNode *node);

/* First child element, next sibling element; of the name unless it is NULL.
 * NULL when there is none. */
struct _xmlNode *xmlnode_first(const struct _xmlNode *node, const char *name);
struct _xmlNode *xmlnode_next(const struct _xmlNode *node, const char *name);

/* First child or next sibling of mixed content: elements and text alike, for
 * which xmlnode_is_text tells; comments and instructions are passed over. */
struct _xmlNode *xmlnode_content(const struct _xmlNode *node);
struct _xmlNode *xmlnode_follow(const struct _xmlNode *node);
bool xmlnode_is_text(const struct _xmlNode *node);

/* Where the element's start tag begins; line 0 in a document that was built. */
struct place xmlnode_place(const struct _xmlNode *node);

/* A new last child in the namespace of its parent. */
struct _xmlNode *xmlnode_add(struct _xmlNode *parent, const char *name);

/* The same in another namespace, which becomes the default one below it. */
struct _xmlNode *xmlnode_add_in(struct _xmlNode *parent, const char *space,
    const char *name);

/* A deep copy of node (of any document) as the last child of parent. */
struct _xmlNode *xmlnode_add_copy(struct _xmlNode *parent,
    const struct _xmlNode *node);

void xmlnode_set(struct _xmlNode *node, const char *name, struct str value);

/* Give node the attributes of from that it has not. */
void xmlnode_inherit(struct _xmlNode *node, const struct _xmlNode *from);

/* Take away all that is in the node. */
void xmlnode_clear(struct _xmlNode *node);

/* Text behind the last child. */
void xmlnode_put(struct _xmlNode *node, struct str text);

#endif
