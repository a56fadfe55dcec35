/*
 * cmd_verify - `geppo verify`: is a pack what it was when it was written?
 *
 * Every file that the manifest names has the digest that it had, no other file
 * is there, every PDF keeps the rules of PDF/A-3a and PDF/UA-1 that a program
 * can check and says what its HTML says.  In sight of the workspace the inputs
 * have their digests too, and with one that was given the store still gives the
 * same files.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/limits.h"
#include "cmd/cmd.h"
#include "cmd/commands.h"
#include "cmd/recompute.h"
#include "emit/pdfcheck.h"
#include "emit/sametext.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

/* Whose rules are told. */
struct teller {
	const char *path;
};

static void tell_rule(void *self, const char *rule, const char *what) {
	const struct teller *teller = self;
	diag(DIAG_PDF_RULE, NULL, teller->path, rule, what, NULL);
}

/* A path that leads out of the pack is no file of it. */
static bool is_inside(struct str name) {
	struct str part;
	if (name.n == 0 || name.p[0] == '/')
		return false;
	while (str_cut(&name, '/', &part))
		if (str_is(part, ".."))
			return false;
	return true;
}

static bool ends_in(struct str name, const char *end) {
	size_t n = strlen(end);
	return name.n >= n && memcmp(name.p + name.n - n, end, n) == 0;
}

/* What a page and its HTML say; nothing where the pack has no HTML of it. */
static void compare_text(struct arena *arena, const char *path,
    struct str bytes) {
	struct sametext_difference differs;
	struct str html;
	const char *beside = arena_printf(arena, "%.*shtml",
	    (int)strlen(path) - 3, path);
	if (file_read(arena, beside, LIMIT_INPUT_BYTES, &html)
	    && !sametext_compare(arena, bytes, html, &differs))
		diag(DIAG_TEXT_DIFFERS, NULL, path, diag_str(differs.section),
		    diag_str(differs.pdf), diag_str(differs.html), NULL);
}

static void verify_file(const char *folder, const struct _xmlNode *output) {
	struct str name = xmlnode_attr(output, "path"), bytes;
	struct place place = xmlnode_place(output);
	struct arena *arena = arena_new();
	struct teller teller = { file_path(arena, folder,
	    str_z(arena, name)) };
	if (!is_inside(name)
	    || !file_read(arena, teller.path, LIMIT_INPUT_BYTES, &bytes)) {
		diag(DIAG_MANIFEST_FILE, &place, diag_str(name), NULL);
	} else if (!str_equal(digest_hex(arena, bytes),
	    xmlnode_attr(output, "sha256"))) {
		diag(DIAG_MANIFEST_DIGEST, &place, diag_str(name), NULL);
	} else if (ends_in(name, ".pdf")) {
		const struct pdfcheck_sink sink = { &teller, tell_rule };
		pdfcheck_file(arena, bytes, &sink);
		compare_text(arena, teller.path, bytes);
	}
	arena_free(arena);
}

/* Has the file of the workspace the digest that the manifest gives?  A sheet
 * that the contract names stands behind its file and a `#`. */
static bool is_same(const struct run *run, const struct _xmlNode *input) {
	struct arena *arena = arena_new();
	const char *path = file_path(arena, run->workspace, str_z(arena,
	    xmlnode_attr(input, "path")));
	const char *sheet = strrchr(path, '#');
	struct str digest;
	bool same = (digest_file(arena, path, &digest) || (sheet != NULL
	    && digest_file(arena, str_z(arena, (struct str){ path,
	    (size_t)(sheet - path) }), &digest)))
	    && str_equal(digest, xmlnode_attr(input, "sha256"));
	arena_free(arena);
	return same;
}

static void verify_input(const struct run *run, const struct _xmlNode *input) {
	struct place place = xmlnode_place(input);
	if (!is_same(run, input))
		diag(DIAG_MANIFEST_INPUT, &place, diag_str(xmlnode_attr(input,
		    "path")), NULL);
}

/* Is the workspace to be compared with?  One that was not given may be that of
 * another contract. */
static bool has_inputs(const struct run *run,
    const struct _xmlNode *manifest) {
	const struct _xmlNode *contract = xmlnode_first(manifest, "contract");
	if (run->has_workspace)
		return true;
	if (contract == NULL || !file_exists(file_path(run->arena, run->workspace,
	    "contract.xml")))
		return false;
	if (is_same(run, contract))
		return true;
	diag(DIAG_MANIFEST_WORKSPACE, NULL, run->workspace, NULL);
	return false;
}

/* The contract and every input; how many there are. */
static size_t verify_inputs(const struct run *run,
    const struct _xmlNode *manifest) {
	size_t count = 0;
	for (const struct _xmlNode *at = xmlnode_first(manifest, NULL);
	    at != NULL; at = xmlnode_next(at, NULL)) {
		if (!xmlnode_is(at, "contract") && !xmlnode_is(at, "input"))
			continue;
		verify_input(run, at);
		count++;
	}
	return count;
}

static size_t verify_outputs(const char *folder,
    const struct _xmlNode *manifest) {
	size_t count = 0;
	for (const struct _xmlNode *at = xmlnode_first(manifest, "output");
	    at != NULL; at = xmlnode_next(at, "output")) {
		verify_file(folder, at);
		count++;
	}
	return count;
}

static bool is_named(const struct _xmlNode *manifest, struct str name) {
	const struct _xmlNode *at = xmlnode_first(manifest, "output");
	while (at != NULL && !str_equal(xmlnode_attr(at, "path"), name))
		at = xmlnode_next(at, "output");
	return at != NULL || str_is(name, "manifest.xml");
}

/* What somebody has added. */
static void verify_folder(struct arena *arena, const char *folder,
    const struct _xmlNode *manifest) {
	struct str *name = NULL;
	size_t count = folder_files(arena, folder, &name);
	for (size_t i = 0; i < count; i++)
		if (!is_named(manifest, name[i]))
			diag(DIAG_MANIFEST_ALIEN, NULL, diag_str(name[i]),
			    NULL);
}

/* The folder itself, or the pack of a period below the output directory. */
static const char *find_pack(struct run *run, const char *name) {
	if (file_exists(file_path(run->arena, name, "manifest.xml")))
		return name;
	return file_path(run->arena, run->out, name);
}

enum cmd_status cmd_verify(struct run *run) {
	static const struct cmd_option none[] = { { NULL, NULL, NULL } };
	if (!cmd_options(run, none))
		return CMD_USAGE;
	if (run->argc != 2)
		return cmd_usage(run, "expected one operand:", "PACK");
	const char *folder = find_pack(run, run->argv[1]);
	struct _xmlDoc *manifest = xml_read(file_path(run->arena, folder,
	    "manifest.xml"), LIMIT_TEMPLATE_BYTES);
	if (manifest == NULL)
		return CMD_REFUSED;
	const struct _xmlNode *root = xml_root(manifest);
	bool whole = true;
	size_t inputs = 0, outputs = verify_outputs(folder, root);
	verify_folder(run->arena, folder, root);
	if (has_inputs(run, root))
		inputs = verify_inputs(run, root);
	if (run->has_workspace)
		whole = recompute_compare(run, root);
	xml_free(manifest);
	size_t faults = diag_count(DIAG_ERROR);
	if (!run->quiet && whole)
		printf("%s: %zu files, %zu inputs, %zu faults\n", folder,
		    outputs, inputs, faults);
	return !whole ? CMD_REFUSED : faults > 0 ? CMD_WARNINGS : CMD_DONE;
}
