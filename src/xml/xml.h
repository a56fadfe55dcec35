/*
 * xml - the only door to libxml2: whole documents in and out.
 *
 * Nothing is fetched from the network, a document type declaration is
 * refused, so that there are no entities to expand, and what the library
 * finds wrong becomes a diag with file, line and column.  Elements of a
 * document are read and built through xmlnode.h, transformed through xslt.h.
 */
#ifndef GEPPO_XML_H
#define GEPPO_XML_H

#include "base/str.h"

struct arena;
struct _xmlDoc;
struct _xmlNode;

/* The document in the file, at most limit bytes long; NULL after a diag.  The
 * caller ends it with xml_free. */
struct _xmlDoc *xml_read(const char *path, size_t limit);

/* The document in text; name stands for the file in messages. */
struct _xmlDoc *xml_parse(struct str text, const char *name);

/* The document in HTML of UTF-8, as a browser would make one of it; NULL where
 * there is none.  Nothing is reported. */
struct _xmlDoc *xml_parse_html(struct str text);

/* A new document with an empty root element; space is its namespace, or NULL. */
struct _xmlDoc *xml_new(const char *space, const char *root);

/* NULL is allowed. */
void xml_free(struct _xmlDoc *doc);

struct _xmlNode *xml_root(struct _xmlDoc *doc);

/*
 * Does the document follow the RELAX NG grammar, a file of the program
 * ("xsl/schema/contract.rng", found by file_share)?  False after one diag
 * that names the first element or attribute that is not as the grammar has it,
 * and what could stand there.
 */
bool xml_valid(struct _xmlDoc *doc, const char *workspace, const char *grammar);

/* The document as UTF-8 text with an XML declaration; indented by two blanks
 * where it has no text of its own.  The same tree gives the same bytes. */
struct str xml_write(struct arena *arena, struct _xmlDoc *doc, bool indent);

/* Text of a named encoding ("CP932") as UTF-8; false when the encoding is
 * unknown or the bytes are not of it. */
bool xml_decode(struct arena *arena, const char *encoding, struct str bytes,
    struct str *text);

#endif
