/*
 * diag - what is wrong, said once, where it is found.
 *
 * Three kinds of trouble take three roads: a broken machine or program ends
 * the run (die), faulty data or templates are reported here and the run goes
 * on with what is good, and ordinary absence is a return value.
 *
 * Every message is a line of diag.def: id, level, number of arguments and the
 * text in English and Japanese with places {1} {2} ...  The worst level met
 * decides the exit status.
 */
#ifndef GEPPO_DIAG_H
#define GEPPO_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum diag_level {
	DIAG_NOTE,	/* worth knowing; no effect on the exit status */
	DIAG_WARNING,	/* the figures stand, but something is missing */
	DIAG_ERROR,	/* an item was dropped */
	DIAG_REFUSE,	/* no output is written */
	DIAG_LEVELS
};

enum diag_id {
#define DIAG(id, level, arguments, en, ja) DIAG_##id,
#include "base/diag.def"
#undef DIAG
	DIAG_IDS
};

/* Where in an input: file may be empty, line and column 0 when unknown. */
struct place {
	struct str file;
	int64_t line;
	int64_t column;
};

/* Print `FILE:LINE:COLUMN: level: text [check-name]` on standard error.  The
 * arguments are NUL-terminated texts, ended by NULL; their number is checked
 * against the table.  place may be NULL. */
void diag(enum diag_id id, const struct place *place, ...)
    __attribute__((sentinel));

/* Count one more message of the id without printing it. */
void diag_tally(enum diag_id id);

/* The name of the message, in lower case with hyphens ("csv-columns"). */
const char *diag_name(enum diag_id id);

/* The level of the message. */
enum diag_level diag_level(enum diag_id id);

/* A number as an argument of diag: decimal digits in one of eight buffers
 * used in turn. */
const char *diag_number(int64_t value);

/* A string as an argument of diag: cut after 80 characters, control
 * characters shown as U+FFFD, in one of eight buffers used in turn. */
const char *diag_str(struct str text);

/* How many messages of the level were reported since diag_reset. */
size_t diag_count(enum diag_level level);

/* The worst level reported so far; DIAG_NOTE when there was none. */
enum diag_level diag_worst(void);

void diag_reset(void);

/* Choose the language of messages: "ja" or "en". */
void diag_language(const char *language);

/* Report nothing below the level (--quiet: DIAG_ERROR). */
void diag_threshold(enum diag_level level);

/* The end of a run whose refusal was just reported where no caller can turn
 * back: temporaries removed, exit status 3. */
_Noreturn void diag_stop(void);

/* A program or machine that cannot go on: message on standard error,
 * temporaries removed, exit status 70. */
_Noreturn void die(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

#endif
