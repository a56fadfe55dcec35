/*
 * names - names that are to be found in texts, and what stands for each.
 *
 * Of two that begin alike the longer is found; letters and digits that go on
 * make another name: Ann is not in Annual.
 */
#ifndef GEPPO_NAMES_H
#define GEPPO_NAMES_H

#include "store/rows.h"

struct words;

struct names;

struct names_found {
	size_t at, n;			/* bytes of the text */
	struct str shown;
};

struct names *names_new(struct arena *arena);

/* Names of less than NAME_BYTES and those that are there already are left
 * out. */
void names_add(struct arena *arena, struct names *names, struct str text,
    struct str shown);

/* The names of devices: targets of the contract, which are shown by the name
 * that it gives them, hosts of samples, alerts and backups, devices of the
 * ledger.  One word of Latin letters with a digit or a sign in it is taken
 * for such a name wherever it stands; one of small letters alone where it
 * stands by itself; ordinary words and those with capitals only as the whole
 * of a cell (names_cell). */
void names_add_hosts(struct arena *arena, struct names *names,
    const struct rows *rows, const struct words *words);

/* What stands for the whole of a cell; the text unless it is a name. */
struct str names_cell(const struct names *names, struct str text);

/* The first at or behind the byte `from`; false when there is none. */
bool names_next(const struct names *names, struct str text, size_t from,
    struct names_found *found);

#endif
