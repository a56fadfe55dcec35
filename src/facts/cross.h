/*
 * cross - records of the period counted or summed by two fields: tables
 * `cross-ID` of the contract's <cross>, else work by category and system.
 */
#ifndef GEPPO_CROSS_H
#define GEPPO_CROSS_H

#include "facts/facts.h"

struct arena;

void cross_add(struct arena *arena, struct facts *facts);

#endif
