/*
 * opening - <holidays> and <calendar>: when it is open (sla.md, Calendars).
 *
 * Several <hours> of one weekday and several <open> of one day are united
 * (sla-details 9).  All lists end up sorted, as base/calendar wants them.
 */
#include "contract/opening.h"

#include <errno.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/file.h"
#include "base/limits.h"
#include "contract/attr.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static bool is_utf8(struct str text) {
	while (text.n > 0) {
		size_t n = str_utf8(text, NULL);
		if (n == 0)
			return false;
		text.p += n;
		text.n -= n;
	}
	return true;
}

static void holidays_add(struct arena *arena, struct holidays *holidays,
    int64_t day, struct str name) {
	holidays->day = arena_room(arena, holidays->day, holidays->count,
	    sizeof *holidays->day);
	holidays->name = arena_room(arena, holidays->name, holidays->count,
	    sizeof *holidays->name);
	/* insertion keeps the order; files are sorted, so this rarely moves */
	size_t at = holidays->count;
	while (at > 0 && holidays->day[at - 1] > day)
		at--;
	if (at > 0 && holidays->day[at - 1] == day)
		return;
	size_t behind = holidays->count - at;
	memmove(holidays->day + at + 1, holidays->day + at,
	    behind * sizeof *holidays->day);
	memmove(holidays->name + at + 1, holidays->name + at,
	    behind * sizeof *holidays->name);
	holidays->day[at] = day;
	holidays->name[at] = name;
	holidays->count++;
}

/* Lines `2026/1/1,元日`; the first one may be a header. */
static void holidays_lines(struct arena *arena, struct holidays *holidays,
    const char *path, struct str text) {
	struct place place = { str_of(path), 0, 0 };
	for (struct str line; str_cut(&text, '\n', &line);) {
		place.line++;
		struct str rest = str_trim(line), date;
		int64_t day;
		if (rest.n == 0)
			continue;
		str_cut(&rest, ',', &date);
		struct str name = str_of("");
		str_cut(&rest, ',', &name);
		if (date_read_day(str_trim(date), &day))
			holidays_add(arena, holidays, day, str_trim(name));
		else if (place.line > 1)
			diag(DIAG_HOLIDAYS_LINE, &place,
			    diag_str(str_trim(line)), NULL);
	}
	place.line = 0;
	if (holidays->count == 0)
		diag(DIAG_HOLIDAYS_EMPTY, &place, NULL);
}

void opening_holidays(struct reading *reading, const struct _xmlNode *root) {
	const struct _xmlNode *node = xmlnode_first(root, "holidays");
	if (node == NULL)
		return;
	struct contract *contract = reading->contract;
	contract->holidays_file = attr_text(reading, node, "file");
	contract->holidays_line = (int)xmlnode_place(node).line;
	const char *path = file_path(reading->arena,
	    str_z(reading->arena, contract->workspace),
	    str_z(reading->arena, contract->holidays_file));
	struct str text;
	if (!file_read(reading->arena, path, LIMIT_CONTRACT_BYTES, &text)) {
		const char *reason = strerror(errno);
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_FILE, &place, "holidays", path, reason, NULL);
		return;
	}
	if (!is_utf8(text)
	    && !xml_decode(reading->arena, "CP932", text, &text)) {
		reading->good = false;
		struct place place = { str_of(path), 0, 0 };
		diag(DIAG_HOLIDAYS_CODE, &place, NULL);
		return;
	}
	if (str_starts(text, "\xef\xbb\xbf"))
		text = (struct str){ text.p + 3, text.n - 3 };
	holidays_lines(reading->arena, &contract->holidays, path, text);
}

/* The union of two lists, sorted and disjoint. */
static struct hours_list hours_union(struct arena *arena, struct hours_list a,
    struct hours_list b) {
	struct hours_list all = { arena_array(arena, a.count + b.count,
	    sizeof *all.at), 0 };
	for (size_t i = 0, j = 0; i < a.count || j < b.count;) {
		bool take_a = j == b.count
		    || (i < a.count && a.at[i].start <= b.at[j].start);
		struct hours next = take_a ? a.at[i++] : b.at[j++];
		struct hours *last = all.count == 0 ? NULL
		    : &all.at[all.count - 1];
		if (last == NULL || next.start > last->end)
			all.at[all.count++] = next;
		else if (next.end > last->end)
			last->end = next.end;
	}
	return all;
}

static int weekday_of(struct str word) {
	static const char *const names[] = {
		"mon", "tue", "wed", "thu", "fri", "sat", "sun"
	};
	for (int i = 0; i < 7; i++)
		if (str_is(word, names[i]))
			return i;
	return -1;
}

static const char hours_example[] = "08:30-12:00 13:00-17:15";

/* <hours days="mon tue">08:30-17:15</hours> */
static void read_week(struct reading *reading, struct calendar *calendar,
    const struct _xmlNode *node) {
	struct hours_list hours = { NULL, 0 };
	struct str text = str_trim(xmlnode_text(reading->arena, node));
	if (!calendar_read_hours(reading->arena, text, &hours)) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_FORM, &place, "hours", "text",
		    diag_str(text), hours_example, NULL);
	}
	struct str days = xmlnode_attr(node, "days");
	int n = 0;
	for (struct str word; str_word(&days, &word); n++) {
		int weekday = weekday_of(word);
		if (weekday < 0)
			attr_malformed(reading, node, "days",
			    "mon tue wed thu fri sat sun");
		else
			calendar->week[weekday] = hours_union(reading->arena,
			    calendar->week[weekday], hours);
	}
	if (n == 0)
		attr_malformed(reading, node, "days",
		    "mon tue wed thu fri sat sun");
}

/* Room for one more day in a sorted list, at its place; the entry of the day
 * itself when there is one. */
