-- Changes implemented in the period, by kind.
-- in: :period_start :period_end :as_of; out: count; order: most first, kind
SELECT r.kind AS "change.kind", count(*) AS "=count",
  count(*) FILTER (WHERE r.approved_on IS NULL) AS "=unapproved",
  count(*) FILTER (WHERE r.documents IS NULL) AS "=undocumented"
FROM rec_change AS r
WHERE r.implemented_at >= :period_start AND r.implemented_at < min(:period_end, :as_of)
GROUP BY r.kind
ORDER BY count(*) DESC, r.kind
