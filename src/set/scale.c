/* scale - the ticks of an axis: round numbers around a range. */
#include "set/scale.h"

#include <math.h>

#include "base/arena.h"

/* Values are decimals of at most nine places; a finer step has no label. */
#define FINEST (-9)
#define COARSEST 15
/* An axis ends here: its labels are still exact in 64 bits. */
#define GREATEST 1e15

double scale_value(struct decimal decimal) {
	double value = (double)decimal.n / pow(10, decimal.scale);
	return value > GREATEST ? GREATEST : value < -GREATEST ? -GREATEST
	    : value;
}

static double step_of(const struct scale *scale) {
	return scale->mantissa * pow(10, scale->exponent);
}

static bool next_step(struct scale *scale) {
	static const int next[] = { [1] = 2, [2] = 5 };
	if (scale->mantissa < 5) {
		scale->mantissa = next[scale->mantissa];
		return true;
	}
	scale->mantissa = 1;
	return scale->exponent++ < COARSEST;
}

/* Lay the ticks; a hair of the step forgives what division lost. */
static void lay(struct scale *scale, double low, double high) {
	double step = step_of(scale);
	scale->first = (int64_t)floor(low / step + 1e-6);
	scale->ticks = (int64_t)ceil(high / step - 1e-6) - scale->first + 1;
	if (scale->ticks < 2)
		scale->ticks = 2;
}

struct scale scale_fit(double low, double high, int most, int decimals) {
	double range = high - low;
	struct scale scale = { .mantissa = 1, .exponent = FINEST };
	if (range > 0 && log10(range / most) - 1 > FINEST)
		scale.exponent = (int)floor(log10(range / most)) - 1;
	else if (range <= 0)
		scale.exponent = 0;
	if (scale.exponent < -decimals)
		scale.exponent = -decimals;
	do
		lay(&scale, low, high);
	while ((high - low) / step_of(&scale) > most && next_step(&scale));
	return scale;
}

double scale_low(const struct scale *scale) {
	return (double)scale->first * step_of(scale);
}

double scale_high(const struct scale *scale) {
	return (double)(scale->first + scale->ticks - 1) * step_of(scale);
}

struct str scale_label(struct arena *arena, const struct scale *scale,
    int64_t i) {
	int64_t n = (scale->first + i) * scale->mantissa;
	for (int k = 0; k < scale->exponent; k++)
		n *= 10;
	int digits = scale->exponent < 0 ? -scale->exponent : 0;
	struct decimal value = { n, digits };
	return ratio_grouped(arena, ratio_show_decimal(arena, value, digits,
	    false));
}
