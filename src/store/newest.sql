-- newest - the last instant that records of what has happened tell of; plans
-- and dates of validity lie ahead.
-- parameters: none
-- columns: last
-- order: one row
SELECT max(last)
FROM import
WHERE records IN ('work', 'ticket', 'ticket_event', 'metric', 'status', 'alert',
	'backup', 'job')
