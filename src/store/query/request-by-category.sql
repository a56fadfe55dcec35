-- Requests received in the period, by category.
-- in: :period_start :period_end :as_of; out: count, of them done by the cut-off; order: most first, category
SELECT t.category AS "ticket.category", count(*) AS "=count",
  count(*) FILTER (WHERE coalesce(t.resolved_at, t.closed_at) < min(:period_end, :as_of)) AS "=done"
FROM rec_ticket AS t
WHERE t.type = 'request' AND t.status NOT IN ('cancelled', 'duplicate')
  AND t.received_at >= :period_start AND t.received_at < min(:period_end, :as_of)
GROUP BY t.category
ORDER BY count(*) DESC, t.category
