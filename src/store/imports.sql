-- imports - the files of the store, those of one path one after the other.
-- columns: import_id, path, digest, records, bytes, read, added, changed, same,
-- rejected, first, last, superseded
-- order: path, records, reading, import_id
SELECT import_id, path, digest, records, bytes, read, added, changed, same,
	rejected, first, last, superseded
FROM import
ORDER BY path, records, reading, import_id
