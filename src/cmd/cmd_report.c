/*
 * cmd_report - `geppo report`: the documents of a period.
 *
 * Fetch the rows, gather the facts, write the pack into a folder that then
 * takes its place.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/folder.h"
#include "cmd/cmd.h"
#include "cmd/pack.h"
#include "cmd/commands.h"
#include "facts/publish.h"

static bool read_formats(struct str text, unsigned *formats) {
	struct str name;
	*formats = 0;
	while (str_cut(&text, ',', &name))
		if (str_is(name, "pdf"))
			*formats |= PACK_PDF;
		else if (str_is(name, "html"))
			*formats |= PACK_HTML;
		else if (str_is(name, "csv"))
			*formats |= PACK_CSV;
		else if (str_is(name, "xlsx"))
			*formats |= PACK_XLSX;
		else
			return false;
	return true;
}

/* The kinds that the operands name; false after a diag. */
static bool read_kinds(const struct run *run, struct pack_order *order) {
	for (int i = 1; i < run->argc; i++) {
		enum kind_id found = kind_find(run->argv[i]);
		if (strcmp(run->argv[i], "all") == 0) {
			order->all = true;
		} else if (found == KINDS) {
			diag(DIAG_NO_KIND, NULL, run->argv[i], NULL);
			return false;
		} else {
			order->kind[found] = true;
		}
	}
	return true;
}

static void tell(void *self, size_t done, size_t total, const char *what) {
	(void)total;
	cmd_progress(self, done, done, what);
}

/* Whatever else stands in the place of the pack, such as the folder of texts,
 * is not replaced. */
static bool is_ours(const struct run *run, const char *path) {
	struct str *names;
	if (file_exists(file_path(run->arena, path, "manifest.xml"))
	    || file_glob(run->arena, path, "*", &names) == 0)
		return true;
	diag(DIAG_PACK_ALIEN, NULL, path, NULL);
	return false;
}

static enum cmd_status write_pack(struct run *run, struct pack_order *order) {
	const char *path = file_path(run->arena, run->out,
	    arena_printf(run->arena, "%s%s", str_z(run->arena,
	    order->facts->period_name), run->is_public ? "-public" : ""));
	struct folder *folder = is_ours(run, path)
	    ? folder_begin(run->arena, path) : NULL;
	if (folder == NULL)
		return CMD_REFUSED;
	order->folder = folder_path(folder);
	order->progress = tell;
	order->self = run;
	bool whole = pack_write(run->arena, order);
	cmd_progress(run, 0, 0, "");
	if (!whole || diag_worst() == DIAG_REFUSE) {
		folder_discard(folder);
		return CMD_REFUSED;
	}
	if (!folder_commit(folder))
		return CMD_REFUSED;
	if (!run->quiet)
		printf("%s\n", path);
	return cmd_status();
}

enum cmd_status cmd_report(struct run *run) {
	const char *period = NULL, *formats = "pdf,html,csv,xlsx";
	const char *edition = "submitted";
	const struct cmd_option options[] = { { "period", &period, NULL },
		{ "format", &formats, NULL }, { "edition", &edition, NULL },
		{ NULL, NULL, NULL } };
	struct pack_order order = { .workspace = run->workspace };
	if (!cmd_options(run, options))
		return CMD_USAGE;
	if (run->argc < 2)
		return cmd_usage(run, "expected operands:", "KIND...|all");
	if (period == NULL)
		return cmd_usage(run, "a value is missing for", "--period");
	if (!read_formats(str_of(formats), &order.formats))
		return cmd_usage(run, "unknown format", formats);
	run->is_public = strcmp(edition, "public") == 0;
	if (!run->is_public && strcmp(edition, "submitted") != 0)
		return cmd_usage(run, "unknown edition", edition);
	if (!read_kinds(run, &order))
		return CMD_REFUSED;
	order.facts = cmd_facts(run, period);
	if (order.facts == NULL)
		return CMD_REFUSED;
	cmd_warn_unpublished(run, order.facts);
	if (cmd_is_refused(order.facts))
		return CMD_REFUSED;
	return write_pack(run, &order);
}
