/*
 * rows - PRODUCT of store: what the store knows, as plain arrays.
 *
 * rows_fetch reads once, up to the cut-off that facts works with; nothing of
 * it touches the database afterwards.  Everything is in a total order.  The
 * only places that know column numbers are rows.c and its parts (fetch*.c).
 */
#ifndef GEPPO_ROWS_H
#define GEPPO_ROWS_H

#include "base/record.h"
#include "contract/contract.h"

struct arena;
struct db;

/* Where a row comes from: index in rows.file, line in it. */
struct origin {
	size_t file;
	int64_t line;
};

struct row {
	const struct value *value;	/* one per field of the type */
	struct origin origin;
};

struct rows_table {
	const struct record_type *type;
	struct row *row;		/* in order of file, line */
	size_t count;
};

/* A file that was loaded. */
struct rows_file {
	struct str path;
	struct str digest;
	enum record_id records;
	int64_t bytes;
	int64_t rows;			/* read */
	int64_t added, changed, same, rejected;
	int64_t first, last;		/* instants of its records; 0 unknown */
	bool replaced;			/* by a later file of its path */
};

/* A row that was rejected on loading. */
struct rows_reject {
	struct origin origin;
	struct str reason;		/* name of the message */
};

/* A record that one file holds twice, differing: where the earlier stood. */
struct rows_repeat {
	struct origin origin;
	enum record_id records;
	struct str name;		/* its key, a tab between fields */
};

/* What a field said before another file changed it. */
struct rows_amend {
	enum record_id records;
	struct str key;			/* its key, a tab between fields */
	int field;
	struct value old;
	struct origin origin;		/* where it said so */
	size_t file;			/* that changed it */
};

/* count samples of one state at first, first + step, ... */
struct rows_run {
	int64_t first;
	int64_t step;
	int64_t count;
	int state;			/* enum rows_state */
	int64_t interval;		/* of the source that gave them */
	struct origin origin;		/* of the first sample */
};

enum rows_state { STATE_UP, STATE_UNKNOWN, STATE_DOWN, ROWS_STATES };

/* The samples of one target, in order of time; runs of different sources may
 * overlap. */
struct rows_samples {
	struct rows_run *run;
	size_t count;
};

/* A level that a ticket's history tells, and when another one came. */
struct rows_level {
	int64_t until;
	int level;
};

/* One record in the population of an indicator. */
struct rows_member {
	size_t row;			/* in the table of the records; unused for metric */
	int64_t at;			/* key instant; INT64_MIN when empty */
	int64_t until;			/* when it ended; INT64_MAX: not yet */
	bool when;			/* rate */
	bool when_taken_back;		/* ... were first_contact 0 */
	int level;			/* clock: index of the level, -1 none;
					   availability: index of the <from> */
	struct rows_level *earlier;	/* clock of tickets: levels before, */
	size_t earliers;		/* ... in order of time */
	struct decimal value;		/* sum, value; 0 when empty */
	bool has_value;
};

/* Of an availability: the alerts and tickets that its <from> elements take
 * (their `where`), key instant raised_at or outage_start, row in the table of
 * from[level].records. */
struct rows_population {
	struct rows_member *member;	/* by key instant, then file and line */
	size_t count;
	struct rows_population *of;	/* a rate's own denominator, or NULL */
	/* availability whose <from records="status"> all have a `where`: what
	 * they take, per contract.leaf; else NULL, and all samples count */
	struct rows_samples *samples;
	/* sql indicators: columns num and den, or value, of the first row */
	struct decimal num, den, value;
	bool has_ratio, has_value;
	bool broken;		/* an expression or query is not usable */
};

/* The rows that a duty or a cross of the contract is about, in order of file,
 * line. */
struct rows_duty {
	size_t *row;			/* in the table of its records */
	size_t count;
};

