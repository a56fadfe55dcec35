-- Alerts raised in the period, by target and severity.
-- in: :period_start :period_end :as_of; out: counts; order: target, severity
SELECT r.target AS "alert.target", r.severity AS "alert.severity",
  count(*) AS "=count", count(*) FILTER (WHERE r.notified_at IS NOT NULL) AS "=notified",
  count(*) FILTER (WHERE r.cleared_at IS NULL OR r.cleared_at >= min(:period_end, :as_of)) AS "=open"
FROM rec_alert AS r
WHERE r.raised_at >= :period_start AND r.raised_at < min(:period_end, :as_of)
GROUP BY r.target, r.severity
ORDER BY r.target, r.severity
