/* catalog - ready definitions of indicators, duties and flows, and sets of clauses. */
#include "contract/catalog.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/words.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

enum catalog_file {
	INDICATORS_FILE, DUTIES_FILE, FLOWS_FILE, TASKS_FILE, CLAUSES_FILE,
	CATALOG_FILES
};

static const char *const file_name[CATALOG_FILES] = {
	"templates/catalogue/indicators.xml", "templates/catalogue/duties.xml",
	"templates/catalogue/flows.xml", "templates/catalogue/tasks.xml",
	"templates/catalogue/clauses.xml"
};

static enum catalog_file file_of(const struct _xmlNode *node) {
	return xmlnode_is(node, "duty") ? DUTIES_FILE
	    : xmlnode_is(node, "flow") ? FLOWS_FILE
	    : xmlnode_is(node, "tasks") ? TASKS_FILE
	    : xmlnode_is(node, "clauses") ? CLAUSES_FILE : INDICATORS_FILE;
}

/* The catalogue is in Japanese. */
static void translate(const struct words *words, struct _xmlNode *node) {
	static const char *const shown[] = { "name", "note", "title", "text",
		"label", "lane", "section", "cycle" };
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		struct str text = xmlnode_attr(node, shown[i]);
		if (text.n != 0)
			xmlnode_set(node, shown[i], words_translate(words, text));
	}
	for (struct _xmlNode *child = xmlnode_first(node, NULL); child != NULL;
	    child = xmlnode_next(child, NULL))
		translate(words, child);
}

/* In the language of words, as it is without them; NULL when there is none. */
static struct _xmlDoc *open_catalog(struct arena *arena,
    const char *workspace, enum catalog_file file, const struct words *words) {
	const char *path = file_share(arena, workspace, file_name[file]);
	struct _xmlDoc *doc = path == NULL ? NULL : xml_read(path,
	    LIMIT_TEMPLATE_BYTES);
	if (doc != NULL && words != NULL)
		translate(words, xml_root(doc));
	return doc;
}

static const struct _xmlNode *find(const struct _xmlNode *root,
    struct str kind, struct str id) {
	const struct _xmlNode *node = xmlnode_first(root, NULL);
	while (node != NULL && !(str_equal(xmlnode_name(node), kind)
	    && str_equal(xmlnode_attr(node, "id"), id)))
		node = xmlnode_next(node, NULL);
	return node;
}

static void tell_unknown(struct reading *reading,
    const struct _xmlNode *node, const struct _xmlNode *root) {
	struct buf known = buf_in(reading->arena);
	struct place place = attr_blame(reading, node);
	for (const struct _xmlNode *other = xmlnode_first(root, NULL);
	    other != NULL; other = xmlnode_next(other, NULL)) {
		if (!str_equal(xmlnode_name(other), xmlnode_name(node)))
			continue;
		buf_text(&known, known.n == 0 ? "" : " ");
		buf_add(&known, xmlnode_attr(other, "id"));
	}
	diag(DIAG_CONTRACT_USE, &place, diag_str(xmlnode_name(node)),
	    diag_str(xmlnode_attr(node, "use")), buf_z(&known), NULL);
}

static void fill(struct _xmlNode *node, const struct _xmlNode *from) {
	bool own = xmlnode_first(node, NULL) != NULL;
	xmlnode_inherit(node, from);
	for (const struct _xmlNode *child = xmlnode_first(from, NULL);
	    !own && child != NULL; child = xmlnode_next(child, NULL))
		xmlnode_add_copy(node, child);
}

/* The definition that the element uses, filled in; false when there is no
 * catalogue. */
static bool fill_used(struct reading *reading, struct _xmlNode *node,
    struct _xmlDoc **doc, const struct words *words) {
	enum catalog_file file = file_of(node);
	struct str use = xmlnode_attr(node, "use");
	if (use.p == NULL)
		return true;
	if (doc[file] == NULL)
		doc[file] = open_catalog(reading->arena, str_z(reading->arena,
		    reading->contract->workspace), file, words);
	if (doc[file] == NULL)
		return false;
	const struct _xmlNode *from = find(xml_root(doc[file]),
	    xmlnode_name(node), use);
	if (from == NULL)
		tell_unknown(reading, node, xml_root(doc[file]));
	else
		fill(node, from);
	return true;
}

void catalog_fill(struct reading *reading, struct _xmlNode *root) {
	struct _xmlDoc *doc[CATALOG_FILES] = { NULL };
	bool found = true;
	const struct words *words = str_is(xmlnode_attr(root, "lang"), "en")
	    ? words_read(reading->arena, str_z(reading->arena,
	    reading->contract->workspace), str_of("en")) : NULL;
	for (struct _xmlNode *node = xmlnode_first(root, NULL);
	    node != NULL && found; node = xmlnode_next(node, NULL))
		found = fill_used(reading, node, doc, words);
	reading->good = reading->good && found;
	for (int i = 0; i < CATALOG_FILES; i++)
		xml_free(doc[i]);
}

static size_t add_file(struct arena *arena, const char *workspace,
    const struct words *words, enum catalog_file file, struct catalog **list,
    size_t count) {
	struct _xmlDoc *doc = open_catalog(arena, workspace, file, words);
	if (doc == NULL)
		return count;
	for (const struct _xmlNode *node = xmlnode_first(xml_root(doc), NULL);
	    node != NULL; node = xmlnode_next(node, NULL)) {
		*list = arena_room(arena, *list, count, sizeof **list);
		(*list)[count++] = (struct catalog){
		    str_copy(arena, xmlnode_attr(node, "id")),
		    str_copy(arena, xmlnode_name(node)),
		    str_copy(arena, xmlnode_attr(node, "name")),
		    str_copy(arena, xmlnode_attr(node, "records")),
		    str_copy(arena, xmlnode_attr(node, "note")) };
	}
	xml_free(doc);
	return count;
}

size_t catalog_list(struct arena *arena, const char *workspace,
    const struct words *words, struct catalog **list) {
	size_t count = 0;
	*list = NULL;
	for (int i = 0; i < CATALOG_FILES; i++)
		count = add_file(arena, workspace, words, (enum catalog_file)i,
		    list, count);
	return count;
}
