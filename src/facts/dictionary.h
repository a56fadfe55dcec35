/*
 * dictionary - the data dictionary of the records in use: types, fields, codes
 * and how they refer to one another (C-38, K IV 7.1), all from record.def.
 */
#ifndef GEPPO_DICTIONARY_H
#define GEPPO_DICTIONARY_H

#include "facts/facts.h"

struct arena;

/* Tables record-types, record-fields, record-codes; graph records. */
void dictionary_add(struct arena *arena, struct facts *facts);

#endif
