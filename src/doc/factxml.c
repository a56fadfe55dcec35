/*
 * factxml - facts as XML (urn:geppo:facts:1): what stylesheets read.
 *
 * An absent or empty text gives no attribute, so that a stylesheet asks for
 * presence and never compares with "".  Order is that of struct facts.
 */
#include "doc/factxml.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/version.h"
#include "doc/factparty.h"
#include "doc/wanted.h"
#include "xml/xml.h"
#include "xml/xmlnode.h"

static const char *const tone_name[] = {
	[TONE_NONE] = "", [TONE_GOOD] = "good", [TONE_BAD] = "bad",
	[TONE_WARN] = "warn", [TONE_MUTED] = "muted"
};
static const char *const type_name[] = {
	[COLUMN_TEXT] = "text", [COLUMN_LONGTEXT] = "longtext",
	[COLUMN_ID] = "id", [COLUMN_INT] = "int", [COLUMN_DECIMAL] = "decimal",
	[COLUMN_PERCENT] = "percent", [COLUMN_DURATION] = "duration",
	[COLUMN_DATE] = "date", [COLUMN_INSTANT] = "instant",
	[COLUMN_STATUS] = "status"
};
static const char *const row_name[] = {
	[ROW_BODY] = "body", [ROW_SUBTOTAL] = "subtotal", [ROW_TOTAL] = "total"
};
static const char *const chart_name[] = {
	[CHART_LINE] = "line", [CHART_BAR] = "bar", [CHART_STACKED] = "stacked",
	[CHART_PARETO] = "pareto", [CHART_BURN] = "burn", [CHART_HEAT] = "heat",
	[CHART_MATRIX] = "matrix", [CHART_TIMELINE] = "timeline",
	[CHART_GANTT] = "gantt", [CHART_HISTOGRAM] = "histogram",
	[CHART_BOX] = "box"
};
static const char *const fill_name[] = {
	[FILL_BLANK] = "blank", [FILL_STEP_1] = "step-1",
	[FILL_STEP_2] = "step-2", [FILL_STEP_3] = "step-3",
	[FILL_STEP_4] = "step-4", [FILL_BAD] = "bad", [FILL_HATCH] = "hatch",
	[FILL_LINES] = "lines", [FILL_PLAN] = "plan", [FILL_DONE] = "done"
};
static const char *const verdict_name[VERDICTS] = {
	[VERDICT_MET] = "met", [VERDICT_MISSED] = "missed",
	[VERDICT_NO_DATA] = "no-data", [VERDICT_UNDECIDED] = "undecided",
	[VERDICT_INFO] = "info"
};
static const char *const second_name[SECOND_CLASSES] = {
	[SECOND_AFTER_CUTOFF] = "after-cutoff",
	[SECOND_NO_CONTRACT] = "no-contract", [SECOND_CLOSED] = "closed",
	[SECOND_EXCLUDED] = "excluded", [SECOND_PLANNED] = "planned",
	[SECOND_UNMEASURED] = "unmeasured", [SECOND_DOWN] = "down",
	[SECOND_UP] = "up"
};
static const char *const level_name[DIAG_LEVELS] = {
	[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning",
	[DIAG_ERROR] = "error", [DIAG_REFUSE] = "refuse"
};

static void set(struct _xmlNode *node, const char *name, struct str value) {
	if (value.n > 0)
		xmlnode_set(node, name, value);
}

static void set_word(struct _xmlNode *node, const char *name,
    const char *word) {
	set(node, name, str_of(word));
}

static void set_int(struct arena *arena, struct _xmlNode *node,
    const char *name, int64_t value) {
	struct buf buf = buf_in(arena);
	buf_int(&buf, value);
	xmlnode_set(node, name, buf_str(&buf));
}

/* A count as it is shown: 8,928. */
static void set_count(struct arena *arena, struct _xmlNode *node,
    const char *name, int64_t value) {
	struct buf buf = buf_in(arena);
	buf_int(&buf, value);
	xmlnode_set(node, name, ratio_grouped(arena, buf_str(&buf)));
}

static void set_yes(struct _xmlNode *node, const char *name, bool value) {
	if (value)
		xmlnode_set(node, name, str_of("yes"));
}

/* An element with just a text, left out when that is empty. */
static void add_text(struct _xmlNode *parent, const char *name,
    struct str text) {
	if (text.n > 0)
		xmlnode_put(xmlnode_add(parent, name), text);
}

static void add_origin(struct arena *arena, struct _xmlNode *node,
    const struct facts *facts, struct origin origin) {
	if (facts->rows == NULL || origin.file >= facts->rows->files)
		return;
	set(node, "file", facts->rows->file[origin.file].path);
	set_int(arena, node, "line", origin.line);
}

/* Cells are most of a document: one says only what its column does not. */
static void add_row(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts, const struct fact_table *table,
    const struct fact_row *row) {
	struct _xmlNode *node = xmlnode_add(parent, "row");
	if (row->kind != ROW_BODY)
		set_word(node, "kind", row_name[row->kind]);
	add_origin(arena, node, facts, row->origin);
	for (size_t i = 0; i < table->columns; i++) {
		struct _xmlNode *cell = xmlnode_add(node, "cell");
		const struct fact_cell *from = &row->cell[i];
		set(cell, "column", table->column[i].id);
		set_yes(cell, "state", table->column[i].type == COLUMN_STATUS);
		set_word(cell, "tone", tone_name[from->tone]);
		if (!str_equal(from->value, from->text))
			set(cell, "value", from->value);
		xmlnode_put(cell, from->text);
	}
}

/* The rows that are wanted.  Where others are left out, the first `skip` stand
 * before the last ones, which a register shows. */
static void add_rows(struct arena *arena, struct _xmlNode *node,
    const struct facts *facts, const struct fact_table *table,
    const struct wanted_rows *rows) {
	size_t skip = 0, left = 0;
	for (size_t i = 0; i < table->rows; i++) {
		if (wanted_row(rows, table, i)) {
			add_row(arena, node, facts, table, &table->row[i]);
			skip += table->rows - i > rows->tail;
		} else {
			left++;
		}
	}
	if (left == 0)
		return;
	set_int(arena, node, "skip", (int64_t)skip);
	set_count(arena, node, "last", (int64_t)rows->tail);
	set_count(arena, node, "all", (int64_t)table->rows);
}

static void add_table(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts, const struct fact_table *table,
    const struct wanted_rows *rows) {
	struct _xmlNode *node = xmlnode_add(parent, "table");
	set(node, "id", table->id);
	set(node, "title", table->title);
	set_yes(node, "wide", table->wide);
	add_text(node, "sentence", table->sentence);
	add_text(node, "note", table->note);
	for (size_t i = 0; i < table->columns; i++) {
		struct _xmlNode *column = xmlnode_add(node, "column");
		set(column, "id", table->column[i].id);
		set(column, "label", table->column[i].label);
		set(column, "unit", table->column[i].unit);
		set_word(column, "type", type_name[table->column[i].type]);
	}
	add_rows(arena, node, facts, table, rows);
}

static void add_point(struct arena *arena, struct _xmlNode *line,
    const struct fact_point *from) {
	struct _xmlNode *point = xmlnode_add(line, "point");
	if (from->class != 0)
		set_int(arena, point, "class", (int64_t)from->class);
	if (from->has)
		set(point, "value", ratio_exact(arena, from->value));
	xmlnode_put(point, from->text);
}

static void add_bar(struct arena *arena, struct _xmlNode *line,
    const struct fact_bar *from) {
	struct _xmlNode *bar = xmlnode_add(line, "bar");
	set(bar, "from", ratio_exact(arena, from->from));
	set(bar, "to", ratio_exact(arena, from->to));
	set_int(arena, bar, "class", (int64_t)from->class);
	xmlnode_put(bar, from->text);
}

static void add_line(struct arena *arena, struct _xmlNode *parent,
    const struct fact_line *line, size_t categories) {
	struct _xmlNode *node = xmlnode_add(parent, "line");
	set(node, "label", line->label);
	for (size_t i = 0; line->point != NULL && i < categories; i++)
		add_point(arena, node, &line->point[i]);
	for (size_t i = 0; i < line->bars; i++)
		add_bar(arena, node, &line->bar[i]);
}

/* What the fills mean, and lines across the axis. */
static void add_legend(struct arena *arena, struct _xmlNode *node,
    const struct fact_chart *chart) {
	for (size_t i = 0; i < chart->classes; i++) {
		struct _xmlNode *class = xmlnode_add(node, "class");
		set_word(class, "fill", fill_name[chart->class[i].fill]);
		set(class, "label", chart->class[i].label);
	}
	for (size_t i = 0; i < chart->marks; i++) {
		struct _xmlNode *mark = xmlnode_add(node, "mark");
		set(mark, "at", ratio_exact(arena, chart->mark[i].at));
		set(mark, "label", chart->mark[i].label);
	}
}

static void add_chart(struct arena *arena, struct _xmlNode *parent,
    const struct fact_chart *chart) {
	struct _xmlNode *node = xmlnode_add(parent, "chart");
	set(node, "id", chart->id);
	set_word(node, "kind", chart_name[chart->kind]);
	set(node, "title", chart->title);
	set(node, "unit", chart->unit);
	if (chart->has_threshold)
		set(node, "threshold", ratio_exact(arena, chart->threshold));
	set(node, "threshold-label", chart->threshold_label);
	set(node, "across", chart->across);
	set(node, "down", chart->down);
	add_text(node, "sentence", chart->sentence);
	add_legend(arena, node, chart);
	for (size_t i = 0; i < chart->categories; i++)
		xmlnode_put(xmlnode_add(node, "category"), chart->category[i]);
	for (size_t i = 0; i < chart->lines; i++)
		add_line(arena, node, &chart->line[i], chart->categories);
}

static void add_graph(struct _xmlNode *parent, const struct fact_graph *graph) {
	struct _xmlNode *node = xmlnode_add(parent, "graph");
	set(node, "id", graph->id);
	set(node, "title", graph->title);
	set_yes(node, "flow", graph->flow);
	add_text(node, "sentence", graph->sentence);
	for (size_t i = 0; i < graph->nodes; i++) {
		struct _xmlNode *box = xmlnode_add(node, "box");
		set(box, "id", graph->node[i].id);
		set(box, "lane", graph->node[i].lane);
		for (size_t t = 0; t < graph->node[i].texts; t++)
			add_text(box, "text", graph->node[i].text[t]);
	}
	for (size_t i = 0; i < graph->edges; i++) {
		struct _xmlNode *edge = xmlnode_add(node, "edge");
		set(edge, "from", graph->edge[i].from);
		set(edge, "to", graph->edge[i].to);
		set(edge, "label", graph->edge[i].label);
	}
}

static void add_pair(struct _xmlNode *parent, const char *name,
    const struct fact_pair *pair) {
	struct _xmlNode *node = xmlnode_add(parent, name);
	set(node, "key", pair->key);
	set(node, "label", pair->label);
	xmlnode_put(node, pair->text);
}

struct str factxml_anchor(struct arena *arena, struct str id) {
	static const char digit[] = "0123456789abcdef";
	struct buf buf = buf_in(arena);
	for (size_t i = 0; i < id.n; i++) {
		unsigned char c = (unsigned char)id.p[i];
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
		    || (c >= '0' && c <= '9') || c == '-') {
			buf_char(&buf, (char)c);
			continue;
		}
		buf_char(&buf, '_');
		buf_char(&buf, digit[c / 16]);
		buf_char(&buf, digit[c % 16]);
	}
	return buf_str(&buf);
}

