/*
 * finding - what one data check found, being listed.
 *
 * A finding has a place (FILE:LINE below the workspace, empty for what no
 * line stands behind), the record's name, and a sentence: the words
 * `check.NAME.found` with {what} and {value}.
 */
#ifndef GEPPO_FINDING_H
#define GEPPO_FINDING_H

#include "facts/sheet.h"

struct findings {
	struct arena *arena;
	const struct facts *facts;
	const struct rows *rows;
	const char *words;		/* key of the sentence */
	int64_t count;			/* also of those that are not listed */
	struct sheet sheet;
};

struct findings finding_begin(struct arena *arena, const struct facts *facts,
    const char *check);

/* A record of a table; what and value may be empty texts. */
void finding_row(struct findings *findings, enum record_id records,
    const struct row *row, const char *what, const char *value);

/* A line of a file; origin.file SIZE_MAX: no place. */
void finding_at(struct findings *findings, struct origin origin,
    struct str record, const char *what, const char *value);

/* A line of contract.xml. */
void finding_contract(struct findings *findings, int line, struct str record,
    const char *what, const char *value);

/* The end of what counts: of period and cut-off the earlier. */
int64_t finding_limit(const struct findings *findings);

/* The last day that counts. */
int64_t finding_last_day(const struct findings *findings);

/* Does the instant of the field lie in the period before the limit? */
bool finding_in_period(const struct findings *findings, enum record_id records,
    const struct row *row, const char *field);

/* The label of the field, and an instant or day as shown. */
const char *finding_label(const struct findings *findings,
    enum record_id records, const char *field);
const char *finding_instant(const struct findings *findings, int64_t instant);
const char *finding_day(const struct findings *findings, int64_t day);

/* What stands for a value that is not there. */
const char *finding_absent(const struct findings *findings);

#endif
