/*
 * ratio - exact decimals, exact ratios, targets, and how they are shown.
 *
 * Values are scaled integers and pairs of integers; a comparison
 * cross-multiplies in 128 bits; the one rounding happens when a figure is
 * shown and never makes it look better than it is (sla.md, Judging and
 * showing).
 */
#ifndef GEPPO_RATIO_H
#define GEPPO_RATIO_H

#include "base/str.h"

struct arena;

/* n / 10^scale */
struct decimal {
	int64_t n;
	int scale;	/* 0..9 */
};

/* num / den; den 0 means that there is none */
struct ratio {
	int64_t num;
	int64_t den;
};

enum comparison { COMPARE_NONE, COMPARE_GE, COMPARE_LE, COMPARE_EQ };

enum duration_unit {
	UNIT_SECONDS,		/* s, m, h: n is in seconds */
	UNIT_BUSINESS_DAYS,	/* bd */
	UNIT_CALENDAR_DAYS,	/* cd */
	UNIT_MONTHS		/* mo, month */
};

struct duration {
	int64_t n;
	enum duration_unit unit;
};

/* `99.9`, `-3`; `1,234.5`, `.5` and `1e3` are refused; at most 18 significant
 * digits, at most 9 decimals; blanks around it do not matter, here and
 * below. */
bool ratio_read_decimal(struct str text, struct decimal *value);

/* The same of a few digits with at most one point among them, as exports hold
 * them by the million; false for all other forms. */
bool ratio_read_short(struct str text, struct decimal *value);

/* `>= 99.9`, `<= 3000`, `= 0`, also with ≥ ≤ ≧ ≦; *digits gets the decimals that
 * are written (99.90 has two). */
bool ratio_read_target(struct str text, enum comparison *op,
    struct decimal *value, int *digits);

/* `<= 2h`, `<= 3bd`: a comparison and a duration. */
bool ratio_read_limit(struct str text, enum comparison *op,
    struct duration *limit);

/* `90s` `15m` `2h` `3bd` `5cd` `1mo`, and the long forms of notices:
 * `1 month`, `10 business-days`, `30 days` (calendar days), `24h`.  A whole
 * number of at most six digits. */
bool ratio_read_duration(struct str text, struct duration *duration);

/* 10^n, n up to 18. */
int64_t ratio_power(int n);

/* Sign of a - b. */
int ratio_compare(struct ratio a, struct ratio b);
int ratio_compare_decimal(struct decimal a, struct decimal b);

/* Does factor * num / den stand in the relation op to value?  factor 100 for
 * a percentage, at most 10^6.  den must be positive, here and below.  Without
 * a comparison (COMPARE_NONE) everything meets. */
bool ratio_meets(struct ratio ratio, int64_t factor, enum comparison op,
    struct decimal value);

/*
 * factor * num / den with digits (0 to 9) decimals.  up: rounded away from
 * the truth towards a greater value (lower is better), else floored.  `99.90`.
 * den 0 gives the empty string.
 */
struct str ratio_show(struct arena *arena, struct ratio ratio, int64_t factor,
    int digits, bool up);

/* The decimal with exactly digits decimals, rounded as above. */
struct str ratio_show_decimal(struct arena *arena, struct decimal value,
    int digits, bool up);

/* Every digit that the value has: 3000.001 */
struct str ratio_exact(struct arena *arena, struct decimal value);

/* Seconds as 12:03:09, 0:05:00, 300:00:00: hours are never made days. */
struct str ratio_hms(struct arena *arena, int64_t seconds);

/* Digits in groups of three: 1,944,000.  Text that is no number is returned
 * as it is. */
struct str ratio_grouped(struct arena *arena, struct str number);

#endif