/* Figures of one series over one bucket, exact, in units of 10^-scale. */
struct rows_bucket {
	int64_t first;			/* first day of the bucket */
	int64_t end;			/* day after its last */
	int64_t n;
	int64_t min, max, sum;
	int64_t p50, p95, p99;		/* nearest rank */
};

struct rows_series {
	struct str host;
	struct str metric;
	struct str unit;
	int scale;
	struct rows_bucket *day;	/* days of the period that have samples */
	size_t days;
	struct rows_bucket *month;	/* the 12 months up to the period's end */
	size_t months;
	struct rows_bucket *recent;	/* the last 90 days with samples, of */
	size_t recents;			/* ... those months; in order of time */
	struct rows_bucket whole;	/* the period; n 0 when there is none */
};

/* The result of one named query of store/query/: columns named `TYPE.FIELD`
 * (label and kind of that field) or `=KEY` (an integer or decimal, label by
 * words `column.KEY`) or `~KEY` (text). */
struct rows_result {
	struct str name;		/* of the query file */
	struct str *column;
	size_t columns;
	struct value *value;		/* row-major */
	struct origin *origin;		/* per row; file SIZE_MAX when none */
	size_t count;
};

/* A value that was published: of an indicator, field a column of
 * `geppo sla --format csv`; of a ledger, field `closing`. */
struct rows_frozen {
	struct str item;
	struct str field;
	struct str value;
};

/* The period as it was published; number counts from 1. */
struct rows_edition {
	int64_t number;
	int64_t published, as_of;	/* instants */
	struct str reason;		/* may be empty for the first */
	struct str rules, program;	/* their versions */
	struct str contract;		/* digest */
	struct rows_frozen *value;	/* in the order of the contract */
	size_t values;
};

struct rows {
	const struct contract *contract;
	struct period period;
	int64_t start, end;		/* of the period, instants */
	int64_t as_of;			/* the cut-off */
	struct rows_file *file;
	size_t files;
	struct rows_reject *reject;
	size_t rejects;
	struct rows_repeat *repeat;	/* in order of file, line */
	size_t repeats;
	struct rows_amend *amend;	/* as they were changed */
	size_t amends;
	struct rows_table table[RECORD_TYPES];	/* status, metric: empty */
	struct rows_samples *samples;	/* per contract.leaf */
	struct rows_population *population;	/* per contract.indicator */
	struct rows_duty *duty;		/* per contract.duty */
	struct rows_duty *cross;	/* per contract.cross */
	struct rows_series *series;	/* by metric, host */
	size_t series_count;
	struct rows_result *result;	/* by name */
	size_t results;
	struct rows_edition *edition;	/* of the period, by number */
	size_t editions;
	const struct rows_edition *former;	/* the newest of the month that
						   ends where the period begins,
						   else of the period before,
						   or NULL */
};

/*
 * Everything for the period with the cut-off.  Key instants of populations
 * reach from the contract's first day to the cut-off, so that facts can
 * work out earlier months too.  Dies when the store is damaged; a faulty
 * `where` of the contract is a diag with its line and an empty population.
 */
const struct rows *rows_fetch(struct arena *arena, struct db *db,
    const struct contract *contract, const struct period *period,
    int64_t as_of);

/* The same with neither history, duties, series nor results: what
 * indicators are measured by, in a time that does not grow with the samples
 * of metric. */
const struct rows *rows_fetch_indicators(struct arena *arena, struct db *db,
    const struct contract *contract, const struct period *period,
    int64_t as_of);

/* The last instant that the store's records of what has happened (work,
 * tickets, samples) tell of; false when it has none.  The store is not new. */
bool rows_newest(struct db *db, int64_t *instant);

/* The day after the last of the period that the cut-off leaves; a cut-off
 * before the period leaves it whole. */
int64_t rows_counted_end(const struct rows *rows);

/* The result of the query, or NULL. */
const struct rows_result *rows_result(const struct rows *rows,
    const char *name);

/* Stable text of everything above on standard output. */
void rows_dump(const struct rows *rows);

#endif
