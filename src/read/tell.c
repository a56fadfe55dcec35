/* tell - how often a message is printed for one file. */
#include "read/tell.h"

#include "base/arena.h"
#include "base/limits.h"

struct tell {
	int64_t count[DIAG_IDS];
};

struct tell *tell_new(struct arena *arena) {
	return arena_alloc(arena, sizeof(struct tell));
}

bool tell_wanted(struct tell *tell, enum diag_id id) {
	if (tell->count[id]++ < LIMIT_MESSAGES)
		return true;
	diag_tally(id);
	return false;
}

void tell_end(struct tell *tell, const struct place *file) {
	for (int id = 0; id < DIAG_IDS; id++)
		if (tell->count[id] > LIMIT_MESSAGES)
			diag(DIAG_CSV_MORE, file,
			    diag_number(tell->count[id] - LIMIT_MESSAGES),
			    diag_name((enum diag_id)id), NULL);
}
