/*
 * record - what geppo knows about the world, as types of records.
 *
 * record.def is the one definition of every record type: tables and views of
 * the store, import checks, data dictionary, templates of `geppo init`, and
 * the labels of ledgers all come from it.  No second list of fields exists.
 */
#ifndef GEPPO_RECORD_H
#define GEPPO_RECORD_H

#include "base/ratio.h"
#include "base/str.h"

struct arena;

enum record_id {
#define RECORD(name, flags, ja, en) RECORD_##name,
#define FIELD(record, name, kind, flags, ja, en, words)
#define END(name)
#include "base/record.def"
#undef RECORD
#undef FIELD
#undef END
	RECORD_TYPES
};

enum field_kind {
	FIELD_ID,	/* short text that names a record */
	FIELD_TEXT,	/* one line */
	FIELD_LONGTEXT,	/* paragraphs */
	FIELD_INSTANT,	/* seconds since 1970 UTC */
	FIELD_DATE,	/* a local day */
	FIELD_INT,
	FIELD_NUM,	/* exact decimal */
	FIELD_HOURS,	/* exact decimal, hours of work */
	FIELD_BOOL,
	FIELD_ENUM,	/* words: name=ja=en|name=ja=en */
	FIELD_REF	/* words: the record type it names, system, target */
};

enum {
	FIELD_REQUIRED = 1,	/* a row without it is rejected */
	FIELD_KEY = 2,		/* part of the record's identity */
	FIELD_PERSONAL = 4,	/* names or contact data: masked in 公開版 */
	RECORD_STREAMED = 8,	/* of a record: status and metric */
	FIELD_HOST = 16,	/* names a device: by its contract's name in 公開版 */
	FIELD_EQUIPMENT = 32	/* serial, place: masked in 公開版 */
};

struct record_field {
	const char *type;	/* name of the record type */
	const char *name;
	enum field_kind kind;
	unsigned flags;
	const char *ja;
	const char *en;
	const char *words;
};

struct record_type {
	const char *name;
	unsigned flags;
	const char *ja;
	const char *en;
	const struct record_field *field;
	size_t fields;
};

/* One cell: what a field holds.  A date is its day number, a bool 0 or 1, an
 * enum the English name as text. */
enum value_kind { VALUE_NONE, VALUE_INT, VALUE_DECIMAL, VALUE_TEXT };

struct value {
	enum value_kind kind;
	int scale;
	int64_t n;		/* VALUE_INT; VALUE_DECIMAL: n / 10^scale */
	struct str text;	/* VALUE_TEXT */
};

const struct record_type *record_type(enum record_id id);

/* RECORD_TYPES when there is none of the name. */
enum record_id record_find(struct str name);

/* Index of the field, or -1. */
int record_field_find(const struct record_type *type, struct str name);

/* The n-th word of an enum field, counted from 0: name and label by language
 * ("ja", "en").  False past the last. */
bool record_word(const struct record_field *field, size_t n,
    struct str language, struct str *name, struct str *label);

/* What names the record with these values, one per field: its key fields, a
 * tab between them. */
struct str record_key(struct arena *arena, const struct record_type *type,
    const struct value *value);

#endif
