/* slacsv - the indicators as CSV, the columns of contract.md. */
#include "facts/slacsv.h"

#include "base/csvtext.h"
#include "facts/facts.h"
#include "facts/judge.h"

static const char *const columns[SLACSV_COLUMNS] = { "id", "name", "kind",
	"numerator", "denominator", "value", "worst", "best", "coverage",
	"total", "target", "attainment", "verdict", "n", "missed", "open",
	"unjudged" };

const char *slacsv_column(size_t n) {
	return columns[n];
}

static struct str int_text(struct arena *arena, bool has, int64_t n) {
	struct buf buf = buf_in(arena);
	if (has)
		buf_int(&buf, n);
	return buf_str(&buf);
}

void slacsv_cells(struct arena *arena, const struct figure *figure,
    struct str *cell) {
	const struct indicator *indicator = figure->indicator;
	const struct str cells[SLACSV_COLUMNS] = { indicator->id,
	    indicator->name, str_of(contract_kind_name(indicator->kind)),
	    int_text(arena, figure->has_ratio, figure->ratio.num),
	    int_text(arena, figure->has_ratio, figure->ratio.den),
	    figure->value, figure->worst, figure->best, figure->coverage,
	    figure->total, indicator->target, indicator->attainment,
	    str_of(judge_name(figure->verdict)),
	    int_text(arena, true, figure->n),
	    int_text(arena, figure->has_missed, figure->missed),
	    int_text(arena, figure->has_scores, figure->open),
	    int_text(arena, figure->has_scores, figure->unjudged) };
	memcpy(cell, cells, sizeof cells);
}

void slacsv_write(const struct facts *facts, struct buf *buf) {
	for (size_t c = 0; c < SLACSV_COLUMNS; c++)
		csvtext_cell(buf, str_of(columns[c]), c == 0);
	csvtext_end(buf);
	for (size_t i = 0; i < facts->figures; i++) {
		struct str cell[SLACSV_COLUMNS];
		slacsv_cells(buf->arena, &facts->figure[i], cell);
		for (size_t c = 0; c < SLACSV_COLUMNS; c++)
			csvtext_cell(buf, cell[c], c == 0);
		csvtext_end(buf);
	}
}
