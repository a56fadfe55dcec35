-- rejects - rows that were rejected in the latest file of each path.
-- columns: import, line, reason
-- order: import, line, reason
SELECT rejected.import, rejected.line, rejected.reason
FROM rejected
JOIN import ON import.import_id = rejected.import
WHERE NOT EXISTS (
	SELECT 1 FROM import AS later
	WHERE later.path = import.path AND later.reading = import.reading
		AND later.import_id > import.import_id)
ORDER BY rejected.import, rejected.line, rejected.reason
