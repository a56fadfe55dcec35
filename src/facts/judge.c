/* judge - verdicts, and which way a shown figure is rounded. */
#include "facts/judge.h"

enum verdict judge_value(struct ratio value, int64_t factor,
    enum comparison op, struct decimal target) {
	if (value.den == 0)
		return VERDICT_NO_DATA;
	if (op == COMPARE_NONE)
		return VERDICT_INFO;
	return ratio_meets(value, factor, op, target) ? VERDICT_MET
	    : VERDICT_MISSED;
}

enum verdict judge_bounds(struct ratio least, struct ratio most,
    enum comparison op, struct decimal target) {
	if (op == COMPARE_NONE)
		return VERDICT_INFO;
	if (ratio_meets(least, 100, op, target)
	    && ratio_meets(most, 100, op, target))
		return VERDICT_MET;
	bool too_low = !ratio_meets(most, 100, COMPARE_GE, target);
	bool too_high = !ratio_meets(least, 100, COMPARE_LE, target);
	if ((op != COMPARE_LE && too_low) || (op != COMPARE_GE && too_high))
		return VERDICT_MISSED;
	return VERDICT_UNDECIDED;
}

bool judge_upwards(const struct indicator *indicator) {
	switch (indicator->kind) {
	case INDICATOR_AVAILABILITY: return false;
	case INDICATOR_CLOCK: return indicator->attainment_op == COMPARE_LE;
	case INDICATOR_PERCENTILE:
	case INDICATOR_STATISTIC: return indicator->op != COMPARE_GE;
	default: return indicator->op == COMPARE_LE;
	}
}

bool judge_fragile(int64_t den, enum comparison op, struct decimal target) {
	int64_t unit = 1;
	for (int i = 0; i < target.scale; i++)
		unit *= 10;
	struct ratio left = { 100 * unit - target.n, unit };
	return den > 0 && op == COMPARE_GE
	    && ratio_compare(left, (struct ratio){ 100, den }) < 0;
}

const char *judge_name(enum verdict verdict) {
	static const char *const names[VERDICTS] = {
		[VERDICT_MET] = "met",
		[VERDICT_MISSED] = "missed",
		[VERDICT_NO_DATA] = "no-data",
		[VERDICT_UNDECIDED] = "undecided",
		[VERDICT_INFO] = "info",
	};
	return names[verdict];
}

enum tone judge_tone(enum verdict verdict) {
	static const enum tone tones[VERDICTS] = {
		[VERDICT_MET] = TONE_GOOD,
		[VERDICT_MISSED] = TONE_BAD,
		[VERDICT_NO_DATA] = TONE_MUTED,
		[VERDICT_UNDECIDED] = TONE_WARN,
		[VERDICT_INFO] = TONE_NONE,
	};
	return tones[verdict];
}
