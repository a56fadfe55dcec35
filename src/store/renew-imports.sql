-- renew-imports - the files of the store.
-- columns: import_id, path, digest, reading, records, bytes, holds (records or samples
-- may come from it), newest (no later file of its path has other bytes)
-- order: import_id
SELECT import_id, path, digest, reading, records, bytes,
	superseded = 0 AND read > rejected,
	NOT EXISTS (
		SELECT 1 FROM import AS later
		WHERE later.path = import.path
			AND later.import_id > import.import_id
			AND later.digest <> import.digest)
FROM import
ORDER BY import_id
