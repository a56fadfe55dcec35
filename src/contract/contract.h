/*
 * contract - everything agreed, as contract.xml says it, read once.
 *
 * Every stage may read this value, none changes it.  Strings and arrays live
 * in the arena of the run.  Each part keeps its line, so that a message can
 * name the place in contract.xml.  Defaults of absent attributes are filled
 * in by the reader; they are named here.
 */
#ifndef GEPPO_CONTRACT_H
#define GEPPO_CONTRACT_H

#include "base/calendar.h"
#include "base/period.h"
#include "base/ratio.h"
#include "base/record.h"
#include "base/str.h"

struct party {
	struct str role;		/* city, vendor */
	struct str name;
	struct str department;
	struct str address;
	struct str phone;
	int line;
};

enum group_rule { GROUP_ALL, GROUP_ANY, GROUP_AT_LEAST };

/* A target (leaf) or a group of targets. */
struct target {
	struct str id;			/* empty for an anonymous group */
	struct str name;		/* default: the id */
	struct str class;		/* of a leaf: hardware, software, network,
					   service or empty */
	bool is_group;
	enum group_rule rule;
	int64_t k;			/* GROUP_AT_LEAST */
	struct target **member;		/* resolved; of a group */
	size_t members;
	size_t index;			/* of a leaf: in contract.leaf */
	int depth;			/* 0 a leaf; of a group: groups in it */
	int line;
};

struct system {
	struct str id;
	struct str name;
	struct str class;		/* 住民情報系 ... */
	struct str pattern;		/* A, B, C, D or empty */
	struct str provider;		/* of an external service, or empty */
	struct target whole;		/* group "all" of the system's targets */
	int line;
};

struct source_word {
	struct str from;
	struct str to;
};

/* A column by its header text, or by its number where the name is empty. */
struct source_place {
	struct str name;
	int64_t number;			/* from 1, or 0 */
};

/* <unit>: what may stand beside a number. */
struct source_unit {
	struct str name;
	int64_t times;
};

struct source_column {
	struct str name;		/* header text, or empty */
	int64_t number;			/* 1-based column, or 0 */
	struct source_place *other;	/* <alias>: in place of a missing one */
	size_t others;
	struct source_place *join;	/* <join>: appended after a blank */
	size_t joins;
	struct str field;
	struct str form;		/* form of its dates, or empty */
	int64_t times;			/* factor of numbers; 0: none */
	int64_t length;			/* lengths of time, in so many ms; 0 */
	struct str numbers;		/* form of its numbers, or empty */
	struct source_unit *unit;
	size_t units;
	struct source_word *word;
	size_t words;
	bool optional;			/* of a preset: may be missing */
	int line;
};

struct source_constant {
	struct str field;
	struct str value;
	bool preset;			/* gives way to what the contract says */
};

/* <unpivot>: each cell from a column on becomes a row of its own. */
struct source_wide {
	int64_t from;			/* first such column, from 1; 0: none */
	struct str name;		/* form of their headers, `{place}` ... */
	struct str value;		/* the name that the cell's column gets */
	struct str keys;		/* headers among them that only qualify */
	struct str again;		/* what a further header begins with */
};

/* <table>: which of a file's tables, that empty lines part or headings begin. */
struct source_table {
	bool chosen;
	int64_t number;			/* from 1, or 0: by its first line */
	struct str begins;		/* what that begins with */
	struct str heading;		/* what headings begin with, or empty */
};

/* What instants without an offset of their own count from. */
enum source_zone {
	ZONE_CONTRACT,
	ZONE_GIVEN,			/* source.offset */
	ZONE_PDH			/* first header cell of a PDH-CSV file */
};

