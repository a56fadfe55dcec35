-- Received and done a month, by class, in the twelve months up to the period.
-- in: :period_end :as_of; out: month, type, received, done; order: month, type
WITH RECURSIVE month(month) AS (
  SELECT local_month(min(:period_end, :as_of) - 1)
  UNION ALL
  SELECT strftime('%Y-%m', month || '-01', '-1 month') FROM month LIMIT 12)
SELECT month.month AS "~month", t.type AS "ticket.type",
  count(*) FILTER (WHERE local_month(t.received_at) = month.month) AS "=received",
  count(*) FILTER (WHERE local_month(coalesce(t.resolved_at, t.closed_at)) = month.month) AS "=done"
FROM month JOIN rec_ticket AS t
  ON local_month(t.received_at) = month.month
  OR local_month(coalesce(t.resolved_at, t.closed_at)) = month.month
WHERE t.status NOT IN ('cancelled', 'duplicate') AND t.received_at < min(:period_end, :as_of)
GROUP BY month.month, t.type
ORDER BY month.month, t.type
