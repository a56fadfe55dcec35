-- inquiry-by-class - inquiries, incidents and requests apart: open before the
-- period, new and done in it, open at its end.
-- parameters: :period_start, :until
-- columns: ticket.type, =opening, =new, =done, =open
-- order: inquiry, incident, request
WITH class (place, type) AS (
	VALUES (1, 'inquiry'), (2, 'incident'), (3, 'request')
)
SELECT
	class.type AS "ticket.type",
	count(ticket_id) FILTER (
		WHERE received_at < :period_start) AS "=opening",
	count(ticket_id) FILTER (
		WHERE received_at >= :period_start) AS "=new",
	count(ticket_id) FILTER (WHERE ended_at < :until) AS "=done",
	count(ticket_id) FILTER (
		WHERE ended_at IS NULL OR ended_at >= :until) AS "=open"
FROM class
LEFT JOIN ticket_state ON ticket_state.type = class.type
	AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
GROUP BY class.type
ORDER BY place
