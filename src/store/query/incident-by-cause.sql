-- Incidents received in the period, by category of cause.
-- in: :period_start :period_end :as_of; out: count; order: most first, category
SELECT t.cause_category AS "ticket.cause_category", count(*) AS "=count"
FROM rec_ticket AS t
WHERE t.type IN ('incident', 'security') AND t.status NOT IN ('cancelled', 'duplicate')
  AND t.received_at >= :period_start AND t.received_at < min(:period_end, :as_of)
GROUP BY t.cause_category
ORDER BY count(*) DESC, t.cause_category
