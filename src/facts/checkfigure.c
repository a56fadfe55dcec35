/* checkfigure - data checks of the figures themselves and their calendars. */
#include "facts/checkfigure.h"

#include "base/arena.h"
#include "base/date.h"
#include "facts/finding.h"
#include "facts/phrase.h"

void checkfigure_holidays(struct findings *findings) {
	const struct contract *contract = findings->rows->contract;
	int last = date_civil(rows_counted_end(findings->rows) - 1).year;
	for (int year = date_civil(findings->rows->period.first).year;
	    year <= last; year++)
		if (contract_holidays_lack(contract, year))
			finding_contract(findings, contract->holidays_line,
			    contract->holidays_file,
			    diag_number(year), "");
}

static void add_figure(struct findings *findings, const struct figure *figure,
    struct str what) {
	const struct indicator *indicator = figure->indicator;
	finding_contract(findings, indicator->line, indicator->id,
	    str_z(findings->arena, what), str_z(findings->arena,
	    indicator->name));
}

void checkfigure_unmeasured(struct findings *findings) {
	for (size_t i = 0; i < findings->facts->figures; i++) {
		const struct figure *figure = &findings->facts->figure[i];
		int64_t seconds = figure->second[SECOND_UNMEASURED];
		if (seconds != 0)
			add_figure(findings, figure, ratio_hms(findings->arena,
			    seconds));
	}
}

void checkfigure_unjudged(struct findings *findings) {
	for (size_t i = 0; i < findings->facts->figures; i++) {
		const struct figure *figure = &findings->facts->figure[i];
		if (figure->unjudged != 0)
			add_figure(findings, figure, phrase_int(findings->arena,
			    figure->unjudged));
	}
}

/* The ledger of today opens with another number than was published. */
static void add_opening(struct findings *findings,
    const struct carry_over *carry) {
	static const struct origin nowhere = { SIZE_MAX, 0 };
	const char *words = findings->words;
	findings->words = "check.carry-over.opening";
	finding_at(findings, nowhere, carry->label, str_z(findings->arena,
	    phrase_int(findings->arena, carry->opening)),
	    str_z(findings->arena, phrase_int(findings->arena,
	    carry->ledger)));
	findings->words = words;
}

void checkfigure_carry(struct findings *findings) {
	static const struct origin nowhere = { SIZE_MAX, 0 };
	for (size_t i = 0; i < findings->facts->carries; i++) {
		const struct carry_over *carry = &findings->facts->carry[i];
		if (carry->ledger != carry->opening) {
			add_opening(findings, carry);
			continue;
		}
		if (carry->balances)
			continue;
		finding_at(findings, nowhere, carry->label,
		    arena_printf(findings->arena, "%lld + %lld - %lld",
		    (long long)carry->opening, (long long)carry->added,
		    (long long)carry->closed), str_z(findings->arena,
		    phrase_int(findings->arena, carry->closing)));
	}
}

void checkfigure_sums(struct findings *findings) {
	const struct rows *rows = findings->rows;
	for (size_t i = 0; i < findings->facts->figures; i++) {
		const struct figure *figure = &findings->facts->figure[i];
		int64_t sum = 0;
		for (int c = 0; c < SECOND_CLASSES; c++)
			sum += figure->second[c];
		if (figure->indicator->kind == INDICATOR_AVAILABILITY
		    && sum != rows->end - rows->start)
			add_figure(findings, figure, phrase_int(findings->arena,
			    sum));
	}
}
