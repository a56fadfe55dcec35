/*
 * facts - PRODUCT of facts: one period's figures, worded.
 *
 * Pure calculation over rows and the contract: no database, no clock, no
 * floating point.  Everything that a document shows is computed, rounded and
 * worded here; what comes after only arranges it.  Each figure carries its
 * display text, its integers and where it came from.
 */
#ifndef GEPPO_FACTS_H
#define GEPPO_FACTS_H

#include "base/diag.h"
#include "base/span.h"
#include "base/words.h"
#include "store/rows.h"

enum verdict {
	VERDICT_MET, VERDICT_MISSED, VERDICT_NO_DATA, VERDICT_UNDECIDED,
	VERDICT_INFO, VERDICTS
};

/* The classes of every second of a period, by priority (sla.md). */
enum second_class {
	SECOND_AFTER_CUTOFF,	/* 締め後 */
	SECOND_NO_CONTRACT,	/* 契約外 */
	SECOND_CLOSED,		/* サービス時間外 */
	SECOND_EXCLUDED,	/* 承認済み除外 */
	SECOND_PLANNED,		/* 計画停止(有効) */
	SECOND_UNMEASURED,	/* 未計測 */
	SECOND_DOWN,		/* 障害停止 */
	SECOND_UP,		/* 稼働 */
	SECOND_CLASSES
};

enum column_type {
	COLUMN_TEXT, COLUMN_LONGTEXT, COLUMN_ID, COLUMN_INT, COLUMN_DECIMAL,
	COLUMN_PERCENT, COLUMN_DURATION, COLUMN_DATE, COLUMN_INSTANT,
	COLUMN_STATUS
};

struct fact_column {
	struct str id;			/* stable name, for CSV and XML */
	struct str label;
	struct str unit;		/* shown in the head; may be empty */
	enum column_type type;
};

/* What colours a cell or row; never the only sign. */
enum tone { TONE_NONE, TONE_GOOD, TONE_BAD, TONE_WARN, TONE_MUTED };

struct fact_cell {
	struct str text;		/* as shown; empty is shown as － */
	struct str value;		/* as data: 1944000, 99.90, 2026-10-01 */
	enum tone tone;
};

enum fact_row_kind { ROW_BODY, ROW_SUBTOTAL, ROW_TOTAL };

struct fact_row {
	enum fact_row_kind kind;
	struct fact_cell *cell;		/* one per column */
	struct origin origin;		/* file SIZE_MAX: calculated */
};

struct fact_table {
	struct str id;			/* "incidents", "work-by-category" */
	struct str title;
	struct str sentence;		/* what it says, from its figures */
	struct str note;		/* under the table; may be empty */
	struct fact_column *column;
	size_t columns;
	struct fact_row *row;
	size_t rows;
	bool wide;			/* wants a landscape page */
};

/* One value of a series; has is false for a gap. */
struct fact_point {
	bool has;
	struct decimal value;
	struct str text;
	size_t class;			/* of a heat map or matrix */
};

/* From one place of the axis to another; a category is 1 wide, the first
 * begins at 0. */
struct fact_bar {
	struct decimal from, to;
	size_t class;
	struct str text;
};

struct fact_line {
	struct str label;
	struct fact_point *point;	/* one per category */
	struct fact_bar *bar;		/* of a time line or gantt: no points */
	size_t bars;
};

/*
 * LINE BAR STACKED PARETO; BURN: what is left, and the even pace; HEAT: lines
 * by categories, a class each; MATRIX the same with texts to read; TIMELINE
 * and GANTT: bars over categories of time; HISTOGRAM: categories are ranges
 * side by side; BOX: five lines, from the least value to the greatest.
 */
enum chart_kind {
	CHART_LINE, CHART_BAR, CHART_STACKED, CHART_PARETO, CHART_BURN,
	CHART_HEAT, CHART_MATRIX, CHART_TIMELINE, CHART_GANTT,
	CHART_HISTOGRAM, CHART_BOX, CHART_KINDS
};

/* How a class is filled: each is told from the others without colour. */
enum chart_fill {
	FILL_BLANK, FILL_STEP_1, FILL_STEP_2, FILL_STEP_3, FILL_STEP_4,
	FILL_BAD, FILL_HATCH, FILL_LINES, FILL_PLAN, FILL_DONE, CHART_FILLS
};

struct fact_class {
	enum chart_fill fill;
	struct str label;
};

/* A line across the axis: a percentile, the cut-off. */
struct fact_mark {
	struct decimal at;
	struct str label;
};

struct fact_chart {
	struct str id;
	enum chart_kind kind;
	struct str title;
	struct str sentence;		/* alternative text */
	struct str unit;
	struct str across, down;	/* what categories and lines are */
	struct str *category;		/* labels on the x axis */
	size_t categories;
	struct fact_line *line;
	size_t lines;
	struct fact_class *class;
	size_t classes;
	struct fact_mark *mark;
	size_t marks;
	bool has_threshold;
	struct decimal threshold;
	struct str threshold_label;
};

struct fact_node {
	struct str id;
	struct str *text;		/* lines in the box */
	size_t texts;
	struct str lane;		/* 市, 受託者 ... */
};

struct fact_edge {
	struct str from, to;
	struct str label;
};

struct fact_graph {
	struct str id;
	struct str title;
	struct str sentence;
	bool flow;			/* steps of parties, one after another */
	struct fact_node *node;
	size_t nodes;
	struct fact_edge *edge;
	size_t edges;
};

/* A pair of a definition or a form: 目標 | >= 99.9 */
struct fact_pair {
	struct str key;			/* stable name */
	struct str label;
	struct str text;
};

