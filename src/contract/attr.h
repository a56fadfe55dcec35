/*
 * attr - attributes of contract.xml as values, or a message at their place.
 *
 * The document has passed its grammar.  A value that does not read gives a
 * diag and a harmless value, so that one run tells all that is wrong; the
 * reading is then no good.
 */
#ifndef GEPPO_ATTR_H
#define GEPPO_ATTR_H

#include "base/diag.h"
#include "contract/contract.h"

struct arena;
struct _xmlNode;

/* The contract while it is read. */
struct reading {
	struct arena *arena;
	struct contract *contract;
	bool good;
};

/* What a field must hold to stand in an attribute. */
enum attr_field {
	ATTR_ANY, ATTR_TIME, ATTR_NUMBER,
	ATTR_KEPT, ATTR_KEPT_TIME	/* of a record kept row by row */
};

/* The place of node for a message; the reading is no good any more. */
struct place attr_blame(struct reading *reading, const struct _xmlNode *node);

/* Blame the attribute's form; example shows a good one. */
void attr_malformed(struct reading *reading, const struct _xmlNode *node,
    const char *name, const char *example);

/* The value, empty when there is none. */
struct str attr_text(const struct reading *reading,
    const struct _xmlNode *node, const char *name);

/* Index of the value in words (ended by NULL), or absent when there is none. */
int attr_choice(const struct _xmlNode *node, const char *name,
    const char *const *words, int absent);

/* A whole number from least to most. */
int64_t attr_int(struct reading *reading, const struct _xmlNode *node,
    const char *name, int64_t least, int64_t most, int64_t absent);

/* A local day; the attribute is there. */
int64_t attr_day(struct reading *reading, const struct _xmlNode *node,
    const char *name);

/* False when there is none or it is malformed. */
bool attr_duration(struct reading *reading, const struct _xmlNode *node,
    const char *name, struct duration *duration);

/* The record type of records=""; RECORD_TYPES after a diag. */
enum record_id attr_records(struct reading *reading,
    const struct _xmlNode *node);

/* The field's name, checked against the record type; empty when there is
 * none. */
struct str attr_field(struct reading *reading, const struct _xmlNode *node,
    const char *name, enum record_id records, enum attr_field kind);

/* NULL when there is none, or after a diag. */
const struct calendar *attr_calendar(struct reading *reading,
    const struct _xmlNode *node, const char *name);

#endif
