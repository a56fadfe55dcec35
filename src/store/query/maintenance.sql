-- maintenance - planned stops that meet the period.
-- parameters: :period_start, :period_end
-- columns: maintenance.maintenance_id, maintenance.target, maintenance.start,
-- maintenance.end, maintenance.actual_end, maintenance.notified_on,
-- maintenance.approved_on, maintenance.approver, maintenance.reason,
-- maintenance.cancelled, origin_file, origin_line
-- order: start, maintenance_id
SELECT
	"maintenance_id" AS "maintenance.maintenance_id",
	"target" AS "maintenance.target",
	"start" AS "maintenance.start",
	"end" AS "maintenance.end",
	"actual_end" AS "maintenance.actual_end",
	"notified_on" AS "maintenance.notified_on",
	"approved_on" AS "maintenance.approved_on",
	"approver" AS "maintenance.approver",
	"reason" AS "maintenance.reason",
	"cancelled" AS "maintenance.cancelled",
	file AS origin_file,
	line AS origin_line
FROM rec_maintenance
WHERE "start" < :period_end
	AND coalesce(actual_end, "end") > :period_start
ORDER BY "start", maintenance_id
