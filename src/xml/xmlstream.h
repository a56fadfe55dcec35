/*
 * xmlstream - a document that is too large for a tree, as it goes by.
 *
 * Bytes go in, elements and texts come out in order; nothing of the document
 * is kept.  As closed as xmlparse: the stream stops at a document type
 * declaration (so: no entities), opens nothing, and keeps libxml2's limits on
 * depth and size.
 */
#ifndef GEPPO_XMLSTREAM_H
#define GEPPO_XMLSTREAM_H

#include "base/str.h"

struct arena;

/* A start tag, during the call that tells of it. */
struct xmlstream_tag;

/* What becomes of the elements; names are without prefix.  A text may come in
 * several parts. */
struct xmlstream_sink {
	void *self;
	void (*begin)(void *self, struct str name,
	    const struct xmlstream_tag *tag);
	void (*text)(void *self, struct str text);
	void (*end)(void *self, struct str name);
};

/* An open stream. */
struct xmlstream;

struct xmlstream *xmlstream_open(struct arena *arena,
    const struct xmlstream_sink *sink);

/* The value of the attribute, whatever its prefix; empty without it. */
struct str xmlstream_attr(const struct xmlstream_tag *tag, const char *name);

/* Pass the next bytes through the sink; false once the document is known to
 * be wrong.  Empty bytes end the document, which must then be whole. */
bool xmlstream_feed(struct xmlstream *stream, struct str bytes);

/* What is wrong, in libxml2's words. */
struct str xmlstream_fault(const struct xmlstream *stream);

void xmlstream_close(struct xmlstream *stream);

#endif
