/* template - the template of a kind of documents. */
#include "doc/template.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

struct _xmlDoc *template_open(struct arena *arena, const char *workspace,
    const struct kind *kind) {
	const char *name = arena_printf(arena, "templates/%s.xml", kind->name);
	const char *path = file_share(arena, workspace, name);
	if (path == NULL) {
		diag(DIAG_SHARE_MISSING, NULL, name, NULL);
		return NULL;
	}
	return xml_read(path, LIMIT_TEMPLATE_BYTES);
}

struct _xmlDoc *template_read(struct arena *arena, const char *workspace,
    const struct kind *kind) {
	struct _xmlDoc *template = template_open(arena, workspace, kind);
	if (template == NULL)
		return NULL;
	bool good = xml_valid(template, workspace, "xsl/schema/template.rng");
	struct str said = xmlnode_attr(xml_root(template), "kind");
	if (good && !str_is(said, kind->name)) {
		struct place place = xmlnode_place(xml_root(template));
		diag(DIAG_TEMPLATE_KIND, &place, diag_str(said), kind->name,
		    NULL);
		good = false;
	}
	if (good)
		return template;
	xml_free(template);
	return NULL;
}
