/* template - the template of a kind of documents. */
#include "doc/template.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "doc/translate.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static const char *workspace_of(struct arena *arena,
    const struct facts *facts) {
	return str_z(arena, facts->contract->workspace);
}

struct _xmlDoc *template_open(struct arena *arena, const struct facts *facts,
    const struct kind *kind) {
	const char *name = arena_printf(arena, "templates/%s.xml", kind->name);
	const char *path = file_share(arena, workspace_of(arena, facts), name);
	if (path == NULL) {
		diag(DIAG_SHARE_MISSING, NULL, name, NULL);
		return NULL;
	}
	struct _xmlDoc *template = xml_read(path, LIMIT_TEMPLATE_BYTES);
	if (template != NULL)
		translate_template(arena, facts->words, xml_root(template));
	return template;
}

struct _xmlDoc *template_read(struct arena *arena, const struct facts *facts,
    const struct kind *kind) {
	struct _xmlDoc *template = template_open(arena, facts, kind);
	if (template == NULL)
		return NULL;
	bool good = xml_valid(template, workspace_of(arena, facts),
	    "xsl/schema/template.rng");
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
