-- Records that are open at the cut-off, by age in days (C-33-11).
-- in: :period_end :as_of :offset; out: count a band; order: age
WITH band(n, name, least, most) AS (VALUES
  (1, '0-7', 0, 7), (2, '8-30', 8, 30), (3, '31-90', 31, 90),
  (4, '91-', 91, 1000000)),
open(age) AS (
  SELECT (min(:period_end, :as_of) + :offset) / 86400 - (t.received_at + :offset) / 86400
  FROM rec_ticket AS t
  WHERE t.received_at < min(:period_end, :as_of)
    AND t.status NOT IN ('cancelled', 'duplicate')
    AND (coalesce(t.resolved_at, t.closed_at) >= min(:period_end, :as_of)
      OR coalesce(t.resolved_at, t.closed_at) IS NULL
        AND t.status NOT IN ('done', 'closed')))
SELECT band.name AS "~age-band", count(open.age) AS "=count"
FROM band LEFT JOIN open ON open.age BETWEEN band.least AND band.most
GROUP BY band.n, band.name
ORDER BY band.n
