-- Work that began in the period, by kind and category.
-- in: :period_start :period_end :as_of; out: count, hours; order: kind, category
SELECT r.kind AS "work.kind", r.category AS "work.category",
  count(*) AS "=count", decimal_sum(r.hours) AS "=hours"
FROM rec_work AS r
WHERE r.occurred_at >= :period_start AND r.occurred_at < min(:period_end, :as_of)
  AND r.status <> 'cancelled'
GROUP BY r.kind, r.category
ORDER BY r.kind DESC, r.category
