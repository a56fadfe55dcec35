/*
 * cmd_check - `geppo check`: the named data checks; silent when all is well.
 *
 * A finding is printed as messages are, FILE:LINE: level: what [check-name],
 * but on standard output: here it is what was asked for.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmd/cmd.h"
#include "cmd/commands.h"
#include "cmd/help.h"
#include "doc/blank.h"
#include "facts/check.h"
#include "facts/phrase.h"

/* Columns of the tables `check-NAME`. */
enum { FOUND_PLACE, FOUND_RECORD, FOUND_TEXT };

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

/* The words of the terminal's language: nothing of this is a document. */
static const struct facts *facts_of(struct run *run, const char *period) {
	const struct contract *contract = contract_read(run->arena,
	    run->workspace);
	if (contract == NULL)
		return NULL;
	if (period == NULL)
		period = period_so_far(run, contract);
	run->lists_findings = true;
	const struct rows *rows = cmd_rows(run, contract, period);
	const struct words *words = rows == NULL ? NULL
	    : words_read(run->arena, run->workspace, str_of(help_language()));
	return words == NULL ? NULL : facts_gather(run->arena, rows, words);
}

static void put_line(struct run *run, struct str place, const char *level,
    struct str record, struct str text, struct str name) {
	if (place.n != 0)
		printf("%s: ", file_path(run->arena, run->workspace,
		    str_z(run->arena, place)));
	printf("%s: ", level);
	if (record.n != 0)
		printf("%s: ", diag_str(record));
	printf("%.*s [%.*s]\n", (int)text.n, text.p, (int)name.n, name.p);
}

static void put_check(struct run *run, const struct facts *facts,
    const struct fact_check *check) {
	static const char *const keys[DIAG_LEVELS] = { "level.note",
		"level.warning", "level.error", "level.refuse" };
	const char *level = str_z(run->arena, words_find(facts->words,
	    keys[check->level]));
	const struct fact_table *found = check_found(run->arena, facts, check);
	int64_t listed = found == NULL ? 0 : (int64_t)found->rows;
	for (int64_t i = 0; i < listed; i++) {
		const struct fact_cell *cell = found->row[i].cell;
		put_line(run, cell[FOUND_PLACE].text, level,
		    cell[FOUND_RECORD].text, cell[FOUND_TEXT].text, check->name);
	}
	if (check->count > listed)
		put_line(run, str_of(""), level, str_of(""), words_fill(
		    run->arena, facts->words, "check.more", "n", str_z(
		    run->arena, phrase_int(run->arena, check->count - listed)),
		    NULL), check->name);
}

/* Texts are no data: they have the name of the message that a report gives. */
static void put_blanks(struct run *run, const struct facts *facts) {
	struct blanks blanks = blank_list(run->arena, facts);
	for (size_t i = 0; i < blanks.count; i++)
		put_line(run, blanks.at[i].path, str_z(run->arena, words_find(
		    facts->words, "level.note")), blanks.at[i].label,
		    words_find(facts->words, "check.slot-blank.found"),
		    str_of(diag_name(DIAG_SLOT_BLANK)));
}

enum cmd_status cmd_check(struct run *run) {
	const char *period = NULL;
	const struct cmd_option options[] = { { "period", &period, NULL },
		{ NULL, NULL, NULL } };
	if (!cmd_options(run, options))
		return CMD_USAGE;
	if (run->argc != 1)
		return cmd_usage(run, "takes no operand:", run->argv[1]);
	const struct facts *facts = facts_of(run, period);
	if (facts == NULL)
		return CMD_REFUSED;
	cmd_warn_unpublished(run, facts);
	enum cmd_status status = cmd_status();
	for (size_t i = 0; i < facts->checks; i++) {
		const struct fact_check *check = &facts->check[i];
		put_check(run, facts, check);
		if (check->count != 0 && check->level > DIAG_NOTE
		    && status == CMD_DONE)
			status = CMD_WARNINGS;
	}
	put_blanks(run, facts);
	return check_refusal(facts) != NULL ? CMD_REFUSED : status;
}
