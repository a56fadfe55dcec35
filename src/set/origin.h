/*
 * origin - where a character of a document comes from.
 */
#ifndef GEPPO_ORIGIN_H
#define GEPPO_ORIGIN_H

#include "base/diag.h"

struct doc;

/* The file and line of the first text that holds the character, or the
 * variation sequence when selector is not 0: of a record or written text, else
 * of the template, the contract or the workspace's own words; false where none
 * of them has it. */
bool origin_find(const struct doc *doc, uint32_t code, uint32_t selector,
    struct place *place);

#endif
