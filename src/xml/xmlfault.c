/*
 * xmlfault - what libxml2 and libxslt say while one call runs.
 *
 * The structured handler gets all of libxml2's errors; the generic one would
 * print the rest on standard error and is silenced.
 */
#include "xml/xmlfault.h"

#include <libxml/xmlerror.h>

#include "base/arena.h"
#include "xml/xmlnode.h"

void xmlfault_note(struct xmlfault *fault, struct place place,
    struct str text) {
	if (fault->any && (fault->place.line > 0 || place.line == 0))
		return;
	fault->any = true;
	fault->text = str_copy(fault->arena, str_trim(text));
	fault->place = place;
	fault->place.file = str_copy(fault->arena, place.file);
}

/* The signature is libxml2's: 2.9 passes an error that is not const. */
static void hear(void *self, xmlErrorPtr error) {
	if (error->level < XML_ERR_ERROR)
		return;
	struct place place = { str_of(error->file), error->line, error->int2 };
	/* only parser and namespace errors put a column into int2 */
	if (error->domain != XML_FROM_PARSER
	    && error->domain != XML_FROM_NAMESPACE)
		place.column = 0;
	if (error->node != NULL)
		place = xmlnode_place(error->node);
	const char *text = error->message == NULL ? "error" : error->message;
	xmlfault_note(self, place, str_of(text));
}

static void silence(void *self, const char *format, ...) {
	(void)self;
	(void)format;
}

void xmlfault_begin(struct xmlfault *fault, struct arena *arena) {
	*fault = (struct xmlfault){
		.arena = arena,
		.old_context = xmlStructuredErrorContext,
		.old_structured = (void (*)(void))xmlStructuredError,
		.old_generic_context = xmlGenericErrorContext,
		.old_generic = (void (*)(void))xmlGenericError,
	};
	xmlSetStructuredErrorFunc(fault, hear);
	xmlSetGenericErrorFunc(NULL, silence);
}

void xmlfault_end(struct xmlfault *fault) {
	xmlSetStructuredErrorFunc(fault->old_context,
	    (xmlStructuredErrorFunc)fault->old_structured);
	xmlSetGenericErrorFunc(fault->old_generic_context,
	    (xmlGenericErrorFunc)fault->old_generic);
}

void xmlfault_report(const struct xmlfault *fault, enum diag_id id,
    const char *name) {
	struct place place = fault->place;
	if (place.file.n == 0)
		place.file = str_of(name);
	diag(id, &place, diag_str(fault->text), NULL);
}
