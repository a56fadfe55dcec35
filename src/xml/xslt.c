/*
 * xslt - stylesheets of the program, run in a closed room.
 *
 * A stylesheet's URL is its name below the share directory, so that the
 * library resolves relative references into names again; the loader, in
 * force only during a call, opens nothing else.
 */
#include "xml/xslt.h"

#include <errno.h>
#include <libexslt/exslt.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "xml/xmlfault.h"
#include "xml/xmlnode.h"
#include "xml/xmlparse.h"

struct sheet {
	struct sheet *next;
	struct str name;
	xsltStylesheetPtr style;
};

struct xslt {
	struct arena *arena;
	const char *workspace;
	xsltSecurityPrefsPtr security;
	struct sheet *sheets;
};

/* One call into the library. */
struct visit {
	struct xslt *xslt;
	struct arena *scratch;
	struct xmlfault fault;
	xsltTransformContextPtr context;	/* NULL while compiling */
	struct place place;		/* of the error whose text comes next */
	bool placed;
	bool failed;			/* reported already */
	bool spent;			/* more steps than it may take */
	void *old_context;
	xmlGenericErrorFunc old_generic;
};

/* libxslt's loader has no argument for us. */
static struct visit *visiting;

struct xslt *xslt_new(const char *workspace) {
	struct arena *arena = arena_new();
	struct xslt *xslt = arena_alloc(arena, sizeof *xslt);
	*xslt = (struct xslt){ arena, workspace, xsltNewSecurityPrefs(), NULL };
	if (xslt->security == NULL)
		die("xslt: out of memory");
	static const xsltSecurityOption closed[] = {
		XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
		XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK,
	};
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		xsltSetSecurityPrefs(xslt->security, closed[i],
		    xsltSecurityForbid);
	/* registered by name, so a second time changes nothing */
	exsltCommonRegister();
	exsltSetsRegister();
	exsltStrRegister();
	return xslt;
}

void xslt_free(struct xslt *xslt) {
	if (xslt == NULL)
		return;
	for (struct sheet *sheet = xslt->sheets; sheet != NULL;
	    sheet = sheet->next)
		xsltFreeStylesheet(sheet->style);
	xsltFreeSecurityPrefs(xslt->security);
	arena_free(xslt->arena);
}

/* The file of a name in messages. */
static const char *shown(struct visit *visit, const char *name) {
	const char *path = file_share(visit->scratch, visit->xslt->workspace,
	    name);
	return path == NULL ? name : path;
}

/* A name that cannot leave the share directory: relative, without a scheme,
 * without a step upwards. */
static bool is_inside(const char *name) {
	xmlURIPtr uri = xmlParseURI(name);
	bool inside = uri != NULL && uri->scheme == NULL && uri->server == NULL
	    && name[0] != '/' && strstr(name, "..") == NULL;
	xmlFreeURI(uri);
	return inside;
}

static xmlDocPtr load(struct visit *visit, const char *name, xmlDictPtr dict) {
	const char *path = is_inside(name) ? file_share(visit->scratch,
	    visit->xslt->workspace, name) : NULL;
	struct str text;
	if (path == NULL)
		diag(DIAG_SHARE_MISSING, NULL, name, NULL);
	else if (!file_read(visit->scratch, path, LIMIT_TEMPLATE_BYTES, &text))
		diag(DIAG_FILE_READ, NULL, path, strerror(errno), NULL);
	else
		return xmlparse_text(text, name, path, dict);
	return NULL;
}

static xmlDocPtr loader(const xmlChar *name, xmlDictPtr dict, int options,
    void *context, xsltLoadType type) {
	(void)options;
	(void)context;
	(void)type;
	xmlDocPtr doc = load(visiting, (const char *)name, dict);
	if (doc == NULL)
		visiting->failed = true;
	return doc;
}

