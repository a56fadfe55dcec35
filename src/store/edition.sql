-- edition - periods as they were published; nothing here is ever changed or
-- taken away (sla.md, Editions).

-- published and as_of are instants, contract is the digest of contract.xml.
CREATE TABLE IF NOT EXISTS edition (
	edition_id INTEGER PRIMARY KEY,
	period TEXT NOT NULL,
	number INTEGER NOT NULL,
	published INTEGER NOT NULL,
	as_of INTEGER NOT NULL,
	reason TEXT NOT NULL,
	rules TEXT NOT NULL,
	program TEXT NOT NULL,
	contract TEXT NOT NULL,
	UNIQUE (period, number)
) STRICT;

-- The files that its values came from.
CREATE TABLE IF NOT EXISTS edition_input (
	edition INTEGER NOT NULL REFERENCES edition,
	path TEXT NOT NULL,
	records TEXT NOT NULL,
	digest TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS edition_input_edition ON edition_input (edition);

-- One value: item is an indicator and field a column of `geppo sla --format
-- csv`, or item is a ledger and field `closing`.
CREATE TABLE IF NOT EXISTS edition_value (
	edition INTEGER NOT NULL REFERENCES edition,
	position INTEGER NOT NULL,
	item TEXT NOT NULL,
	field TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (edition, position)
) STRICT, WITHOUT ROWID;
