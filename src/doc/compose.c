/*
 * compose - entry of doc: facts and a template into a validated document.
 *
 * A template is somebody's file: it is held against its grammar and its names
 * against the facts before a stylesheet sees it, so that a slip is reported
 * with the template's own line.
 */
#include "doc/compose.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "doc/answers.h"
#include "doc/chartdata.h"
#include "doc/content.h"
#include "doc/docxml.h"
#include "doc/factxml.h"
#include "doc/number.h"
#include "doc/sheets.h"
#include "doc/slot.h"
#include "doc/template.h"
#include "doc/wanted.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"
#include "xml/xslt.h"

static const struct {
	const char *element, *name;
} known[] = {
#define PART(element, name) { element, name },
#include "doc/part.def"
#undef PART
};

static bool facts_have(const struct facts *facts, const char *element,
    struct str name) {
	if (strcmp(element, "table") == 0)
		for (size_t i = 0; i < facts->tables; i++)
			if (str_equal(facts->table[i].id, name))
				return true;
	if (strcmp(element, "chart") == 0)
		for (size_t i = 0; i < facts->charts; i++)
			if (str_equal(facts->chart[i].id, name))
				return true;
	if (strcmp(element, "graph") == 0)
		for (size_t i = 0; i < facts->graphs; i++)
			if (str_equal(facts->graph[i].id, name))
				return true;
	if (strcmp(element, "sentence") == 0)
		for (size_t i = 0; i < facts->sentences; i++)
			if (str_equal(facts->sentence[i].key, name))
				return true;
	return false;
}

static bool is_listed(const char *element, struct str name) {
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i].element, element) == 0
		    && str_is(name, known[i].name))
			return true;
	return false;
}

/* The part is named by its attribute: `ref`, else (key, sentence) that of a
 * sentence. */
static bool part_known(struct arena *arena, const struct facts *facts,
    const struct _xmlNode *part, const char *attribute) {
	const char *element = strcmp(attribute, "ref") != 0 ? "sentence"
	    : xmlnode_is(part, "sheets") ? "table"
	    : str_z(arena, xmlnode_name(part));
	struct str name = xmlnode_attr(part, attribute);
	if (is_listed(element, name) || facts_have(facts, element, name))
		return true;
	struct place place = xmlnode_place(part);
	diag(DIAG_TEMPLATE_PART, &place, element, diag_str(name), NULL);
	return false;
}

/* What is said of each indicator that was missed. */
static void add_figure_slots(struct arena *arena, const struct facts *facts,
    struct _xmlNode *root) {
	static const char *const topics[] = { "cause", "measure" };
	for (size_t i = 0; i < facts->figures; i++) {
		struct str id = facts->figure[i].indicator->id;
		if (facts->figure[i].verdict != VERDICT_MISSED)
			continue;
		for (size_t k = 0; k < sizeof topics / sizeof *topics; k++)
			slot_add(arena, root, facts, slot_of_figure(arena,
			    topics[k], id), words_fill(arena, facts->words,
			    arena_printf(arena, "doc.figure.%s", topics[k]),
			    "id", str_z(arena, id), NULL));
	}
}

/* Figures are named by the ids of indicators, or are all. */
static bool figures_known(const struct facts *facts,
    const struct _xmlNode *figures) {
	struct str rest = xmlnode_attr(figures, "ref"), id;
	bool good = true;
	while (str_word(&rest, &id)) {
		if (contract_indicator(facts->contract, id) != NULL)
			continue;
		struct place place = xmlnode_place(figures);
		diag(DIAG_TEMPLATE_PART, &place, "figures", diag_str(id), NULL);
		good = false;
	}
	return good;
}

/* Every name in the sections below parent is known; slots of theirs are read
 * into the facts. */
static bool sections_resolve(struct arena *arena, const struct facts *facts,
    const struct _xmlNode *parent, struct _xmlNode *root) {
	bool good = true;
	for (const struct _xmlNode *at = xmlnode_first(parent, NULL);
	    at != NULL; at = xmlnode_next(at, NULL)) {
		if (xmlnode_is(at, "section"))
			good = sections_resolve(arena, facts, at, root) && good;
		else if (xmlnode_is(at, "table") || xmlnode_is(at, "sheets")
		    || xmlnode_is(at, "chart") || xmlnode_is(at, "graph"))
			good = part_known(arena, facts, at, "ref") && good;
		else if (xmlnode_is(at, "sentence"))
			good = part_known(arena, facts, at, "key") && good;
		else if (xmlnode_is(at, "slot"))
			slot_add(arena, root, facts, xmlnode_attr(at, "name"),
			    xmlnode_attr(at, "label"));
		else if (xmlnode_is(at, "figures"))
			good = figures_known(facts, at) && good;
		if (xmlnode_attr(at, "sentence").n != 0)
			good = part_known(arena, facts, at, "sentence") && good;
		if (slot_figures(at))
			add_figure_slots(arena, facts, root);
	}
	return good;
}

