/*
 * mask - what the public edition hides.
 *
 * Fields that record.def calls personal are hidden, except for the roles and
 * organizations that the contacts and the contract name, and so are those that
 * tell a device or where it stands.  What was hidden there is hidden wherever
 * else it is said, and so is what base/detect takes for contact data or a
 * secret.  Host names give way to the contract's names of targets; which words
 * are taken for one is told in facts/names.
 */
#ifndef GEPPO_MASK_H
#define GEPPO_MASK_H

#include "facts/facts.h"

struct mask;

/* What the rows say of persons and devices. */
const struct mask *mask_new(struct arena *arena, const struct rows *rows,
    const struct words *words);

/* The text without names, contact data and secrets. */
struct str mask_text(struct arena *arena, const struct mask *mask,
    struct str text);

/* A cell of names of devices. */
struct str mask_host(const struct mask *mask, struct str text);

/* The rows with all personal fields hidden; others are as they were, since
 * figures are worked out from them. */
const struct rows *mask_rows(struct arena *arena, const struct mask *mask,
    const struct rows *rows);

#endif
