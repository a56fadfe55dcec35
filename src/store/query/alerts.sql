-- alerts - alerts raised in the period, by target and severity: how many, and
-- how many were not cleared by its end.
-- parameters: :period_start, :until
-- columns: alert.target, alert.severity, =count, =open
-- order: target, severity
SELECT
	"target" AS "alert.target",
	"severity" AS "alert.severity",
	count(*) AS "=count",
	count(*) FILTER (
		WHERE cleared_at IS NULL OR cleared_at >= :until) AS "=open"
FROM rec_alert
WHERE raised_at >= :period_start AND raised_at < :until
GROUP BY target, severity
ORDER BY target, severity
