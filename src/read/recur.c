/*
 * recur - a hash table of sets with chains.
 *
 * Rows go through their sets in the same order again and again, or stay with
 * one for long: the set that came behind the last one before, and the last
 * one, are tried first.
 */
#include "read/recur.h"

#include "base/arena.h"

/* Sets that are remembered, bytes of the cells of each; places of the table. */
enum { SETS = 1 << 16, BYTES = 512, PLACES = 1 << 12 };

struct set {
	struct recur_set said;
	const struct str *cell;		/* per column */
	struct set *after;		/* the one that came behind it */
	struct set *next;		/* at the same place */
};

struct recur {
	struct arena *arena;
	const size_t *column;
	size_t columns;
	size_t fields;
	size_t sets;
	struct set *last;
	struct set **place;
};

struct recur *recur_new(struct arena *arena, const size_t *column,
    size_t columns, size_t fields) {
	struct recur *recur = arena_alloc(arena, sizeof *recur);
	*recur = (struct recur){ .arena = arena, .column = column,
	    .columns = columns, .fields = fields };
	recur->place = arena_array(arena, PLACES, sizeof *recur->place);
	return recur;
}

static bool is_set(const struct recur *recur, const struct set *set,
    const struct str *cell) {
	for (size_t i = 0; i < recur->columns; i++)
		if (!str_equal(set->cell[i], cell[recur->column[i]]))
			return false;
	return true;
}

/* FNV-1a, the end of each cell mixed in */
static struct set **place_of(const struct recur *recur,
    const struct str *cell) {
	uint64_t hash = 14695981039346656037u;
	for (size_t i = 0; i < recur->columns; i++) {
		struct str text = cell[recur->column[i]];
		for (size_t k = 0; k < text.n; k++)
			hash = (hash ^ (unsigned char)text.p[k])
			    * 1099511628211u;
		hash = (hash ^ text.n) * 1099511628211u;
	}
	return &recur->place[(hash ^ hash >> 32) % PLACES];
}

static struct set *look_up(const struct recur *recur, const struct str *cell) {
	struct set *set = *place_of(recur, cell);
	while (set != NULL && !is_set(recur, set, cell))
		set = set->next;
	return set;
}

struct recur_set *recur_find(struct recur *recur,
    const struct str *cell) {
	struct set *last = recur->last;
	if (last == NULL)
		return NULL;
	struct set *set = last->after;
	if (set == NULL || !is_set(recur, set, cell))
		set = is_set(recur, last, cell) ? last
		    : look_up(recur, cell);
	if (set == NULL)
		return NULL;
	last->after = set;
	recur->last = set;
	return &set->said;
}

static size_t bytes_of(const struct recur *recur, const struct str *cell) {
	size_t bytes = 0;
	for (size_t i = 0; i < recur->columns; i++)
		bytes += cell[recur->column[i]].n;
	return bytes;
}

/* All in one place, since they are looked at together. */
static const struct str *copy_cells(const struct recur *recur,
    const struct str *cell) {
	struct str *copy = arena_array(recur->arena, recur->columns,
	    sizeof *copy);
	char *p = arena_alloc(recur->arena, bytes_of(recur, cell));
	for (size_t i = 0; i < recur->columns; i++) {
		struct str text = cell[recur->column[i]];
		copy[i] = (struct str){ p, text.n };
		if (text.n != 0)
			memcpy(p, text.p, text.n);
		p += text.n;
	}
	return copy;
}

static struct value *copy_values(const struct recur *recur,
    const struct value *value) {
	struct value *copy = arena_array(recur->arena, recur->fields,
	    sizeof *copy);
	for (size_t i = 0; i < recur->fields; i++) {
		copy[i] = value[i];
		copy[i].text = str_copy(recur->arena, value[i].text);
	}
	return copy;
}

size_t recur_add(struct recur *recur, const struct str *cell,
    const struct value *value) {
	if (recur->sets == SETS || bytes_of(recur, cell) > BYTES)
		return 0;
	struct set **place = place_of(recur, cell);
	struct set *set = arena_alloc(recur->arena, sizeof *set);
	set->cell = copy_cells(recur, cell);
	set->said = (struct recur_set){ ++recur->sets,
	    copy_values(recur, value) };
	set->next = *place;
	*place = set;
	if (recur->last != NULL)
		recur->last->after = set;
	recur->last = set;
	return set->said.number;
}
