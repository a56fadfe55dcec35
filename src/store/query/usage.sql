-- Use of the period, by system and measure (K-IV-2.2-20).
-- in: :period_start :period_end :as_of; out: sum, days; order: system, measure
SELECT r.system AS "usage.system", r.measure AS "usage.measure",
  sum(r.count) AS "=sum", count(DISTINCT r.date) AS "=days",
  max(r.count) AS "=most"
FROM rec_usage AS r
WHERE r.date BETWEEN local_date(:period_start) AND local_date(min(:period_end, :as_of) - 1)
GROUP BY r.system, r.measure
ORDER BY r.system, r.measure
