/*
 * bookcell - the text of a number in a spreadsheet (ECMA-376 part 1, 18.8.30).
 *
 * A workbook stores dates, times and percentages as binary fractions; the
 * cell's number format alone tells what they are.  Their text is the one that
 * the same sheet would have as a table of text, in forms that `convert` reads;
 * no floating point is used.
 */
#ifndef GEPPO_BOOKCELL_H
#define GEPPO_BOOKCELL_H

#include "base/str.h"

struct buf;

enum bookcell_kind {
	BOOKCELL_NUMBER,
	BOOKCELL_PERCENT,
	BOOKCELL_MOMENT,	/* a date, a time, or both */
	BOOKCELL_ELAPSED	/* hours that may exceed a day: [h]:mm */
};

struct bookcell_style {
	enum bookcell_kind kind;
	size_t zeros;	/* digits that a whole number is filled up to: 0000 */
};

/* The style of a format by its number; those from 164 on are a workbook's
 * own, and plain here. */
struct bookcell_style bookcell_builtin(int64_t format);

/* The style of a format by its code, such as `yyyy/m/d;@`. */
struct bookcell_style bookcell_custom(struct str code);

/*
 * Append the text of the number.  At most 15 digits, as spreadsheets show
 * them, so that 0.30000000000000004 is 0.3; a number without point and
 * exponent stays as it is.  Moments are `2026-10-05`, `2026-10-05 09:03:00`,
 * or `09:03:00` when they have no day; elapsed time is `26:15:00`.  Days count
 * from 1900 with its false February 29, or from 1904.  What is no number, or
 * no moment of the calendar, stays as it is.
 */
void bookcell_write(struct buf *buf, struct str number, struct bookcell_style style,
    bool from_1904);

#endif
