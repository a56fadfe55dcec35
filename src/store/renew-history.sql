-- renew-history - what files that are read anew changed in the records of a
-- type, the last change first.
-- parameters: ?1 record
-- columns: key, field, old, file, line
-- order: the last first
SELECT "key", field, old, file, line
FROM history
WHERE record = ?1 AND import IN (
	SELECT import_id FROM import WHERE reading LIKE ' ~%')
ORDER BY rowid DESC
