-- import-earlier - files that were loaded under a path before this one.
-- parameters: ?1 path, ?2 records, ?3 import
-- columns: import_id, reading
-- order: import_id
SELECT import_id, reading
FROM import
WHERE path = ?1 AND records = ?2 AND import_id < ?3
ORDER BY import_id
