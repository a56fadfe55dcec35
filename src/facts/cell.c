/* cell - single fields of a row, by the index of the field. */
#include "facts/cell.h"

#include "base/date.h"

int cell_index(enum record_id records, const char *field) {
	return record_field_find(record_type(records), str_of(field));
}

bool cell_filled(const struct row *row, int index) {
	if (index < 0)
		return false;
	const struct value *value = &row->value[index];
	return value->kind == VALUE_TEXT ? value->text.n != 0
	    : value->kind != VALUE_NONE;
}

struct str cell_text(const struct row *row, int index) {
	if (index < 0 || row->value[index].kind != VALUE_TEXT)
		return (struct str){ NULL, 0 };
	return row->value[index].text;
}

bool cell_int(const struct row *row, int index, int64_t *value) {
	if (index < 0 || row->value[index].kind != VALUE_INT)
		return false;
	*value = row->value[index].n;
	return true;
}

bool cell_instant(const struct row *row, enum record_id records, int index,
    int64_t offset, int64_t *instant) {
	if (!cell_int(row, index, instant))
		return false;
	if (record_type(records)->field[index].kind == FIELD_DATE)
		*instant = date_start(*instant, offset);
	return true;
}

struct str cell_name(const struct row *row, enum record_id records) {
	const struct record_type *type = record_type(records);
	for (size_t i = 0; i < type->fields; i++)
		if ((type->field[i].flags & FIELD_KEY) != 0
		    && row->value[i].kind == VALUE_TEXT)
			return row->value[i].text;
	return (struct str){ NULL, 0 };
}

bool cell_is_void(const struct row *row, enum record_id records) {
	struct str status = cell_text(row, cell_index(records, "status"));
	int64_t cancelled;
	return str_is(status, "cancelled") || str_is(status, "duplicate")
	    || cell_filled(row, cell_index(records, "duplicate_of"))
	    || (cell_int(row, cell_index(records, "cancelled"), &cancelled)
	    && cancelled != 0);
}
