-- imports - the files of the store, those of one path one after the other.
-- columns: import_id, path, digest, records, bytes, read, added, changed, same,
-- rejected, first, last, superseded, replaced (there is a later one of its path)
-- order: path, records, reading, import_id
SELECT import_id, path, digest, records, bytes, read, added, changed, same,
	rejected, first, last, superseded,
	lead(import_id) OVER (PARTITION BY path, reading ORDER BY import_id)
		IS NOT NULL
FROM import
ORDER BY path, records, reading, import_id
