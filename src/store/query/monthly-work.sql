-- Work a month in the twelve months up to the period, by kind.
-- in: :period_end :as_of; out: month, kind, count, hours; order: month, kind
WITH RECURSIVE month(month) AS (
  SELECT local_month(min(:period_end, :as_of) - 1)
  UNION ALL
  SELECT strftime('%Y-%m', month || '-01', '-1 month') FROM month LIMIT 12)
SELECT month.month AS "~month", r.kind AS "work.kind",
  count(*) AS "=count", decimal_sum(r.hours) AS "=hours"
FROM month JOIN rec_work AS r ON local_month(r.occurred_at) = month.month
WHERE r.occurred_at < min(:period_end, :as_of) AND r.status <> 'cancelled'
GROUP BY month.month, r.kind
ORDER BY month.month, r.kind