/* The xsl:message that runs now, or NULL. */
static const xmlNode *message_of(const struct visit *visit) {
	const xmlNode *node = visit->context == NULL ? NULL
	    : visit->context->inst;
	while (node != NULL && !xmlnode_is(node, "message"))
		node = node->type == XML_ELEMENT_NODE ? node->parent : NULL;
	return node;
}

static void say_message(struct visit *visit, const xmlNode *node,
    struct str text) {
	struct place place = xmlnode_place(node);
	place.file = str_of(shown(visit,
	    str_z(visit->scratch, place.file)));
	bool last = str_is(xmlnode_attr(node, "terminate"), "yes");
	visit->failed = visit->failed || last;
	diag(last ? DIAG_XSLT_STOP : DIAG_XSLT_MESSAGE, &place,
	    diag_str(str_trim(text)), NULL);
}

/*
 * What the library prints: for an error first a line that tells where, then
 * one with the text; for xsl:message its text, then perhaps a line feed.  The
 * formats are those of xsltutils.c and transform.c of libxslt 1.1.35.
 */
static void say(void *self, const char *format, ...) {
	struct visit *visit = self;
	char text[1024];
	va_list list;
	va_start(list, format);
	bool where = strncmp(format, "%s: file %s line %d", 19) == 0;
	if (where) {
		(void)va_arg(list, const char *);
		const char *file = va_arg(list, const char *);
		visit->place = (struct place){
			str_copy(visit->scratch, str_of(file)),
			va_arg(list, int), 0
		};
	} else {
		vsnprintf(text, sizeof text, format, list);
	}
	va_end(list);
	visit->placed = visit->placed || strncmp(format, "%s: ", 4) == 0;
	if (where || strncmp(format, "%s: ", 4) == 0)
		return;
	const xmlNode *message = visit->placed ? NULL : message_of(visit);
	if (message == NULL)
		xmlfault_note(&visit->fault, visit->place, str_of(text));
	else if (str_trim(str_of(text)).n > 0)
		say_message(visit, message, str_of(text));
	visit->placed = false;
	visit->place = (struct place){ .line = 0 };
}

static void visit_begin(struct visit *visit, struct xslt *xslt) {
	*visit = (struct visit){ .xslt = xslt, .scratch = arena_new(),
		.old_context = xsltGenericErrorContext,
		.old_generic = xsltGenericError };
	xmlfault_begin(&visit->fault, visit->scratch);
	xsltSetGenericErrorFunc(visit, say);
	xsltSetLoaderFunc(loader);
	visiting = visit;
}

/* True when nothing went wrong; else it has been said. */
static bool visit_end(struct visit *visit, const char *stylesheet) {
	visiting = NULL;
	xsltSetLoaderFunc(NULL);
	xsltSetGenericErrorFunc(visit->old_context, visit->old_generic);
	xmlfault_end(&visit->fault);
	bool good = !visit->failed && !visit->fault.any;
	if (!visit->failed && visit->fault.any) {
		struct str file = visit->fault.place.file;
		const char *name = file.n == 0 ? stylesheet
		    : str_z(visit->scratch, file);
		visit->fault.place.file = str_of(shown(visit, name));
		/* where the steps end says nothing of where the fault is */
		struct place place = { visit->fault.place.file, 0, 0 };
		if (visit->spent)
			diag(DIAG_XSLT_STEPS, &place, NULL);
		else
			xmlfault_report(&visit->fault, DIAG_XSLT_FAULT, name);
	}
	arena_free(visit->scratch);
	return good;
}

static xsltStylesheetPtr compile(struct visit *visit, const char *name) {
	xmlDocPtr doc = load(visit, name, NULL);
	if (doc == NULL) {
		visit->failed = true;
		return NULL;
	}
	xsltStylesheetPtr style = xsltParseStylesheetDoc(doc);
	if (style == NULL) {
		xmlfault_note(&visit->fault, (struct place){ .line = 0 },
		    str_of("not a stylesheet"));
		xmlFreeDoc(doc);
	}
	return style;
}

