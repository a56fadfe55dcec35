-- handover-plan - work that was planned and is not yet done, the planned stops
-- too.
-- parameters: :until
-- columns: ~planned, plan_item.plan_id, plan_item.planned_start,
-- plan_item.planned_end, plan_item.kind, plan_item.task, plan_item.system,
-- plan_item.owner, plan_item.approved_on, origin_file, origin_line
-- order: planned_start, planned, plan_id
SELECT
	'plan' AS "~planned",
	plan_id AS "plan_item.plan_id",
	planned_start AS "plan_item.planned_start",
	planned_end AS "plan_item.planned_end",
	kind AS "plan_item.kind",
	task AS "plan_item.task",
	system AS "plan_item.system",
	owner AS "plan_item.owner",
	approved_on AS "plan_item.approved_on",
	file AS origin_file,
	line AS origin_line
FROM rec_plan_item
WHERE (actual_end IS NULL OR actual_end >= :until)
	AND coalesce(status, 'planned') NOT IN ('done', 'cancelled')
UNION ALL
SELECT 'maintenance', maintenance_id, "start", "end", NULL, reason, target,
	NULL, approved_on, file, line
FROM rec_maintenance
WHERE "start" >= :until AND coalesce(cancelled, 0) = 0
ORDER BY 3, 1, 2
