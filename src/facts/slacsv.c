/* slacsv - the indicators as CSV, the columns of contract.md. */
#include "facts/slacsv.h"

#include "base/csvtext.h"
#include "facts/facts.h"
#include "facts/judge.h"

static void add_int(struct buf *buf, bool has, int64_t n) {
	buf_char(buf, ',');
	if (has)
		buf_int(buf, n);
}

static void add_figure(struct buf *buf, const struct figure *figure) {
	const struct indicator *indicator = figure->indicator;
	csvtext_cell(buf, indicator->id, true);
	csvtext_cell(buf, indicator->name, false);
	csvtext_cell(buf, str_of(contract_kind_name(indicator->kind)), false);
	add_int(buf, figure->has_ratio, figure->ratio.num);
	add_int(buf, figure->has_ratio, figure->ratio.den);
	csvtext_cell(buf, figure->value, false);
	csvtext_cell(buf, figure->worst, false);
	csvtext_cell(buf, figure->best, false);
	csvtext_cell(buf, figure->coverage, false);
	csvtext_cell(buf, figure->total, false);
	csvtext_cell(buf, indicator->target, false);
	csvtext_cell(buf, indicator->attainment, false);
	csvtext_cell(buf, str_of(judge_name(figure->verdict)), false);
	add_int(buf, true, figure->n);
	add_int(buf, figure->has_missed, figure->missed);
	add_int(buf, figure->has_scores, figure->open);
	add_int(buf, figure->has_scores, figure->unjudged);
	csvtext_end(buf);
}

void slacsv_write(const struct facts *facts, struct buf *buf) {
	buf_text(buf, "id,name,kind,numerator,denominator,value,worst,best,"
	    "coverage,total,target,attainment,verdict,n,missed,open,unjudged");
	csvtext_end(buf);
	for (size_t i = 0; i < facts->figures; i++)
		add_figure(buf, &facts->figure[i]);
}
