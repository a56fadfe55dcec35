/* moment - instants as programs write them, beyond date_read_instant. */
#ifndef GEPPO_MOMENT_H
#define GEPPO_MOMENT_H

#include "base/str.h"

struct arena;

/*
 * An instant by the source's form: `epoch` (seconds since 1970 UTC),
 * `epoch-ms`, `ctime` (`Tue Jan 12 00:05:02 2016`), `excel` and `excel-1904`
 * (serial days), or letters as date_read_form has them.  Fractions of a second
 * are dropped, those of serial days rounded to the second.
 */
bool moment_read(struct str text, struct str form, int64_t offset,
    int64_t *instant);

/* The forms of `dates` that read the text, for a message: one, or those of
 * either order of day and month with `" / "` between; NULL where none does. */
const char *moment_forms(struct arena *arena, struct str text);

/* The offset from UTC in seconds that the first header cell of a PDH-CSV file
 * tells: `(PDH-CSV 4.0) (India Standard Time)(-330)`, minutes west. */
bool moment_pdh_zone(struct str cell, int64_t *offset);

#endif
