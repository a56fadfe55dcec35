/* lookup - things of an array by a text of theirs. */
#include "facts/lookup.h"

#include "base/arena.h"
#include "facts/cell.h"

void lookup_add(struct arena *arena, struct lookup *lookup, struct str name,
    size_t index) {
	lookup->at = arena_room(arena, lookup->at, lookup->count,
	    sizeof *lookup->at);
	lookup->at[lookup->count++] = (struct lookup_entry){ name, index };
}

static int order(const void *a, const void *b) {
	const struct lookup_entry *x = a, *y = b;
	int names = str_compare(x->name, y->name);
	return names != 0 ? names : (x->index > y->index)
	    - (x->index < y->index);
}

void lookup_sort(struct lookup *lookup) {
	if (lookup->count != 0)
		qsort(lookup->at, lookup->count, sizeof *lookup->at, order);
}

struct lookup lookup_rows(struct arena *arena, const struct rows_table *table,
    int field) {
	struct lookup lookup = { NULL, 0 };
	for (size_t i = 0; i < table->count; i++) {
		struct str text = cell_text(&table->row[i], field);
		if (text.n != 0)
			lookup_add(arena, &lookup, text, i);
	}
	lookup_sort(&lookup);
	return lookup;
}

struct lookup lookup_find(struct lookup lookup, struct str name) {
	size_t low = 0, high = lookup.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(lookup.at[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	struct lookup found = { lookup.count == 0 ? NULL : lookup.at + low, 0 };
	while (low + found.count < lookup.count
	    && str_equal(found.at[found.count].name, name))
		found.count++;
	return found;
}
