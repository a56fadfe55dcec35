/*
 * goal - what is measured and promised (contract.md; sla.md, Definition).
 *
 * Every default of an absent attribute is filled in here.  Expressions of SQL
 * (where, when) are kept as written: the store prepares them.
 */
#include "contract/goal.h"

#include <errno.h>

#include "base/arena.h"
#include "base/file.h"
#include "contract/attr.h"
#include "xml/xmlnode.h"

enum { DIGITS_MOST = 9, COUNT_MOST = 1000, DAYS_MOST = 366 };

const char *const goal_elements[INDICATOR_KINDS + 1] = {
	[INDICATOR_AVAILABILITY] = "availability", [INDICATOR_CLOCK] = "clock",
	[INDICATOR_RATE] = "rate", [INDICATOR_COUNT] = "count",
	[INDICATOR_PERCENTILE] = "percentile",
	[INDICATOR_STATISTIC] = "statistic", [INDICATOR_SQL] = "sql",
	[INDICATOR_KINDS] = NULL
};

/* A target in numbers: its decimals as a result, 0 when there is none. */
static int read_number_target(struct reading *reading,
    const struct _xmlNode *node, const char *name, enum comparison *op,
    struct decimal *value) {
	struct str text = xmlnode_attr(node, name);
	int digits = 0;
	if (text.p != NULL
	    && !ratio_read_target(str_trim(text), op, value, &digits))
		attr_malformed(reading, node, name, "\">= 99.9\" \"<= 3000\"");
	return digits;
}

/* The target of a clock; only an upper limit makes sense. */
static void read_limit(struct reading *reading, const struct _xmlNode *node,
    enum comparison *op, struct duration *limit) {
	struct str text = xmlnode_attr(node, "target");
	if (text.p != NULL && (!ratio_read_limit(str_trim(text), op, limit)
	    || *op != COMPARE_LE))
		attr_malformed(reading, node, "target",
		    "\"<= 2h\" \"<= 3bd\"");
}

/* Digits of the contract, at least those of the target (sla-details 50). */
static void read_targets(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	indicator->target = attr_text(reading, node, "target");
	indicator->attainment = attr_text(reading, node, "attainment");
	/* a clock is judged as if ">= 100" were written (sla-details 57) */
	indicator->attainment_op = COMPARE_GE;
	indicator->attainment_value = (struct decimal){ 100, 0 };
	int written;
	if (indicator->kind == INDICATOR_CLOCK) {
		read_limit(reading, node, &indicator->op, &indicator->limit);
		written = read_number_target(reading, node, "attainment",
		    &indicator->attainment_op, &indicator->attainment_value);
	} else {
		written = read_number_target(reading, node, "target",
		    &indicator->op, &indicator->value);
	}
	int usual = indicator->kind == INDICATOR_COUNT
	    && xmlnode_attr(node, "per").p == NULL ? 0 : 2;
	indicator->digits = (int)attr_int(reading, node, "digits", 0,
	    DIGITS_MOST, usual);
	if (indicator->digits < written)
		indicator->digits = written;
}

/* A bare number is a factor of the interval, else a duration
 * (sla-details 20). */
static void read_hold(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	struct str text = str_trim(xmlnode_attr(node, "hold"));
	struct duration duration;
	indicator->hold_factor = 2;
	if (text.p == NULL)
		return;
	int64_t factor;
	if (str_int(text, &factor) && factor >= 1 && factor <= COUNT_MOST) {
		indicator->hold_factor = factor;
	} else if (ratio_read_duration(text, &duration) && duration.n > 0
	    && duration.unit == UNIT_SECONDS) {
		indicator->hold_factor = 0;
		indicator->hold_seconds = duration.n;
	} else {
		attr_malformed(reading, node, "hold", "\"2\" \"600s\" \"10m\"");
	}
}

static void read_from(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	struct indicator_from from = {
		.records = attr_records(reading, node),
		.where = attr_text(reading, node, "where"),
		.line = (int)xmlnode_place(node).line,
	};
	indicator->from = arena_room(reading->arena, indicator->from,
	    indicator->froms, sizeof from);
	indicator->from[indicator->froms++] = from;
}

