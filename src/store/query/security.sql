-- Security events of the period, by type and target.
-- in: :period_start :period_end :as_of; out: sum; order: type, target
SELECT r.type AS "security_event.type", r.target AS "security_event.target",
  sum(r.count) AS "=count", count(*) AS "=records"
FROM rec_security_event AS r
WHERE r.at >= :period_start AND r.at < min(:period_end, :as_of)
GROUP BY r.type, r.target
ORDER BY r.type, r.target