static xsltStylesheetPtr sheet_find(struct xslt *xslt, const char *name) {
	for (struct sheet *sheet = xslt->sheets; sheet != NULL;
	    sheet = sheet->next)
		if (str_is(sheet->name, name))
			return sheet->style;
	struct visit visit;
	visit_begin(&visit, xslt);
	xsltStylesheetPtr style = compile(&visit, name);
	if (!visit_end(&visit, name)) {
		xsltFreeStylesheet(style);
		return NULL;
	}
	struct sheet *sheet = arena_alloc(xslt->arena, sizeof *sheet);
	*sheet = (struct sheet){ xslt->sheets,
		str_copy(xslt->arena, str_of(name)), style };
	xslt->sheets = sheet;
	return style;
}

static unsigned long nodes_below(const xmlNode *node) {
	unsigned long count = 0;
	for (const xmlNode *child = node->children; child != NULL;
	    child = child->next)
		count += 1 + nodes_below(child);
	return count;
}

/* Instructions and steps of XPath are counted apart, each to this limit. */
static void limit_steps(xsltTransformContextPtr context, xmlDocPtr input) {
	context->opLimit = LIMIT_XSLT_STEPS + LIMIT_XSLT_NODE_STEPS
	    * nodes_below((const xmlNode *)input);
	context->xpathCtxt->opLimit = context->opLimit;
}

/* Asked since what the library says of it differs from place to place. */
static bool is_spent(const xsltTransformContext *context) {
	return context->opCount >= context->opLimit
	    || context->xpathCtxt->opCount >= context->opLimit;
}

static xmlDocPtr transform(struct visit *visit, xsltStylesheetPtr style,
    xmlDocPtr input, const char *const *parameters) {
	xsltTransformContextPtr context = xsltNewTransformContext(style, input);
	if (context == NULL)
		die("xslt: out of memory");
	visit->context = context;
	xsltSetCtxtSecurityPrefs(visit->xslt->security, context);
	xsltSetTransformErrorFunc(context, visit, say);
	limit_steps(context, input);
	/* the library takes a table of pointers that it does not change */
	if (parameters != NULL)
		xsltQuoteUserParams(context, (const char **)parameters);
	xmlDocPtr result = xsltApplyStylesheetUser(style, input, NULL, NULL,
	    NULL, context);
	if (context->state != XSLT_STATE_OK && !visit->failed)
		xmlfault_note(&visit->fault, (struct place){ .line = 0 },
		    str_of("the transformation was broken off"));
	visit->spent = is_spent(context);
	visit->context = NULL;
	xsltFreeTransformContext(context);
	return result;
}

static xmlDocPtr run(struct xslt *xslt, const char *stylesheet,
    xmlDocPtr input, const char *const *parameters, xsltStylesheetPtr *style) {
	*style = sheet_find(xslt, stylesheet);
	if (*style == NULL)
		return NULL;
	struct visit visit;
	visit_begin(&visit, xslt);
	xmlDocPtr result = transform(&visit, *style, input, parameters);
	if (visit_end(&visit, stylesheet))
		return result;
	xmlFreeDoc(result);
	return NULL;
}

struct _xmlDoc *xslt_run(struct xslt *xslt, const char *stylesheet,
    struct _xmlDoc *input, const char *const *parameters) {
	xsltStylesheetPtr style;
	return run(xslt, stylesheet, input, parameters, &style);
}

bool xslt_text(struct xslt *xslt, struct arena *arena, const char *stylesheet,
    struct _xmlDoc *input, const char *const *parameters, struct str *text) {
	xsltStylesheetPtr style;
	xmlDocPtr result = run(xslt, stylesheet, input, parameters, &style);
	if (result == NULL)
		return false;
	xmlChar *bytes = NULL;
	int n = 0;
	if (xsltSaveResultToString(&bytes, &n, result, style) < 0)
		die("xslt: %s: the result cannot be serialised", stylesheet);
	*text = str_copy(arena, (struct str){ (const char *)bytes, (size_t)n });
	xmlFree(bytes);
	xmlFreeDoc(result);
	return true;
}
