/* check - the named data checks, from check.def. */
#ifndef GEPPO_CHECK_H
#define GEPPO_CHECK_H

#include "facts/facts.h"

struct arena;
struct findings;

enum check_id {
#define CHECK(id, name, level, list) CHECK_##id,
#include "facts/check.def"
#undef CHECK
	CHECKS
};

struct check {
	const char *name;
	enum diag_level level;
	void (*list)(struct findings *);
};

const struct check *check_at(enum check_id id);

/* Run all: the list of checks, the table `checks` that sums them up, and of
 * each that found something the table `check-NAME`, one row a finding. */
void check_add(struct arena *arena, struct facts *facts);

/* The findings of the check, or NULL when there are none. */
const struct fact_table *check_found(struct arena *arena,
    const struct facts *facts, const struct fact_check *check);

/* The first check of level REFUSE that found something, or NULL. */
const struct fact_check *check_refusal(const struct facts *facts);

#endif
