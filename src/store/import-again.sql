-- import-again - a file whose bytes come back to its path after others: no
-- reading that sorts before all others, so that the next one stands for it.
-- parameters: ?1 path, ?2 reading, ?3 digest
UPDATE import
SET reading = ' ' || import_id
WHERE path = ?1 AND reading = ?2 AND digest = ?3
