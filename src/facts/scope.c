/* scope - an indicator in a period, as known at a cut-off. */
#include "facts/scope.h"

int64_t scope_limit(const struct scope *scope) {
	int64_t limit = scope->as_of < scope->end ? scope->as_of : scope->end;
	return limit < scope->start ? scope->start : limit;
}

bool scope_holds(const struct scope *scope, int64_t instant) {
	return instant >= scope->start && instant < scope_limit(scope);
}

bool scope_counts(const struct scope *scope, const struct rows_member *member) {
	int64_t limit = scope_limit(scope);
	if (scope->indicator->until.n == 0)
		return scope_holds(scope, member->at);
	return member->at < limit && member->until >= limit;
}

const struct calendar *scope_calendar(const struct scope *scope) {
	const struct calendar *calendar = scope->indicator->calendar;
	return calendar != NULL ? calendar : scope->rows->contract->calendar[0];
}

const struct rows_table *scope_table(const struct scope *scope,
    enum record_id records) {
	return &scope->rows->table[records];
}
