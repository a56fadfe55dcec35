-- renew-begin - a file begins under the number that it had before.
-- parameters: ?1 path, ?2 reading, ?3 bytes, ?4 encoding, ?5 import
UPDATE import
SET path = ?1, digest = '', reading = ?2, bytes = ?3, encoding = ?4,
	superseded = 0
WHERE import_id = ?5
