-- import-known - is a file with this digest, read in this way, the latest that
-- was loaded under its path?
-- parameters: ?1 digest, ?2 reading
-- columns: 1 where it is; no row where not
SELECT 1
FROM import AS known
WHERE known.digest = ?1 AND known.reading = ?2
	AND NOT EXISTS (
		SELECT 1 FROM import AS later
		WHERE later.path = known.path AND later.reading = known.reading
			AND later.import_id > known.import_id)
LIMIT 1