struct source {
	enum record_id records;
	struct str files;		/* pattern below the workspace */
	struct str preset;		/* name, or empty */
	struct str encoding;		/* "utf-8" (default), or as encode.h has it */
	int64_t skip;			/* lines before the header */
	int64_t header_rows;		/* of the header; default 1 */
	struct str sheet;		/* of a workbook; empty: the first */
	enum source_zone zone;
	int64_t offset;			/* ZONE_GIVEN */
	bool json;			/* <json> */
	struct str rows;		/* the path to them, or empty: the top */
	struct source_table table;
	struct source_wide wide;
	struct str *form;		/* <line>: forms of lines of text */
	size_t forms;
	char separator;			/* default `,` */
	char quote;			/* default `"`; NUL: none */
	bool header;			/* default yes */
	struct str dates;		/* form of instants, or empty */
	struct str numbers;		/* form of numbers, or empty */
	struct str missing;		/* words that mean empty, or empty */
	struct str numbered;		/* column that alone makes no row, or empty */
	int64_t interval;		/* status: seconds between samples; 0 unset */
	struct source_column *column;
	size_t columns;
	struct source_constant *constant;
	size_t constants;
	int line;
};

enum indicator_kind {
	INDICATOR_AVAILABILITY, INDICATOR_CLOCK, INDICATOR_RATE,
	INDICATOR_COUNT, INDICATOR_PERCENTILE, INDICATOR_STATISTIC,
	INDICATOR_SQL, INDICATOR_KINDS
};

enum unmeasured { UNMEASURED_JUDGE, UNMEASURED_DOWN, UNMEASURED_UP };
enum down_from { DOWN_FIRST_FAIL, DOWN_LAST_GOOD, DOWN_MIDPOINT };
enum share { SHARE_UP, SHARE_TOTAL, SHARE_COVERAGE, SHARE_MTBF };
enum count_per { PER_NOTHING, PER_HOUR, PER_PEAK_HOUR };
enum measure {
	MEASURE_MEAN, MEASURE_SD, MEASURE_MIN, MEASURE_MAX, MEASURE_SUM,
	MEASURE_MEDIAN
};

/* <from records=""> of an availability */
struct indicator_from {
	enum record_id records;		/* status, alert, ticket */
	struct str where;
	int line;
};

struct indicator_pause {
	struct str field;		/* of ticket_event, default "status" */
	struct str value;		/* one word or several */
	struct str charged;		/* city, maker, vendor */
	int line;
};

struct indicator_level {
	struct str name;		/* empty: as the condition reads */
	struct str where;
	struct duration target;
	struct str target_text;
	int line;
};

struct indicator {
	struct str id;
	struct str name;
	enum indicator_kind kind;
	int line;

	/* target as written ("" when there is none), its parts, and for clocks
	 * the target duration with the target of the attainment */
	struct str target;
	enum comparison op;
	struct decimal value;
	struct duration limit;
	struct str attainment;
	enum comparison attainment_op;	/* default >= */
	struct decimal attainment_value;/* default 100 */
	int digits;			/* as shown; counts default 0, others 2 */

	struct str clause;
	struct str owner;		/* 運用, 保守, 市 */
	struct str note;		/* formula or remark in words */
	const struct calendar *calendar;/* NULL: every second */

	/* availability */
	enum share share;		/* measure="" */
	const struct target *object;
	struct str object_name;
	enum unmeasured unmeasured;
	int64_t hold_factor;		/* times the source's interval; 0: */
	int64_t hold_seconds;		/* ... then these seconds */
	int64_t confirm;		/* default 1 */
	enum down_from down_from;
	int64_t min_outage;		/* seconds, default 0 */
	struct indicator_from *from;
	size_t froms;
	bool has_planned;
	bool has_notice;
	struct duration notice;
	struct str notice_text;
	const struct calendar *planned_calendar;	/* NULL: calendar */

	/* clock, rate, count, percentile, statistic */
	enum record_id records;
	struct str where;
	struct str at;			/* key instant's field */

	/* clock; percentile and statistic of the time from start to stop */
	struct str start;
	struct str stop;
	int64_t unit_seconds;		/* in which such times are told */
	struct str due;			/* field that holds a due date */
	int after_hours_same_day;	/* 0, 1, -1 the calendar's own */
	int64_t reopen_days;		/* default 7; clock and rate */
	struct indicator_pause *pause;
	size_t pauses;
	struct indicator_level *level;
	size_t levels;

