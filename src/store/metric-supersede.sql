-- metric-supersede - earlier files of metrics under the path of this one,
-- which now stands for all that they held.
-- parameters: ?1 path, ?2 reading, ?3 import
UPDATE import
SET superseded = 1
WHERE path = ?1 AND (reading = ?2 OR reading LIKE ' %') AND import_id < ?3
