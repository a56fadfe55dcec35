-- incident-by-cause - incidents received in the period by category of cause,
-- the most frequent first.
-- parameters: :period_start, :until
-- columns: ticket.cause_category, =count
-- order: count(*) DESC, cause_category
SELECT
	"cause_category" AS "ticket.cause_category",
	count(*) AS "=count"
FROM ticket_state
WHERE type IN ('incident', 'security')
	AND received_at >= :period_start AND received_at < :until
GROUP BY cause_category
ORDER BY count(*) DESC, cause_category