	/* rate, count, percentile, statistic */
	struct str when;		/* empty: every record */
	struct str until;		/* field: a record lasts from at to it */
	struct str sum;
	struct str distinct;		/* field whose values are counted */
	enum count_per per;
	const struct indicator *of;	/* the count that a rate is divided by;
					   NULL: that of its own records */
	struct str measured;		/* value="" */
	struct decimal capacity;	/* what 100 % is; 0: no percentage */
	struct decimal percent;		/* p="" */
	enum measure measure;

	/* sql */
	struct str query;		/* file below the workspace */
};

enum duty_cycle { DUTY_EACH, DUTY_MONTHLY, DUTY_YEARLY, DUTY_ONCE };
enum duty_term { TERM_NONE, TERM_WITHIN, TERM_BEFORE };
enum duty_stage { STAGE_NONE, STAGE_FIRST, STAGE_INTERIM, STAGE_FINAL };

/*
 * <duty>: what a party owes.  One for each record is due a term after or
 * before the instant in `from`, or at that instant; one of a cycle (month,
 * fiscal year, contract) at its end, on a day of the year, or a term after or
 * before.
 */
struct duty {
	struct str id;
	struct str name;
	struct str owner;		/* role of the party */
	struct str clause;
	enum duty_cycle every;
	enum record_id records;		/* RECORD_TYPES: none */
	struct str where;
	struct str from;		/* field that it counts from */
	enum duty_term term_kind;
	struct duration term;
	int month, day;			/* on="03-31"; 0: the year's end */
	const struct calendar *calendar;	/* default elapsed */
	struct str met;			/* field that shows when it was met */
	struct str event, value;	/* or the ticket's event that does; value
					   empty: any */
	int64_t times;			/* records of a cycle that show it */
	enum duty_stage stage;		/* of an incident's report */
	bool has_ahead;
	struct duration ahead;		/* listed so long before it is due */
	int line;
};

/* <flow>: who does what after whom. */
struct course_step {
	struct str id;
	struct str lane;		/* role of a party, or a name */
	struct str text;
	int line;
};

struct course_link {
	size_t from, to;		/* steps */
	struct str label;		/* may be empty */
};

struct course {
	struct str id;
	struct str name;
	struct course_step *step;	/* at least one */
	size_t steps;
	struct course_link *link;
	size_t links;
	int line;
};

/* <category>: of work or changes, as the specification names it (C-05, C-07,
 * C-08). */
struct work_category {
	struct str kind;		/* operation, maintenance, change */
	struct str name;		/* as the records say it */
};

/* <staff>: a team as it was agreed. */
struct staff {
	struct str team;
	int64_t people;			/* at least so many */
	struct str qualification;
	struct str place, hours;	/* where and when stationed, or empty */
};

/* <participant>: a share in processes of the work (K-II-1-01). */
enum part_share { PART_NONE, PART_FULL, PART_SUPPORT };

struct participation {
	size_t process;			/* index in contract.process */
	enum part_share share;
	int line;
};

struct participant {
	struct str name;
	struct str does;		/* in words; may be empty */
	struct participation *part;	/* of other processes: none */
	size_t parts;
	int line;
};

/* <tasks>: what a plan lists of the work, by sections (K-IV-1.1, K-IV-2.1). */
struct task_item {
	struct str section;
	struct str name;
	struct str cycle;		/* how often, in words; may be empty */
	struct str owner;		/* a team; may be empty */
};

struct task_list {
	struct str id;
	struct str name;
	struct task_item *task;
	size_t tasks;
	int line;
};

/* <busy>: a time of each year in which there is much to do. */
struct busy {
	struct str name;
	const struct system *system;	/* NULL: all of them */
	struct calendar_yearly days;
};

struct deliverable {
	struct str kind;
	struct str name;
	struct str content;
	struct str author;		/* role of the party */
	struct str due;			/* "5bd" */
	struct duration due_after;
	int64_t copies;
	struct str medium;
	struct str place;
	struct str approvals;		/* blank-separated titles of boxes */
	int line;
};

