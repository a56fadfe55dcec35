/* cmd_check - `geppo check`: the named data checks; silent when all is well. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "cmd/cmd.h"
#include "cmd/commands.h"
#include "facts/facts.h"

/* Without --period: what the contract's term has seen up to today. */
static const char *period_so_far(struct run *run,
    const struct contract *contract) {
	if (run->as_of == NULL) {
		struct buf now = buf_in(run->arena);
		date_write_instant(&now, date_now(), contract->offset);
		run->as_of = buf_z(&now);
	}
	return "contract";
}

enum cmd_status cmd_check(struct run *run) {
	const char *period = NULL;
	const struct cmd_option options[] = { { "period", &period, NULL },
		{ NULL, NULL, NULL } };
	if (!cmd_options(run, options))
		return CMD_USAGE;
	if (run->argc != 1)
		return cmd_usage(run, "takes no operand:", run->argv[1]);
	const struct contract *contract = contract_read(run->arena,
	    run->workspace);
	if (contract == NULL)
		return CMD_REFUSED;
	if (period == NULL)
		period = period_so_far(run, contract);
	const struct rows *rows = cmd_rows(run, contract, period);
	const struct words *words = rows == NULL ? NULL
	    : words_read(run->arena, run->workspace, contract->language);
	if (words == NULL)
		return CMD_REFUSED;
	const struct facts *facts = facts_gather(run->arena, rows, words);
	bool found = false;
	for (size_t i = 0; i < facts->checks; i++) {
		const struct fact_check *check = &facts->check[i];
		if (check->count == 0)
			continue;
		printf("%.*s: %.*s [%.*s]\n", (int)check->title.n,
		    check->title.p, (int)check->sentence.n, check->sentence.p,
		    (int)check->name.n, check->name.p);
		found = found || check->level > DIAG_NOTE;
	}
	return found ? CMD_WARNINGS : cmd_status();
}
