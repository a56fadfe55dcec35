-- import-known - the files of so many bytes, read in this way, that are the
-- latest of their path.
-- parameters: ?1 bytes, ?2 reading
-- columns: digest, quick (NULL: it was not kept)
SELECT known.digest, quick.quick
FROM import AS known
LEFT JOIN import_quick AS quick ON quick.import_id = known.import_id
WHERE known.bytes = ?1 AND known.reading = ?2
	AND NOT EXISTS (
		SELECT 1 FROM import AS later
		WHERE later.path = known.path AND later.reading = known.reading
			AND later.import_id > known.import_id)
