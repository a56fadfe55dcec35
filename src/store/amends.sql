-- amends - what fields of records said before another file changed them.
-- columns: record, key, field, old, file, line, import
-- order: as they were changed
SELECT record, "key", field, old, file, line, import
FROM history
ORDER BY rowid
