/*
 * made - rows made by hand for unit tests of facts: a contract with an office
 * calendar, targets, and records written as `field=value|field=value`.
 */
#ifndef GEPPO_MADE_H
#define GEPPO_MADE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "facts/history.h"
#include "facts/scope.h"

#define JST 32400

struct made {
	struct arena *arena;
	struct contract contract;
	struct calendar elapsed, office;
	struct calendar *calendars[2];
	struct holidays holidays;
	struct target leaf[4], group;
	struct target *leaves[4], *members[4];
	struct indicator indicator;
	struct indicator_from from[2];
	struct rows rows;
	struct rows_samples samples[4];
	struct rows_population population;
	struct scope scope;
};

static inline int64_t made_instant(const char *text) {
	int64_t instant = 0;
	if (!date_read_instant(str_of(text), JST, &instant))
		die("made: no instant %s", text);
	return instant;
}

static inline void made_calendars(struct made *m) {
	m->elapsed = (struct calendar){ .id = str_of("elapsed"),
	    .elapsed = true, .offset = JST, .holiday = &m->holidays };
	m->office = (struct calendar){ .id = str_of("office"), .offset = JST,
	    .holiday = &m->holidays };
	for (int day = 0; day < 5; day++)
		calendar_read_hours(m->arena,
		    str_of("08:30-12:00 13:00-17:15"), &m->office.week[day]);
	m->calendars[0] = &m->elapsed;
	m->calendars[1] = &m->office;
	m->contract.calendar = m->calendars;
	m->contract.calendars = 2;
}

/* Targets a, b, c, d, and the group g of the first n of them. */
static inline void made_targets(struct made *m, size_t n,
    enum group_rule rule, int64_t k) {
	static const char *const names[] = { "a", "b", "c", "d" };
	for (size_t i = 0; i < 4; i++) {
		m->leaf[i] = (struct target){ .id = str_of(names[i]),
		    .name = str_of(names[i]), .index = i };
		m->leaves[i] = m->members[i] = &m->leaf[i];
	}
	m->group = (struct target){ .id = str_of("g"), .name = str_of("g"),
	    .is_group = true, .rule = rule, .k = k, .member = m->members,
	    .members = n };
	m->contract.leaf = m->leaves;
	m->contract.leaves = 4;
	static struct target *groups[1];
	groups[0] = &m->group;
	m->contract.group = groups;
	m->contract.groups = 1;
}

static inline struct made *made_new(struct arena *arena, const char *start,
    const char *end) {
	struct made *m = arena_alloc(arena, sizeof *m);
	m->arena = arena;
	m->contract.offset = JST;
	date_read_day(str_of("2026-04-01"), &m->contract.term.first);
	date_read_day(str_of("2031-04-01"), &m->contract.term.end);
	made_calendars(m);
	made_targets(m, 2, GROUP_ALL, 0);
	m->indicator = (struct indicator){ .id = str_of("X"),
	    .name = str_of("X"), .digits = 2, .hold_factor = 2, .confirm = 1,
	    .object = &m->leaf[0], .from = m->from, .froms = 1,
	    .reopen_days = 7, .after_hours_same_day = -1,
	    .records = RECORD_ticket };
	for (int i = 0; i < RECORD_TYPES; i++)
		m->rows.table[i].type = record_type((enum record_id)i);
	m->rows.contract = &m->contract;
	m->rows.samples = m->samples;
	m->rows.start = made_instant(start);
	m->rows.end = m->rows.as_of = made_instant(end);
	m->scope = (struct scope){ arena, &m->rows, NULL, &m->indicator,
	    &m->population, m->rows.start, m->rows.end, m->rows.end };
	return m;
}

static inline struct value made_value(const struct record_field *field,
    struct str text) {
	struct value value = { .kind = VALUE_INT };
	switch (field->kind) {
	case FIELD_INSTANT:
		value.n = made_instant(text.p);
		break;
	case FIELD_DATE:
		date_read_day(text, &value.n);
		break;
	case FIELD_INT:
	case FIELD_BOOL:
		str_int(text, &value.n);
		break;
	default:
		value.kind = VALUE_TEXT;
		value.text = text;
	}
	return value;
}

static inline size_t made_row(struct made *m, enum record_id records,
    const char *fields) {
	struct rows_table *table = &m->rows.table[records];
	struct row row = { NULL, { 0, (int64_t)table->count + 2 } };
	struct value *value = arena_array(m->arena, table->type->fields,
	    sizeof *value);
	struct str rest = str_of(fields), pair, name;
	while (str_cut(&rest, '|', &pair)) {
		str_cut(&pair, '=', &name);
		int index = record_field_find(table->type, name);
		if (index < 0)
			die("made: no field in %s", fields);
		if (pair.n != 0)
			value[index] = made_value(&table->type->field[index],
			    str_of(str_z(m->arena, pair)));
	}
	row.value = value;
	table->row = arena_room(m->arena, table->row, table->count,
	    sizeof *table->row);
	table->row[table->count] = row;
	return table->count++;
}

static inline struct rows_member *made_member(struct made *m, size_t row,
    int64_t at) {
	struct rows_population *p = &m->population;
	p->member = arena_room(m->arena, p->member, p->count,
	    sizeof *p->member);
	p->member[p->count] = (struct rows_member){ .row = row, .at = at,
	    .level = -1 };
	return &p->member[p->count++];
}

/* An alert of the target, taken by the first <from>. */
static inline void made_alert(struct made *m, const char *target,
    const char *raised, const char *cleared) {
	m->from[0].records = RECORD_alert;
	size_t row = made_row(m, RECORD_alert, arena_printf(m->arena,
	    "alert_id=L|target=%s|raised_at=%s|cleared_at=%s", target, raised,
	    cleared));
	made_member(m, row, made_instant(raised))->level = 0;
}

/* count samples of the state from first on, step seconds apart. */
static inline void made_run(struct made *m, size_t leaf, const char *first,
    int64_t step, int64_t count, int state) {
	struct rows_samples *samples = &m->samples[leaf];
	m->from[0].records = RECORD_status;
	samples->run = arena_room(m->arena, samples->run, samples->count,
	    sizeof *samples->run);
	samples->run[samples->count++] = (struct rows_run){
	    made_instant(first), step, count, state, step, { 0, 2 } };
}

static inline const struct scope *made_scope(struct made *m) {
	m->scope.histories = history_index(m->arena, &m->rows);
	return &m->scope;
}

#endif