/* NULL where the kind has none; else its stylesheet may look anything up. */
static const char *own_stylesheet(struct arena *arena,
    const struct facts *facts, const struct kind *kind) {
	const char *own = arena_printf(arena, "xsl/doc/%s.xsl", kind->name);
	return file_share(arena, str_z(arena, facts->contract->workspace), own)
	    != NULL ? own : NULL;
}

static struct _xmlDoc *facts_build(struct arena *arena,
    const struct facts *facts, const struct kind *kind,
    struct _xmlDoc *template) {
	struct wanted wanted = wanted_of(arena, xml_root(template));
	return factxml_build(arena, facts, kind, own_stylesheet(arena, facts,
	    kind) != NULL ? NULL : &wanted);
}

struct _xmlDoc *compose_facts(struct arena *arena, const struct facts *facts,
    enum kind_id id) {
	struct _xmlDoc *template = template_read(arena, facts, kind_at(id));
	if (template == NULL)
		return NULL;
	struct _xmlDoc *xml = facts_build(arena, facts, kind_at(id), template);
	xml_free(template);
	return xml;
}

/* Facts, slots and template in one tree, as xsl/doc reads them. */
static struct _xmlDoc *input_build(struct arena *arena,
    const struct facts *facts, const struct kind *kind,
    const struct answers *answers) {
	struct _xmlDoc *template = template_read(arena, facts, kind);
	if (template == NULL)
		return NULL;
	struct _xmlDoc *input = facts_build(arena, facts, kind, template);
	struct _xmlNode *root = xml_root(input);
	bool good = sections_resolve(arena, facts, xml_root(template), root);
	answers_put(answers, facts->words, root);
	sheets_limit(arena, facts, xml_root(template));
	xmlnode_add_copy(root, xml_root(template));
	xml_free(template);
	if (good)
		return input;
	xml_free(input);
	return NULL;
}

static struct _xmlDoc *transform(struct arena *arena, struct xslt *xslt,
    const struct facts *facts, const struct kind *kind,
    const struct answers *answers) {
	struct _xmlDoc *input = input_build(arena, facts, kind, answers);
	if (input == NULL)
		return NULL;
	const char *own = own_stylesheet(arena, facts, kind);
	struct _xmlDoc *document = xslt_run(xslt, own != NULL ? own
	    : "xsl/doc/document.xsl", input, NULL);
	xml_free(input);
	if (document == NULL)
		return NULL;
	chartdata_add(arena, facts->words, document);
	number_document(arena, facts->words, document);
	return document;
}

/* The template, the contract and the workspace's own words. */
static void add_sources(struct arena *arena, const struct facts *facts,
    const struct kind *kind, struct doc *doc) {
	const char *workspace = str_z(arena, facts->contract->workspace);
	const char *language = str_z(arena, facts->words->language);
	const char *const source[] = { file_share(arena, workspace,
	    arena_printf(arena, "templates/%s.xml", kind->name)),
	    str_z(arena, facts->contract->path),
	    file_path(arena, workspace, arena_printf(arena,
	    "templates/words/%s.txt", language)),
	    file_path(arena, workspace, arena_printf(arena,
	    "templates/phrases/%s.txt", language)) };
	size_t sources = sizeof source / sizeof *source;
	doc->source = arena_array(arena, sources, sizeof *doc->source);
	for (size_t i = 0; i < sources; i++)
		if (source[i] != NULL && file_exists(source[i]))
			doc->source[doc->sources++] = str_of(source[i]);
}

struct doc *compose_document(struct arena *arena, struct xslt *xslt,
    const struct facts *facts, enum kind_id id,
    const struct answers *answers) {
	const struct kind *kind = kind_at(id);
	struct _xmlDoc *xml = transform(arena, xslt, facts, kind, answers);
	if (xml == NULL)
		return NULL;
	if (!xml_valid(xml, str_z(arena, facts->contract->workspace),
	    "xsl/schema/document.rng")) {
		xml_free(xml);
		return NULL;
	}
	struct doc *doc = docxml_read(arena, xml);
	add_sources(arena, facts, kind, doc);
	if (content_check(arena, doc))
		return doc;
	doc_free(doc);
	return NULL;
}
