/*
 * convert - the text of one field as a value, by the field's kind.
 *
 * One struct convert serves one field of one file.  It knows the source's own
 * words and forms, and remembers the days of a month that it read, since the
 * rows of an export lie on few.
 */
#ifndef GEPPO_CONVERT_H
#define GEPPO_CONVERT_H

#include "base/diag.h"
#include "base/record.h"

struct arena;
struct contract;
struct source;
struct source_column;

struct convert_word {
	struct str from;
	struct str to;
};

/* A day as text, and the instant that it begins at. */
struct convert_day {
	char text[10];
	int64_t start;
};

enum { CONVERT_DAYS = 32 };

struct convert {
	const struct record_field *field;
	struct str form;		/* of instants, or empty */
	bool sheet;			/* cells have dates without form, and % */
	int64_t local;			/* offset of the contract's days */
	int64_t offset;			/* of instants without their own */
	int64_t times;			/* factor of numbers, or 0 */
	int64_t length;			/* field's unit of time, ms; or 0 */
	bool timed;			/* the column has lengths of time only */
	struct str numbers;		/* form of numbers, or empty */
	bool figures;			/* the source says how they are written */
	bool common;			/* as convert_common can read them */
	const struct source_unit *unit;
	size_t units;
	struct convert_word *word;	/* of the source, as they are written */
	size_t words;
	struct convert_word *known;	/* of an enum: names and labels */
	size_t knowns;
	struct str *missing;		/* words that mean empty */
	size_t missings;
	struct convert_day day[CONVERT_DAYS];	/* that were read last */
	int64_t rounded;		/* numbers that lost decimals so far */
	bool advised;			/* what would read it was said */
	bool beyond;			/* the last text was more than LIMIT_HOURS */
	uint32_t control;		/* met in the last text, plus 1; or 0 */
};

/* How the field is read from the column; NULL for a constant.  Instants
 * without an offset of their own are at offset. */
void convert_init(struct convert *convert, struct arena *arena,
    const struct record_field *field, const struct contract *contract,
    const struct source *source, const struct source_column *column,
    int64_t offset);

/*
 * Convert UTF-8 text without blanks at its ends.  plain: it is printable
 * ASCII.  Empty text and words that mean empty give VALUE_NONE.  False when
 * the text is not what the field holds.
 */
bool convert_text(struct convert *convert, struct arena *scratch,
    struct str text, bool plain, struct value *value);

/*
 * The value of text in the forms that samples have by the million: a number of
 * a few digits, `YYYY-MM-DD HH:MM[:SS]` on a day that was read.  False for all else,
 * which is convert_text's; what both read is the same.
 */
bool convert_common(const struct convert *convert, struct str text,
    struct value *value);

/* The message for text that convert_text refused, and what in the contract
 * would read it. */
enum diag_id convert_fault(const struct convert *convert);
void convert_explain(struct convert *convert, struct arena *scratch,
    struct str text, const struct place *place);

#endif
