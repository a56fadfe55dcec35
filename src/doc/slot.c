/*
 * slot - the sentences that only a person can write.
 *
 * A faulty text costs no report: what cannot be read is a warning and a blank.
 */
#include "doc/slot.h"

#include <errno.h>

#include "base/arena.h"
#include "base/detect.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "doc/factxml.h"
#include "doc/markdown.h"
#include "doc/template.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static bool is_utf8(struct str text) {
	while (text.n > 0) {
		size_t size = str_utf8(text, NULL);
		if (size == 0)
			return false;
		text.p += size;
		text.n -= size;
	}
	return true;
}

/* The text without a byte order mark; false when there is none to print. */
static bool read_text(struct arena *arena, const char *path,
    struct str *text) {
	if (!file_exists(path))
		return false;
	if (!file_read(arena, path, LIMIT_TEMPLATE_BYTES, text)) {
		diag(DIAG_SLOT_READ, NULL, path, strerror(errno), NULL);
		return false;
	}
	if (!is_utf8(*text))
		diag(DIAG_SLOT_UTF8, NULL, path, NULL);
	if (str_starts(*text, "\xef\xbb\xbf"))
		*text = (struct str){ text->p + 3, text->n - 3 };
	return str_trim(*text).n > 0;
}

/* Say where a text holds what the public edition would hide. */
static void report_personal(const char *path, struct str text,
    const struct facts *facts) {
	struct place place = { str_of(path), 0, 0 };
	struct str line;
	while (str_cut(&text, '\n', &line)) {
		struct detected found = { DETECT_KINDS, 0, 0 };
		place.line++;
		while (detect_next(line, found.at + found.n, &found))
			diag(DIAG_SLOT_PERSONAL, &place,
			    detect_name(found.kind), NULL);
		for (size_t n = facts_hosts(facts, line); n > 0; n--)
			diag(DIAG_SLOT_PERSONAL, &place, "hostname", NULL);
	}
}

void slot_add(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts, struct str name, struct str label) {
	const char *path = file_path(arena, str_z(arena,
	    facts->contract->workspace), arena_printf(arena,
	    "text/%.*s/%.*s.md", (int)facts->period_name.n,
	    facts->period_name.p, (int)name.n, name.p));
	struct _xmlNode *slot = xmlnode_add(root, "slot");
	struct str text;
	xmlnode_set(slot, "name", name);
	xmlnode_set(slot, "label", label);
	if (!read_text(arena, path, &text)) {
		diag(DIAG_SLOT_BLANK, NULL, path, diag_str(label), NULL);
		xmlnode_set(slot, "state", str_of("absent"));
		return;
	}
	xmlnode_set(slot, "state", str_of("given"));
	if (facts->mask == NULL)
		report_personal(path, text, facts);
	markdown_add(arena, xmlnode_add_in(slot, "urn:geppo:document:1",
	    "blocks"), facts_shown(arena, facts, text),
	    str_of(path));
}

bool slot_figures(const struct _xmlNode *part) {
	struct str which = xmlnode_attr(part, "part");
	return xmlnode_is(part, "figures")
	    && (str_is(which, "report") || str_is(which, "plan"));
}

struct str slot_of_figure(struct arena *arena, const char *topic,
    struct str indicator) {
	return str_of(arena_printf(arena, "%s-%s", topic, str_z(arena,
	    factxml_anchor(arena, indicator))));
}

/* The names of slots, as templates have them. */
struct places {
	struct arena *arena;
	struct str *name;
	size_t names;
};

static void add_place(struct places *places, struct str name) {
	places->name = arena_room(places->arena, places->name, places->names,
	    sizeof *places->name);
	places->name[places->names++] = str_copy(places->arena, name);
}

static void add_places(struct places *places, const struct facts *facts,
    const struct _xmlNode *parent) {
	for (const struct _xmlNode *at = xmlnode_first(parent, NULL);
	    at != NULL; at = xmlnode_next(at, NULL)) {
		if (xmlnode_is(at, "section"))
			add_places(places, facts, at);
		else if (xmlnode_is(at, "slot"))
			add_place(places, xmlnode_attr(at, "name"));
		for (size_t i = 0; slot_figures(at) && i < facts->figures; i++) {
			struct str id = facts->figure[i].indicator->id;
			add_place(places, slot_of_figure(places->arena, "cause",
			    id));
			add_place(places, slot_of_figure(places->arena,
			    "measure", id));
		}
	}
}

static bool has_place(const struct places *places, struct str name) {
	for (size_t i = 0; i < places->names; i++)
		if (str_equal(places->name[i], name))
			return true;
	return false;
}

void slot_report_unused(struct arena *arena, const struct facts *facts) {
	const char *workspace = str_z(arena, facts->contract->workspace);
	struct places places = { arena, NULL, 0 };
	for (size_t i = 0; i < KINDS; i++) {
		struct _xmlDoc *template = template_open(arena, facts,
		    kind_at(i));
		if (template == NULL)
			return;
		add_places(&places, facts, xml_root(template));
		xml_free(template);
	}
	const char *folder = arena_printf(arena, "text/%.*s/",
	    (int)facts->period_name.n, facts->period_name.p);
	struct str *names;
	size_t count = file_glob(arena, workspace,
	    arena_printf(arena, "%s*.md", folder), &names);
	for (size_t i = 0; i < count; i++) {
		size_t cut = strlen(folder), tail = strlen(".md");
		struct str name = { names[i].p + cut, names[i].n - cut - tail };
		if (!has_place(&places, name))
			diag(DIAG_SLOT_UNUSED, NULL, diag_str(names[i]), NULL);
	}
}
