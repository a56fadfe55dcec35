-- plan-month - plan items of a month, week or day whose time meets the period.
-- parameters: :period_start, :period_end
-- columns: plan_item.plan_id, plan_item.horizon, plan_item.kind,
-- plan_item.task, plan_item.system, plan_item.planned_start,
-- plan_item.planned_end, plan_item.owner, plan_item.approved_on,
-- plan_item.status, origin_file, origin_line
-- order: planned_start, plan_id
SELECT
	"plan_id" AS "plan_item.plan_id",
	"horizon" AS "plan_item.horizon",
	"kind" AS "plan_item.kind",
	"task" AS "plan_item.task",
	"system" AS "plan_item.system",
	"planned_start" AS "plan_item.planned_start",
	"planned_end" AS "plan_item.planned_end",
	"owner" AS "plan_item.owner",
	"approved_on" AS "plan_item.approved_on",
	"status" AS "plan_item.status",
	file AS origin_file,
	line AS origin_line
FROM rec_plan_item
WHERE horizon <> 'year'
	AND planned_start < :period_end
	AND coalesce(planned_end, planned_start) >= :period_start
ORDER BY planned_start, plan_id
