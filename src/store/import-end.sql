-- import-end - what became of a file.
-- parameters: ?1 read, ?2 added, ?3 changed, ?4 same, ?5 rejected, ?6 first,
-- ?7 last, ?8 digest, ?9 import
UPDATE import
SET read = ?1, added = ?2, changed = ?3, same = ?4, rejected = ?5,
	first = ?6, last = ?7, digest = ?8
WHERE import_id = ?9
