-- renew-rank - the number that such a file had before.
-- parameters: ?1 path, ?2 digest, ?3 records, ?4 reading
-- columns: import_id; at most one row
SELECT import_id
FROM import
WHERE digest = ?2 AND records = ?3 AND reading LIKE ' ~%'
ORDER BY reading = ' ~' || ?4 DESC, path = ?1 DESC, import_id
LIMIT 1