static void read_planned(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	indicator->has_planned = true;
	indicator->has_notice = attr_duration(reading, node, "notice",
	    &indicator->notice);
	indicator->notice_text = attr_text(reading, node, "notice");
	indicator->planned_calendar = attr_calendar(reading, node, "calendar");
}

static void read_object(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	indicator->object_name = attr_text(reading, node, "object");
	indicator->object = contract_target(reading->contract,
	    indicator->object_name);
	if (indicator->object == NULL) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_TARGET, &place, "availability", "object",
		    diag_str(indicator->object_name), NULL);
	} else if (indicator->object->is_group
	    && indicator->object->members == 0) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_GROUP, &place, arena_printf(reading->arena,
		    "<system id=\"%s\">", diag_str(indicator->object_name)),
		    "<target>", NULL);
	}
}

static void read_availability(struct reading *reading,
    struct indicator *indicator, const struct _xmlNode *node) {
	static const char *const unmeasured[] = {
		[UNMEASURED_JUDGE] = "judge", [UNMEASURED_DOWN] = "down",
		[UNMEASURED_UP] = "up", NULL
	};
	static const char *const down_from[] = {
		[DOWN_FIRST_FAIL] = "first-fail", [DOWN_LAST_GOOD] = "last-good",
		[DOWN_MIDPOINT] = "midpoint", NULL
	};
	static const char *const shares[] = {
		[SHARE_UP] = "rate", [SHARE_TOTAL] = "total",
		[SHARE_COVERAGE] = "coverage", [SHARE_MTBF] = "mtbf", NULL
	};
	read_object(reading, indicator, node);
	indicator->share = (enum share)attr_choice(node, "measure", shares,
	    SHARE_UP);
	indicator->unmeasured = (enum unmeasured)attr_choice(node,
	    "unmeasured", unmeasured, UNMEASURED_JUDGE);
	indicator->down_from = (enum down_from)attr_choice(node, "down-from",
	    down_from, DOWN_FIRST_FAIL);
	read_hold(reading, indicator, node);
	indicator->confirm = attr_int(reading, node, "confirm", 1, COUNT_MOST,
	    1);
	struct duration shortest = { 0, UNIT_SECONDS };
	attr_duration(reading, node, "min-outage", &shortest);
	if (shortest.unit != UNIT_SECONDS)
		attr_malformed(reading, node, "min-outage", "0s 90s 5m");
	indicator->min_outage = shortest.n;
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL)) {
		if (xmlnode_is(child, "from"))
			read_from(reading, indicator, child);
		else
			read_planned(reading, indicator, child);
	}
}

/* The field is one that events tell of, which need not be one of the record: a
 * tool may keep the reason of a hold only in its history. */
static void read_pause(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	struct indicator_pause pause = {
		.field = attr_text(reading, node, "field"),
		.value = attr_text(reading, node, "value"),
		.charged = attr_text(reading, node, "charged"),
		.line = (int)xmlnode_place(node).line,
	};
	if (xmlnode_attr(node, "field").p == NULL)
		pause.field = str_of("status");
	indicator->pause = arena_room(reading->arena, indicator->pause,
	    indicator->pauses, sizeof pause);
	indicator->pause[indicator->pauses++] = pause;
}

static void read_level(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	struct indicator_level level = {
		.name = attr_text(reading, node, "name"),
		.where = attr_text(reading, node, "where"),
		.target_text = attr_text(reading, node, "target"),
		.line = (int)xmlnode_place(node).line,
	};
	enum comparison op = COMPARE_NONE;
	read_limit(reading, node, &op, &level.target);
	indicator->level = arena_room(reading->arena, indicator->level,
	    indicator->levels, sizeof level);
	indicator->level[indicator->levels++] = level;
}

