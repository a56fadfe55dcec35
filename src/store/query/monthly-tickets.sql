-- monthly-tickets - tickets in each of the 12 months up to the period by
-- type: new, closed, and open at its end.
-- parameters: :period_end, :until
-- columns: ~month, ticket.type, =new, =closed, =open
-- order: month, then inquiry, incident, request, problem, security
WITH RECURSIVE month (month, first) AS (
	SELECT strftime('%Y-%m', day), day
	FROM (SELECT date(local_date(:period_end - 1), 'start of month',
		'-11 months') AS day)
	UNION ALL
	SELECT strftime('%Y-%m', first, '+1 month'), date(first, '+1 month')
	FROM month
	WHERE first < date(local_date(:period_end - 1), 'start of month')
), class (place, type) AS (
	VALUES (1, 'inquiry'), (2, 'incident'), (3, 'request'), (4, 'problem'),
		(5, 'security')
)
SELECT
	month AS "~month",
	class.type AS "ticket.type",
	count(ticket_id) FILTER (WHERE local_month(received_at) = month) AS "=new",
	count(ticket_id) FILTER (WHERE local_month(ended_at) = month) AS "=closed",
	count(ticket_id) FILTER (WHERE local_month(received_at) <= month
		AND (ended_at IS NULL OR local_month(ended_at) > month)) AS "=open"
FROM month
CROSS JOIN class
LEFT JOIN (
	SELECT ticket_id, type, received_at,
		iif(ended_at < :until, ended_at, NULL) AS ended_at
	FROM ticket_state
	WHERE received_at < :until
) AS known ON known.type = class.type
GROUP BY month, class.type
ORDER BY month, place