static void add_figure_counts(struct arena *arena, struct _xmlNode *node,
    const struct figure *figure) {
	set_count(arena, node, "n", figure->n);
	if (figure->has_missed)
		set_count(arena, node, "missed", figure->missed);
	if (figure->has_scores) {
		set_count(arena, node, "open", figure->open);
		set_count(arena, node, "unjudged", figure->unjudged);
	}
	if (figure->has_ratio) {
		set_count(arena, node, "numerator", figure->ratio.num);
		set_count(arena, node, "denominator", figure->ratio.den);
	}
	if (figure->indicator->kind != INDICATOR_AVAILABILITY)
		return;
	if (figure->has_ratio) {
		set(node, "up", ratio_hms(arena, figure->ratio.num));
		set(node, "measured", ratio_hms(arena, figure->ratio.den));
	}
	for (int i = 0; i < SECOND_CLASSES; i++) {
		struct _xmlNode *second = xmlnode_add(node, "seconds");
		set_word(second, "class", second_name[i]);
		set_int(arena, second, "n", figure->second[i]);
	}
}

static void add_figure_values(struct arena *arena, struct _xmlNode *node,
    const struct figure *figure) {
	set(node, "value", ratio_grouped(arena, figure->value));
	set(node, "unit", figure->unit);
	set(node, "worst", ratio_grouped(arena, figure->worst));
	set(node, "best", ratio_grouped(arena, figure->best));
	set(node, "coverage", figure->coverage);
	set(node, "total", figure->total);
	set(node, "before", ratio_grouped(arena, figure->before));
	set(node, "change", figure->change);
}