struct clause_answer {
	struct str kind;
	struct str section;
};

struct clause {
	struct str id;
	struct str title;
	struct str outside;		/* why no document answers it */
	struct clause_answer *answer;
	size_t answers;
	int line;
};

/* <revision version="1.0" on="2026-11-06" reason="" by=""/> of 改訂履歴 */
struct revision {
	struct str kind;		/* of document; empty: every one */
	struct str period;		/* canonical name; empty: every one */
	struct str version;
	int64_t on;
	struct str reason;
	struct str by;
};

/* <threshold metric="cpu_percent" value="80"/> of capacity tables */
struct threshold {
	struct str metric;
	struct str host;		/* empty: every one */
	struct decimal value;
};

/* <cross id="" name="" records="work" rows="system" columns="category"
 * at="finished_at" sum="hours" where=""/>: a table of counts or sums by two fields */
struct cross {
	struct str id;
	struct str name;
	enum record_id records;
	struct str where;
	struct str rows, columns;	/* fields */
	struct str at;			/* key instant's field */
	struct str sum;			/* field of a number; empty: count */
	int line;
};

struct contract {
	struct str path;		/* of contract.xml, for messages */
	struct str workspace;		/* directory */
	struct str digest;		/* SHA-256 of contract.xml, hex */
	struct str id;
	int64_t offset;			/* utc-offset in seconds */
	struct str language;		/* "ja" */
	struct str title;
	struct str number;
	struct period term;		/* kind PERIOD_CONTRACT */
	struct str reject_limit;	/* percent of rejected rows, default 1 */

	struct party *party;
	size_t parties;
	struct holidays holidays;
	struct str holidays_file;	/* as written; empty: none */
	int holidays_line;
	struct calendar **calendar;	/* "elapsed" is always the first */
	size_t calendars;
	struct system *system;
	size_t systems;
	struct target **leaf;		/* every target that is no group */
	size_t leaves;
	struct target **group;		/* every named group */
	size_t groups;
	struct source *source;
	size_t sources;
	struct indicator *indicator;
	size_t indicators;
	struct duty *duty;
	size_t duties;
	struct course *course;
	size_t courses;
	struct work_category *category;
	size_t categories;
	struct staff *staff;
	size_t staffs;
	struct str *process;		/* that participants share in */
	size_t processes;
	struct participant *participant;
	size_t participants;
	struct task_list *task_list;
	size_t task_lists;
	struct busy *busy;
	size_t busies;
	struct deliverable *deliverable;
	size_t deliverables;
	struct clause *clause;
	size_t clauses;
	struct revision *revision;
	size_t revisions;
	struct threshold *threshold;
	size_t thresholds;
	struct cross *cross;
	size_t crosses;
};

/*
 * Read and check WORKSPACE/contract.xml: against its grammar, then by meaning
 * (references, targets, calendars, holidays).  All messages carry the line.
 * NULL after a diag at level refuse when it cannot be used.
 */
const struct contract *contract_read(struct arena *arena,
    const char *workspace);

/* The target or group of the id, else the system of the id (as a group of all
 * its targets), or NULL. */
const struct target *contract_target(const struct contract *contract,
    struct str id);

/* NULL when there is none of the id. */
const struct calendar *contract_calendar(const struct contract *contract,
    struct str id);
const struct indicator *contract_indicator(const struct contract *contract,
    struct str id);
const struct system *contract_system(const struct contract *contract,
    struct str id);

/* The party of the role, or NULL. */
const struct party *contract_party(const struct contract *contract,
    const char *role);

/* Warn of each year that [first, end) touches and the file of holidays does
 * not, where a calendar goes by holidays (sla.md, Calendars). */
void contract_holidays_cover(const struct contract *contract, int64_t first,
    int64_t end);

/* Does some calendar go by holidays while the file has none of the year? */
bool contract_holidays_lack(const struct contract *contract, int year);

/* "availability" ... of a kind. */
const char *contract_kind_name(enum indicator_kind kind);

#endif
