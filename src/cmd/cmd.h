/*
 * cmd - what the commands share: options, the contract, the store, progress.
 *
 * A command gets the run and returns nothing: faulty data is said through
 * diag, whose worst level becomes the exit status; wrong usage ends in
 * CMD_USAGE.
 */
#ifndef GEPPO_CMD_H
#define GEPPO_CMD_H

#include "contract/contract.h"

struct arena;
struct db;
struct facts;
struct rows;
struct words;

enum cmd_status {
	CMD_DONE = 0,
	CMD_WARNINGS = 1,	/* done, rows were dropped or data is missing */
	CMD_USAGE = 2,
	CMD_REFUSED = 3		/* nothing was written */
};

struct run {
	struct arena *arena;
	const char *workspace;
	const char *out;
	const char *as_of;	/* as given, or NULL */
	bool quiet, verbose;
	bool lists_findings;	/* what is wrong with the data is its output */
	bool is_public;		/* the edition of what is reported (公開版) */
	bool has_workspace;	/* it was given */
	int argc;		/* of the command: argv[0] is its name */
	char **argv;
};

struct command {
	const char *name;
	const char *arguments;
	const char *en, *ja;	/* one line */
	const char *more_en, *more_ja;	/* of --help; may be empty */
	enum cmd_status (*run)(struct run *);
};

/* The commands in the order of --help, ended by a NULL name. */
extern const struct command commands_all[];

/* An option of a command: --name VALUE, or --name alone when value is NULL. */
struct cmd_option {
	const char *name;
	const char **value;
	bool *flag;
};

/* Take the options (ended by a NULL name) out of the run's arguments, which
 * then hold only operands after argv[0]; --as-of may stand here too.  False
 * after a message. */
bool cmd_options(struct run *run, const struct cmd_option *options);

/* A usage message for the running command; returns CMD_USAGE. */
enum cmd_status cmd_usage(const struct run *run, const char *what,
    const char *detail);

/* CMD_DONE, CMD_WARNINGS or CMD_REFUSED by the worst message so far. */
enum cmd_status cmd_status(void);

/* The path of the store. */
const char *cmd_store_path(const struct run *run);

/* The rows of a period from the store, and the period itself; NULL after a
 * diag (no store, bad period, bad --as-of). */
const struct rows *cmd_rows(const struct run *run,
    const struct contract *contract, const char *period);

/* The same, but just what indicators are measured by. */
const struct rows *cmd_rows_indicators(const struct run *run,
    const struct contract *contract, const char *period);

/* The facts of a period, worded in the language of the contract; NULL after a
 * diag. */
const struct facts *cmd_facts(const struct run *run, const char *period);

/* Warn where the figures differ from the last edition of their period. */
void cmd_warn_unpublished(const struct run *run, const struct facts *facts);

/* Does a check find the data too bad to report on?  After a diag. */
bool cmd_is_refused(const struct facts *facts);

/* One line of progress on a terminal: done of total and what; total 0 ends
 * it.  Silent otherwise, and with --quiet. */
void cmd_progress(const struct run *run, size_t done, size_t total,
    const char *what);

#endif
