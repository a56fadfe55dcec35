-- renew-note - a file that is read anew keeps its number, which tells its rank
-- among others, under a reading that sorts before all others.
-- parameters: ?1 import
UPDATE import
SET reading = ' ~' || reading, read = 0, added = 0, changed = 0, same = 0,
	rejected = 0, first = NULL, last = NULL
WHERE import_id = ?1
