-- Inquiries, incidents and requests apart (C-15): received, done and open.
-- in: :period_start :period_end :as_of; out: opening, received, done, open; order: class
SELECT t.type AS "ticket.type",
  count(*) FILTER (WHERE t.received_at < :period_start
    AND coalesce(t.resolved_at, t.closed_at, :as_of) >= :period_start) AS "=opening",
  count(*) FILTER (WHERE t.received_at >= :period_start) AS "=received",
  count(*) FILTER (WHERE coalesce(t.resolved_at, t.closed_at) >= :period_start AND coalesce(t.resolved_at, t.closed_at) < min(:period_end, :as_of)) AS "=done",
  count(*) FILTER (WHERE coalesce(t.resolved_at, t.closed_at) IS NULL OR coalesce(t.resolved_at, t.closed_at) >= min(:period_end, :as_of)) AS "=open"
FROM rec_ticket AS t
WHERE t.status NOT IN ('cancelled', 'duplicate') AND t.received_at < min(:period_end, :as_of)
  AND (coalesce(t.resolved_at, t.closed_at) IS NOT NULL OR t.status NOT IN ('done', 'closed'))
GROUP BY t.type
ORDER BY CASE t.type WHEN 'inquiry' THEN 1 WHEN 'request' THEN 2
  WHEN 'incident' THEN 3 WHEN 'problem' THEN 4 ELSE 5 END
