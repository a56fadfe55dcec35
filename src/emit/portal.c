/*
 * portal - index.html of a pack: its documents, indicators, tables, sources
 * and checks.
 *
 * A small XML of what is listed goes through xsl/html/portal.xsl; the words
 * are those of the catalogue whose keys begin with "portal.".
 */
#include "emit/portal.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/ratio.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"
#include "xml/xslt.h"

/* How a check that found something is coloured. */
static const char *const tone_name[DIAG_LEVELS] = {
	[DIAG_NOTE] = "none", [DIAG_WARNING] = "warn", [DIAG_ERROR] = "bad",
	[DIAG_REFUSE] = "bad"
};

static void set_number(struct arena *arena, struct _xmlNode *node,
    const char *name, int64_t value) {
	struct buf buf = buf_in(arena);
	buf_int(&buf, value);
	xmlnode_set(node, name, ratio_grouped(arena, buf_str(&buf)));
}

/* The part of a file's name behind the last dot, as its format: pdf. */
static struct str format_of(struct str file) {
	size_t dot = file.n;
	while (dot > 0 && file.p[dot - 1] != '.')
		dot--;
	return (struct str){ file.p + dot, file.n - dot };
}

static void add_files(struct _xmlNode *node,
    const struct portal_files *files) {
	for (size_t i = 0; i < files->count; i++) {
		struct _xmlNode *file = xmlnode_add(node, "file");
		xmlnode_set(file, "format", format_of(files->at[i]));
		xmlnode_set(file, "name", files->at[i]);
	}
}

static void add_sections(struct _xmlNode *node,
    const struct portal_document *document) {
	for (size_t i = 0; i < document->sections.count; i++) {
		const struct section_entry *from = &document->sections.at[i];
		struct _xmlNode *section = xmlnode_add(node, "section");
		xmlnode_set(section, "href", from->href);
		xmlnode_set(section, "title", from->title);
		xmlnode_put(section, from->text);
	}
}

static void add_documents(struct _xmlNode *root, const struct portal *portal,
    bool standing) {
	for (size_t i = 0; i < portal->documents; i++) {
		const struct portal_document *from = &portal->document[i];
		if (from->standing != standing)
			continue;
		struct _xmlNode *node = xmlnode_add(root, "document");
		xmlnode_set(node, "title", from->title);
		xmlnode_set(node, "number", from->number);
		xmlnode_set(node, "version", from->version);
		add_files(node, &from->files);
		add_sections(node, from);
	}
}

/* The tones of verdicts, as style.css names them. */
static const char *const verdict_tone[] = {
	[TONE_NONE] = "none", [TONE_GOOD] = "good", [TONE_BAD] = "bad",
	[TONE_WARN] = "warn", [TONE_MUTED] = "muted"
};

static void add_figures(struct _xmlNode *root, const struct facts *facts) {
	for (size_t i = 0; i < facts->figures; i++) {
		const struct figure *figure = &facts->figure[i];
		struct _xmlNode *node = xmlnode_add(root, "figure");
		xmlnode_set(node, "id", figure->indicator->id);
		xmlnode_set(node, "tone", str_of(verdict_tone[figure->tone]));
		xmlnode_set(node, "mark", figure->verdict_mark);
		xmlnode_set(node, "verdict", figure->verdict_word);
		xmlnode_put(node, figure->sentence);
	}
}

static void add_tables(struct arena *arena, struct _xmlNode *root,
    const struct portal *portal) {
	for (size_t i = 0; i < portal->tables; i++) {
		const struct portal_table *from = &portal->table[i];
		struct _xmlNode *node = xmlnode_add(root, "table");
		xmlnode_set(node, "title", from->table->title);
		set_number(arena, node, "rows", (int64_t)from->table->rows);
		add_files(node, &from->files);
	}
}

static void add_sources(struct arena *arena, struct _xmlNode *root,
    const struct rows *rows) {
	for (size_t i = 0; i < rows->files; i++) {
		const struct rows_file *file = &rows->file[i];
		struct _xmlNode *node = xmlnode_add(root, "source");
		xmlnode_set(node, "path", file->path);
		xmlnode_set(node, "digest", file->digest);
		set_number(arena, node, "rows", file->rows);
		set_number(arena, node, "rejected", file->rejected);
	}
}

static void add_checks(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts) {
	for (size_t i = 0; i < facts->checks; i++) {
		const struct fact_check *check = &facts->check[i];
		struct _xmlNode *node = xmlnode_add(root, "check");
		xmlnode_set(node, "title", check->title);
		xmlnode_set(node, "tone", str_of(check->count == 0 ? "none"
		    : tone_name[check->level]));
		set_number(arena, node, "count", check->count);
		xmlnode_put(node, check->sentence);
	}
}

static void add_words(struct _xmlNode *root, const struct words *words) {
	for (size_t i = 0; i < words->count; i++) {
		if (!str_starts(words->at[i].key, "portal.")
		    && !str_starts(words->at[i].key, "doc.html."))
			continue;
		struct _xmlNode *node = xmlnode_add(root, "word");
		xmlnode_set(node, "key", words->at[i].key);
		xmlnode_put(node, words->at[i].text);
	}
}

static struct _xmlDoc *portal_build(struct arena *arena,
    const struct facts *facts, const struct portal *portal) {
	struct _xmlDoc *doc = xml_new("urn:geppo:portal:1", "portal");
	struct _xmlNode *root = xml_root(doc);
	xmlnode_set(root, "lang", facts->contract->language);
	xmlnode_set(root, "contract", facts->contract->title);
	xmlnode_set(root, "number", facts->contract->number);
	xmlnode_set(root, "period", facts->mask == NULL ? facts->period_title
	    : words_fill(arena, facts->words, "doc.subtitle.public", "period",
	    str_z(arena, facts->period_title), NULL));
	xmlnode_set(root, "as-of", facts->as_of_text);
	add_documents(root, portal, false);
	add_documents(root, portal, true);
	add_figures(root, facts);
	add_tables(arena, root, portal);
	add_sources(arena, root, facts->rows);
	add_checks(arena, root, facts);
	add_words(root, facts->words);
	return doc;
}

bool portal_write(struct arena *arena, struct xslt *xslt,
    const struct facts *facts, const struct portal *portal,
    const char *folder) {
	struct _xmlDoc *doc = portal_build(arena, facts, portal);
	struct str html;
	bool made = xslt_text(xslt, arena, "xsl/html/portal.xsl", doc,
	    portal->parameters, &html);
	xml_free(doc);
	struct file_out *file = !made ? NULL
	    : file_create(file_path(arena, folder, "index.html"));
	if (file == NULL)
		return false;
	file_write(file, html);
	return file_commit(file);
}
