-- alert-list - alerts raised in the period, with the notice given of each.
-- parameters: :period_start, :until
-- columns: alert.alert_id, alert.raised_at, alert.target, alert.severity,
-- alert.message, alert.notified_at, =notice-minutes, alert.cleared_at,
-- alert.ticket_id, origin_file, origin_line
-- order: raised_at, alert_id
SELECT
	"alert_id" AS "alert.alert_id",
	"raised_at" AS "alert.raised_at",
	"target" AS "alert.target",
	"severity" AS "alert.severity",
	"message" AS "alert.message",
	"notified_at" AS "alert.notified_at",
	(notified_at - raised_at + 59) / 60 AS "=notice-minutes",
	"cleared_at" AS "alert.cleared_at",
	"ticket_id" AS "alert.ticket_id",
	file AS origin_file,
	line AS origin_line
FROM rec_alert
WHERE raised_at >= :period_start AND raised_at < :until
ORDER BY raised_at, alert_id
