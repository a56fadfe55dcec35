/*
 * availability - every second of a period in exactly one class.
 *
 * A leaf's state is a pair of disjoint sets, up and down; what is in neither
 * is unmeasured.  Groups are monotone, so "down were all unmeasured up" is the
 * combination of the down sets, and "up were they all down" that of the up
 * sets; what is in neither is unmeasured again.
 */
#include "facts/availability.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"
#include "facts/samples.h"

/* Earlier than every instant, with room to subtract. */
#define SINCE_EVER (INT64_MIN / 4)

struct object_state {
	struct spans up, down;
};

void availability_leaves(const struct target *target, bool *leaf) {
	if (!target->is_group)
		leaf[target->index] = true;
	for (size_t i = 0; i < target->members; i++)
		availability_leaves(target->member[i], leaf);
}

/* How many members must be so for the group to be so. */
static size_t members_needed(const struct target *group, bool down) {
	size_t n = group->members;
	size_t up = group->rule == GROUP_ALL ? n
	    : group->rule == GROUP_ANY ? 1 : (size_t)group->k;
	if (up > n)
		up = n;
	return down ? n - up + 1 : up;
}

/* Of the spans of each leaf (by index), those in which the object is so:
 * down when `down`, else up.  All members must be up for a group `all`. */
static struct spans combine(struct arena *arena,
    const struct target *object, const struct spans *leaf, bool down) {
	if (!object->is_group)
		return leaf[object->index];
	if (object->members == 0)
		return (struct spans){ NULL, 0 };
	struct spans *set = arena_array(arena, object->members, sizeof *set);
	for (size_t i = 0; i < object->members; i++)
		set[i] = combine(arena, object->member[i], leaf,
		    down);
	return span_at_least(arena, set, object->members,
	    members_needed(object, down));
}

/* sla-details 25: the component, else the system; 24: which tickets count. */
static const struct target *ticket_target(const struct scope *scope,
    const struct row *row) {
	struct str status = cell_text(row, cell_index(RECORD_ticket, "status"));
	if (!str_is(cell_text(row, cell_index(RECORD_ticket, "type")), "incident")
	    || str_is(status, "cancelled") || str_is(status, "duplicate")
	    || cell_filled(row, cell_index(RECORD_ticket, "duplicate_of")))
		return NULL;
	const struct target *target = contract_target(scope->rows->contract,
	    cell_text(row, cell_index(RECORD_ticket, "component")));
	return target != NULL ? target : contract_target(scope->rows->contract,
	    cell_text(row, cell_index(RECORD_ticket, "system")));
}

bool availability_call(const struct scope *scope, enum record_id records,
    const struct row *row, struct span *span, const struct target **target) {
	bool ticket = records == RECORD_ticket;
	int start = cell_index(records, ticket ? "outage_start" : "raised_at");
	int end = cell_index(records, ticket ? "outage_end" : "cleared_at");
	*target = ticket ? ticket_target(scope, row)
	    : contract_target(scope->rows->contract,
	    cell_text(row, cell_index(records, "target")));
	if (*target == NULL || !cell_int(row, start, &span->start)
	    || span->start >= scope->as_of)
		return false;
	if (!cell_int(row, end, &span->end))
		span->end = scope->as_of;
	if (span->end < span->start)
		return false;
	if (span->end > scope->as_of)
		span->end = scope->as_of;
	return true;
}

static bool takes(const struct indicator *indicator, enum record_id records) {
	for (size_t i = 0; i < indicator->froms; i++)
		if (indicator->from[i].records == records)
			return true;
	return false;
}

/* Has an earlier member of the population the same row, taken by another
 * <from> of the same records? */
static bool is_repeated(const struct scope *scope, size_t m) {
	const struct rows_member *member = scope->population->member;
	const struct indicator_from *from = scope->indicator->from;
	for (size_t i = m; i > 0 && member[i - 1].at == member[m].at; i--)
		if (member[i - 1].row == member[m].row
		    && from[member[i - 1].level].records
		    == from[member[m].level].records)
			return true;
	return false;
}

static bool shares_leaf(const bool *a, const bool *b, size_t n) {
	for (size_t i = 0; i < n; i++)
		if (a[i] && b[i])
			return true;
	return false;
}

bool availability_concerns(const struct scope *scope,
    const struct target *target) {
	size_t leaves = scope->rows->contract->leaves;
	bool *own = arena_array(scope->arena, leaves + 1, sizeof *own);
	bool *hit = arena_array(scope->arena, leaves + 1, sizeof *hit);
	availability_leaves(scope->indicator->object, own);
	availability_leaves(target, hit);
	return shares_leaf(own, hit, leaves);
}

/* Take the alerts and tickets into down of the leaves, and count those whose
 * interval meets the period (sla-details 23). */
