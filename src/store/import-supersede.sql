-- import-supersede - earlier files of samples under the path of this one, which
-- now stands for all that they held.
-- parameters: ?1 path, ?2 reading, ?3 import
UPDATE import
SET superseded = 1
WHERE path = ?1 AND reading = ?2 AND import_id < ?3
