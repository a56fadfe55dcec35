-- quick - the quick digest of files that were loaded, by which a file that is
-- known is found without its SHA-256.  No part of the schema's version: what is
-- missing here is only slower.
CREATE TABLE IF NOT EXISTS import_quick (
	import_id INTEGER PRIMARY KEY REFERENCES import,
	quick TEXT NOT NULL
) STRICT;
