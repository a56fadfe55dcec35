/*
 * xmlparse - the one way from bytes to a document, for xml.c and xslt.c.
 *
 * Every element remembers the line and the column of its start tag, which
 * libxml2 does not (it knows the line where the tag ends).
 */
#ifndef GEPPO_XMLPARSE_H
#define GEPPO_XMLPARSE_H

#include "base/diag.h"
#include "base/str.h"

struct _xmlDict;
struct _xmlDoc;

/* name becomes the document's URL; shown is the file in messages; dict may be
 * NULL.  NULL after a diag. */
struct _xmlDoc *xmlparse_text(struct str text, const char *name,
    const char *shown, struct _xmlDict *dict);

/* A place packed into the pointer that libxml2 leaves to the application. */
void *xmlparse_pack(int64_t line, int64_t column);
void xmlparse_unpack(const void *packed, int64_t *line, int64_t *column);

#endif
