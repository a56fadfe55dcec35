/* record - the tables behind record.def. */
#include "base/record.h"

#include "base/buf.h"

#define RECORD(name, flags, ja, en) \
	static const struct record_field name##_fields[] = {
#define FIELD(record, name, kind, flags, ja, en, words) \
	{ #record, #name, FIELD_##kind, flags, ja, en, words },
#define END(name) };
#include "base/record.def"
#undef RECORD
#undef FIELD
#undef END

static const struct record_type types[RECORD_TYPES] = {
#define RECORD(name, flags, ja, en) \
	[RECORD_##name] = { #name, flags, ja, en, name##_fields, \
	    sizeof name##_fields / sizeof name##_fields[0] },
#define FIELD(record, name, kind, flags, ja, en, words)
#define END(name)
#include "base/record.def"
#undef RECORD
#undef FIELD
#undef END
};

const struct record_type *record_type(enum record_id id) {
	return &types[id];
}

enum record_id record_find(struct str name) {
	for (int id = 0; id < RECORD_TYPES; id++)
		if (str_is(name, types[id].name))
			return (enum record_id)id;
	return RECORD_TYPES;
}

int record_field_find(const struct record_type *type, struct str name) {
	for (size_t i = 0; i < type->fields; i++)
		if (str_is(name, type->field[i].name))
			return (int)i;
	return -1;
}

bool record_word(const struct record_field *field, size_t n,
    struct str language, struct str *name, struct str *label) {
	struct str rest = str_of(field->words);
	struct str word;
	for (size_t i = 0; str_cut(&rest, '|', &word); i++) {
		if (i != n)
			continue;
		struct str ja, en;
		if (!str_cut(&word, '=', name) || !str_cut(&word, '=', &ja)
		    || !str_cut(&word, '=', &en))
			return false;
		*label = str_is(language, "ja") ? ja : en;
		return true;
	}
	return false;
}

struct str record_key(struct arena *arena, const struct record_type *type,
    const struct value *value) {
	struct buf key = buf_in(arena);
	bool any = false;
	for (size_t i = 0; i < type->fields; i++) {
		if ((type->field[i].flags & FIELD_KEY) == 0)
			continue;
		if (any)
			buf_char(&key, '\t');
		if (value[i].kind == VALUE_INT)
			buf_int(&key, value[i].n);
		else
			buf_add(&key, value[i].text);
		any = true;
	}
	return buf_str(&key);
}
