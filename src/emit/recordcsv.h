/*
 * recordcsv - every record of a type as CSV, under the names of its fields:
 * what a successor takes over (K IV 7.1) and any `geppo load` reads again.
 */
#ifndef GEPPO_RECORDCSV_H
#define GEPPO_RECORDCSV_H

#include "facts/facts.h"

struct arena;

/* False when the file cannot be written. */
bool recordcsv_write(struct arena *arena, const struct facts *facts,
    enum record_id id, const char *path);

#endif
