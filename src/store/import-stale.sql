-- import-stale - files under a path that were read another way.
-- parameters: ?1 path, ?2 records, ?3 reading
-- columns: import_id, reading, digest
-- order: import_id
SELECT import_id, reading, digest
FROM import
WHERE path = ?1 AND records = ?2 AND reading <> ?3 AND reading NOT LIKE ' %'
ORDER BY import_id