static void add_calls(const struct scope *scope, const bool *own,
    struct spans *down, int64_t *n) {
	size_t leaves = scope->rows->contract->leaves;
	bool *hit = arena_array(scope->arena, leaves + 1, sizeof *hit);
	for (size_t m = 0; m < scope->population->count; m++) {
		const struct rows_member *member = &scope->population->member[m];
		enum record_id records
		    = scope->indicator->from[member->level].records;
		const struct row *row
		    = &scope_table(scope, records)->row[member->row];
		struct span span;
		const struct target *target;
		if (!availability_call(scope, records, row, &span, &target))
			continue;
		memset(hit, 0, leaves * sizeof *hit);
		availability_leaves(target, hit);
		if (!shares_leaf(hit, own, leaves) || is_repeated(scope, m))
			continue;
		for (size_t i = 0; i < leaves; i++)
			if (hit[i])
				span_append(scope->arena, &down[i], span.start,
				    span.end);
		if (span.start < scope_limit(scope) && span.end > scope->start)
			++*n;
	}
	for (size_t i = 0; i < leaves; i++)
		span_normalize(&down[i]);
}

static void add_samples(const struct scope *scope, size_t leaf,
    struct spans *up, struct spans *down, int64_t *n) {
	const struct indicator *indicator = scope->indicator;
	const struct rows_samples *samples
	    = scope->population->samples != NULL
	    ? &scope->population->samples[leaf] : &scope->rows->samples[leaf];
	struct samples_rule rule = { indicator->hold_factor,
	    indicator->hold_seconds, indicator->confirm, indicator->down_from,
	    scope->as_of };
	struct samples_spans held = samples_read(scope->arena, samples, &rule);
	*down = span_union(scope->arena, *down, held.down);
	*up = span_subtract(scope->arena, held.up, *down);
	*n += samples_count(scope->arena, samples, scope->start,
	    scope_limit(scope));
}

/* Up and down of the object over all that is known.  A source of transitions
 * leaves nothing unmeasured: it says "else up" (sla-details 27). */
static struct object_state object_read(const struct scope *scope, int64_t *n) {
	struct arena *arena = scope->arena;
	const struct target *object = scope->indicator->object;
	size_t leaves = scope->rows->contract->leaves;
	bool *own = arena_array(arena, leaves + 1, sizeof *own);
	struct spans *up = arena_array(arena, leaves + 1, sizeof *up);
	struct spans *down = arena_array(arena, leaves + 1, sizeof *down);
	struct spans ever = span_single(arena, SINCE_EVER, scope->as_of);
	bool always = takes(scope->indicator, RECORD_alert)
	    || takes(scope->indicator, RECORD_ticket);
	availability_leaves(object, own);
	add_calls(scope, own, down, n);
	for (size_t i = 0; i < leaves; i++) {
		if (own[i] && takes(scope->indicator, RECORD_status))
			add_samples(scope, i, &up[i], &down[i], n);
		if (own[i] && always)
			up[i] = span_subtract(arena, ever, down[i]);
	}
	return (struct object_state){
	    combine(arena, object, up, false),
	    combine(arena, object, down, true) };
}

/* Spells shorter than min-outage are up, but stay in the list
 * (sla-details 30: measured before anything cuts them). */
static void drop_brief(const struct scope *scope, struct object_state *state,
    struct spans *brief) {
	for (size_t i = 0; i < state->down.count; i++) {
		struct span spell = state->down.at[i];
		if (spell.end - spell.start < scope->indicator->min_outage)
			span_append(scope->arena, brief, spell.start, spell.end);
	}
	span_normalize(brief);
	state->down = span_subtract(scope->arena, state->down, *brief);
	state->up = span_union(scope->arena, state->up, *brief);
}

/* The time that stops alone would bring the object down (sla-details 38). */
static struct spans stopped(const struct scope *scope,
    const struct stops *stops) {
	size_t leaves = scope->rows->contract->leaves;
	struct spans *leaf = arena_array(scope->arena, leaves + 1, sizeof *leaf);
	bool *hit = arena_array(scope->arena, leaves + 1, sizeof *hit);
	for (size_t s = 0; s < stops->count; s++) {
		const struct stop *stop = &stops->at[s];
		if (stop->verdict != STOPS_VALID)
			continue;
		memset(hit, stop->target == NULL, leaves * sizeof *hit);
		if (stop->target != NULL)
			availability_leaves(stop->target, hit);
		for (size_t i = 0; i < leaves; i++)
			if (hit[i])
				span_append(scope->arena, &leaf[i], stop->start,
				    stop->end);
	}
	for (size_t i = 0; i < leaves; i++)
		span_normalize(&leaf[i]);
	return combine(scope->arena, scope->indicator->object, leaf,
	    true);
}

/* The days in contract, and of them the open hours, in [start, end). */
static struct spans in_contract(const struct scope *scope, int64_t start,
    int64_t end) {
	const struct contract *contract = scope->rows->contract;
	return span_clip(scope->arena, span_single(scope->arena,
	    date_start(contract->term.first, contract->offset),
	    date_start(contract->term.end, contract->offset)), start, end);
}

