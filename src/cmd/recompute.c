/* recompute - is a pack what the store and the workspace give today? */
#include "cmd/recompute.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/limits.h"
#include "cmd/pack.h"
#include "contract/contract.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static bool ends_in(struct str name, const char *ending) {
	size_t n = strlen(ending);
	return name.n > n && memcmp(name.p + name.n - n, ending, n) == 0;
}

/* The formats that the files were asked for in; every pack has a portal and a
 * calendar. */
static unsigned formats_of(const struct _xmlNode *manifest) {
	static const struct { const char *ending; unsigned format; } formats[] = {
		{ ".pdf", PACK_PDF }, { ".html", PACK_HTML },
		{ ".csv", PACK_CSV }, { ".xlsx", PACK_XLSX } };
	unsigned found = 0;
	for (const struct _xmlNode *at = xmlnode_first(manifest, "output");
	    at != NULL; at = xmlnode_next(at, "output")) {
		struct str name = xmlnode_attr(at, "path");
		for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
			if (ends_in(name, formats[i].ending)
			    && !str_is(name, "index.html"))
				found |= formats[i].format;
	}
	return found;
}

/* How the pack was asked for. */
static void read_order(struct run *run, const struct _xmlNode *manifest,
    struct pack_order *order) {
	struct str names = xmlnode_attr(manifest, "documents"), name;
	while (str_cut(&names, ' ', &name)) {
		enum kind_id kind = kind_find(str_z(run->arena, name));
		if (kind < KINDS)
			order->kind[kind] = true;
	}
	order->formats = formats_of(manifest);
}

/* The facts of the pack's period and cut-off; NULL after a diag. */
static const struct facts *gather(struct run *run,
    const struct _xmlNode *manifest) {
	struct run again = *run;
	again.as_of = str_z(run->arena, xmlnode_attr(manifest, "as-of"));
	again.is_public = str_is(xmlnode_attr(manifest, "edition"), "public");
	return cmd_facts(&again, str_z(run->arena, xmlnode_attr(manifest,
	    "period")));
}

static const struct _xmlNode *find_output(const struct _xmlNode *manifest,
    struct str path) {
	const struct _xmlNode *at = xmlnode_first(manifest, "output");
	while (at != NULL && !str_equal(xmlnode_attr(at, "path"), path))
		at = xmlnode_next(at, "output");
	return at;
}

/* Do both manifests name the same inputs, and as much of each? */
static bool same_inputs(const struct _xmlNode *then,
    const struct _xmlNode *now) {
	static const char *const attrs[] = { "path", "records", "bytes", "rows",
		"rejected", "sha256" };
	const struct _xmlNode *a = xmlnode_first(then, "input");
	const struct _xmlNode *b = xmlnode_first(now, "input");
	for (; a != NULL && b != NULL; a = xmlnode_next(a, "input"),
	    b = xmlnode_next(b, "input"))
		for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++)
			if (!str_equal(xmlnode_attr(a, attrs[i]),
			    xmlnode_attr(b, attrs[i])))
				return false;
	return a == NULL && b == NULL;
}

static void compare(const struct _xmlNode *then, const struct _xmlNode *now) {
	for (const struct _xmlNode *at = xmlnode_first(then, "output");
	    at != NULL; at = xmlnode_next(at, "output")) {
		struct str path = xmlnode_attr(at, "path");
		const struct _xmlNode *same = find_output(now, path);
		if (same == NULL || !str_equal(xmlnode_attr(at, "sha256"),
		    xmlnode_attr(same, "sha256")))
			diag(DIAG_MANIFEST_AGAIN, NULL, diag_str(path), NULL);
	}
	for (const struct _xmlNode *at = xmlnode_first(now, "output");
	    at != NULL; at = xmlnode_next(at, "output"))
		if (find_output(then, xmlnode_attr(at, "path")) == NULL)
			diag(DIAG_MANIFEST_LACKS, NULL, diag_str(xmlnode_attr(
			    at, "path")), NULL);
	if (!same_inputs(then, now))
		diag(DIAG_MANIFEST_AGAIN, NULL, "manifest.xml", NULL);
}

static bool write_and_compare(struct run *run,
    const struct _xmlNode *manifest, struct pack_order *order) {
	if (!pack_write(run->arena, order))
		return false;
	struct _xmlDoc *now = xml_read(file_path(run->arena, order->folder,
	    "manifest.xml"), LIMIT_TEMPLATE_BYTES);
	if (now == NULL)
		return false;
	compare(manifest, xml_root(now));
	xml_free(now);
	return true;
}

bool recompute_compare(struct run *run, const struct _xmlNode *manifest) {
	struct pack_order order = { .workspace = run->workspace };
	/* what the report warned of is no fault of the pack */
	diag_threshold(DIAG_ERROR);
	read_order(run, manifest, &order);
	order.facts = gather(run, manifest);
	if (order.facts == NULL)
		return false;
	struct folder *folder = folder_begin(run->arena, file_path(run->arena,
	    run->out, str_z(run->arena, order.facts->period_name)));
	if (folder == NULL)
		return false;
	order.folder = folder_path(folder);
	bool whole = write_and_compare(run, manifest, &order);
	folder_discard(folder);
	return whole;
}