/* What clocks and the times of a statistic have in common. */
static void read_clock(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	static const char *const after[] = { "next-day", "same-day", NULL };
	enum record_id records = indicator->records;
	indicator->start = attr_field(reading, node, "start", records,
	    ATTR_KEPT_TIME);
	indicator->stop = attr_field(reading, node, "stop", records,
	    ATTR_KEPT_TIME);
	indicator->due = attr_field(reading, node, "due", records,
	    ATTR_KEPT_TIME);
	indicator->after_hours_same_day = attr_choice(node, "after-hours",
	    after, -1);
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL)) {
		if (xmlnode_is(child, "pause"))
			read_pause(reading, indicator, child);
		else if (xmlnode_is(child, "level"))
			read_level(reading, indicator, child);
	}
}

static void read_percent(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	struct decimal none = { 0, 0 }, all = { 100, 0 };
	if (!ratio_read_decimal(str_trim(xmlnode_attr(node, "p")),
	    &indicator->percent)
	    || ratio_compare_decimal(indicator->percent, none) <= 0
	    || ratio_compare_decimal(indicator->percent, all) > 0)
		attr_malformed(reading, node, "p", "50 95 99.9");
}

/* A query is no input of the contract's own: that it is there is all we ask. */
static void read_query(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	indicator->query = attr_text(reading, node, "query");
	const char *path = file_path(reading->arena,
	    str_z(reading->arena, reading->contract->workspace),
	    str_z(reading->arena, indicator->query));
	if (file_exists(path))
		return;
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_FILE, &place, "sql", path, strerror(ENOENT), NULL);
}

/* The unit in which times from start to stop are told. */
static int64_t unit_seconds(const struct _xmlNode *node) {
	static const char *const units[] = { "minutes", "hours", "days", NULL };
	static const int64_t seconds[] = { 60, 3600, 86400 };
	return seconds[attr_choice(node, "unit", units, 1)];
}

/* A value above 0 that is 100 %. */
static void read_capacity(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	struct str text = str_trim(xmlnode_attr(node, "capacity"));
	struct decimal none = { 0, 0 };
	if (text.p != NULL && (!ratio_read_decimal(text, &indicator->capacity)
	    || ratio_compare_decimal(indicator->capacity, none) <= 0))
		attr_malformed(reading, node, "capacity", "100000000 0.5");
}

static void read_tally(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node);

/* What a rate is divided by, read as a count: of other records, or of those
 * that the rate itself is about. */
static void read_of(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	struct indicator *of = arena_alloc(reading->arena, sizeof *of);
	*of = (struct indicator){ .kind = INDICATOR_COUNT,
	    .id = indicator->id, .line = (int)xmlnode_place(node).line,
	    .calendar = indicator->calendar, .records = indicator->records,
	    .where = attr_text(reading, node, "where") };
	bool other = xmlnode_attr(node, "records").p != NULL;
	if (other)
		of->records = attr_records(reading, node);
	read_tally(reading, of, node);
	if (!other) {
		of->where = indicator->where;
		of->at = indicator->at;
		of->until = indicator->until;
	}
	indicator->of = of;
}

/* What rates, counts, percentiles and statistics have in common. */
static void read_tally(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	static const char *const measures[] = {
		[MEASURE_MEAN] = "mean", [MEASURE_SD] = "sd",
		[MEASURE_MIN] = "min", [MEASURE_MAX] = "max",
		[MEASURE_SUM] = "sum", [MEASURE_MEDIAN] = "median", NULL
	};
	static const char *const pers[] = { [PER_NOTHING] = "",
		[PER_HOUR] = "hour", [PER_PEAK_HOUR] = "peak-hour", NULL };
	enum record_id records = indicator->records;
	indicator->at = attr_field(reading, node, "at", records, ATTR_TIME);
	indicator->when = attr_text(reading, node, "when");
	indicator->until = attr_field(reading, node, "until", records,
	    ATTR_KEPT_TIME);
	indicator->sum = attr_field(reading, node, "sum", records, ATTR_NUMBER);
	indicator->distinct = attr_field(reading, node, "distinct", records,
	    ATTR_KEPT);
	indicator->per = (enum count_per)attr_choice(node, "per", pers,
	    PER_NOTHING);
	indicator->measured = attr_field(reading, node, "value", records,
	    ATTR_NUMBER);
	indicator->measure = (enum measure)attr_choice(node, "measure",
	    measures, MEASURE_MEAN);
	read_capacity(reading, indicator, node);
	if (indicator->kind == INDICATOR_PERCENTILE)
		read_percent(reading, indicator, node);
	const struct _xmlNode *of = xmlnode_first(node, "of");
	if (of != NULL)
		read_of(reading, indicator, of);
}

