/* check - the named data checks, from check.def. */
#include "facts/check.h"

static const struct check checks[CHECKS] = {
#define CHECK(id, name, level) [CHECK_##id] = { name, DIAG_##level },
#include "facts/check.def"
#undef CHECK
};

const struct check *check_at(enum check_id id) {
	return &checks[id];
}
