/*
 * judge - verdicts, and which way a shown figure is rounded (sla.md, Judging
 * and showing).
 */
#ifndef GEPPO_JUDGE_H
#define GEPPO_JUDGE_H

#include "facts/facts.h"

/* The verdict of one exact value; without a relation `info`, without a
 * denominator `no-data`. */
enum verdict judge_value(struct ratio value, int64_t factor,
    enum comparison op, struct decimal target);

/* The verdict when the truth lies anywhere from least to most: undecided when
 * the two disagree. */
enum verdict judge_bounds(struct ratio least, struct ratio most,
    enum comparison op, struct decimal target);

/* Is the figure shown upwards, so that it never looks better than it is
 * (sla-details 85)? */
bool judge_upwards(const struct indicator *indicator);

/* Does one miss alone break a target in percent?  den (1 - target) < 1. */
bool judge_fragile(int64_t den, enum comparison op, struct decimal target);

/* "met" ... as in CSV and in words `verdict.NAME`. */
const char *judge_name(enum verdict verdict);

enum tone judge_tone(enum verdict verdict);

#endif
