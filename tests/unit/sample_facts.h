/*
 * sample_facts - a small hand-made struct facts for tests of doc and emit.
 *
 * One missed availability with trend and trace, one count without target; a
 * table with a total, an empty table, a chart, a graph; hostile text in cells.
 */
#ifndef GEPPO_SAMPLE_FACTS_H
#define GEPPO_SAMPLE_FACTS_H

#include "base/arena.h"
#include "facts/facts.h"

#define SAMPLE_COUNT(array) (sizeof(array) / sizeof *(array))

static struct fact_column sample_columns[] = {
	{ { "id", 2 }, { "番号", 6 }, { NULL, 0 }, COLUMN_ID },
	{ { "title", 5 }, { "件名", 6 }, { NULL, 0 }, COLUMN_LONGTEXT },
	{ { "hours", 5 }, { "工数", 6 }, { "時間", 6 }, COLUMN_DECIMAL },
	{ { "state", 5 }, { "状態", 6 }, { NULL, 0 }, COLUMN_STATUS }
};

static struct fact_cell sample_cell(const char *text, const char *value,
    enum tone tone) {
	return (struct fact_cell){ str_of(text), str_of(value), tone };
}

static struct fact_row sample_row(struct arena *arena, enum fact_row_kind kind,
    const char *id, const char *title, const char *hours, const char *state,
    enum tone tone) {
	struct fact_row row = { kind, arena_array(arena, 4, sizeof *row.cell),
	    { kind == ROW_BODY ? 0 : SIZE_MAX, 7 } };
	row.cell[0] = sample_cell(id, id, TONE_NONE);
	row.cell[1] = sample_cell(title, title, TONE_NONE);
	row.cell[2] = sample_cell(hours, hours, TONE_NONE);
	row.cell[3] = sample_cell(state, state, tone);
	return row;
}

static struct fact_table sample_table(struct arena *arena, const char *id,
    const char *title, bool empty) {
	struct fact_table table = { .id = str_of(id), .title = str_of(title),
	    .sentence = str_of(empty ? "当月の該当はありません。"
	    : "作業は3件、あわせて1,234.5時間でした。"),
	    .column = sample_columns, .columns = SAMPLE_COUNT(sample_columns) };
	if (empty)
		return table;
	table.note = str_of("工数は作業履歴による。");
	table.rows = 4;
	table.row = arena_array(arena, table.rows, sizeof *table.row);
	table.row[0] = sample_row(arena, ROW_BODY, "W-1", "定例点検", "1,200.5",
	    "完了", TONE_GOOD);
	table.row[1] = sample_row(arena, ROW_BODY, "W-2",
	    "<script>alert(1)</script> & \"引用\"", "30.0", "対応中", TONE_WARN);
	table.row[2] = sample_row(arena, ROW_BODY, "W-3",
	    "=HYPERLINK(\"x\")\x01", "4.0", "", TONE_NONE);
	table.row[3] = sample_row(arena, ROW_TOTAL, "", "計", "1,234.5", "",
	    TONE_NONE);
	return table;
}

static struct fact_chart *sample_chart(struct arena *arena, const char *id) {
	static struct str month[] = { { "8月", 4 }, { "9月", 4 }, { "10月", 5 } };
	struct fact_chart *chart = arena_alloc(arena, sizeof *chart);
	*chart = (struct fact_chart){ .id = str_of(id), .kind = CHART_LINE,
	    .title = str_of("稼働率の推移"),
	    .sentence = str_of("8月から10月までの稼働率。9月は計測がない。"),
	    .unit = str_of("%"), .category = month, .categories = 3,
	    .lines = 1, .has_threshold = true, .threshold = { 999, 1 },
	    .threshold_label = str_of("目標 99.9") };
	chart->line = arena_alloc(arena, sizeof *chart->line);
	chart->line->label = str_of("稼働率");
	chart->line->point = arena_array(arena, 3, sizeof *chart->line->point);
	chart->line->point[0] = (struct fact_point){ .has = true,
	    .value = { 9995, 2 }, .text = str_of("99.95") };
	chart->line->point[2] = (struct fact_point){ .has = true,
	    .value = { 9971, 2 }, .text = str_of("99.71") };
	return chart;
}

static struct fact_graph *sample_graph(void) {
	static struct str city[] = { { "見本市", 9 }, { "情報政策課", 15 } };
	static struct str vendor[] = { { "運用責任者", 15 } };
	static struct fact_node box[] = {
		{ { "a", 1 }, city, 2, { "市", 3 } },
		{ { "b", 1 }, vendor, 1, { "受託者", 9 } }
	};
	static struct fact_edge edge[] = { { { "a", 1 }, { "b", 1 },
	    { "連絡", 6 } } };
	static struct fact_graph graph = { .id = { "organization", 12 },
	    .title = { "体制図", 9 }, .sentence = { "市と受託者の体制。", 27 },
	    .node = box, .nodes = 2, .edge = edge, .edges = 1 };
	return &graph;
}

