/*
 * oblige - <duty>: what a party owes by an instant that a calendar tells.
 */
#include "contract/oblige.h"

#include "base/arena.h"
#include "base/date.h"
#include "contract/attr.h"
#include "xml/xmlnode.h"

/* More are counted by an indicator. */
#define TIMES_MOST 1000

static const char *const cycles[] = { "record", "month", "year", "contract",
	NULL };
static const char *const stages[] = { "", "first", "interim", "final", NULL };

/* The fields that it reads; what it is met by may stand in the tickets'
 * events instead. */
static void read_fields(struct reading *reading, const struct _xmlNode *node,
    struct duty *duty) {
	enum record_id records = xmlnode_attr(node, "records").p == NULL
	    ? RECORD_TYPES : attr_records(reading, node);
	duty->records = records;
	duty->where = attr_text(reading, node, "where");
	duty->from = attr_field(reading, node, "from", records, ATTR_TIME);
	duty->met = attr_field(reading, node, "met", records, ATTR_TIME);
	duty->event = attr_text(reading, node, "event");
	duty->value = attr_text(reading, node, "value");
	duty->times = attr_int(reading, node, "times", 1, TIMES_MOST, 1);
}

/* `03-31`, the day of a year on which it is due. */
static void read_day(struct reading *reading, const struct _xmlNode *node,
    struct duty *duty) {
	struct str text = attr_text(reading, node, "on");
	struct calendar_yearly day;
	if (xmlnode_attr(node, "on").p == NULL)
		return;
	if (duty->every != DUTY_YEARLY) {
		attr_malformed(reading, node, "every", "year");
		return;
	}
	if (!calendar_read_yearly(text, &day) || day.from_month != day.to_month
	    || day.from_day != day.to_day) {
		attr_malformed(reading, node, "on", "03-31");
		return;
	}
	duty->month = day.from_month;
	duty->day = day.from_day;
}

static void read_term(struct reading *reading, const struct _xmlNode *node,
    struct duty *duty) {
	duty->term_kind = TERM_NONE;
	if (attr_duration(reading, node, "within", &duty->term))
		duty->term_kind = TERM_WITHIN;
	else if (attr_duration(reading, node, "before", &duty->term))
		duty->term_kind = TERM_BEFORE;
	duty->has_ahead = attr_duration(reading, node, "ahead", &duty->ahead);
	duty->calendar = attr_calendar(reading, node, "calendar");
	if (duty->calendar != NULL)
		return;
	if (duty->term_kind != TERM_NONE
	    && duty->term.unit == UNIT_BUSINESS_DAYS)
		attr_malformed(reading, node, "calendar", "office");
	duty->calendar = reading->contract->calendar[0];
}

static void blame_duplicate(struct reading *reading,
    const struct _xmlNode *node, struct str id) {
	const struct contract *contract = reading->contract;
	for (size_t i = 0; i < contract->duties; i++) {
		if (!str_equal(contract->duty[i].id, id))
			continue;
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_DUPLICATE, &place, "duty", diag_str(id),
		    diag_number(contract->duty[i].line), NULL);
		return;
	}
}

/* One of its own for each record needs to know where it begins. */
static void check_whole(struct reading *reading, const struct _xmlNode *node,
    const struct duty *duty) {
	bool each = duty->every == DUTY_EACH;
	if (each && duty->from.n == 0)
		attr_malformed(reading, node, "from", "detected_at");
	if (duty->times > 1 && (each || duty->met.n == 0))
		attr_malformed(reading, node, "met", "date");
	if (duty->records == RECORD_TYPES && (each || duty->met.n != 0))
		attr_malformed(reading, node, "records", "deliverable");
	if ((duty->stage != STAGE_NONE || duty->event.n != 0)
	    && (!each || duty->records != RECORD_ticket))
		attr_malformed(reading, node, "records", "ticket");
}

static struct duty read_duty(struct reading *reading,
    const struct _xmlNode *node) {
	struct duty duty = {
		.id = attr_text(reading, node, "id"),
		.name = attr_text(reading, node, "name"),
		.owner = attr_text(reading, node, "owner"),
		.clause = attr_text(reading, node, "clause"),
		.every = (enum duty_cycle)attr_choice(node, "every", cycles,
		    DUTY_EACH),
		.stage = (enum duty_stage)attr_choice(node, "stage", stages,
		    STAGE_NONE),
		.line = (int)xmlnode_place(node).line,
	};
	read_fields(reading, node, &duty);
	read_day(reading, node, &duty);
	read_term(reading, node, &duty);
	check_whole(reading, node, &duty);
	blame_duplicate(reading, node, duty.id);
	return duty;
}

void oblige_read(struct reading *reading, const struct _xmlNode *root) {
	struct contract *contract = reading->contract;
	for (const struct _xmlNode *node = xmlnode_first(root, "duty");
	    node != NULL; node = xmlnode_next(node, "duty")) {
		struct duty duty = read_duty(reading, node);
		contract->duty = arena_room(reading->arena, contract->duty,
		    contract->duties, sizeof duty);
		contract->duty[contract->duties++] = duty;
	}
}
