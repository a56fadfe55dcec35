-- plan-year - what the plan of the year says, as far as it begins in a fiscal
-- year of the period.
-- parameters: :period_start, :period_end
-- columns: plan_item.plan_id, plan_item.kind, plan_item.task,
-- plan_item.system, plan_item.planned_start, plan_item.planned_end,
-- plan_item.owner, plan_item.approved_on, plan_item.actual_start,
-- plan_item.actual_end, plan_item.status, plan_item.reason, origin_file,
-- origin_line
-- order: planned_start, plan_id
SELECT
	"plan_id" AS "plan_item.plan_id",
	"kind" AS "plan_item.kind",
	"task" AS "plan_item.task",
	"system" AS "plan_item.system",
	"planned_start" AS "plan_item.planned_start",
	"planned_end" AS "plan_item.planned_end",
	"owner" AS "plan_item.owner",
	"approved_on" AS "plan_item.approved_on",
	"actual_start" AS "plan_item.actual_start",
	"actual_end" AS "plan_item.actual_end",
	"status" AS "plan_item.status",
	"reason" AS "plan_item.reason",
	file AS origin_file,
	line AS origin_line
FROM rec_plan_item
WHERE horizon = 'year'
	AND strftime('%Y', local_date(planned_start), '-3 months')
	BETWEEN strftime('%Y', local_date(:period_start), '-3 months')
	AND strftime('%Y', local_date(:period_end - 1), '-3 months')
ORDER BY planned_start, plan_id