static struct figure *sample_figures(struct arena *arena,
    struct indicator *indicator) {
	struct figure *figure = arena_array(arena, 2, sizeof *figure);
	struct fact_pair *pair = arena_array(arena, 2, sizeof *pair);
	pair[0] = (struct fact_pair){ str_of("target"), str_of("目標"),
	    str_of("99.9%以上") };
	pair[1] = (struct fact_pair){ str_of("formula"), str_of("算式"),
	    str_of("（合意時間－計画停止－障害停止）÷（合意時間－計画停止）") };
	struct fact_table *trace = arena_alloc(arena, sizeof *trace);
	*trace = sample_table(arena, "classes", "時間の区分", false);
	figure[0] = (struct figure){ .indicator = &indicator[0],
	    .ratio = { 9971, 10000 }, .has_ratio = true, .n = 2, .missed = 1,
	    .has_missed = true, .value = str_of("99.71"), .unit = str_of("%"),
	    .verdict = VERDICT_MISSED, .verdict_word = str_of("未達"),
	    .verdict_mark = str_of("×"), .tone = TONE_BAD,
	    .sentence = str_of("稼働率は99.71％で、目標を下回りました。"),
	    .definition = pair, .definitions = 2, .trace = trace, .traces = 1,
	    .trend = sample_chart(arena, "trend"), .before = str_of("99.95"),
	    .change = str_of("-0.24") };
	figure[1] = (struct figure){ .indicator = &indicator[1], .n = 0,
	    .value = str_of("0"), .unit = str_of("件"),
	    .verdict = VERDICT_INFO, .verdict_word = str_of("－"),
	    .sentence = str_of("問合せは0件でした。") };
	return figure;
}

static struct contract *sample_contract(struct arena *arena,
    const char *workspace) {
	static struct party party[] = {
		{ .role = { "city", 4 }, .name = { "見本市", 9 },
		    .department = { "情報政策課", 15 } },
		{ .role = { "vendor", 6 },
		    .name = { "見本システム株式会社", 30 } }
	};
	static struct indicator indicator[] = {
		{ .id = { "A1", 2 }, .name = { "オンライン稼働率", 24 },
		    .kind = INDICATOR_AVAILABILITY, .target = { ">= 99.9", 7 },
		    .clause = { "別紙3-36", 10 } },
		{ .id = { "N/3 あ", 7 }, .name = { "問合せ件数", 15 },
		    .kind = INDICATOR_COUNT }
	};
	static struct deliverable deliverable = { .kind = { "monthly", 7 },
	    .approvals = { "作成 審査 承認", 20 } };
	static struct clause_answer answer = { { "monthly", 7 }, { "sla", 3 } };
	static struct clause clause = { .id = { "別紙3-36", 10 },
	    .title = { "稼働の水準", 15 }, .answer = &answer, .answers = 1 };
	static struct system system = { .id = { "resident", 8 },
	    .name = { "住民記録", 12 }, .class = { "住民情報系", 15 } };
	struct contract *contract = arena_alloc(arena, sizeof *contract);
	*contract = (struct contract){ .id = str_of("mihon"),
	    .workspace = str_of(workspace), .language = str_of("ja"),
	    .title = str_of("業務システム運用保守業務委託"),
	    .number = str_of("令和8年度 見本第12号"),
	    .term = { PERIOD_CONTRACT, 20544, 22370 }, .offset = 32400,
	    .digest = str_of("00ff"), .party = party, .parties = 2,
	    .indicator = indicator, .indicators = 2,
	    .deliverable = &deliverable, .deliverables = 1, .clause = &clause,
	    .clauses = 1, .system = &system, .systems = 1 };
	return contract;
}

static const struct facts *sample_facts(struct arena *arena,
    const char *workspace, const struct words *words) {
	static struct rows_file file = { .path = { "worklog/a.csv", 13 },
	    .digest = { "abcd", 4 }, .bytes = 1234, .rows = 4, .rejected = 1 };
	static struct fact_check check = { { "gaps", 4 }, { "計測の欠け", 15 },
	    DIAG_WARNING, 2, { "2か所に欠けがあります。", 34 } };
	static struct rows rows = { .as_of = 1793458800, .file = &file,
	    .files = 1 };
	struct contract *contract = sample_contract(arena, workspace);
	struct fact_table *table = arena_array(arena, 3, sizeof *table);
	table[0] = sample_table(arena, "summary", "達否一覧", false);
	table[1] = sample_table(arena, "work-by-category", "作業区分", false);
	table[2] = sample_table(arena, "issues", "課題", true);
	struct facts *facts = arena_alloc(arena, sizeof *facts);
	*facts = (struct facts){ .rows = &rows, .contract = contract,
	    .words = words, .period_name = str_of("2026-10"),
	    .period_title = str_of("令和8年10月"),
	    .from_text = str_of("令和8年10月1日"),
	    .to_text = str_of("令和8年10月31日"),
	    .as_of_text = str_of("2026-11-01 00:00"),
	    .made_on = str_of("令和8年11月1日"), .preliminary = true,
	    .figure = sample_figures(arena, contract->indicator), .figures = 2,
	    .table = table, .tables = 3,
	    .chart = sample_chart(arena, "capacity-cpu_percent"), .charts = 1,
	    .graph = sample_graph(), .graphs = 1, .check = &check,
	    .checks = 1 };
	return facts;
}

#endif
