/* cmd - what the commands share. */
#include "cmd/cmd.h"

#include <errno.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmd/help.h"
#include "facts/check.h"
#include "facts/checkstamp.h"
#include "facts/publish.h"
#include "sql/db.h"
#include "store/rows.h"

/* The option that argument names, or NULL; *value gets what follows `=`. */
static const struct cmd_option *find_option(const struct cmd_option *options,
    const char *argument, const char **value) {
	if (strncmp(argument, "--", 2) != 0)
		return NULL;
	const char *name = argument + 2;
	size_t n = strcspn(name, "=");
	*value = name[n] == '=' ? name + n + 1 : NULL;
	for (const struct cmd_option *o = options; o->name != NULL; o++)
		if (strlen(o->name) == n && strncmp(o->name, name, n) == 0)
			return o;
	return NULL;
}

bool cmd_options(struct run *run, const struct cmd_option *options) {
	const struct cmd_option anywhere[] = { { "as-of", &run->as_of, NULL },
	    { NULL, NULL, NULL } };
	int operands = 1;
	for (int i = 1; i < run->argc; i++) {
		const char *value = NULL;
		const char *argument = run->argv[i];
		const struct cmd_option *option = find_option(options, argument,
		    &value);
		if (option == NULL)
			option = find_option(anywhere, argument, &value);
		if (option == NULL && argument[0] == '-' && argument[1] != '\0') {
			cmd_usage(run, "unknown option", argument);
			return false;
		}
		if (option == NULL) {
			run->argv[operands++] = run->argv[i];
			continue;
		}
		if (option->flag != NULL) {
			*option->flag = true;
			continue;
		}
		if (value == NULL && i + 1 < run->argc)
			value = run->argv[++i];
		if (value == NULL) {
			cmd_usage(run, "a value is missing for", argument);
			return false;
		}
		*option->value = value;
	}
	run->argc = operands;
	return true;
}

enum cmd_status cmd_usage(const struct run *run, const char *what,
    const char *detail) {
	fprintf(stderr, "geppo %s: %s %s (geppo %s --help)\n", run->argv[0], what,
	    detail, run->argv[0]);
	return CMD_USAGE;
}

enum cmd_status cmd_status(void) {
	switch (diag_worst()) {
	case DIAG_NOTE: return CMD_DONE;
	case DIAG_REFUSE: return CMD_REFUSED;
	default: return CMD_WARNINGS;
	}
}

const char *cmd_store_path(const struct run *run) {
	return file_path(run->arena, run->out, "geppo.db");
}

/* rows_fetch or rows_fetch_indicators */
typedef const struct rows *fetching(struct arena *arena, struct db *db,
    const struct contract *contract, const struct period *period,
    int64_t as_of);

/* A contract ends years ahead: until then its documents reach as far as its
 * records.  Figures asked for alone keep to the end of the term (sla.md). */
static int64_t contract_reached(const struct contract *contract,
    struct db *db, int64_t end) {
	int64_t newest;
	if (!rows_newest(db, &newest))
		return end;
	int64_t reached = date_start(date_day_of(newest, contract->offset) + 1,
	    contract->offset);
	return reached < end ? reached : end;
}

/* What the figures are without. */
static void say_findings(const struct rows *rows) {
	contract_holidays_cover(rows->contract, rows->period.first,
	    rows_counted_end(rows));
	checkstamp_say(rows);
}

static const struct rows *read_rows(const struct run *run,
    const struct contract *contract, const char *text, fetching *fetch) {
	struct period period;
	if (!period_read(run->arena, str_of(text), &contract->term, &period)) {
		diag(DIAG_PERIOD, NULL, diag_str(str_of(text)), NULL);
		return NULL;
	}
	int64_t as_of = date_start(period.end, contract->offset);
	if (run->as_of != NULL && !date_read_instant(str_of(run->as_of),
	    contract->offset, &as_of)) {
		diag(DIAG_AS_OF, NULL, diag_str(str_of(run->as_of)), NULL);
		return NULL;
	}
	const char *path = cmd_store_path(run);
	if (!file_exists(path)) {
		diag(DIAG_NO_STORE, NULL, path, NULL);
		return NULL;
	}
	struct db *db = db_open(run->arena, path, true);
	if (db == NULL)
		return NULL;
	if (db_is_new(db)) {	/* what a load that failed leaves */
		diag(DIAG_NO_STORE, NULL, path, NULL);
		db_close(db);
		return NULL;
	}
	if (run->as_of == NULL && period.kind == PERIOD_CONTRACT
	    && fetch == rows_fetch)
		as_of = contract_reached(contract, db, as_of);
	const struct rows *rows = fetch(run->arena, db, contract, &period,
	    as_of);
	db_close(db);
	if (!run->lists_findings)
		say_findings(rows);
	return rows;
}

const struct rows *cmd_rows(const struct run *run,
    const struct contract *contract, const char *text) {
	return read_rows(run, contract, text, rows_fetch);
}

const struct rows *cmd_rows_indicators(const struct run *run,
    const struct contract *contract, const char *text) {
	return read_rows(run, contract, text, rows_fetch_indicators);
}

const struct facts *cmd_facts(const struct run *run, const char *period) {
	const struct contract *contract = contract_read(run->arena,
	    run->workspace);
	const struct rows *rows = contract == NULL ? NULL
	    : cmd_rows(run, contract, period);
	const struct words *words = rows == NULL ? NULL
	    : words_read(run->arena, run->workspace, contract->language);
	if (words == NULL)
		return NULL;
	return run->is_public ? facts_public(run->arena, rows, words)
	    : facts_gather(run->arena, rows, words);
}

/* What was published stands; a report says so too, in its history. */
void cmd_warn_unpublished(const struct run *run, const struct facts *facts) {
	const struct rows_edition *last = publish_last(facts->rows);
	if (facts->unpublished != 0)
		diag(DIAG_EDITION_DIFFERS, NULL, str_z(run->arena,
		    facts->period_name), diag_number(last->number),
		    diag_number((int64_t)facts->unpublished), NULL);
}

bool cmd_is_refused(const struct facts *facts) {
	const struct fact_check *check = check_refusal(facts);
	if (check != NULL)
		diag(DIAG_CHECK_REFUSED, NULL, diag_str(check->name),
		    diag_number(check->count), NULL);
	return check != NULL;
}

void cmd_progress(const struct run *run, size_t done, size_t total,
    const char *what) {
	if (run->quiet || !isatty(STDERR_FILENO))
		return;
	if (total == 0)
		fputs("\r\033[K", stderr);
	else
		fprintf(stderr, "\r\033[K[%zu/%zu] %s", done, total, what);
}
