/*
 * xml - whole documents in and out.
 *
 * Memory of a document is libxml2's; all else is the caller's arena.
 */
#include "xml/xml.h"

#include <errno.h>
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <limits.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "xml/xmlfault.h"
#include "xml/xmlgrammar.h"
#include "xml/xmlparse.h"

struct _xmlDoc *xml_parse(struct str text, const char *name) {
	return xmlparse_text(text, name, name, NULL);
}

struct _xmlDoc *xml_parse_html(struct str text) {
	if (text.n > INT_MAX)
		return NULL;
	return htmlReadMemory(text.p, (int)text.n, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
	    | HTML_PARSE_NONET);
}

struct _xmlDoc *xml_read(const char *path, size_t limit) {
	struct arena *arena = arena_new();
	struct str text;
	struct _xmlDoc *doc = NULL;
	if (file_read(arena, path, limit, &text))
		doc = xml_parse(text, path);
	else
		diag(DIAG_FILE_READ, NULL, path, strerror(errno), NULL);
	arena_free(arena);
	return doc;
}

struct _xmlDoc *xml_new(const char *space, const char *root) {
	xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNodePtr node = xmlNewDocNode(doc, NULL, BAD_CAST root, NULL);
	if (doc == NULL || node == NULL)
		die("xml: out of memory");
	xmlDocSetRootElement(doc, node);
	if (space != NULL)
		xmlSetNs(node, xmlNewNs(node, BAD_CAST space, NULL));
	return doc;
}

void xml_free(struct _xmlDoc *doc) {
	xmlFreeDoc(doc);
}

struct _xmlNode *xml_root(struct _xmlDoc *doc) {
	return xmlDocGetRootElement(doc);
}

/* The compiled grammar, or NULL after a diag. */
static xmlRelaxNGPtr grammar_compile(struct arena *arena, xmlDocPtr source,
    const char *path) {
	struct xmlfault fault;
	xmlfault_begin(&fault, arena);
	xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewDocParserCtxt(source);
	xmlRelaxNGPtr grammar = parser == NULL ? NULL
	    : xmlRelaxNGParse(parser);
	xmlRelaxNGFreeParserCtxt(parser);
	xmlfault_end(&fault);
	if (grammar == NULL) {
		xmlfault_note(&fault, (struct place){ .line = 1 },
		    str_of("not a RELAX NG grammar"));
		xmlfault_report(&fault, DIAG_XML_SYNTAX, path);
	}
	return grammar;
}

static bool validate(struct arena *arena, xmlDocPtr doc, xmlDocPtr source,
    const char *path) {
	xmlRelaxNGPtr grammar = grammar_compile(arena, source, path);
	if (grammar == NULL)
		return false;
	struct xmlfault fault;
	xmlfault_begin(&fault, arena);
	xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(grammar);
	if (context == NULL)
		die("xml: out of memory");
	bool valid = xmlRelaxNGValidateDoc(context, doc) == 0;
	xmlRelaxNGFreeValidCtxt(context);
	xmlRelaxNGFree(grammar);
	xmlfault_end(&fault);
	if (!valid && !xmlgrammar_explain(arena, xml_root(source),
	    xml_root(doc)))
		xmlfault_report(&fault, DIAG_XML_CONTENT,
		    doc->URL == NULL ? "" : (const char *)doc->URL);
	return valid;
}

bool xml_valid(struct _xmlDoc *doc, const char *workspace,
    const char *grammar) {
	struct arena *arena = arena_new();
	const char *path = file_share(arena, workspace, grammar);
	struct _xmlDoc *source = NULL;
	bool valid = false;
	if (path == NULL)
		diag(DIAG_SHARE_MISSING, NULL, grammar, NULL);
	else
		source = xml_read(path, LIMIT_TEMPLATE_BYTES);
	if (source != NULL)
		valid = validate(arena, doc, source, path);
	xml_free(source);
	arena_free(arena);
	return valid;
}

struct str xml_write(struct arena *arena, struct _xmlDoc *doc, bool indent) {
	xmlChar *bytes = NULL;
	int n = 0;
	xmlDocDumpFormatMemoryEnc(doc, &bytes, &n, "UTF-8", indent);
	if (bytes == NULL)
		die("xml: a document cannot be serialised");
	struct str text = str_copy(arena,
	    (struct str){ (const char *)bytes, (size_t)n });
	xmlFree(bytes);
	return text;
}

bool xml_decode(struct arena *arena, const char *encoding, struct str bytes,
    struct str *text) {
	xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(encoding);
	if (handler == NULL)
		return false;
	struct xmlfault fault;
	xmlfault_begin(&fault, arena);
	xmlBufferPtr in = xmlBufferCreate(), out = xmlBufferCreate();
	if (in == NULL || out == NULL)
		die("xml: out of memory");
	xmlBufferAdd(in, (const xmlChar *)bytes.p, (int)bytes.n);
	while (xmlBufferLength(in) > 0 && xmlCharEncInFunc(handler, out, in) > 0)
		;
	bool whole = xmlBufferLength(in) == 0;
	if (whole)
		*text = str_copy(arena,
		    (struct str){ (const char *)xmlBufferContent(out),
		    (size_t)xmlBufferLength(out) });
	xmlBufferFree(in);
	xmlBufferFree(out);
	xmlCharEncCloseFunc(handler);
	xmlfault_end(&fault);
	return whole;
}
