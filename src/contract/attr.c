/*
 * attr - attributes of contract.xml as values, or a message at their place.
 */
#include "contract/attr.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "xml/xmlnode.h"

struct place attr_blame(struct reading *reading, const struct _xmlNode *node) {
	reading->good = false;
	return xmlnode_place(node);
}

void attr_malformed(struct reading *reading, const struct _xmlNode *node,
    const char *name, const char *example) {
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_FORM, &place, diag_str(xmlnode_name(node)), name,
	    diag_str(xmlnode_attr(node, name)), example, NULL);
}

struct str attr_text(const struct reading *reading,
    const struct _xmlNode *node, const char *name) {
	return str_copy(reading->arena, str_trim(xmlnode_attr(node, name)));
}

int attr_choice(const struct _xmlNode *node, const char *name,
    const char *const *words, int absent) {
	struct str value = str_trim(xmlnode_attr(node, name));
	for (int i = 0; words[i] != NULL; i++)
		if (str_is(value, words[i]))
			return i;
	return absent;
}

int64_t attr_int(struct reading *reading, const struct _xmlNode *node,
    const char *name, int64_t least, int64_t most, int64_t absent) {
	struct str text = xmlnode_attr(node, name);
	if (text.p == NULL)
		return absent;
	int64_t value;
	if (str_int(str_trim(text), &value) && value >= least && value <= most)
		return value;
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_RANGE, &place, diag_str(xmlnode_name(node)), name,
	    diag_str(text), diag_number(least), diag_number(most), NULL);
	return absent;
}

int64_t attr_day(struct reading *reading, const struct _xmlNode *node,
    const char *name) {
	int64_t day = 0;
	if (!date_read_day(str_trim(xmlnode_attr(node, name)), &day))
		attr_malformed(reading, node, name, "2026-10-09");
	return day;
}

bool attr_duration(struct reading *reading, const struct _xmlNode *node,
    const char *name, struct duration *duration) {
	struct str text = xmlnode_attr(node, name);
	if (text.p == NULL)
		return false;
	if (ratio_read_duration(str_trim(text), duration)
	    && duration->n >= 0)
		return true;
	attr_malformed(reading, node, name, "90s 15m 2h 3bd 5cd 1mo");
	return false;
}

enum record_id attr_records(struct reading *reading,
    const struct _xmlNode *node) {
	struct str name = str_trim(xmlnode_attr(node, "records"));
	enum record_id id = record_find(name);
	if (id != RECORD_TYPES)
		return id;
	struct buf known = buf_in(reading->arena);
	for (int i = 0; i < RECORD_TYPES; i++) {
		buf_text(&known, i == 0 ? "" : " ");
		buf_text(&known, record_type((enum record_id)i)->name);
	}
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_RECORDS, &place, diag_str(xmlnode_name(node)),
	    diag_str(name), buf_z(&known), NULL);
	return RECORD_TYPES;
}

static bool fits(const struct record_type *type, size_t index,
    enum attr_field kind) {
	const struct record_field *field = &type->field[index];
	bool kept = (type->flags & RECORD_STREAMED) == 0;
	switch (kind) {
	case ATTR_KEPT:
		return kept;
	case ATTR_KEPT_TIME:
		return kept && fits(type, index, ATTR_TIME);
	case ATTR_TIME:
		return field->kind == FIELD_INSTANT || field->kind == FIELD_DATE;
	case ATTR_NUMBER:
		return field->kind == FIELD_INT || field->kind == FIELD_NUM
		    || field->kind == FIELD_HOURS;
	default:
		return true;
	}
}

struct str attr_field(struct reading *reading, const struct _xmlNode *node,
    const char *name, enum record_id records, enum attr_field kind) {
	struct str text = attr_text(reading, node, name);
	if (xmlnode_attr(node, name).p == NULL || records == RECORD_TYPES)
		return text;
	const struct record_type *type = record_type(records);
	int index = record_field_find(type, text);
	if (index >= 0 && fits(type, (size_t)index, kind))
		return text;
	struct buf known = buf_in(reading->arena);
	for (size_t i = 0; i < type->fields; i++)
		if (fits(type, i, kind)) {
			buf_text(&known, known.n == 0 ? "" : " ");
			buf_text(&known, type->field[i].name);
		}
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_FIELD, &place, diag_str(xmlnode_name(node)), name,
	    diag_str(text), type->name, buf_z(&known), NULL);
	return text;
}

const struct calendar *attr_calendar(struct reading *reading,
    const struct _xmlNode *node, const char *name) {
	struct str id = str_trim(xmlnode_attr(node, name));
	if (id.p == NULL)
		return NULL;
	const struct contract *contract = reading->contract;
	const struct calendar *calendar = contract_calendar(contract, id);
	if (calendar != NULL)
		return calendar;
	struct buf known = buf_in(reading->arena);
	for (size_t i = 0; i < contract->calendars; i++) {
		buf_text(&known, i == 0 ? "" : " ");
		buf_add(&known, contract->calendar[i]->id);
	}
	struct place place = attr_blame(reading, node);
	diag(DIAG_CONTRACT_CALENDAR, &place, diag_str(xmlnode_name(node)), name,
	    diag_str(id), buf_z(&known), NULL);
	return NULL;
}
