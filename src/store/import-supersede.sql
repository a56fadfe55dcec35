-- import-supersede - a later file stands for all that this one held.
-- parameters: ?1 import
UPDATE import SET superseded = 1 WHERE import_id = ?1
