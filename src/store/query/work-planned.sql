-- Planned and unplanned work of the period, by basis (B-2.2-08, K-IV-1.4-02).
-- in: :period_start :period_end :as_of; out: count, hours; order: planned first, basis
SELECT CASE WHEN r.planned_start IS NULL THEN 'unplanned' ELSE 'planned' END
    AS "~planned",
  r.basis AS "work.basis",
  count(*) AS "=count", decimal_sum(r.hours) AS "=hours"
FROM rec_work AS r
WHERE r.occurred_at >= :period_start AND r.occurred_at < min(:period_end, :as_of)
  AND r.status <> 'cancelled'
GROUP BY 1, r.basis
ORDER BY 1, r.basis
