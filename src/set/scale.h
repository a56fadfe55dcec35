/*
 * scale - the ticks of an axis: round numbers around a range.
 *
 * A tick is an exact decimal, so that its label is never a rounding of what
 * the axis shows; geometry alone is floating point.
 */
#ifndef GEPPO_SCALE_H
#define GEPPO_SCALE_H

#include "base/ratio.h"

struct scale {
	int64_t first;		/* lowest tick, in steps */
	int64_t ticks;		/* their number, at least two */
	int mantissa;		/* a step is mantissa * 10^exponent: 1, 2 or 5 */
	int exponent;
};

/* At most most + 2 ticks that hold [low, high]; low <= high.  No tick is finer
 * than the decimals of the values: there are no half outages. */
struct scale scale_fit(double low, double high, int most, int decimals);

double scale_low(const struct scale *scale);
double scale_high(const struct scale *scale);

/* The label of tick i, counted from 0: 1,000 or 99.90. */
struct str scale_label(struct arena *arena, const struct scale *scale,
    int64_t i);

double scale_value(struct decimal decimal);

#endif