static void add_figure(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts, const struct figure *figure,
    const struct wanted *wanted) {
	const struct indicator *indicator = figure->indicator;
	struct _xmlNode *node = xmlnode_add(parent, "figure");
	set(node, "id", indicator->id);
	set(node, "anchor", factxml_anchor(arena, indicator->id));
	set(node, "name", indicator->name);
	set_word(node, "kind", contract_kind_name(indicator->kind));
	set(node, "clause", indicator->clause);
	set(node, "owner", indicator->owner);
	set(node, "target", indicator->target);
	set(node, "attainment", indicator->attainment);
	add_figure_values(arena, node, figure);
	set_word(node, "verdict", verdict_name[figure->verdict]);
	set(node, "word", figure->verdict_word);
	set(node, "mark", figure->verdict_mark);
	set_word(node, "tone", tone_name[figure->tone]);
	set_yes(node, "preliminary", figure->preliminary);
	set_yes(node, "followed", figure->chain.misses != 0);
	add_figure_counts(arena, node, figure);
	add_text(node, "sentence", figure->sentence);
	add_text(node, "remark", figure->remark);
	add_text(node, "note", indicator->note);
	for (size_t i = 0; i < figure->definitions; i++)
		add_pair(node, "definition", &figure->definition[i]);
	if (figure->trend != NULL)
		add_chart(arena, node, figure->trend);
	if (!wanted_has(wanted, "trace", indicator->id))
		return;
	struct wanted_rows rows = wanted_rows(arena, wanted, facts, "trace",
	    indicator->id);
	for (size_t i = 0; i < figure->traces; i++)
		add_table(arena, xmlnode_add(node, "trace"), facts,
		    &figure->trace[i], &rows);
}

