-- schema - the tables of a store beside those of the record types, which
-- schema.c makes from record.def.

-- A file that was loaded.  reading is the digest of the <source> that it was
-- read by: the same bytes read another way are another import.  superseded:
-- a later file of this path and reading stands for all that it held.
CREATE TABLE import (
	import_id INTEGER PRIMARY KEY,
	path TEXT NOT NULL,
	digest TEXT NOT NULL,
	reading TEXT NOT NULL,
	records TEXT NOT NULL,
	bytes INTEGER NOT NULL,
	encoding TEXT NOT NULL,
	read INTEGER NOT NULL DEFAULT 0,
	added INTEGER NOT NULL DEFAULT 0,
	changed INTEGER NOT NULL DEFAULT 0,
	same INTEGER NOT NULL DEFAULT 0,
	rejected INTEGER NOT NULL DEFAULT 0,
	first INTEGER,
	last INTEGER,
	superseded INTEGER NOT NULL DEFAULT 0,
	UNIQUE (path, reading, digest)
) STRICT;

-- A row that was rejected: its reason is the name of the message.
CREATE TABLE rejected (
	import INTEGER NOT NULL REFERENCES import,
	line INTEGER NOT NULL,
	reason TEXT NOT NULL,
	raw BLOB NOT NULL
) STRICT;
CREATE INDEX rejected_import ON rejected (import, line);

-- What a field of a record said before another file changed it.  file and line
-- are where it said so, import is the file that changed it.
CREATE TABLE history (
	record TEXT NOT NULL,
	"key" TEXT NOT NULL,
	field TEXT NOT NULL,
	old TEXT,
	file INTEGER NOT NULL REFERENCES import,
	line INTEGER NOT NULL,
	import INTEGER NOT NULL REFERENCES import
) STRICT;
CREATE INDEX history_key ON history (record, "key");

-- Samples of status: the runs of one target and interval in one local day,
-- packed as statuspack.c says.
CREATE TABLE status_day (
	target TEXT NOT NULL,
	interval INTEGER NOT NULL,
	day INTEGER NOT NULL,
	runs BLOB NOT NULL,
	PRIMARY KEY (target, interval, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
	series_id INTEGER PRIMARY KEY,
	metric TEXT NOT NULL,
	host TEXT NOT NULL,
	unit TEXT NOT NULL,
	UNIQUE (metric, host, unit)
) STRICT;

-- Samples of metric: one series in one hour (instant / 3600), packed as
-- metricpack.c says; beside them their figures in units of 10^-scale.
CREATE TABLE metric_hour (
	series INTEGER NOT NULL REFERENCES series,
	hour INTEGER NOT NULL,
	scale INTEGER NOT NULL,
	n INTEGER NOT NULL,
	min INTEGER NOT NULL,
	max INTEGER NOT NULL,
	sum INTEGER NOT NULL,
	p50 INTEGER NOT NULL,
	p95 INTEGER NOT NULL,
	p99 INTEGER NOT NULL,
	samples BLOB NOT NULL,
	PRIMARY KEY (series, hour)
) STRICT, WITHOUT ROWID;

-- What queries of reports ask of a ticket: not those that were cancelled or are
-- duplicates, and when each ended, as far as its status says that it did.
CREATE VIEW ticket_state AS
SELECT *, CASE WHEN status IN ('done', 'closed') THEN
	coalesce(closed_at, resolved_at, restored_at, answered_at, received_at)
	END AS ended_at
FROM rec_ticket
WHERE status NOT IN ('cancelled', 'duplicate') AND duplicate_of IS NULL;

-- The same of work: when it began and ended.
CREATE VIEW work_state AS
SELECT *, coalesce(started_at, occurred_at) AS began_at,
	CASE WHEN status = 'done' THEN
	coalesce(finished_at, started_at, occurred_at) END AS ended_at
FROM rec_work
WHERE status <> 'cancelled';
