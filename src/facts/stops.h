/*
 * stops - planned stops and exclusions: which of them qualify, and why not.
 *
 * A planned stop counts only if it was agreed, not cancelled and notified
 * early enough before its start; an exclusion only with a reason, a date and
 * an approver (sla.md, Availability; sla-details 33-41).
 */
#ifndef GEPPO_STOPS_H
#define GEPPO_STOPS_H

#include "facts/scope.h"

enum stops_verdict {
	STOPS_VALID,
	STOPS_NOT_IN_CONTRACT,	/* the indicator takes no planned stops */
	STOPS_CANCELLED,
	STOPS_TIMES,		/* missing or reversed */
	STOPS_NOT_APPROVED,
	STOPS_APPROVED_LATE,
	STOPS_NOT_NOTIFIED,
	STOPS_NOTIFIED_LATE,
	STOPS_FIELDS,		/* reason, date or approver missing */
	STOPS_TARGET,		/* names nothing of the contract */
	STOPS_VERDICTS
};

struct stop {
	enum stops_verdict verdict;
	struct str id;
	struct str target_text;
	const struct target *target;	/* NULL: every target */
	int64_t start, end;		/* as far as it counts */
	struct str reason;
	struct origin origin;
};

struct stops {
	struct stop *at;
	size_t count;
};

/* The planned stops of the store, judged for the indicator. */
struct stops stops_planned(const struct scope *scope);

/* The exclusions that speak of the indicator. */
struct stops stops_excluded(const struct scope *scope);

/* Name of a verdict, as in words `stop.NAME`. */
const char *stops_verdict_name(enum stops_verdict verdict);

#endif