static void add_carries(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts) {
	for (size_t i = 0; i < facts->carries; i++) {
		const struct carry_over *carry = &facts->carry[i];
		struct _xmlNode *node = xmlnode_add(parent, "carry");
		set(node, "id", carry->id);
		set(node, "label", carry->label);
		set_int(arena, node, "opening", carry->opening);
		set_int(arena, node, "added", carry->added);
		set_int(arena, node, "closed", carry->closed);
		set_int(arena, node, "closing", carry->closing);
		set_yes(node, "balances", carry->balances);
	}
}

static void add_checks(struct arena *arena, struct _xmlNode *parent,
    const struct facts *facts) {
	for (size_t i = 0; i < facts->checks; i++) {
		const struct fact_check *check = &facts->check[i];
		struct _xmlNode *node = xmlnode_add(parent, "check");
		set(node, "name", check->name);
		set(node, "title", check->title);
		set_word(node, "level", level_name[check->level]);
		set_int(arena, node, "count", check->count);
		xmlnode_put(node, check->sentence);
	}
}

static void add_sources(struct arena *arena, struct _xmlNode *parent,
    const struct rows *rows) {
	for (size_t i = 0; rows != NULL && i < rows->files; i++) {
		const struct rows_file *file = &rows->file[i];
		struct _xmlNode *node = xmlnode_add(parent, "source");
		set(node, "path", file->path);
		set(node, "digest", file->digest);
		set_int(arena, node, "bytes", file->bytes);
		set_int(arena, node, "rows", file->rows);
		set_int(arena, node, "rejected", file->rejected);
	}
}

/* The furniture of documents: words whose key begins with "doc.". */
static void add_words(struct _xmlNode *parent, const struct words *words) {
	for (size_t i = 0; i < words->count; i++) {
		if (!str_starts(words->at[i].key, "doc."))
			continue;
		struct _xmlNode *node = xmlnode_add(parent, "word");
		set(node, "key", words->at[i].key);
		xmlnode_put(node, words->at[i].text);
	}
}

static void add_parts(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts, const struct wanted *wanted) {
	for (size_t i = 0; i < facts->tables; i++) {
		const struct fact_table *table = &facts->table[i];
		struct wanted_rows rows = wanted_rows(arena, wanted, facts,
		    "table", table->id);
		if (wanted_has(wanted, "table", table->id))
			add_table(arena, root, facts, table, &rows);
	}
	for (size_t i = 0; i < facts->charts; i++)
		if (wanted_has(wanted, "chart", facts->chart[i].id))
			add_chart(arena, root, &facts->chart[i]);
	for (size_t i = 0; i < facts->graphs; i++)
		if (wanted_has(wanted, "graph", facts->graph[i].id))
			add_graph(root, &facts->graph[i]);
}

static void add_values(struct arena *arena, struct _xmlNode *root,
    const struct facts *facts, const struct wanted *wanted) {
	for (size_t i = 0; i < facts->figures; i++)
		add_figure(arena, root, facts, &facts->figure[i], wanted);
	add_parts(arena, root, facts, wanted);
	add_carries(arena, root, facts);
	add_checks(arena, root, facts);
	for (size_t i = 0; i < facts->sentences; i++)
		add_pair(root, "sentence", &facts->sentence[i]);
	add_sources(arena, root, facts->rows);
	add_words(root, facts->words);
}

struct _xmlDoc *factxml_build(struct arena *arena, const struct facts *facts,
    const struct kind *kind, const struct wanted *wanted) {
	struct _xmlDoc *doc = xml_new(FACTXML_SPACE, "facts");
	struct _xmlNode *root = xml_root(doc);
	set(root, "period", facts->period_name);
	set(root, "title", facts->period_title);
	set(root, "from", facts->from_text);
	set(root, "to", facts->to_text);
	set(root, "as-of", facts->as_of_text);
	set(root, "made-on", facts->made_on);
	set_yes(root, "preliminary", facts->preliminary);
	set(root, "lang", facts->contract->language);
	set_word(root, "program", VERSION);
	set_word(root, "rules", VERSION_RULES);
	factparty_add(arena, root, facts, kind);
	add_values(arena, root, facts, wanted);
	return doc;
}