static struct spans service_time(const struct scope *scope, int64_t start,
    int64_t end) {
	return span_intersect(scope->arena, in_contract(scope, start, end),
	    calendar_open(scope->arena, scope_calendar(scope), start, end));
}

static bool meets(const struct scope *scope, struct span span) {
	return span.start < scope_limit(scope) && span.end > scope->start;
}

/* Begin of the earliest spell that meets the period, or of the period. */
static int64_t horizon(const struct scope *scope, struct spans down) {
	for (size_t i = 0; i < down.count; i++)
		if (meets(scope, down.at[i]))
			return down.at[i].start < scope->start
			    ? down.at[i].start : scope->start;
	return scope->start;
}

static void add_spells(const struct scope *scope, struct availability *result,
    struct spans down, struct spans agreed, bool brief) {
	for (size_t i = 0; i < down.count; i++) {
		struct span span = down.at[i];
		if (!meets(scope, span))
			continue;
		result->spell = arena_room(scope->arena, result->spell,
		    result->spells, sizeof *result->spell);
		struct availability_spell *spell
		    = &result->spell[result->spells++];
		*spell = (struct availability_spell){ .start = span.start,
		    .end = span.end, .brief = brief };
		if (brief)
			continue;
		int64_t begin = span.start > scope->start ? span.start
		    : scope->start;
		spell->seconds = span_length_in(agreed, begin, span.end);
		/* sla-details 32: counted where its first counted second is */
		int64_t before = span_length_in(agreed, span.start, begin);
		spell->continued = before != 0;
		spell->counted = spell->seconds != 0 && before == 0;
		result->counted += spell->counted;
	}
}

static int spell_order(const void *a, const void *b) {
	const struct availability_spell *x = a, *y = b;
	return x->start < y->start ? -1 : x->start > y->start;
}

static void classify(const struct scope *scope, struct availability *result,
    const struct object_state *state, struct spans excluded,
    struct spans planned) {
	struct arena *arena = scope->arena;
	int64_t start = scope->start, end = scope_limit(scope);
	struct spans service = service_time(scope, start, end);
	struct spans agreed = span_subtract(arena, service, excluded);
	int64_t contract = span_length(in_contract(scope, start, end));
	int64_t *second = result->second;
	struct spans *span = result->span;
	result->service = span_length(service);
	result->all_down = span_length(span_intersect(arena, service,
	    state->down));
	second[SECOND_AFTER_CUTOFF] = scope->end - end;
	second[SECOND_NO_CONTRACT] = end - start - contract;
	second[SECOND_CLOSED] = contract - result->service;
	span[SECOND_EXCLUDED] = span_intersect(arena, service, excluded);
	span[SECOND_PLANNED] = span_intersect(arena, agreed, planned);
	agreed = span_subtract(arena, agreed, planned);
	span[SECOND_DOWN] = span_intersect(arena, agreed, state->down);
	span[SECOND_UP] = span_intersect(arena, agreed, state->up);
	span[SECOND_UNMEASURED] = span_subtract(arena, span_subtract(arena,
	    agreed, state->down), state->up);
	for (int i = SECOND_EXCLUDED; i <= SECOND_UP; i++)
		second[i] = span_length(span[i]);
}

int64_t availability_stop_seconds(const struct scope *scope,
    const struct stop *stop) {
	return span_length_in(service_time(scope, scope->start,
	    scope_limit(scope)), stop->start, stop->end);
}

struct indicator availability_plain(const struct target *target) {
	static struct indicator_from from[] = {
		{ RECORD_status, { NULL, 0 }, 0 },
	};
	return (struct indicator){ .id = target->id, .name = target->name,
	    .kind = INDICATOR_AVAILABILITY, .digits = 2, .object = target,
	    .object_name = target->id, .unmeasured = UNMEASURED_JUDGE,
	    .hold_factor = 2, .confirm = 1, .from = from, .froms = 1 };
}

const struct availability *availability_measure(const struct scope *scope) {
	struct arena *arena = scope->arena;
	struct availability *result = arena_alloc(arena, sizeof *result);
	struct spans brief = { NULL, 0 };
	struct object_state state = object_read(scope, &result->n);
	drop_brief(scope, &state, &brief);
	result->planned = stops_planned(scope);
	result->excluded = stops_excluded(scope);
	struct spans planned = stopped(scope, &result->planned);
	struct spans excluded = stopped(scope, &result->excluded);
	classify(scope, result, &state, excluded, planned);
	struct spans agreed = span_subtract(arena, span_subtract(arena,
	    service_time(scope, horizon(scope, state.down), scope_limit(scope)),
	    excluded), planned);
	add_spells(scope, result, state.down, agreed, false);
	add_spells(scope, result, brief, agreed, true);
	if (result->spells != 0)
		qsort(result->spell, result->spells, sizeof *result->spell,
		    spell_order);
	return result;
}
