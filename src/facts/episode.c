/*
 * episode - the entries of a clock that one record gives, and when each stops.
 *
 * A stamp of completion (resolved_at, closed_at) says only when the record was
 * last completed; the events tell the rest.  Nothing at or after the cut-off
 * has happened.
 */
#include "facts/episode.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"

/* One record with what is known of it at the cut-off. */
struct record {
	const struct scope *scope;
	enum record_id type;
	const struct row *row;
	struct history history;
	struct history_closures closures;
	bool has_start, has_stamp;
	int64_t start, stamp;	/* as written, whatever the cut-off */
};

static bool instant_of(const struct record *record, const char *field,
    int64_t *instant) {
	return cell_instant(record->row, record->type,
	    cell_index(record->type, field),
	    record->scope->rows->contract->offset, instant);
}

static bool instant_named(const struct record *record, struct str field,
    int64_t *instant) {
	return field.n != 0 && cell_instant(record->row, record->type,
	    record_field_find(record_type(record->type), field),
	    record->scope->rows->contract->offset, instant);
}

/* Done or closed as of the cut-off, by the events where there are any. */
static bool is_finished(const struct record *record) {
	struct str status = cell_text(record->row,
	    cell_index(record->type, "status"));
	history_state(record->history, "status", record->scope->as_of, &status);
	return str_is(status, "done") || str_is(status, "closed");
}

/* sla-details 76: clocks that a reopening takes back. */
static bool is_completion(const struct record *record) {
	struct str stop = record->scope->indicator->stop;
	return record->type == RECORD_ticket
	    && (str_is(stop, "resolved_at") || str_is(stop, "closed_at"));
}

static bool stamp_known(const struct record *record) {
	return record->has_stamp && record->stamp < record->scope->as_of;
}

static struct spans pauses_of(const struct record *record) {
	const struct indicator *indicator = record->scope->indicator;
	struct arena *arena = record->scope->arena;
	struct spans all = { NULL, 0 };
	for (size_t i = 0; i < indicator->pauses; i++)
		all = span_union(arena, all, history_within(arena,
		    record->history, indicator->pause[i].field,
		    indicator->pause[i].value, record->scope->as_of));
	return all;
}

static struct clock_entry *add_entry(const struct record *record,
    struct episodes *episodes) {
	struct arena *arena = record->scope->arena;
	episodes->at = arena_room(arena, episodes->at, episodes->count,
	    sizeof *episodes->at);
	struct clock_entry *entry = &episodes->at[episodes->count++];
	memset(entry, 0, sizeof *entry);
	entry->id = cell_name(record->row, record->type);
	entry->origin = record->row->origin;
	entry->has_start = record->has_start;
	entry->start = record->start;
	entry->pauses = pauses_of(record);
	return entry;
}

static void stop_at(struct clock_entry *entry, int64_t stop) {
	entry->has_stop = true;
	entry->stop = stop;
}

/* sla-details 70: the period of a record that cannot be judged is that of its
 * stop, its completion, its start or its receipt, whichever is known first. */
static int64_t unjudged_when(const struct record *record,
    const struct clock_entry *entry) {
	static const char *const stamps[] = { "closed_at", "resolved_at" };
	int64_t when = record->has_start ? record->start : INT64_MIN;
	if (entry->has_stop)
		return entry->stop;
	for (size_t i = record->closures.count; i > 0; i--)
		if (record->closures.at[i - 1].from != INT64_MIN)
			return record->closures.at[i - 1].from;
	for (size_t i = 0; i < sizeof stamps / sizeof stamps[0]; i++)
		if (instant_of(record, stamps[i], &when))
			return when;
	if (!record->has_start)
		instant_of(record, "received_at", &when);
	return when;
}

static void mark_unjudged(const struct record *record,
    struct clock_entry *entry) {
	entry->score = CLOCK_UNJUDGED;
	entry->when = unjudged_when(record, entry);
}

/* Between completion and reopening; a completion that no event tells is the
 * stamp, when that lies before the reopening. */
static struct history_closure closure_at(const struct record *record,
    size_t i) {
	struct history_closure closure = record->closures.at[i];
	if (closure.from == INT64_MIN)
		closure.from = record->has_stamp && record->stamp < closure.to
		    ? record->stamp : closure.to;
	return closure;
}

/* Stamps such as arrived_at stand; only the closed time does not count. */
static void read_plain(const struct record *record,
    struct episodes *episodes) {
	struct clock_entry *entry = add_entry(record, episodes);
	if (stamp_known(record))
		stop_at(entry, record->stamp);
	for (size_t i = 0; i < record->closures.count; i++) {
		struct history_closure closure = closure_at(record, i);
		if (closure.to != INT64_MAX)
			span_append(record->scope->arena, &entry->closed,
			    closure.from, closure.to);
	}
	span_normalize(&entry->closed);
	if (!record->has_stamp && is_finished(record))
		mark_unjudged(record, entry);
}

/* Is the record reopened at any time, also after the cut-off?  Then an empty
 * stamp was cleared, not forgotten. */
static bool ever_reopened(const struct record *record) {
	struct history_closures all = history_closures(record->scope->arena,
	    record->history, INT64_MAX);
	return all.count != 0 && all.at[0].to != INT64_MAX;
}

/* sla-details 77: the stamp if it lies after the last reopening, else the
 * next completion by the events, else it is running. */
