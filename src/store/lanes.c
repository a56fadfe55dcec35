/* lanes - a hash table with open addressing, at most half full. */
#include "store/lanes.h"

#include "base/arena.h"

enum { PLACES_FIRST = 64 };

struct lanes lanes_in(struct arena *arena) {
	struct lanes lanes = { .arena = arena, .places = PLACES_FIRST };
	lanes.table = arena_array(arena, lanes.places, sizeof *lanes.table);
	return lanes;
}

/* FNV-1a */
static uint64_t hash_of(struct str name) {
	uint64_t hash = 14695981039346656037u;
	for (size_t i = 0; i < name.n; i++)
		hash = (hash ^ (unsigned char)name.p[i]) * 1099511628211u;
	return hash ^ hash >> 32;
}

/* Where the name is, or the free place where it belongs. */
static uint32_t *place_of(const struct lanes *lanes, struct str name) {
	size_t at = hash_of(name) & (lanes->places - 1);
	while (lanes->table[at] != 0
	    && !str_equal(lanes->name[lanes->table[at] - 1], name))
		at = (at + 1) & (lanes->places - 1);
	return &lanes->table[at];
}

static void grow(struct lanes *lanes) {
	lanes->places *= 2;
	lanes->table = arena_array(lanes->arena, lanes->places,
	    sizeof *lanes->table);
	for (size_t i = 0; i < lanes->count; i++)
		*place_of(lanes, lanes->name[i]) = (uint32_t)i + 1;
}

void **lanes_find(struct lanes *lanes, struct str name) {
	uint32_t *place = place_of(lanes, name);
	if (*place != 0)
		return &lanes->slot[*place - 1];
	if (2 * (lanes->count + 1) > lanes->places) {
		grow(lanes);
		place = place_of(lanes, name);
	}
	lanes->name = arena_room(lanes->arena, lanes->name, lanes->count,
	    sizeof *lanes->name);
	lanes->slot = arena_room(lanes->arena, lanes->slot, lanes->count,
	    sizeof *lanes->slot);
	lanes->name[lanes->count] = str_copy(lanes->arena, name);
	lanes->slot[lanes->count] = NULL;
	*place = (uint32_t)++lanes->count;
	return &lanes->slot[lanes->count - 1];
}
