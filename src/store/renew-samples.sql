-- renew-samples - what samples of files that are read anew said before later
-- exports corrected them.
DELETE FROM history
WHERE record = 'status' AND file IN (
	SELECT import_id FROM import WHERE reading LIKE ' ~%')
