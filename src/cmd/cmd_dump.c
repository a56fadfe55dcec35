/*
 * cmd_dump - `geppo dump STAGE`: a stage's product as stable text.
 *
 * Each name stops the one way from inputs to pages after its stage.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "cmd/cmd.h"
#include "cmd/pages.h"
#include "cmd/commands.h"
#include "doc/doc.h"
#include "doc/slot.h"
#include "facts/facts.h"
#include "read/rec.h"
#include "set/frame.h"

enum stage { DUMP_REC, DUMP_ROWS, DUMP_FACTS, DUMP_DOC, DUMP_FRAME, STAGES };

static const char *const stage_names[STAGES] = { "rec", "rows", "facts", "doc",
	"frame" };

static enum cmd_status dump_document(struct run *run,
    const struct facts *facts, enum kind_id kind, bool frame) {
	struct pages *pages = pages_open(run->arena, run->workspace,
	    facts->contract->language);
	if (pages == NULL)
		return CMD_REFUSED;
	struct doc *doc = pages_compose(pages, facts, kind);
	if (doc != NULL && frame)
		frame_dump(pages_typeset(pages, doc));
	else if (doc != NULL)
		doc_dump(doc);
	doc_free(doc);
	slot_report_unused(run->arena, facts);
	pages_close(pages);
	return cmd_status();
}

static enum cmd_status dump_period(struct run *run,
    const struct contract *contract, enum stage stage, const char *period,
    enum kind_id kind) {
	const struct rows *rows = cmd_rows(run, contract, period);
	if (rows == NULL)
		return CMD_REFUSED;
	if (stage == DUMP_ROWS) {
		rows_dump(rows);
		return cmd_status();
	}
	const struct words *words = words_read(run->arena, run->workspace,
	    contract->language);
	if (words == NULL)
		return CMD_REFUSED;
	const struct facts *facts = facts_gather(run->arena, rows, words);
	if (stage != DUMP_FACTS)
		return dump_document(run, facts, kind, stage == DUMP_FRAME);
	facts_dump(facts);
	return cmd_status();
}

enum cmd_status cmd_dump(struct run *run) {
	const char *period = NULL, *kind_name = "monthly";
	const struct cmd_option options[] = { { "period", &period, NULL },
		{ "kind", &kind_name, NULL }, { NULL, NULL, NULL } };
	if (!cmd_options(run, options))
		return CMD_USAGE;
	int stage = 0;
	while (run->argc == 2 && stage < STAGES
	    && strcmp(run->argv[1], stage_names[stage]) != 0)
		stage++;
	if (run->argc != 2 || stage == STAGES)
		return cmd_usage(run, "expected one operand:",
		    "rec|rows|facts|doc|frame");
	if (stage != DUMP_REC && period == NULL)
		return cmd_usage(run, "a value is missing for", "--period");
	enum kind_id kind = kind_find(kind_name);
	if (kind == KINDS) {
		diag(DIAG_NO_KIND, NULL, kind_name, NULL);
		return CMD_REFUSED;
	}
	const struct contract *contract = contract_read(run->arena,
	    run->workspace);
	if (contract == NULL)
		return CMD_REFUSED;
	if (stage != DUMP_REC)
		return dump_period(run, contract, (enum stage)stage, period, kind);
	rec_dump(contract);
	return cmd_status();
}
