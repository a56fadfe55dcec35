/*
 * availability - every second of a period in exactly one class (sla.md,
 * Availability).
 *
 * Down and up of each target come from samples, alerts and incident tickets;
 * the object of the indicator combines them by its groups, with three values;
 * calendar, contract, planned stops and exclusions cut the rest.
 */
#ifndef GEPPO_AVAILABILITY_H
#define GEPPO_AVAILABILITY_H

#include "facts/facts.h"
#include "facts/scope.h"
#include "facts/stops.h"

/* A maximal stretch in which the object is down (sla-details 31). */
struct availability_spell {
	int64_t start, end;		/* whole, as known at the cut-off */
	int64_t seconds;		/* of class down in the period */
	bool counted;			/* ... and the first of all here */
	bool continued;			/* its first counted before the period */
	bool brief;			/* shorter than min-outage: up */
};

struct availability {
	int64_t second[SECOND_CLASSES];
	/* of excluded, planned, unmeasured, down and up; the others none */
	struct spans span[SECOND_CLASSES];
	int64_t service;		/* AST */
	int64_t all_down;		/* planned or not, in AST */
	struct availability_spell *spell;	/* that meet the period */
	size_t spells;
	int64_t counted;		/* spells */
	int64_t n;			/* samples, alerts, tickets */
	struct stops planned, excluded;
};

const struct availability *availability_measure(const struct scope *scope);

/* A target by its own samples, at all hours, without a target value. */
struct indicator availability_plain(const struct target *target);

/* The seconds of a stop or exclusion inside service time of the period. */
int64_t availability_stop_seconds(const struct scope *scope,
    const struct stop *stop);

/* Mark the leaves below the target; leaf has one flag per contract.leaf. */
void availability_leaves(const struct target *target, bool *leaf);

/* Does the target share a leaf with the object of the indicator? */
bool availability_concerns(const struct scope *scope,
    const struct target *target);

/* The interval of an alert or incident ticket and what it brings down.  False
 * when it tells nothing: no time, reversed, cancelled, duplicate, unknown. */
bool availability_call(const struct scope *scope, enum record_id records,
    const struct row *row, struct span *span, const struct target **target);

#endif
