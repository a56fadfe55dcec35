/* daytime - times of the day as people and programs write them. */
#ifndef GEPPO_DAYTIME_H
#define GEPPO_DAYTIME_H

#include "base/str.h"

/* Which half of the day a time says that it lies in. */
enum daytime_half { HALF_NONE, HALF_AM, HALF_PM };

/* Take blanks and `AM`, `pm`, `a.m.`, `午前`, `午後` ... off the front; where
 * there is none, the text stays and HALF_NONE comes back. */
enum daytime_half daytime_half(struct str *text);

/* Take `.` and digits off the front, if they are there. */
void daytime_fraction(struct str *text);

/* Seconds since midnight, up to 48:00 (sla-details 4); a second of 60 carries
 * over (5).  With a half the hour goes from 0 to 12, and 12 is the first of
 * its half: 12 AM is midnight.  False when it is no time. */
bool daytime_seconds(int hour, int minute, int second, enum daytime_half half,
    int64_t *seconds);

/* Take H:MM[:SS[.fraction]] or H時[M分[S秒]] off the front, a half of the day
 * before or behind it.  False leaves the text anywhere. */
bool daytime_take(struct str *text, int64_t *seconds);

#endif
