-- request-by-category - requests by category: new and done in the period,
-- open at its end.
-- parameters: :period_start, :until
-- columns: ticket.category, =new, =done, =open
-- order: category
SELECT
	"category" AS "ticket.category",
	count(*) FILTER (
		WHERE received_at >= :period_start) AS "=new",
	count(*) FILTER (WHERE ended_at < :until) AS "=done",
	count(*) FILTER (
		WHERE ended_at IS NULL OR ended_at >= :until) AS "=open"
FROM ticket_state
WHERE type = 'request' AND received_at < :until
	AND (ended_at IS NULL OR ended_at >= :period_start)
GROUP BY category
ORDER BY category
