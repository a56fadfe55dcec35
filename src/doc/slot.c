/*
 * slot - the sentences that only a person can write.
 *
 * A faulty text costs no report: what cannot be read is a warning and a blank.
 */
#include "doc/slot.h"

#include <errno.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "doc/markdown.h"
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

void slot_add(struct arena *arena, struct _xmlNode *facts,
    const char *workspace, struct str period, struct str name,
    struct str label) {
	const char *path = file_path(arena, workspace,
	    arena_printf(arena, "text/%.*s/%.*s.md", (int)period.n, period.p,
	    (int)name.n, name.p));
	struct _xmlNode *slot = xmlnode_add(facts, "slot");
	struct str text;
	xmlnode_set(slot, "name", name);
	if (!read_text(arena, path, &text)) {
		diag(DIAG_SLOT_BLANK, NULL, path, diag_str(label), NULL);
		xmlnode_set(slot, "state", str_of("absent"));
		return;
	}
	xmlnode_set(slot, "state", str_of("given"));
	markdown_add(arena, xmlnode_add_in(slot, "urn:geppo:document:1",
	    "blocks"), text);
}

static bool is_taken(const struct _xmlNode *facts, struct str name) {
	for (const struct _xmlNode *slot = xmlnode_first(facts, "slot");
	    slot != NULL; slot = xmlnode_next(slot, "slot"))
		if (str_equal(xmlnode_attr(slot, "name"), name))
			return true;
	return false;
}

void slot_report_unused(struct arena *arena, const struct _xmlNode *facts,
    const char *workspace, struct str period) {
	const char *folder = arena_printf(arena, "text/%.*s/", (int)period.n,
	    period.p);
	struct str *names;
	size_t count = file_glob(arena, workspace,
	    arena_printf(arena, "%s*.md", folder), &names);
	for (size_t i = 0; i < count; i++) {
		size_t cut = strlen(folder), tail = strlen(".md");
		struct str name = { names[i].p + cut, names[i].n - cut - tail };
		if (!is_taken(facts, name))
			diag(DIAG_SLOT_UNUSED, NULL, diag_str(names[i]), NULL);
	}
}
