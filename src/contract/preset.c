/*
 * preset - the exports that geppo knows by name.
 *
 * A name becomes part of a path, so it holds only letters, digits and `-`.
 */
#include "contract/preset.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static const char folder[] = "templates/presets";

static bool is_name(struct str name) {
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
			return false;
	}
	return name.n != 0;
}

/* NULL after a diag, or when there is none of the name. */
static struct _xmlDoc *read_preset(struct arena *arena, const char *workspace,
    struct str name, bool *found) {
	const char *path = !is_name(name) ? NULL : file_share(arena, workspace,
	    arena_printf(arena, "%s/%.*s.xml", folder, (int)name.n, name.p));
	*found = path != NULL;
	if (path == NULL)
		return NULL;
	struct _xmlDoc *doc = xml_read(path, LIMIT_TEMPLATE_BYTES);
	if (doc == NULL || xml_valid(doc, workspace, "xsl/schema/preset.rng"))
		return doc;
	xml_free(doc);
	return NULL;
}

/* The names below the directory, sorted into the list. */
static size_t add_names(struct arena *arena, const char *directory,
    struct str **list, size_t count) {
	struct str *files = NULL;
	size_t found = directory == NULL ? 0
	    : file_glob(arena, directory, "*.xml", &files);
	for (size_t i = 0; i < found; i++) {
		struct str name = { files[i].p, files[i].n - strlen(".xml") };
		size_t at = 0;
		while (at < count && str_compare((*list)[at], name) < 0)
			at++;
		if (!is_name(name)
		    || (at < count && str_equal((*list)[at], name)))
			continue;
		*list = arena_room(arena, *list, count, sizeof name);
		memmove(*list + at + 1, *list + at,
		    (count - at) * sizeof name);
		(*list)[at] = name;
		count++;
	}
	return count;
}

static size_t all_names(struct arena *arena, const char *workspace,
    struct str **list) {
	size_t count = add_names(arena, file_path(arena, workspace, folder),
	    list, 0);
	return add_names(arena, file_share(arena, NULL, folder), list, count);
}

size_t preset_list(struct arena *arena, const char *workspace,
    struct preset **list) {
	struct str *names = NULL;
	size_t found = all_names(arena, workspace, &names), count = 0;
	*list = arena_array(arena, found, sizeof **list);
	for (size_t i = 0; i < found; i++) {
		bool known;
		struct _xmlDoc *doc = read_preset(arena, workspace, names[i],
		    &known);
		if (doc == NULL)
			continue;
		const struct _xmlNode *root = xml_root(doc);
		(*list)[count++] = (struct preset){ names[i],
		    str_copy(arena, xmlnode_attr(root, "records")),
		    str_copy(arena, xmlnode_attr(root, "title")),
		    str_trim(xmlnode_text(arena, xmlnode_first(root, "sample"))) };
		xml_free(doc);
	}
	return count;
}

static void tell_unknown(struct reading *reading,
    const struct _xmlNode *source, struct str name) {
	struct str *names = NULL;
	size_t count = all_names(reading->arena,
	    str_z(reading->arena, reading->contract->workspace), &names);
	struct buf known = buf_in(reading->arena);
	for (size_t i = 0; i < count; i++) {
		buf_text(&known, i == 0 ? "" : " ");
		buf_add(&known, names[i]);
	}
	struct place place = attr_blame(reading, source);
	diag(DIAG_CONTRACT_PRESET, &place, diag_str(name), buf_z(&known), NULL);
}

struct _xmlDoc *preset_open(struct reading *reading,
    const struct _xmlNode *source, struct str name, enum record_id records) {
	bool found;
	struct _xmlDoc *doc = read_preset(reading->arena,
	    str_z(reading->arena, reading->contract->workspace), name, &found);
	if (!found) {
		tell_unknown(reading, source, name);
		return NULL;
	}
	if (doc == NULL) {
		reading->good = false;
		return NULL;
	}
	struct str of = xmlnode_attr(xml_root(doc), "records");
	if (records == RECORD_TYPES || records == record_find(of))
		return doc;
	struct place place = attr_blame(reading, source);
	diag(DIAG_CONTRACT_PRESET_RECORDS, &place, diag_str(name),
	    diag_str(of), record_type(records)->name, NULL);
	xml_free(doc);
	return NULL;
}
