/* manifest - what went into a pack and what came out, with digests. */
#include "emit/manifest.h"

#include <errno.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/version.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static void set_text(struct _xmlNode *node, const char *name,
    const char *value) {
	xmlnode_set(node, name, str_of(value));
}

static void set_number(struct arena *arena, struct _xmlNode *node,
    const char *name, int64_t value) {
	set_text(node, name, arena_printf(arena, "%lld", (long long)value));
}

static void add_inputs(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts) {
	struct _xmlNode *contract = xmlnode_add(root, "contract");
	set_text(contract, "path", "contract.xml");
	xmlnode_set(contract, "sha256", facts->contract->digest);
	for (size_t i = 0; i < facts->rows->files; i++) {
		const struct rows_file *file = &facts->rows->file[i];
		struct _xmlNode *input = xmlnode_add(root, "input");
		xmlnode_set(input, "path", file->path);
		set_text(input, "records", record_type(file->records)->name);
		set_number(arena, input, "bytes", file->bytes);
		set_number(arena, input, "rows", file->rows);
		set_number(arena, input, "rejected", file->rejected);
		xmlnode_set(input, "sha256", file->digest);
	}
}

static bool add_output(struct arena *arena, struct _xmlNode *root,
    const char *folder, struct str name) {
	struct str digest;
	const char *path = file_path(arena, folder, str_z(arena, name));
	if (!digest_file(arena, path, &digest)) {
		diag(DIAG_FILE_READ, NULL, path, strerror(errno), NULL);
		return false;
	}
	struct _xmlNode *output = xmlnode_add(root, "output");
	xmlnode_set(output, "path", name);
	set_number(arena, output, "bytes", file_size(path));
	xmlnode_set(output, "sha256", digest);
	return true;
}

bool manifest_write(struct arena *arena, const struct facts *facts,
    const char *folder, struct str documents, const struct str *name,
    size_t count) {
	struct _xmlDoc *doc = xml_new("urn:geppo:manifest:1", "manifest");
	struct _xmlNode *root = xml_root(doc);
	set_text(root, "program", "geppo " VERSION);
	set_text(root, "rules", VERSION_RULES);
	xmlnode_set(root, "period", facts->period_name);
	xmlnode_set(root, "as-of", facts->as_of_text);
	if (facts->mask != NULL)
		set_text(root, "edition", "public");
	xmlnode_set(root, "documents", documents);
	add_inputs(arena, root, facts);
	bool whole = true;
	for (size_t i = 0; i < count && whole; i++)
		whole = add_output(arena, root, folder, name[i]);
	struct file_out *file = whole
	    ? file_create(file_path(arena, folder, "manifest.xml")) : NULL;
	if (file != NULL)
		file_write(file, xml_write(arena, doc, true));
	xml_free(doc);
	return file != NULL && file_commit(file);
}