static void read_common(struct reading *reading, struct indicator *indicator,
    const struct _xmlNode *node) {
	indicator->id = attr_text(reading, node, "id");
	indicator->name = attr_text(reading, node, "name");
	indicator->line = (int)xmlnode_place(node).line;
	indicator->clause = attr_text(reading, node, "clause");
	indicator->owner = attr_text(reading, node, "owner");
	indicator->note = attr_text(reading, node, "note");
	indicator->calendar = attr_calendar(reading, node, "calendar");
	indicator->where = attr_text(reading, node, "where");
	indicator->after_hours_same_day = -1;
	indicator->reopen_days = attr_int(reading, node, "reopen-days", 0,
	    DAYS_MOST, 7);
	indicator->records = RECORD_TYPES;
	if (xmlnode_attr(node, "records").p != NULL)
		indicator->records = attr_records(reading, node);
	read_targets(reading, indicator, node);
}

static void read_indicator(struct reading *reading,
    struct indicator *indicator, const struct _xmlNode *node) {
	read_common(reading, indicator, node);
	switch (indicator->kind) {
	case INDICATOR_AVAILABILITY:
		read_availability(reading, indicator, node);
		break;
	case INDICATOR_CLOCK:
		read_clock(reading, indicator, node);
		break;
	case INDICATOR_SQL:
		read_query(reading, indicator, node);
		break;
	default:
		indicator->unit_seconds = unit_seconds(node);
		read_tally(reading, indicator, node);
		if (xmlnode_attr(node, "start").p != NULL)
			read_clock(reading, indicator, node);
	}
}

/* Samples hold for a number of intervals: then each source must tell its
 * own. */
static void check_intervals(struct reading *reading,
    const struct indicator *indicator) {
	const struct contract *contract = reading->contract;
	bool factor = false;
	for (size_t i = 0; i < indicator->froms; i++)
		factor = factor || (indicator->hold_factor > 0
		    && indicator->from[i].records == RECORD_status);
	for (size_t i = 0; factor && i < contract->sources; i++) {
		const struct source *source = &contract->source[i];
		if (source->records != RECORD_status || source->interval > 0)
			continue;
		reading->good = false;
		struct place place = { contract->path, source->line, 0 };
		diag(DIAG_CONTRACT_INTERVAL, &place, diag_str(indicator->id),
		    NULL);
	}
}

void goal_read(struct reading *reading, const struct _xmlNode *root) {
	struct contract *contract = reading->contract;
	for (const struct _xmlNode *node = xmlnode_first(root, NULL);
	    node != NULL; node = xmlnode_next(node, NULL)) {
		int kind = 0;
		while (goal_elements[kind] != NULL
		    && !xmlnode_is(node, goal_elements[kind]))
			kind++;
		if (kind == INDICATOR_KINDS)
			continue;
		struct indicator indicator = {
			.kind = (enum indicator_kind)kind
		};
		read_indicator(reading, &indicator, node);
		const struct indicator *same = contract_indicator(contract,
		    indicator.id);
		if (same != NULL) {
			struct place place = attr_blame(reading, node);
			diag(DIAG_CONTRACT_DUPLICATE, &place,
			    goal_elements[kind], diag_str(indicator.id),
			    diag_number(same->line), NULL);
		}
		contract->indicator = arena_room(reading->arena,
		    contract->indicator, contract->indicators,
		    sizeof indicator);
		contract->indicator[contract->indicators++] = indicator;
		check_intervals(reading, &indicator);
	}
}
