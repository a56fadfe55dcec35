-- repeats - records that the latest file of a path holds twice, differing: the
-- line of each that another line of the same file then changed.
-- columns: import, line, record, key
-- order: import, line, record, key
SELECT DISTINCT history.file, history.line, history.record, history."key"
FROM history
JOIN import ON import.import_id = history.file
WHERE history.file = history.import AND NOT EXISTS (
	SELECT 1 FROM import AS later
	WHERE later.path = import.path AND later.reading = import.reading
		AND later.import_id > import.import_id)
ORDER BY history.file, history.line, history.record, history."key"
