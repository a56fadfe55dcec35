-- rejected-rows - rows that were rejected in the latest file of each path and reading.
-- columns: path, line, reason, raw, reading
-- order: path, line, reason, import
SELECT import.path, rejected.line, rejected.reason, rejected.raw,
	import.reading
FROM rejected
JOIN import ON import.import_id = rejected.import
WHERE NOT EXISTS (
	SELECT 1 FROM import AS later
	WHERE later.path = import.path AND later.reading = import.reading
		AND later.import_id > import.import_id)
ORDER BY import.path, rejected.line, rejected.reason, rejected.import