/*
 * A miss opens an item that is taken up again each month until the indicator
 * is met.  misses 0: there is no item in the period.
 */
struct chain {
	int64_t since;			/* first day of the month that opened it */
	int misses;			/* months missed since */
	int streak;			/* ... of which the last on end */
	int before;			/* items before it in these months */
	bool recovered;			/* in this very period */
};

/* One indicator in one period. */
struct figure {
	const struct indicator *indicator;
	struct ratio ratio;		/* what the verdict was computed from */
	bool has_ratio;
	int64_t n, missed, open, unjudged;
	bool has_missed, has_scores;	/* availability, clock; clock only */
	struct str value, worst, best, coverage, total;	/* "" where not */
	struct str unit;		/* "%", "件", "ms" ... */
	enum verdict verdict;
	struct str verdict_word;	/* 達成 */
	struct str verdict_mark;	/* ○ */
	enum tone tone;
	bool preliminary;		/* 速報 */
	int64_t second[SECOND_CLASSES];	/* availability */
	struct str sentence;		/* generated from the figure */
	struct str remark;		/* what the sentence leaves open; or empty */
	struct fact_pair *definition;	/* printed definition */
	size_t definitions;
	struct fact_table *trace;	/* 検算票 */
	size_t traces;
	struct fact_chart *trend;	/* by month; NULL when there is none */
	enum verdict *monthly;		/* of those months; VERDICTS: none */
	struct chain chain;
	struct str before;		/* the previous period's value, "" */
	struct str change;		/* difference from it, in its own unit */
	struct str year_before;		/* of the same period a year ago, "" */
	struct str year_change;
};

/* 期首 + 新規 - 完了 = 期末 */
struct carry_over {
	struct str id;			/* "tickets", "issues" */
	struct str label;
	int64_t opening, added, closed, closing;
	int64_t ledger;			/* opening by the ledger of today; the
					   other is as it was published */
	bool balances;
};

struct fact_check {
	struct str name;
	struct str title;
	enum diag_level level;
	int64_t count;
	struct str sentence;
};

enum duty_state {
	DUTY_MET, DUTY_LATE,		/* done in time, done after it */
	DUTY_OVERDUE, DUTY_DUE,		/* not done, as known at the cut-off */
	DUTY_PASSED,			/* no record tells whether it was done */
	DUTY_STATES
};

/* What a party owes, once. */
struct fact_duty {
	const struct duty *duty;
	struct str owner, term;		/* as shown: 見本市, 5営業日以内 */
	struct str record;		/* its id; of a cycle the period's name */
	struct str title;		/* what the record is about, or empty */
	bool has_from, has_done;
	int64_t from, due, done;	/* instants */
	bool from_on_day, done_on_day;	/* ... that stand for the day */
	int64_t day;			/* the last on which it is in time */
	bool whole_day;			/* due at the end of it */
	enum duty_state state;
	bool current;			/* begun, due or done in the period, or
					   overdue */
	bool coming;			/* to do in the month after the period,
					   or to be thought of by then */
	struct origin origin;		/* of the record; file SIZE_MAX: none */
};

/* A line of 改訂履歴: an edition, or the figures of today that are none yet. */
struct fact_edition {
	struct str version;		/* 2.0 */
	struct str on;			/* as shown; empty: not published */
	struct str reason;
};

struct facts {
	const struct rows *rows;
	const struct contract *contract;
	const struct words *words;
	struct period period;
	bool preliminary;
	struct str period_name;		/* 2026-10 */
	struct str period_title;	/* 令和8年10月 */
	struct str from_text, to_text;	/* first and last day, as shown */
	struct str as_of_text;
	struct str made_on;		/* day of the cut-off, as shown */
	struct figure *figure;		/* in the order of the contract */
	size_t figures;
	struct fact_table *table;
	size_t tables;
	struct fact_chart *chart;
	size_t charts;
	struct fact_graph *graph;
	size_t graphs;
	struct carry_over *carry;
	size_t carries;
	struct fact_check *check;
	size_t checks;
	struct fact_pair *sentence;	/* generated sentences by key */
	size_t sentences;
	struct fact_duty *duty;		/* of the whole contract, by due */
	size_t duties;
	struct fact_edition *edition;	/* none: never published */
	size_t editions;
	size_t unpublished;	/* values that differ from the last edition */
	const struct mask *mask;	/* of the public edition, else NULL */
	const struct names *hosts;	/* names of devices */
};

/* All figures of the period. */
const struct facts *facts_gather(struct arena *arena, const struct rows *rows,
    const struct words *words);

/* The same for the public edition (公開版): without names of persons, contact
 * data and secrets.  The figures are those of the other edition. */
const struct facts *facts_public(struct arena *arena, const struct rows *rows,
    const struct words *words);

/* How many names of devices the text holds. */
size_t facts_hosts(const struct facts *facts, struct str text);

/* The text, written by a person, as the edition shows it. */
struct str facts_shown(struct arena *arena, const struct facts *facts,
    struct str text);

/* The same of a field of a record. */
struct str facts_shown_field(struct arena *arena, const struct facts *facts,
    const struct record_field *field, struct str text);

/* Just the indicators (`geppo sla`), without tables and trends. */
const struct facts *facts_indicators(struct arena *arena,
    const struct rows *rows, const struct words *words);

/* NULL when there is none of the id. */
const struct fact_table *facts_table(const struct facts *facts, const char *id);

/* Stable text of everything on standard output. */
void facts_dump(const struct facts *facts);

#endif
