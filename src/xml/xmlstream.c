/*
 * xmlstream - a document that is too large for a tree, as it goes by.
 *
 * libxml2's push parser (SAX2) with our own handlers and no others, so that no
 * tree grows.
 */
#include "xml/xmlstream.h"

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/diag.h"

struct xmlstream {
	struct arena *arena;
	struct xmlstream_sink sink;
	xmlParserCtxtPtr parser;
	struct str fault;
};

/* Five pointers each: local name, prefix, URI, begin and end of the value. */
enum { ATTR_NAME, ATTR_VALUE = 3, ATTR_END, ATTR_PARTS };

struct xmlstream_tag {
	const xmlChar **attr;
	int attrs;
};

static void hear_begin(void *self, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int spaces, const xmlChar **space, int attrs,
    int defaulted, const xmlChar **attr) {
	(void)prefix;
	(void)uri;
	(void)spaces;
	(void)space;
	(void)defaulted;
	const struct xmlstream *stream = self;
	struct xmlstream_tag tag = { attr, attrs };
	stream->sink.begin(stream->sink.self, str_of((const char *)name), &tag);
}

static void hear_end(void *self, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri) {
	(void)prefix;
	(void)uri;
	const struct xmlstream *stream = self;
	stream->sink.end(stream->sink.self, str_of((const char *)name));
}

static void hear_text(void *self, const xmlChar *text, int n) {
	const struct xmlstream *stream = self;
	stream->sink.text(stream->sink.self,
	    (struct str){ (const char *)text, (size_t)n });
}

static void note_fault(struct xmlstream *stream, const char *text) {
	if (stream->fault.n == 0)
		stream->fault = str_copy(stream->arena, str_trim(str_of(text)));
}

/* The signature is libxml2's: 2.9 passes an error that is not const. */
static void hear_fault(void *self, xmlErrorPtr error) {
	if (error->level >= XML_ERR_ERROR && error->message != NULL)
		note_fault(self, error->message);
}

/* Called at `<!DOCTYPE`. */
static void refuse_dtd(void *self, const xmlChar *name, const xmlChar *public,
    const xmlChar *system) {
	(void)name;
	(void)public;
	(void)system;
	struct xmlstream *stream = self;
	note_fault(stream, "a document type declaration is not accepted here");
	xmlStopParser(stream->parser);
}

struct xmlstream *xmlstream_open(struct arena *arena,
    const struct xmlstream_sink *sink) {
	struct xmlstream *stream = arena_alloc(arena, sizeof *stream);
	stream->arena = arena;
	stream->sink = *sink;
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = hear_begin,
		.endElementNs = hear_end,
		.characters = hear_text,
		.ignorableWhitespace = hear_text,
		.cdataBlock = hear_text,
		.internalSubset = refuse_dtd,
		.serror = hear_fault,
	};
	stream->parser = xmlCreatePushParserCtxt(&handler, stream, NULL, 0,
	    NULL);
	if (stream->parser == NULL)
		die("xmlstream: no parser");
	/* NOENT: without it `&amp;` of an attribute stays `&#38;` */
	xmlCtxtUseOptions(stream->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
	return stream;
}

struct str xmlstream_attr(const struct xmlstream_tag *tag, const char *name) {
	for (int i = 0; i < tag->attrs; i++) {
		const xmlChar **attr = tag->attr + i * ATTR_PARTS;
		if (strcmp((const char *)attr[ATTR_NAME], name) == 0)
			return (struct str){ (const char *)attr[ATTR_VALUE],
			    (size_t)(attr[ATTR_END] - attr[ATTR_VALUE]) };
	}
	return str_of("");
}

bool xmlstream_feed(struct xmlstream *stream, struct str bytes) {
	xmlParseChunk(stream->parser, bytes.p, (int)bytes.n, bytes.n == 0);
	if (stream->parser->wellFormed && stream->fault.n == 0)
		return true;
	note_fault(stream, "not a document");
	return false;
}

struct str xmlstream_fault(const struct xmlstream *stream) {
	return stream->fault;
}

void xmlstream_close(struct xmlstream *stream) {
	xmlFreeDoc(stream->parser->myDoc);
	xmlFreeParserCtxt(stream->parser);
}
