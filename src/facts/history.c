/*
 * history - what the events of a ticket say about its past.
 *
 * The index is one array sorted by ticket, instant and file order; a ticket's
 * history is a slice of it.
 */
#include "facts/history.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/cell.h"

/* Earlier than every instant, with room to subtract. */
#define SINCE_EVER (INT64_MIN / 4)

struct histories {
	struct history_event *event;
	size_t count;
};

/* Rows come in file order, and merging keeps it for equal instants. */
static int event_order(const struct history_event *a,
    const struct history_event *b) {
	int order = str_compare(a->ticket, b->ticket);
	if (order != 0)
		return order;
	return a->at < b->at ? -1 : a->at > b->at;
}

static void merge_sort(struct history_event *event, size_t n,
    struct history_event *scratch) {
	if (n < 2)
		return;
	size_t half = n / 2;
	merge_sort(event, half, scratch);
	merge_sort(event + half, n - half, scratch);
	memcpy(scratch, event, half * sizeof *event);
	size_t a = 0, b = half, out = 0;
	while (a < half)
		event[out++] = b == n || event_order(&scratch[a], &event[b]) <= 0
		    ? scratch[a++] : event[b++];
}

const struct histories *history_index(struct arena *arena,
    const struct rows *rows) {
	const struct rows_table *table = &rows->table[RECORD_ticket_event];
	struct histories *all = arena_alloc(arena, sizeof *all);
	all->event = arena_array(arena, table->count, sizeof *all->event);
	int ticket = cell_index(RECORD_ticket_event, "ticket_id");
	int at = cell_index(RECORD_ticket_event, "at");
	int field = cell_index(RECORD_ticket_event, "field");
	int old = cell_index(RECORD_ticket_event, "old");
	int new = cell_index(RECORD_ticket_event, "new");
	for (size_t i = 0; i < table->count; i++) {
		const struct row *row = &table->row[i];
		struct history_event *event = &all->event[all->count];
		if (!cell_int(row, at, &event->at))
			continue;
		event->ticket = cell_text(row, ticket);
		event->field = cell_text(row, field);
		event->old = cell_text(row, old);
		event->new = cell_text(row, new);
		all->count++;
	}
	merge_sort(all->event, all->count, arena_array(arena,
	    all->count / 2 + 1, sizeof *all->event));
	return all;
}

struct history history_find(const struct histories *all, struct str ticket) {
	size_t low = 0, high = all->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(all->event[middle].ticket, ticket) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	struct history history = { all->event + low, 0 };
	while (low + history.count < all->count
	    && str_equal(all->event[low + history.count].ticket, ticket))
		history.count++;
	return history;
}

bool history_state(struct history history, const char *field, int64_t as_of,
    struct str *state) {
	bool found = false;
	for (size_t i = 0; i < history.count; i++) {
		const struct history_event *event = &history.event[i];
		if (!str_is(event->field, field))
			continue;
		if (event->at >= as_of) {
			if (!found)
				*state = event->old;
			return true;
		}
		*state = event->new;
		found = true;
	}
	return found;
}

static bool is_among(struct str word, struct str words) {
	struct str one;
	if (word.n != 0 && str_equal(word, words))
		return true;
	while (str_word(&words, &one))
		if (str_equal(one, word))
			return true;
	return false;
}

struct spans history_within(struct arena *arena, struct history history,
    struct str field, struct str words, int64_t as_of) {
	struct spans spans = { NULL, 0 };
	bool first = true, inside = false;
	int64_t since = SINCE_EVER;
	for (size_t i = 0; i < history.count; i++) {
		const struct history_event *event = &history.event[i];
		if (event->at >= as_of || !str_equal(event->field, field))
			continue;
		if (first ? is_among(event->old, words) : inside)
			span_append(arena, &spans, since, event->at);
		inside = is_among(event->new, words);
		since = event->at;
		first = false;
	}
	if (inside)
		span_append(arena, &spans, since, as_of);
	span_normalize(&spans);
	return spans;
}

static bool is_finished(struct str status) {
	return str_is(status, "done") || str_is(status, "closed");
}

struct history_closures history_closures(struct arena *arena,
    struct history history, int64_t as_of) {
	struct history_closures closures = { NULL, 0 };
	struct str state = { NULL, 0 };
	for (size_t i = 0; i < history.count; i++) {
		const struct history_event *event = &history.event[i];
		if (event->at >= as_of || !str_is(event->field, "status"))
			continue;
		bool before = is_finished(event->old.n != 0 ? event->old : state);
		state = event->new;
		if (before == is_finished(state))
			continue;
		struct history_closure *last = closures.count == 0 ? NULL
		    : &closures.at[closures.count - 1];
		bool closed = last != NULL && last->to == INT64_MAX;
		if (closed && before)
			last->to = event->at;
		if (closed)
			continue;
		closures.at = arena_room(arena, closures.at, closures.count,
		    sizeof *closures.at);
		closures.at[closures.count++] = before
		    ? (struct history_closure){ INT64_MIN, event->at }
		    : (struct history_closure){ event->at, INT64_MAX };
	}
	return closures;
}

bool history_resumes(struct history_closure closure, int64_t days,
    int64_t offset) {
	if (closure.to == INT64_MAX)
		return false;
	if (closure.from == INT64_MIN)
		return true;
	return closure.to < date_start(date_day_of(closure.from, offset) + days
	    + 1, offset);
}
