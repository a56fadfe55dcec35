-- renew-stays - the path of a file from which there still are records or
-- samples.
-- parameters: ?1 import
-- columns: path; at most one row
SELECT path
FROM import
WHERE import_id = ?1 AND superseded = 0 AND read > rejected
