-- renew-retire - a file whose reading the contract has given up, and whose bytes
-- are gone: no reading that sorts before all others, so that the next of its
-- path stands for it.
-- parameters: ?1 import
UPDATE import
SET reading = ' ' || import_id, read = read - rejected, rejected = 0
WHERE import_id = ?1
