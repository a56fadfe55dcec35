/* cmd_sla - `geppo sla`: the indicators of a period. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "cmd/cmd.h"
#include "cmd/listing.h"
#include "cmd/commands.h"
#include "facts/facts.h"
#include "facts/slacsv.h"
#include "facts/slatext.h"

/* The facts with just the figure of the indicator. */
static const struct facts *only(struct arena *arena,
    const struct facts *facts, const char *id) {
	struct facts *one = arena_alloc(arena, sizeof *one);
	*one = *facts;
	one->figures = 0;
	for (size_t i = 0; i < facts->figures; i++)
		if (str_is(facts->figure[i].indicator->id, id)) {
			one->figure = &facts->figure[i];
			one->figures = 1;
		}
	return one;
}

enum cmd_status cmd_sla(struct run *run) {
	const char *period = NULL, *id = NULL, *format_text = "text";
	bool explain = false;
	const struct cmd_option options[] = { { "period", &period, NULL },
		{ "indicator", &id, NULL }, { "format", &format_text, NULL },
		{ "explain", NULL, &explain }, { NULL, NULL, NULL } };
	enum listing_format format;
	if (!cmd_options(run, options))
		return CMD_USAGE;
	if (run->argc != 1)
		return cmd_usage(run, "takes no operand:", run->argv[1]);
	if (period == NULL)
		return cmd_usage(run, "a value is missing for", "--period");
	if (!listing_read_format(format_text, &format))
		return cmd_usage(run, "unknown format", format_text);

	const struct contract *contract = contract_read(run->arena,
	    run->workspace);
	if (contract == NULL)
		return CMD_REFUSED;
	if (id != NULL && contract_indicator(contract, str_of(id)) == NULL) {
		diag(DIAG_NO_INDICATOR, NULL, id, NULL);
		return CMD_REFUSED;
	}
	const struct rows *rows = cmd_rows_indicators(run, contract,
	    period);
	const struct words *words = rows == NULL ? NULL
	    : words_read(run->arena, run->workspace, contract->language);
	if (words == NULL)
		return CMD_REFUSED;
	const struct facts *facts = facts_indicators(run->arena, rows, words);
	cmd_warn_unpublished(run, facts);
	if (id != NULL)
		facts = only(run->arena, facts, id);
	struct buf buf = buf_in(run->arena);
	switch (format) {
	case LISTING_TEXT: slatext_write(facts, explain, &buf); break;
	case LISTING_CSV: slacsv_write(facts, &buf); break;
	case LISTING_JSON: slatext_json(facts, explain, &buf); break;
	}
	fwrite(buf.p, 1, buf.n, stdout);
	return cmd_status();
}
