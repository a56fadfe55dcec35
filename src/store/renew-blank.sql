-- renew-blank - a file that is read anew is none before it is loaded again, but
-- where the history of samples names it.
UPDATE import
SET superseded = NOT EXISTS (
	SELECT 1 FROM history WHERE history.import = import.import_id)
WHERE reading LIKE ' ~%'
