/* lanes - a hash table with open addressing, at most half full. */
#include "store/lanes.h"

#include "base/arena.h"

enum { PLACES_FIRST = 64 };

struct lanes lanes_in(struct arena *arena, size_t parts) {
	struct lanes lanes = { .arena = arena, .parts = parts,
	    .places = PLACES_FIRST };
	lanes.table = arena_array(arena, lanes.places, sizeof *lanes.table);
	return lanes;
}

/* FNV-1a, each text ended by a byte */
static uint64_t hash_of(const struct lanes *lanes, const struct str *name) {
	uint64_t hash = 14695981039346656037u;
	for (size_t part = 0; part < lanes->parts; part++) {
		for (size_t i = 0; i < name[part].n; i++)
			hash = (hash ^ (unsigned char)name[part].p[i])
			    * 1099511628211u;
		hash *= 1099511628211u;
	}
	return hash ^ hash >> 32;
}

static const struct str *name_of(const struct lanes *lanes, size_t slot) {
	return &lanes->name[slot * lanes->parts];
}

static bool is_name(const struct lanes *lanes, size_t slot,
    const struct str *name) {
	const struct str *known = name_of(lanes, slot);
	for (size_t part = 0; part < lanes->parts; part++)
		if (!str_equal(known[part], name[part]))
			return false;
	return true;
}

/* Where the name is, or the free place where it belongs. */
static uint32_t *place_of(const struct lanes *lanes, const struct str *name) {
	size_t at = hash_of(lanes, name) & (lanes->places - 1);
	while (lanes->table[at] != 0
	    && !is_name(lanes, lanes->table[at] - 1, name))
		at = (at + 1) & (lanes->places - 1);
	return &lanes->table[at];
}

static void grow(struct lanes *lanes) {
	lanes->places *= 2;
	lanes->table = arena_array(lanes->arena, lanes->places,
	    sizeof *lanes->table);
	for (size_t i = 0; i < lanes->count; i++)
		*place_of(lanes, name_of(lanes, i)) = (uint32_t)i + 1;
}

static void add(struct lanes *lanes, const struct str *name) {
	size_t names = lanes->count * lanes->parts;
	for (size_t part = 0; part < lanes->parts; part++) {
		lanes->name = arena_room(lanes->arena, lanes->name, names,
		    sizeof *lanes->name);
		lanes->name[names++] = str_copy(lanes->arena, name[part]);
	}
	lanes->slot = arena_room(lanes->arena, lanes->slot, lanes->count,
	    sizeof *lanes->slot);
	lanes->slot[lanes->count++] = NULL;
}

/* The index of the name's slot, made when there is none. */
static size_t find(struct lanes *lanes, const struct str *name) {
	uint32_t *place = place_of(lanes, name);
	if (*place == 0) {
		if (2 * (lanes->count + 1) > lanes->places) {
			grow(lanes);
			place = place_of(lanes, name);
		}
		add(lanes, name);
		*place = (uint32_t)lanes->count;
	}
	return *place - 1;
}

/* Where the slot of records with these texts is noted. */
static uint32_t *known_at(struct lanes *lanes, size_t texts) {
	for (; lanes->knowns <= texts; lanes->knowns++) {
		lanes->known = arena_room(lanes->arena, lanes->known,
		    lanes->knowns, sizeof *lanes->known);
		lanes->known[lanes->knowns] = 0;
	}
	return &lanes->known[texts];
}

void **lanes_find(struct lanes *lanes, size_t texts, const struct str *name) {
	if (texts == 0) {
		size_t at = find(lanes, name);	/* may move the slots */
		return &lanes->slot[at];
	}
	uint32_t *known = known_at(lanes, texts);
	if (*known == 0)
		*known = (uint32_t)find(lanes, name) + 1;
	return &lanes->slot[*known - 1];
}