static void stop_last(const struct record *record, struct clock_entry *entry,
    bool reopened, int64_t since) {
	const struct history_closures *closures = &record->closures;
	bool closed = closures->count != 0
	    && closures->at[closures->count - 1].to == INT64_MAX;
	if (stamp_known(record) && (!reopened || record->stamp > since))
		stop_at(entry, record->stamp);
	else if (closed && (record->has_stamp || reopened
	    || ever_reopened(record)))
		stop_at(entry, closures->at[closures->count - 1].from);
	else if (!record->has_stamp && is_finished(record))
		mark_unjudged(record, entry);
}

/* One entry per late reopening, and the last one. */
static void read_completion(const struct record *record,
    struct episodes *episodes) {
	const struct scope *scope = record->scope;
	struct clock_entry *entry = add_entry(record, episodes);
	int64_t since = record->start;
	bool reopened = false;
	for (size_t i = 0; i < record->closures.count; i++) {
		struct history_closure closure = closure_at(record, i);
		if (closure.to == INT64_MAX)
			break;
		if (history_resumes(closure, scope->indicator->reopen_days,
		    scope->rows->contract->offset)) {
			span_append(scope->arena, &entry->closed, closure.from,
			    closure.to);
		} else {
			bool own = record->has_stamp && record->stamp < closure.to
			    && (reopened ? record->stamp > since
			    : record->stamp >= since);
			stop_at(entry, own ? record->stamp : closure.from);
			span_normalize(&entry->closed);
			entry = add_entry(record, episodes);
			entry->again = true;
			entry->has_start = true;
			entry->start = closure.to;
		}
		since = closure.to;
		reopened = true;
	}
	span_normalize(&entry->closed);
	stop_last(record, entry, reopened, since);
}

/* An unreadable order of stamps cannot be judged (sla-details 69, 71); a
 * clock that has not started is nowhere. */
static void check_stamps(const struct record *record,
    struct episodes *episodes) {
	size_t kept = 0;
	for (size_t i = 0; i < episodes->count; i++) {
		struct clock_entry *entry = &episodes->at[i];
		bool started = entry->has_start
		    && entry->start < record->scope->as_of;
		if (entry->has_stop && (!entry->has_start
		    || entry->stop < entry->start))
			mark_unjudged(record, entry);
		else if (!started && !(is_finished(record) && !entry->has_start))
			continue;
		else if (!started)
			mark_unjudged(record, entry);
		episodes->at[kept++] = *entry;
	}
	episodes->count = kept;
}

/* A due date that was moved holds only with the city's approval; else the
 * first date does (sla-details, "Priority and moved due dates").  A move at
 * or after the cut-off has not happened (67). */
static bool due_of(const struct record *record, int64_t *due) {
	struct str field = record->scope->indicator->due;
	int64_t offset = record->scope->rows->contract->offset;
	int index = record_field_find(record_type(record->type), field);
	if (index < 0)
		return false;
	bool approved = cell_filled(record->row,
	    cell_index(record->type, "due_approved_on"));
	for (size_t i = 0; i < record->history.count; i++) {
		const struct history_event *event = &record->history.event[i];
		if (str_equal(event->field, field) && event->old.n != 0
		    && (!approved || event->at >= record->scope->as_of))
			return date_read_instant(event->old, offset, due);
	}
	if (!instant_named(record, field, due))
		return false;
	/* a date without a time is kept until its last second */
	if (record_type(record->type)->field[index].kind == FIELD_DATE)
		*due += DATE_DAY - 1;
	return true;
}

int episode_level(const struct rows_member *member, int64_t at) {
	for (size_t i = 0; i < member->earliers; i++)
		if (member->earlier[i].until >= at)
			return member->earlier[i].level;
	return member->level;
}

bool episode_limit(const struct indicator *indicator, int level,
    struct duration *limit) {
	bool own = level >= 0 && (size_t)level < indicator->levels;
	*limit = own ? indicator->level[level].target : indicator->limit;
	return own || indicator->target.n != 0;
}

static void read_limit(const struct record *record,
    const struct rows_member *member, struct episodes *episodes) {
	episodes->has_due = due_of(record, &episodes->due);
	bool judged = record->scope->indicator->kind == INDICATOR_CLOCK;
	for (size_t i = 0; judged && !episodes->has_due
	    && i < episodes->count; i++) {
		struct clock_entry *entry = &episodes->at[i];
		struct duration limit;
		if (!episode_limit(record->scope->indicator,
		    episode_level(member, entry->has_stop ? entry->stop
		    : record->scope->as_of), &limit))
			mark_unjudged(record, entry);
	}
}

struct episodes episode_read(const struct scope *scope,
    const struct rows_member *member) {
	enum record_id type = scope->indicator->records;
	struct record record = { .scope = scope, .type = type,
	    .row = &scope_table(scope, type)->row[member->row] };
	struct episodes episodes = { NULL, 0, false, 0 };
	if (cell_is_void(record.row, record.type))
		return episodes;
	if (type == RECORD_ticket)
		record.history = history_find(scope->histories,
		    cell_name(record.row, type));
	record.closures = history_closures(scope->arena, record.history,
	    scope->as_of);
	record.has_start = instant_named(&record, scope->indicator->start,
	    &record.start);
	record.has_stamp = instant_named(&record, scope->indicator->stop,
	    &record.stamp);
	if (is_completion(&record))
		read_completion(&record, &episodes);
	else
		read_plain(&record, &episodes);
	check_stamps(&record, &episodes);
	read_limit(&record, member, &episodes);
	return episodes;
}

bool episode_taken_back(const struct scope *scope, struct str ticket) {
	struct history_closures closures = history_closures(scope->arena,
	    history_find(scope->histories, ticket), scope->as_of);
	for (size_t i = 0; i < closures.count; i++)
		if (history_resumes(closures.at[i],
		    scope->indicator->reopen_days,
		    scope->rows->contract->offset))
			return true;
	return false;
}
