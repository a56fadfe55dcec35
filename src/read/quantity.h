/* quantity - numbers as people write them: lengths of time, parted digits. */
#ifndef GEPPO_QUANTITY_H
#define GEPPO_QUANTITY_H

#include "base/ratio.h"

struct arena;

/*
 * A length of time in units of so many milliseconds: `1:30` and `1:30:15`
 * (hours first), `90分`, `1時間30分`, `1時間半`, `1h30m`, `1 hour 30 min`,
 * `1.5h`, `2日 3:00`, `PT1H30M`, and ServiceNow's `1970-01-01 01:30:00`.
 * Months and years have no one length and are refused, as is a number alone
 * other than 0.  What has more than nine decimals is cut there, which *cut
 * tells: a sum that is then shown upwards is that of the uncut lengths.
 */
bool quantity_duration(struct str text, int64_t unit, struct decimal *value,
    bool *cut);

/* A number of the form as base/ratio.h reads it, in the arena: groups are of
 * three digits or there are none.  Signs may be `-`, `+`, `△`, `▲`, `−`.
 * False when the text is not of the form; *number then stays. */
bool quantity_plain(struct arena *arena, struct str text, struct str form,
    struct str *number);

#endif
