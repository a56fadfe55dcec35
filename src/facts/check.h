/* check - the named data checks, from check.def. */
#ifndef GEPPO_CHECK_H
#define GEPPO_CHECK_H

#include "base/diag.h"

enum check_id {
#define CHECK(id, name, level) CHECK_##id,
#include "facts/check.def"
#undef CHECK
	CHECKS
};

struct check {
	const char *name;
	enum diag_level level;
};

const struct check *check_at(enum check_id id);

#endif