static struct calendar_day *day_place(struct arena *arena,
    struct calendar_day **list, size_t *count, int64_t day) {
	size_t at = *count;
	while (at > 0 && (*list)[at - 1].day > day)
		at--;
	if (at > 0 && (*list)[at - 1].day == day)
		return &(*list)[at - 1];
	*list = arena_room(arena, *list, *count, sizeof **list);
	memmove(*list + at + 1, *list + at, (*count - at) * sizeof **list);
	(*count)++;
	(*list)[at] = (struct calendar_day){ .day = day };
	return &(*list)[at];
}

/* <closed day=""/> or <closed every-year=""/> */
static void read_closed(struct reading *reading, struct calendar *calendar,
    const struct _xmlNode *node) {
	struct str yearly = xmlnode_attr(node, "every-year");
	bool has_day = xmlnode_attr(node, "day").p != NULL;
	if (has_day == (yearly.p != NULL)) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_CLOSED, &place, NULL);
		return;
	}
	struct str reason = attr_text(reading, node, "reason");
	if (has_day) {
		day_place(reading->arena, &calendar->closed,
		    &calendar->closed_count,
		    attr_day(reading, node, "day"))->reason = reason;
		return;
	}
	struct calendar_yearly range = { 0 };
	if (!calendar_read_yearly(str_trim(yearly), &range)) {
		attr_malformed(reading, node, "every-year", "12-29..01-03");
		return;
	}
	range.reason = reason;
	calendar->yearly = arena_room(reading->arena, calendar->yearly,
	    calendar->yearly_count, sizeof range);
	calendar->yearly[calendar->yearly_count++] = range;
}

/* <open day="" hours=""/> */
static void read_open(struct reading *reading, struct calendar *calendar,
    const struct _xmlNode *node) {
	struct hours_list hours;
	if (!calendar_read_hours(reading->arena,
	    str_trim(xmlnode_attr(node, "hours")), &hours)) {
		attr_malformed(reading, node, "hours", hours_example);
		return;
	}
	struct calendar_day *day = day_place(reading->arena, &calendar->open,
	    &calendar->open_count, attr_day(reading, node, "day"));
	day->hours = hours_union(reading->arena, day->hours, hours);
	day->reason = attr_text(reading, node, "reason");
}

static bool is_ever_open(const struct calendar *calendar) {
	bool open = calendar->open_count > 0;
	for (int i = 0; i < 7; i++)
		open = open || calendar->week[i].count > 0;
	return open;
}

static void read_calendar(struct reading *reading, struct calendar *calendar,
    const struct _xmlNode *node) {
	static const char *const holidays[] = {
		[HOLIDAYS_CLOSED] = "closed", [HOLIDAYS_AS_WEEKDAY] = "as-weekday",
		[HOLIDAYS_AS_SUNDAY] = "as-sunday", NULL
	};
	static const char *const after[] = { "next-day", "same-day", NULL };
	calendar->id = attr_text(reading, node, "id");
	calendar->offset = reading->contract->offset;
	calendar->holiday = &reading->contract->holidays;
	calendar->holidays = (enum calendar_holidays)attr_choice(node,
	    "holidays", holidays, HOLIDAYS_CLOSED);
	calendar->same_day = attr_choice(node, "after-hours", after, 0) == 1;
	for (const struct _xmlNode *child = xmlnode_first(node, NULL);
	    child != NULL; child = xmlnode_next(child, NULL)) {
		if (xmlnode_is(child, "hours"))
			read_week(reading, calendar, child);
		else if (xmlnode_is(child, "closed"))
			read_closed(reading, calendar, child);
		else
			read_open(reading, calendar, child);
	}
	if (reading->good && !is_ever_open(calendar)) {
		struct place place = attr_blame(reading, node);
		diag(DIAG_CONTRACT_HOURS, &place, diag_str(calendar->id), NULL);
	}
}

static void calendar_append(struct reading *reading,
    struct calendar *calendar) {
	struct contract *contract = reading->contract;
	contract->calendar = arena_room(reading->arena, contract->calendar,
	    contract->calendars, sizeof(struct calendar *));
	contract->calendar[contract->calendars++] = calendar;
}

/* The calendar of the id that an element before node defines: its line. */
static int64_t defined_before(const struct _xmlNode *root,
    const struct _xmlNode *node) {
	const struct _xmlNode *other = xmlnode_first(root, "calendar");
	while (other != node && !str_equal(xmlnode_attr(other, "id"),
	    xmlnode_attr(node, "id")))
		other = xmlnode_next(other, "calendar");
	return other == node ? 0 : xmlnode_place(other).line;
}

void opening_calendars(struct reading *reading, const struct _xmlNode *root) {
	struct calendar *elapsed = arena_alloc(reading->arena, sizeof *elapsed);
	*elapsed = (struct calendar){ .id = str_of("elapsed"), .elapsed = true,
		.offset = reading->contract->offset,
		.holiday = &reading->contract->holidays };
	calendar_append(reading, elapsed);
	for (const struct _xmlNode *node = xmlnode_first(root, "calendar");
	    node != NULL; node = xmlnode_next(node, "calendar")) {
		struct calendar *calendar = arena_alloc(reading->arena,
		    sizeof *calendar);
		read_calendar(reading, calendar, node);
		int64_t line = defined_before(root, node);
		struct place place = xmlnode_place(node);
		if (str_is(calendar->id, "elapsed")) {
			reading->good = false;
			diag(DIAG_CONTRACT_RESERVED, &place, "elapsed", NULL);
		} else if (line > 0) {
			reading->good = false;
			diag(DIAG_CONTRACT_DUPLICATE, &place, "calendar",
			    diag_str(calendar->id), diag_number(line), NULL);
		}
		calendar_append(reading, calendar);
	}
}
