-- import-path - was a file loaded under this path?
-- parameters: ?1 path
-- columns: 1 where it was; no row where not
SELECT 1 FROM import WHERE path = ?1 LIMIT 1
