/* kind - the kinds of documents that geppo makes. */
#include "doc/kind.h"

static const struct kind kinds[KINDS] = {
#define KIND(id, name, code, span, title) \
	[KIND_##id] = { name, code, span, title },
#include "doc/kind.def"
#undef KIND
};

const struct kind *kind_at(size_t index) {
	return &kinds[index];
}

enum kind_id kind_find(const char *name) {
	size_t i = 0;
	while (i < KINDS && strcmp(kinds[i].name, name) != 0)
		i++;
	return (enum kind_id)i;
}

/* A miss of the period, or one that is still followed. */
static bool has_miss(const struct facts *facts) {
	for (size_t i = 0; i < facts->figures; i++)
		if (facts->figure[i].verdict == VERDICT_MISSED
		    || facts->figure[i].chain.misses != 0)
			return true;
	return false;
}

static bool has_incident(const struct facts *facts) {
	const struct fact_table *table = facts_table(facts,
	    "incident-reports");
	return table != NULL && table->rows != 0;
}

bool kind_fits(const struct kind *kind, const struct facts *facts) {
	enum period_kind period = facts->period.kind;
	if (strcmp(kind->span, "any") == 0)
		return true;
	if (period == PERIOD_YEAR || period == PERIOD_CONTRACT)
		return period == PERIOD_YEAR && strcmp(kind->span, "year") == 0;
	return strcmp(kind->span, "month") == 0
	    || (strcmp(kind->span, "miss") == 0 && has_miss(facts))
	    || (strcmp(kind->span, "incident") == 0 && has_incident(facts));
}
