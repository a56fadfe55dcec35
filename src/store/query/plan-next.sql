-- plan-next - plan items and planned stops of the month after the period.
-- parameters: :period_end
-- columns: ~planned, plan_item.plan_id, plan_item.planned_start,
-- plan_item.planned_end, plan_item.kind, plan_item.task, plan_item.system,
-- plan_item.owner, origin_file, origin_line
-- order: planned_start, ~planned, plan_id
SELECT
	'plan' AS "~planned",
	plan_id AS "plan_item.plan_id",
	planned_start AS "plan_item.planned_start",
	planned_end AS "plan_item.planned_end",
	kind AS "plan_item.kind",
	task AS "plan_item.task",
	system AS "plan_item.system",
	owner AS "plan_item.owner",
	file AS origin_file,
	line AS origin_line
FROM rec_plan_item
WHERE local_month(planned_start) = local_month(:period_end)
	AND coalesce(status, '') <> 'cancelled'
UNION ALL
SELECT 'maintenance', maintenance_id, "start", "end", NULL, reason, target,
	NULL, file, line
FROM rec_maintenance
WHERE local_month("start") = local_month(:period_end)
	AND coalesce(cancelled, 0) = 0
ORDER BY 3, 1, 2
