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

/* Is the word one of the span's? */
static bool spans(const struct kind *kind, const char *word) {
	struct str rest = str_of(kind->span), name;
	while (str_word(&rest, &name))
		if (str_is(name, word))
			return true;
	return false;
}

bool kind_looks_ahead(const struct kind *kind) {
	return spans(kind, "ahead");
}

bool kind_stands(const struct kind *kind) {
	return spans(kind, "any");
}

bool kind_fits(const struct kind *kind, const struct facts *facts) {
	enum period_kind period = facts->period.kind;
	if (kind_stands(kind))
		return true;
	if (period == PERIOD_YEAR || period == PERIOD_CONTRACT)
		return spans(kind, period == PERIOD_YEAR ? "year" : "contract");
	return spans(kind, "month")
	    || (spans(kind, "miss") && has_miss(facts))
	    || (spans(kind, "incident") && has_incident(facts));
}
