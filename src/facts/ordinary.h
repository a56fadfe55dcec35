/*
 * ordinary - words that are no names of devices, whatever a device is called:
 * those of the catalogue, of labels and codes of records, and of the names
 * that the contract uses.  Only words of Latin letters; case does not matter.
 */
#ifndef GEPPO_ORDINARY_H
#define GEPPO_ORDINARY_H

#include "base/words.h"
#include "contract/contract.h"

struct arena;

struct ordinary;

const struct ordinary *ordinary_new(struct arena *arena,
    const struct contract *contract, const struct words *words);

bool ordinary_has(const struct ordinary *ordinary, struct str word);

#endif
