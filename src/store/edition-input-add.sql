-- edition-input-add - a file that an edition came from.
-- parameters: ?1 edition, ?2 path, ?3 records, ?4 digest
INSERT INTO edition_input (edition, path, records, digest)
VALUES (?1, ?2, ?3, ?4)
