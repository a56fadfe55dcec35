/*
 * xmlparse - the one way from bytes to a document.
 *
 * Closed by construction: the parser stops at a document type declaration
 * (so: no entities, no external subset), opens nothing, and keeps libxml2's
 * limits on depth and size of names and texts.
 */
#include "xml/xmlparse.h"

#include <errno.h>
#include <libxml/parser.h>
#include <limits.h>

#include "base/arena.h"
#include "xml/xmlfault.h"

enum { COLUMN_BITS = 12, COLUMN_MOST = (1 << COLUMN_BITS) - 1 };

void *xmlparse_pack(int64_t line, int64_t column) {
	if (column > COLUMN_MOST)
		column = COLUMN_MOST;
	return (void *)((uintptr_t)line << COLUMN_BITS | (uintptr_t)column);
}

void xmlparse_unpack(const void *packed, int64_t *line, int64_t *column) {
	*line = (int64_t)((uintptr_t)packed >> COLUMN_BITS);
	*column = (int64_t)((uintptr_t)packed & COLUMN_MOST);
}

/* A position in the source text: where it is, as people count. */
struct cursor {
	struct str rest;
	int64_t line;
	int64_t column;
};

static void cursor_skip(struct cursor *at, size_t n) {
	for (size_t i = 0; i < n; i++) {
		if (at->rest.p[i] == '\n') {
			at->line++;
			at->column = 1;
		} else if (((unsigned char)at->rest.p[i] & 0xc0) != 0x80) {
			at->column++;
		}
	}
	at->rest.p += n;
	at->rest.n -= n;
}

/* Past the end mark, or to the end of the text. */
static void cursor_past(struct cursor *at, const char *mark) {
	const char *found = memmem(at->rest.p, at->rest.n, mark, strlen(mark));
	cursor_skip(at, found == NULL ? at->rest.n
	    : (size_t)(found - at->rest.p) + strlen(mark));
}

/* Past the `>` of a start tag; a quoted value may hold one. */
static void cursor_past_tag(struct cursor *at) {
	char quote = '\0';
	size_t i = 0;
	for (; i < at->rest.n && (quote != '\0' || at->rest.p[i] != '>'); i++) {
		char c = at->rest.p[i];
		if (quote == '\0' && (c == '"' || c == '\''))
			quote = c;
		else if (c == quote)
			quote = '\0';
	}
	cursor_skip(at, i);
}

/* To the next start tag; false at the end.  The text is well-formed. */
static bool cursor_tag(struct cursor *at) {
	for (;;) {
		const char *less = memchr(at->rest.p, '<', at->rest.n);
		if (less == NULL)
			return false;
		cursor_skip(at, (size_t)(less - at->rest.p));
		if (str_starts(at->rest, "<!--")) {
			cursor_skip(at, 4);
			cursor_past(at, "-->");
		} else if (str_starts(at->rest, "<![CDATA[")) {
			cursor_past(at, "]]>");
		} else if (str_starts(at->rest, "<?")) {
			cursor_past(at, "?>");
		} else if (str_starts(at->rest, "</")) {
			cursor_past(at, ">");
		} else {
			return true;
		}
	}
}

/* The element after node in document order. */
static xmlNodePtr element_after(xmlNodePtr node) {
	xmlNodePtr child = xmlFirstElementChild(node);
	while (child == NULL && node != NULL) {
		child = xmlNextElementSibling(node);
		node = node->parent;
		if (node != NULL && node->type != XML_ELEMENT_NODE)
			node = NULL;
	}
	return child;
}

/* The n-th start tag of the text is the n-th element of the tree. */
static void mark_places(xmlDocPtr doc, struct str text) {
	if (doc->encoding != NULL
	    && xmlStrcasecmp(doc->encoding, BAD_CAST "UTF-8") != 0)
		return;
	struct cursor at = { text, 1, 1 };
	for (xmlNodePtr node = xmlDocGetRootElement(doc);
	    node != NULL && cursor_tag(&at); node = element_after(node)) {
		node->_private = xmlparse_pack(at.line, at.column);
		cursor_past_tag(&at);
	}
}

/* Called at `<!DOCTYPE`. */
static void refuse_dtd(void *self, const xmlChar *name, const xmlChar *public,
    const xmlChar *system) {
	(void)name;
	(void)public;
	(void)system;
	xmlParserCtxtPtr parser = self;
	struct place place = { { NULL, 0 }, xmlSAX2GetLineNumber(parser), 0 };
	xmlfault_note(parser->_private, place,
	    str_of("a document type declaration is not accepted here"));
	xmlStopParser(parser);
}

static xmlDocPtr parse(struct str text, const char *name,
    struct _xmlDict *dict, struct xmlfault *fault) {
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	if (parser == NULL)
		die("xml: no parser");
	if (dict != NULL) {
		xmlDictFree(parser->dict);
		parser->dict = dict;
		xmlDictReference(dict);
	}
	parser->_private = fault;
	parser->sax->internalSubset = refuse_dtd;
	xmlDocPtr doc = xmlCtxtReadMemory(parser, text.p, (int)text.n, name,
	    NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
	if (doc == NULL || fault->any) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(parser);
	return doc;
}

struct _xmlDoc *xmlparse_text(struct str text, const char *name,
    const char *shown, struct _xmlDict *dict) {
	if (text.n > INT_MAX) {
		diag(DIAG_FILE_READ, NULL, shown, strerror(EFBIG), NULL);
		return NULL;
	}
	struct arena *arena = arena_new();
	struct xmlfault fault;
	xmlfault_begin(&fault, arena);
	xmlDocPtr doc = parse(text, name, dict, &fault);
	if (doc == NULL)
		xmlfault_note(&fault, (struct place){ .line = 1 },
		    str_of("not a document"));
	xmlfault_end(&fault);
	/* the library names the URL, a message names the file */
	fault.place.file = str_of(shown);
	if (doc == NULL)
		xmlfault_report(&fault, DIAG_XML_SYNTAX, shown);
	else
		mark_places(doc, text);
	arena_free(arena);
	return doc;
}
